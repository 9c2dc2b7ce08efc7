"""Roads of a drawing, and runs of the boundary whose road and setback a text beside them tells."""

import re
from collections.abc import Mapping

from shapely.geometry import LineString, Point

from layoutgen.inputs.cad.shapes import Shape
from layoutgen.inputs.checked import check_number, load_ranges
from layoutgen.inputs.dxf_boundary import lines_of
from layoutgen.inputs.dxf_marks import TEXTS
from layoutgen.inputs.layer_customs import ROAD, Customs
from layoutgen.inputs.survey import Road
from layoutgen.model.kinds import RoadClass

ROADS = {"road_arterial": RoadClass.ARTERIAL, "road_collector": RoadClass.COLLECTOR, "road_local": RoadClass.LOCAL}
PAIR = re.compile(r"\b(road|setback|gate)=(\S+)")  # as our own drawings write it
SETBACK = re.compile(r"(?:退界|退线|退让|后退)\s*[:：=]?\s*(\d+(?:\.\d+)?)\s*(?:m|米)?")
NO = ("no", "false", "0")

Named = Mapping[str, list[Shape]]  # role -> shapes


def roads_of(named: Named, customs: Customs, used: set[int]) -> tuple[Road, ...]:
    """Lines of roads; a text beside one that names a class tells more than a layer that only says road.

    Parameters
    ----------
    used
        Gains the identities of the texts that something is made of.
    """
    texts = [shape for shapes in named.values() for shape in shapes if shape.kind in TEXTS]
    classes = [(Point(s.points[0]), ROADS[role], id(s)) for s in texts if (role := customs.road_class(s.text)) in ROADS]
    reach = customs.assume("road_text_m")
    roads = []
    for role, road_class in ROADS.items():
        for shape in lines_of(named.get(role, [])):
            line = LineString(closed_points(shape)) if len(shape.points) > 1 else LineString()
            if line.length > 0.0:
                is_sure = role != ROAD or customs.road_class(shape.layer) in ROADS
                near = [] if is_sure else [one for one in classes if line.dwithin(one[0], reach)]
                nearest = min(near, key=lambda one: line.distance(one[0]), default=None)
                used.update([nearest[2]] if nearest else [])
                roads.append(Road(line=line, road_class=nearest[1] if nearest else road_class))
    return tuple(roads)


def edges_of(named: Named, customs: Customs, used: set[int]) -> tuple[Road, ...]:
    """Runs of the boundary with a text of theirs: road=collector setback=12 gate=no, or 次干路 退界12m.

    Raises
    ------
    InputError
        If a setback is out of its range.
    """
    texts = [shape for shape in named.get("edge", []) if shape.kind in TEXTS]
    edges = []
    for shape in lines_of(named.get("edge", [])):
        line = LineString(closed_points(shape)) if len(shape.points) > 1 else LineString()
        beside = [
            text for text in texts if line.length > 0.0 and line.dwithin(Point(text.points[0]), customs.assume("mark_text_m"))
        ]
        nearest = min(beside, key=lambda text: line.distance(Point(text.points[0])), default=None)
        road = _edge(line, nearest.text, customs) if nearest else None
        if nearest and road:
            used.update((id(nearest), id(shape)))
            edges.append(road)
    return tuple(edges)


def _edge(line: LineString, text: str, customs: Customs) -> Road | None:
    pairs = dict(PAIR.findall(text))
    word, found = pairs.get("road", ""), SETBACK.search(text)
    road_class = RoadClass(word) if word in tuple(RoadClass) else ROADS.get(customs.road_class(text))
    setback = pairs.get("setback", found.group(1) if found else None)
    if road_class is None:
        return None
    setback_m = None
    if setback is not None:
        setback_m = check_number("", "setback", _number(setback), load_ranges("brief")["setback_m"])
    return Road(
        line=line, road_class=road_class, setback_m=setback_m, allows_gate=pairs.get("gate", "") not in NO, is_edge=True
    )


def _number(word: str) -> float | str:
    try:
        return float(word)
    except ValueError:
        return word


def closed_points(shape: Shape) -> tuple[tuple[float, float], ...]:
    """Points of a shape as a line, back to the first where it is closed."""
    return (*shape.points, shape.points[0]) if shape.is_closed else shape.points
