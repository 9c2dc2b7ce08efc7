"""How much of a building's side has a fire lane along it, by rays; and the fire lanes as they can be driven."""

from collections.abc import Iterable

from shapely import union_all
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from benchmarks.faults.drawing import Edit
from benchmarks.faults.placing import Side
from benchmarks.faults.roads import centre_of, fire_lanes

WIDE_M = 4.0  # clear width of a fire lane, GB 55037 3.4.5
ALONG_M = 15.0  # a lane runs along a side within this, our own figure
WHOLE = 0.95  # of a side, our own figure


def share_along(side: Side, lanes: Iterable[BaseGeometry]) -> float:
    """Share of a side before which rays of 15 m meet a lane, a ray each half metre."""
    ground = union_all(list(lanes))
    count = max(int(side.length * 2), 2)
    places = [side.length * (n + 0.5) / count for n in range(count)]
    rays = [LineString([side.at(at, 0.0), side.at(at, ALONG_M)]) for at in places]
    return sum(ray.intersects(ground) for ray in rays) / count


def free_lanes(edit: Edit) -> list[BaseGeometry]:
    """Fire lanes of the asked width by outline and centre line, without the stretches beside which cars stand on them."""
    wide = [one for one in fire_lanes(edit) if one.polygon.area / centre_of(edit, one).line.length >= WIDE_M - 0.1]
    stalls = union_all([one.polygon.buffer(WIDE_M) for one in edit.things("stall.") if one.id.startswith("P-x")])
    return [one.polygon.difference(stalls) for one in wide]
