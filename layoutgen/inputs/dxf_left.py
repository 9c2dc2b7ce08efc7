"""What of a drawing nothing was made of, in sentences: open lines, points without an outline, layers without meaning."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from layoutgen.inputs.cad.rings import Rings
from layoutgen.inputs.cad.shapes import Shape
from layoutgen.inputs.dxf_boundary import left_out
from layoutgen.sentence import Sentence, listed, plural

AREAS = ("keep_out", "building")  # roles of which only outlines are understood
Named = Mapping[str, Sequence[Shape]]  # role -> shapes


def left_over(named: Named, rings: Iterable[Rings], large_marks: int) -> tuple[Sentence, ...]:
    """Outlines that could not be mended, lines that close no ring, points where only outlines count, marks too large."""
    listed_rings = list(rings)
    said = [left_out(error) for found in listed_rings for error in found.refused]
    loose = [line for found in listed_rings for line in found.open_lines]
    if loose:
        count, length = len(loose), sum(line.length for line in loose)
        said.append(
            Sentence(
                en=f"{plural(count, 'open line')} ({length:.1f} m) on layers of keep-outs and buildings: no outline, not used",
                zh=f"保留用地、建筑图层上有 {count} 段线（{length:.1f} m）不成轮廓：未采用",
            )
        )
    points = Counter(shape.layer for role in AREAS for shape in named.get(role, ()) if shape.kind == "POINT")
    if points:
        names = listed(points)
        said.append(Sentence(en=f"points where only outlines count: {names}", zh=f"应为轮廓而只有点：{names}"))
    if large_marks:
        said.append(
            Sentence(
                en=f"{large_marks} things on layers of stops and entrances are too large for a mark: not used",
                zh=f"公交站、出入口图层上有 {large_marks} 个图元过大，不作标记：未采用",
            )
        )
    return tuple(said)


def unknown_layers(named: Named, boundary_layer: str, used: Collection[int]) -> tuple[Sentence, ...]:
    """Layers without a meaning, and those whose meaning is of no use for a site; texts that were used count nowhere.

    Parameters
    ----------
    used
        Identities of the texts and edges that something was made of.
    """
    said = []
    unknown = _counts([shape for shape in named.get("", ()) if id(shape) not in used], boundary_layer)
    if unknown:
        said.append(Sentence(en=f"layers not understood, and not used: {unknown}", zh=f"未识别、未采用的图层：{unknown}"))
    spare = [shape for role in ("ignored", "edge") for shape in named.get(role, ()) if id(shape) not in used]
    ignored = _counts(spare, boundary_layer)
    if ignored:
        said.append(
            Sentence(en=f"layers known, and not used for a site: {ignored}", zh=f"已识别、不用于场地输入的图层：{ignored}")
        )
    return tuple(said)


def _counts(shapes: Iterable[Shape], but: str) -> str:
    """Layers with their things; a block reference counts by what is in it."""
    return listed(Counter(shape.layer for shape in shapes if shape.layer != but and shape.kind != "INSERT"))
