"""Centre lines that end at another way's kerb, led straight on to that way's centre line: there one turns."""

from collections.abc import Sequence
from dataclasses import replace

import shapely
from shapely.geometry import LineString, Point

from layoutgen.model.plan import Way
from layoutgen.walking.cuts import Link, outline_links

SKEW = 4.0  # how much longer than the straight way across a kerb the way along the lane may be


def led_on(ways: Sequence[Way]) -> list[Way]:
    """The ways, each end that lies in or at another's outline moved along its own direction to the other's centre line."""
    lines = [way.centre for way in ways]
    shortest: dict[tuple[int, float], Link] = {}
    for link in sorted(outline_links(lines, [way.outline for way in ways]), key=lambda link: (link.length, link.end)):
        shortest.setdefault(link.start, link)
    led = list(lines)
    for (number, along), link in sorted(shortest.items()):
        hit = _met(lines[number], lines[link.end[0]], is_start=along == 0.0, reach_m=SKEW * link.length)
        if hit is not None:
            coords = [(float(x), float(y)) for x, y in shapely.get_coordinates(led[number]).tolist()]
            led[number] = LineString([hit, *coords] if along == 0.0 else [*coords, hit])
    return [replace(way, centre=line) for way, line in zip(ways, led, strict=True)]


def _met(line: LineString, other: LineString, *, is_start: bool, reach_m: float) -> tuple[float, float] | None:
    """Where a line led on beyond one of its ends first meets another; None where it does not within the reach."""
    inner, end = (Point(line.coords[k]) for k in ((1, 0) if is_start else (-2, -1)))
    run = inner.distance(end)
    if run == 0.0:
        return None
    far = Point(end.x + (end.x - inner.x) / run * reach_m, end.y + (end.y - inner.y) / run * reach_m)
    found = shapely.get_coordinates(shapely.intersection(LineString([end, far]), other))
    if not len(found):
        return None
    x, y = min(((float(x), float(y)) for x, y in found.tolist()), key=lambda at: (end.distance(Point(at)), at))
    return x, y
