"""Where the texts of a user's file stand and how far it reaches, so that no mark covers them."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import cos, isfinite, radians, sin

from layoutgen.drawings.dxf_entities import CAPITAL
from layoutgen.drawings.notes.room import Box
from layoutgen.drawings.paper.measure import width_mm
from layoutgen.drawings.review.dxf_lines import RAW, DxfLines, Span

KINDS = ("TEXT", "MTEXT", "ATTRIB")
AROUND = 2.0  # what stands farther from the site than so many of its widths is no part of the drawing
LONGEST = 200  # letters that are measured of a text
HIGHEST_M = 1000.0  # what is higher is no text of a plan

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What stands in a file's model space, in metres of the file's frame."""

    texts: tuple[Box, ...]
    beside: tuple[Bounds, ...]  # west, south, east, north of what else stands outside the site: legends, tables, frames
    east: float | None  # of what stands on or near the site


def drawn_in(file: DxfLines, left_out: Sequence[Span], site: Bounds, unit_m: float) -> Drawn:
    """Texts, and what stands beside the site, if it is not far away.

    Parameters
    ----------
    left_out
        Marks of an earlier time.
    unit_m
        Metres in a unit of the file.
    """
    window = _grown(site)
    away = {tag for span in left_out for tag in range(span.first, span.end)}
    texts: list[Box] = []
    beside: list[Bounds] = []
    east: float | None = None
    for span in file.spans("ENTITIES"):
        if span.first in away or file.first_value(span, "67") == "1":
            continue
        points = [(x * unit_m, y * unit_m) for x, y in _points(file, span)]
        points = [point for point in points if _is_in(point, window)]
        box = _text_box(file, span, unit_m) if span.kind in KINDS and points else None
        if box is not None:
            texts.append(box)
            points.append((box.middle[0] + box.width / 2.0, box.middle[1]))
        elif points and not any(_is_in(point, site) for point in points):
            beside.append(_bounds(points))
        east = max([*(x for x, _ in points), *([] if east is None else [east])], default=None)
    return Drawn(texts=tuple(texts), beside=tuple(beside), east=east)


def _grown(site: Bounds) -> Bounds:
    west, south, east, north = site
    around = AROUND * max(east - west, north - south)
    return west - around, south - around, east + around, north + around


def _is_in(point: tuple[float, float], bounds: Bounds) -> bool:
    return bounds[0] <= point[0] <= bounds[2] and bounds[1] <= point[1] <= bounds[3]


def _bounds(points: Sequence[tuple[float, float]]) -> Bounds:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _points(file: DxfLines, span: Span) -> Iterator[tuple[float, float]]:
    for tag in range(span.first, span.end - 1):
        if file.code(tag) in ("10", "11", "13", "14") and file.code(tag + 1).startswith("2"):
            with suppress(ValueError):
                yield float(file.value(tag)), float(file.value(tag + 1))


def _text_box(file: DxfLines, span: Span, unit_m: float) -> Box | None:
    """Box of a text by its height and letters."""
    said = file.first_value(span, "1").encode(RAW)[:LONGEST].decode("utf-8", errors="replace")
    height = _number(file, span, "40") * unit_m / CAPITAL
    if not said or not 0.0 < height < HIGHEST_M:
        return None
    wide = width_mm(said, height)
    across, up = int(_number(file, span, "72")), int(_number(file, span, "73"))
    is_aligned = span.kind != "MTEXT" and (across or up)
    x, y = (_number(file, span, code) * unit_m for code in (("11", "21") if is_aligned else ("10", "20")))
    if span.kind == "MTEXT":
        attached = int(_number(file, span, "71")) or 1
        across, up = (attached - 1) % 3, 3 - (attached - 1) // 3
    right = {0: 0.5, 2: -0.5}.get(across, 0.0) * wide
    above = 0.0 if across == 4 else {0: 0.5, 1: 0.5, 3: -0.5}.get(up, 0.0) * height
    turn = radians(_number(file, span, "50"))
    middle = (x + right * cos(turn) - above * sin(turn), y + right * sin(turn) + above * cos(turn))
    return Box(middle=middle, width=wide, height=height, turn_deg=round(_number(file, span, "50"), 3))


def _number(file: DxfLines, span: Span, code: str) -> float:
    with suppress(ValueError):
        value = float(file.first_value(span, code) or 0.0)
        return value if isfinite(value) else 0.0
    return 0.0
