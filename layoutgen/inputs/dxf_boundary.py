"""The one outline of a drawing that is the site's: by its layer's name, by being alone, or by the user's word."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from shapely.geometry import LineString, Polygon

from layoutgen.errors import InputError
from layoutgen.inputs.cad.rings import Rings, find_rings
from layoutgen.inputs.cad.shapes import Shape
from layoutgen.inputs.chosen_outline import join_outlines, numbers_of
from layoutgen.inputs.layer_customs import Customs
from layoutgen.inputs.units import HECTARE_M2, area_range
from layoutgen.sentence import Sentence, harmless, plural

NO_LINE = ("TEXT", "MTEXT", "ATTRIB", "POINT", "INSERT")
LISTED = 8

Named = Mapping[str, Sequence[Shape]]  # role -> shapes


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The boundary, what stands inside it on its own layer, and what is said of the choice."""

    outline: Polygon
    holes: tuple[Polygon, ...] = ()
    open_lines: tuple[LineString, ...] = ()  # on its layer, and part of no outline
    layer: str = ""
    source: tuple[Sentence, ...] = ()
    repairs: tuple[Sentence, ...] = ()
    assumptions: tuple[Sentence, ...] = ()
    unread: tuple[Sentence, ...] = ()


def lines_of(shapes: Sequence[Shape]) -> list[Shape]:
    """Shapes that draw something: neither texts nor marks."""
    return [shape for shape in shapes if shape.kind not in NO_LINE]


def candidates(named: Named, asked: str | None) -> tuple[list[Shape], bool]:
    """Shapes among which the boundary is, and whether their layer tells that it is: the user's layer, else the custom's."""
    everything = [shape for shapes in named.values() for shape in shapes]
    if asked is not None and not numbers_of(asked):
        wanted = asked.strip().casefold()
        return lines_of([shape for shape in everything if shape.layer.casefold() == wanted]), True
    on_layer = lines_of(named.get("boundary", ()))
    return (on_layer, True) if on_layer else (lines_of(named.get("", ())), False)


def find_boundary(named: Named, customs: Customs, file: str, asked: str | None) -> Found:
    """Find the boundary of shapes in metres.

    Parameters
    ----------
    asked
        The user's word: a layer's name, or the number of an outline as an earlier refusal listed them; None = find out.

    Raises
    ------
    InputError
        If no outline can be the site's, or several can.
    """
    shapes, is_named = candidates(named, asked)
    rings = find_rings(shapes, file=file, key="boundary")
    if not rings.outlines:
        _refuse_open(rings, shapes, named, file, asked)
    rivals, small = _rivals(rings.outlines, customs.assume("small_outline_share"), is_named=is_named)
    chosen, joined = join_outlines(_chosen(rivals, file, asked, is_named=is_named), file)
    holes = [Polygon(hole) for hole in chosen.interiors]
    if is_named:
        holes += [Polygon(one.exterior) for one in rings.outlines if chosen.contains(one) and not chosen.equals(one)]
    layer = _layer_of(chosen, shapes)
    left = [one for one in small if not any(one.equals(hole) for hole in holes)] if is_named else []
    return Found(
        outline=Polygon(chosen.exterior),
        holes=tuple(holes),
        open_lines=rings.open_lines,
        layer=layer,
        source=(_where(layer),),
        repairs=(*rings.repairs, *joined, *_kept_out(len(holes))),
        assumptions=() if is_named else (_alone(len(rivals)),),
        unread=(*(left_out(error) for error in rings.refused), *_left(left), *_open(rings)),
    )


def _rivals(outlines: Sequence[Polygon], share: float, *, is_named: bool) -> tuple[list[Polygon], list[Polygon]]:
    """Outlines that may be the site's, the largest first, and those that are too small beside the largest.

    On a boundary's own layer an outline inside another is no rival: it is ground that is kept out.
    """
    least = share * outlines[0].area
    if not is_named:
        least = max(least, area_range().low * HECTARE_M2)
    large = [one for one in outlines if one.area >= least] or list(outlines[:1])
    small = [one for one in outlines if one.area < least and one is not large[0]]
    if not is_named:
        return large, small
    outer: list[Polygon] = []
    for one in large:
        if not any(whole.contains(one) for whole in outer):
            outer.append(one)
    return outer, [one for one in small if not any(whole.contains(one) for whole in outer)]


def _chosen(rivals: Sequence[Polygon], file: str, asked: str | None, *, is_named: bool) -> Sequence[Polygon]:
    numbers = numbers_of(asked)
    if numbers and all(0 < number <= len(rivals) for number in numbers):
        return [rivals[number - 1] for number in dict.fromkeys(numbers)]
    if len(rivals) == 1 and not numbers:
        return rivals
    listed = "; ".join(
        f"{n}: {one.area:,.0f} m2 at ({one.centroid.x:.1f}, {one.centroid.y:.1f})" for n, one in enumerate(rivals[:LISTED], 1)
    )
    where = "" if is_named else ", or put the site alone on a layer such as 用地红线 or BOUNDARY"
    raise InputError(
        file,
        "boundary",
        f"{len(rivals)} outlines: {listed}",
        f"one; say which by --boundary 1, or 1,2 where they adjoin{where}",
    )


def _refuse_open(rings: Rings, shapes: Sequence[Shape], named: Named, file: str, asked: str | None) -> None:
    if rings.refused:
        raise rings.refused[0]
    if asked is not None and not shapes:
        layers = sorted({shape.layer for shapes in named.values() for shape in shapes})
        raise InputError(file, "boundary", harmless(asked), "an outline's number or one of the layers " + ", ".join(layers))
    if rings.open_lines:
        ends = Counter(end for line in rings.open_lines for end in (line.coords[0], line.coords[-1]))
        loose = sorted(end for end, count in ends.items() if count == 1)[:4]
        where = ", ".join(f"({x:.2f}, {y:.2f})" for x, y in loose)
        raise InputError(file, "boundary", f"open: loose ends at {where}", "a closed outline")
    layers = sorted({shape.layer for role in named for shape in lines_of(named[role])})
    held = f"; the drawing has lines on {', '.join(layers[:LISTED])}" if layers else ""
    expected = f"a closed outline on a layer such as 用地红线, REDL, SITE or BOUNDARY, or named by --boundary{held}"
    raise InputError(file, "boundary", "missing", expected)


def _layer_of(outline: Polygon, shapes: Sequence[Shape]) -> str:
    """Layer of the shape that an outline was made of, as far as its corners tell."""
    corners = {(round(x, 2), round(y, 2)) for x, y in np.asarray(outline.exterior.coords)[:, :2].tolist()}
    drawn = ((len(corners & {(round(x, 2), round(y, 2)) for x, y in shape.points}), shape.layer) for shape in shapes)
    return max(drawn, default=(0, ""), key=lambda one: one[0])[1]


def left_out(error: InputError) -> Sentence:
    """What an outline was left out for, without the file's place."""
    what = f"{error.key}: {error.value}"
    return Sentence(en=f"left out: {what}", zh=f"略去：{what}")


def _where(layer: str) -> Sentence:
    return Sentence(en=f"boundary found on the layer {layer}", zh=f"用地红线取自图层 {layer}")


def _alone(count: int) -> Sentence:
    if count > 1:
        return Sentence(
            en="no layer is named like a boundary: the outline that you chose is taken",
            zh="没有图层名为用地红线：采用所指定的轮廓",
        )
    return Sentence(
        en="no layer is named like a boundary: the one closed outline of the drawing is taken",
        zh="没有图层名为用地红线：采用图中唯一的闭合轮廓",
    )


def _kept_out(count: int) -> tuple[Sentence, ...]:
    en = f"boundary: {plural(count, 'outline')} inside it taken as ground that is kept out"
    return (Sentence(en=en, zh=f"用地红线：其内 {count} 个轮廓按保留用地处理"),) if count else ()


def _left(small: Sequence[Polygon]) -> tuple[Sentence, ...]:
    if not small:
        return ()
    count, largest = len(small), small[0].area
    return (
        Sentence(
            en=f"{plural(count, 'small outline')} beside the boundary on its layer (up to {largest:.1f} m2): not used",
            zh=f"用地红线图层上另有 {count} 个小轮廓（最大 {largest:.1f} m²）：未采用",
        ),
    )


def _open(rings: Rings) -> tuple[Sentence, ...]:
    if not rings.open_lines or not rings.outlines:
        return ()
    count, length = len(rings.open_lines), sum(line.length for line in rings.open_lines)
    return (
        Sentence(
            en=f"boundary: {plural(count, 'open line')} ({length:.1f} m) on its layer not used",
            zh=f"用地红线图层上有 {count} 段未闭合的线（{length:.1f} m）：未采用",
        ),
    )
