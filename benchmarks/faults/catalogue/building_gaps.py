"""Faults of how near buildings stand to roads and to each other (faces.*, gables.*, windows.*)."""

from random import Random

from shapely.geometry import LineString

from benchmarks.faults.builders import add_building, approach, pick, restack, stretch, unit
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Plant, below
from benchmarks.faults.thing import At, Thing
from benchmarks.faults.ways import ways_to_break

HIGH_RISE_M = 27.0  # figures F-36: above 27 m of fire height a dwelling building is a high-rise


GABLES_M = {"GB180-D17.gables.low": 6.0, "GB180-D17.gables.high": 13.0}  # figures D.17


VIEW_M = 18.0  # figures D.17: visual privacy


CITY_FACES_M, BLOCK_FACES_M = 2.0, 1.5  # figures D.8: gables; façades need more


def _roads(edit: Edit, road: str) -> list[Thing]:
    return edit.some("way.street") if road == "city" else edit.some("way.main", "way.access")


def _edge(way: Thing) -> object:
    """Outer edge of a road: a block road's footways lie beside its outline."""
    footway = float(way.value("footway") or "0") if way.role != "way.street" else 0.0
    return way.polygon.buffer(footway, join_style="mitre")


def up_to_a_road(road: str, gap_m: float, least_m: float, role: str = "building.dwelling") -> Plant:
    """Move a building up to a road."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = pick(edit, rng, role)
        way = min(_roads(edit, road), key=lambda other: other.polygon.distance(one.polygon))
        edit.move_building(one, *approach(one.polygon, _edge(way), gap_m))
        return below(f"{one.id} off {way.id} [m]", one.polygon.distance(_edge(way)), least_m, one.id)

    return plant


def road_up_to_a_building(road: str, gap_m: float, least_m: float) -> Plant:
    """Widen a road up to the building beside it."""

    def plant(edit: Edit, rng: Random) -> Breach:
        way = rng.choice(_roads(edit, road))
        one = min(edit.some("building."), key=lambda building: building.polygon.distance(way.polygon))
        by = one.polygon.distance(_edge(way)) - gap_m
        if by <= 0.0:
            raise NoPlaceError(f"{one.id} stands as near already")
        wider = way.polygon.buffer(by, join_style="mitre")
        way.reshape(list(wider.exterior.coords)[:-1])
        return below(f"{one.id} off {way.id} [m]", one.polygon.distance(_edge(way)), least_m, one.id)

    return plant


def _pair(edit: Edit, rng: Random, along: bool, reach_m: float) -> tuple[Thing, Thing, At, float]:
    """Two homes, one straight before the gable (or long side) of the other, with the direction and how far apart.

    Raises
    ------
    NoPlaceError
        If there are none.
    """
    homes = edit.some("building.dwelling")
    rng.shuffle(homes)
    for one in homes:
        long, short, length, depth = unit(one)
        for sign in (1.0, -1.0):
            way = (long[0] * sign, long[1] * sign) if along else (short[0] * sign, short[1] * sign)
            middle = one.polygon.centroid
            half = (length if along else depth) / 2.0
            ray = LineString(
                [(middle.x, middle.y), (middle.x + way[0] * (half + reach_m), middle.y + way[1] * (half + reach_m))]
            )
            hit = [other for other in homes if other.id != one.id and other.polygon.intersects(ray)]
            for other in sorted(hit, key=lambda home: home.polygon.distance(one.polygon))[:1]:
                theirs = unit(other)[0]
                if abs(theirs[0] * long[0] + theirs[1] * long[1]) > 0.99 and one.polygon.distance(other.polygon) > 0.5:
                    return one, other, way, float(one.polygon.distance(other.polygon))
    raise NoPlaceError("no two homes look at each other so")


def _gable_clause(one: Thing, other: Thing) -> float:
    is_high = max(one.heights[1], other.heights[1]) > HIGH_RISE_M
    return GABLES_M["GB180-D17.gables.high" if is_high else "GB180-D17.gables.low"]


def gables_moved(edit: Edit, rng: Random) -> Breach:
    """Move a home along its row until the gables stand four metres apart."""
    one, other, way, apart = _pair(edit, rng, True, 60.0)
    edit.move_building(one, way[0] * (apart - 4.0), way[1] * (apart - 4.0))
    return below("gables apart [m]", one.polygon.distance(other.polygon), _gable_clause(one, other), one.id, other.id)


def gables_lengthened(edit: Edit, rng: Random) -> Breach:
    """Lengthen a home toward the next of its row."""
    one, other, way, apart = _pair(edit, rng, True, 40.0)
    _, _, length, _ = unit(one)
    stretch(one, way, 1.0 + 2.0 * (apart - 5.0) / length)
    return below("gables apart [m]", one.polygon.distance(other.polygon), _gable_clause(one, other), one.id, other.id)


def gables_raised(edit: Edit, rng: Random) -> Breach:
    """Raise one of two homes to a high-rise, whose gables stand less than 13 m apart."""
    one, other, _, _ = _pair(edit, rng, True, 12.5)
    restack(one, 11)
    return below("gables apart [m]", one.polygon.distance(other.polygon), _gable_clause(one, other), one.id, other.id)


def rows_moved(edit: Edit, rng: Random) -> Breach:
    """Move a home toward the next row until their windows look at each other at twelve metres."""
    one, other, way, apart = _pair(edit, rng, False, 60.0)
    edit.move_building(one, way[0] * (apart - 12.0), way[1] * (apart - 12.0))
    return _view(edit, one, other)


def rows_deepened(edit: Edit, rng: Random) -> Breach:
    """Deepen a home toward the next row's windows."""
    one, other, way, apart = _pair(edit, rng, False, 60.0)
    _, _, _, depth = unit(other)
    stretch(other, way, 1.0 + 2.0 * (apart - 11.0) / depth)
    return _view(edit, one, other)


def a_home_between(edit: Edit, rng: Random) -> Breach:
    """Build a home of two storeys in the yard between two rows."""
    one, _, way, apart = _pair(edit, rng, False, 70.0)
    x, y = one.polygon.centroid.x, one.polygon.centroid.y
    _, _, _, depth = unit(one)
    here = depth / 2.0 + 8.0
    across = (-way[1], way[0])
    corners = [
        (x + way[0] * (here + i) + across[0] * j, y + way[1] * (here + i) + across[1] * j)
        for i, j in ((0.0, -10.0), (0.0, 10.0), (6.0, 10.0), (6.0, -10.0))
    ]
    if apart < 20.0:
        raise NoPlaceError("no room between the rows")
    new = add_building(edit, "between", corners, 2, "building.dwelling")
    new.set_dwellings(2)
    return _view(edit, one, new)


def _view(edit: Edit, one: Thing, other: Thing) -> Breach:
    """How far either's windows look straight out before they meet the other."""
    found = []
    for home, wall in ((one, other), (other, one)):
        for window in edit.of(home.id, "building", "window"):
            (x0, y0), (x1, y1) = window.points[0], window.points[-1]
            length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
            out = ((y1 - y0) / length * 30.0, -(x1 - x0) / length * 30.0)  # outside is on the right
            middle = ((x0 + x1) / 2.0, (y0 + y1) / 2.0)
            seen = LineString([middle, (middle[0] + out[0], middle[1] + out[1])]).intersection(wall.polygon)
            if not seen.is_empty and window.value("room") in ("living", "bedroom"):
                found.append((seen.distance(LineString(window.points)), home.id))
    distance, who = min(found, default=(VIEW_M, ""))
    return below("windows look at another home [m]", distance, VIEW_M, who)


CITY = ("GB180-6.0.5.city.facade", "GB180-6.0.5.city.entrance", "GB180-6.0.5.city.gable")


BLOCK = ("GB180-6.0.5.block.facade", "GB180-6.0.5.block.entrance", "GB180-6.0.5.block.gable")


FAULTS = (
    *ways_to_break(
        "faces.road_gap",
        CITY,
        {
            "a home up to a street": up_to_a_road("city", 1.2, CITY_FACES_M),
            "services up to a street": up_to_a_road("city", 1.0, CITY_FACES_M, "building.service"),
            "a street up to a building": road_up_to_a_building("city", 1.0, CITY_FACES_M),
        },
    ),
    *ways_to_break(
        "faces.road_gap",
        BLOCK,
        {
            "a home up to a block road": up_to_a_road("block", 0.8, BLOCK_FACES_M),
            "services up to a block road": up_to_a_road("block", 0.8, BLOCK_FACES_M, "building.service"),
            "a block road up to a building": road_up_to_a_building("block", 0.6, BLOCK_FACES_M),
        },
    ),
    *ways_to_break(
        "gables.gap",
        ("GB180-D17.gables.low", "GB180-D17.gables.high"),
        {
            "gables four metres apart": gables_moved,
            "a home lengthened toward the next gable": gables_lengthened,
            "a home raised beside a near gable": gables_raised,
        },
    ),
    *ways_to_break(
        "windows.view_gap",
        ("GB180-D17.privacy",),
        {
            "rows twelve metres apart": rows_moved,
            "a home deepened toward the windows": rows_deepened,
            "a home in the yard between": a_home_between,
        },
    ),
)
