"""Faults of streets and ways: too few, too far apart, too narrow, too wide, too steep, without footways or ways out."""

from random import Random

from shapely import union_all
from shapely.geometry import LineString, Point, Polygon

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Plant, above, below, unlike
from benchmarks.faults.roads import centre_of, city_edges, cut_back, make_footpaths, motor_ways, set_width, take_away, width_of
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

STREET, PATH = "way.street", "way.footpath"
DENSITY = 8.0  # km of city roads a km2, GB 50180 6.0.2
SPACING_M = 300.0  # GB 50180 6.0.2
STREET_M = (14.0, 20.0)  # between red lines, GB 50180 6.0.4
FOOTWAY_M = 2.5  # GB 50180 6.0.4
CLEAR_M, CROWDED_M = 1.2, 1.8  # GB 55019 2.2
WIDTHS_M = {"main": 4.0, "double": 6.0, "access": 2.5, "path": 1.5}  # GB 50180 6.0.3, 6.0.5, GB 50352 5.2.2


# length of city roads
def _density(edit: Edit) -> Breach:
    site = edit.site
    inside = sum(centre_of(edit, one).line.intersection(site).length for one in edit.things(STREET))
    along = sum(one.line.length for one in city_edges(edit))
    return below("km of city roads a km2, those along the site by half", (inside + along / 2.0) * 1000.0 / site.area, DENSITY)


def streets_dropped(edit: Edit, _: Random) -> Breach:
    take_away(edit, edit.some(STREET))
    return _density(edit)


def streets_into_block_roads(edit: Edit, _: Random) -> Breach:
    for street in edit.some(STREET):
        edit.retype(centre_of(edit, street), "centre.attached")
        edit.retype(street, "way.attached")
    return _density(edit)


def edges_without_roads(edit: Edit, _: Random) -> Breach:
    for edge in city_edges(edit):
        edge.set("road", "none")
    take_away(edit, edit.some(STREET)[:1])
    return _density(edit)


# spacing
def _span(edit: Edit) -> Breach:
    """Straight across the site from one side to the other at each half metre of its height, where no street runs."""
    streets = [centre_of(edit, one).line.buffer(0.3) for one in edit.things(STREET)]
    left = edit.site.difference(union_all(streets)) if streets else edit.site
    parts = [one for one in getattr(left, "geoms", [left]) if one.area > 100.0]
    longest = max(side for part in parts for side in (_across(part, 0), _across(part, 1)))
    return above("land without a street, straight across", longest, SPACING_M)


def _across(part: object, axis: int) -> float:
    if not isinstance(part, Polygon):
        return 0.0
    x0, y0, x1, y1 = part.bounds
    low, high = (y0, y1) if axis == 0 else (x0, x1)
    found = 0.0
    for step in range(1, int(high - low), 5):
        at = low + step
        line = LineString([(x0 - 1.0, at), (x1 + 1.0, at)] if axis == 0 else [(at, y0 - 1.0), (at, y1 + 1.0)])
        met = line.intersection(part)
        found = max([found, *(one.length for one in getattr(met, "geoms", [met]))])
    return found


def no_street(edit: Edit, _: Random) -> Breach:
    take_away(edit, edit.some(STREET))
    return _span(edit)


def streets_into_footpaths(edit: Edit, _: Random) -> Breach:
    make_footpaths(edit, edit.some(STREET))
    return _span(edit)


def longest_street_dropped(edit: Edit, _: Random) -> Breach:
    for _number in range(2):
        take_away(edit, [max(edit.some(STREET), key=lambda one: centre_of(edit, one).line.length)])
    return _span(edit)


# footways
def footway_label(edit: Edit, rng: Random) -> Breach:
    street = pick(edit, rng, STREET)
    street.set("footway", "2.0")
    return below("footway of a street as labelled", float(street.value("footway")), FOOTWAY_M, street.id)


def carriageway_too_wide(edit: Edit, rng: Random) -> Breach:
    street = pick(edit, rng, STREET)
    street.set("carriageway", "10.5")
    room = (width_of(edit, street) - float(street.value("carriageway"))) / 2.0
    return below("what the carriageway leaves for a footway", room, FOOTWAY_M, street.id)


def street_drawn_narrow(edit: Edit, rng: Random) -> Breach:
    street = pick(edit, rng, STREET)
    set_width(edit, street, float(street.value("carriageway")) + 3.0)
    room = (width_of(edit, street) - float(street.value("carriageway"))) / 2.0
    return below("what the red lines leave for a footway", room, FOOTWAY_M, street.id)


def street_without_footway(edit: Edit, rng: Random) -> Breach:
    street = pick(edit, rng, STREET)
    street.set("footway", "0.0")
    return unlike("footway of a street as labelled", street.value("footway"), "a width", street.id)


# widths
def _drawn(edit: Edit, way: Thing, wide: float, limit: float) -> Breach:
    set_width(edit, way, wide)
    if wide > limit:
        return above(f"width of a {way.role}", width_of(edit, way), limit, way.id)
    return below(f"width of a {way.role}", width_of(edit, way), limit, way.id)


def drawn(role: str, wide: float, limit: float, longer_m: float = 12.0) -> Plant:
    """Draw one way of a role so wide."""

    def plant(edit: Edit, rng: Random) -> Breach:
        way = pick(edit, rng, role, where=lambda one: centre_of(edit, one).line.length > longer_m)
        return _drawn(edit, way, wide, limit)

    return plant


def path_in_the_garden_narrow(edit: Edit, rng: Random) -> Breach:
    ground = union_all([one.polygon.buffer(-3.0) for one in edit.some("lot.garden", "lot.service", "lot.shops")])
    paths = [one for one in edit.some(PATH) if ground.intersection(centre_of(edit, one).line).length > 4.0]
    if not paths:
        raise NoPlaceError("no footpath in the garden")
    return _drawn(edit, rng.choice(paths), 1.6, CROWDED_M)


def double_lane_narrow(edit: Edit, rng: Random) -> Breach:
    way = pick(edit, rng, "way.main", "way.access", where=lambda one: one.value("lanes") == "2")
    return _drawn(edit, way, 5.5, WIDTHS_M["double"])


def access_labelled_double(edit: Edit, rng: Random) -> Breach:
    way = pick(edit, rng, "way.access")
    way.set("lanes", "2")
    return below("width of a lane labelled with two lanes", width_of(edit, way), WIDTHS_M["double"], way.id)


def footway_narrow(edit: Edit, rng: Random) -> Breach:
    way = pick(edit, rng, "way.main", where=lambda one: float(one.value("footway") or 0.0) > 0.0)
    way.set("footway", "1.0")
    return below("footway of a road as labelled", float(way.value("footway")), CLEAR_M, way.id)


# ways out
def _links(edit: Edit) -> Breach:
    roads = union_all([one.line for one in city_edges(edit)])
    lines = [centre_of(edit, one).line for one in motor_ways(edit)]
    ends = [Point(line.coords[at]) for line in lines for at in (0, -1)]
    return below("roads that reach a road of the city", float(sum(roads.distance(end) < 0.6 for end in ends)), 1.0)


def roads_cut_back(edit: Edit, _: Random) -> Breach:
    """Every road that reaches the red line drawn 4 m shorter there."""
    roads = union_all([one.line for one in city_edges(edit)])
    for way in motor_ways(edit):
        line = centre_of(edit, way).line
        ends = [4.0 if roads.distance(Point(line.coords[at])) < 1.0 else 0.0 for at in (0, -1)]
        if any(ends) and line.length > sum(ends) + 1.1:
            cut_back(edit, way, ends[0], ends[1], width_of(edit, way))
        elif any(ends):
            take_away(edit, [way])
    return _links(edit)


def roads_out_dropped(edit: Edit, _: Random) -> Breach:
    roads = union_all([one.line for one in city_edges(edit)])
    take_away(edit, [one for one in motor_ways(edit) if roads.distance(centre_of(edit, one).line) < 1.0])
    return _links(edit)


def no_road_along_the_site(edit: Edit, _: Random) -> Breach:
    for edge in city_edges(edit):
        edge.set("road", "none")
    lines = [centre_of(edit, one).line for one in motor_ways(edit)]
    return below("edges along a road", float(len(city_edges(edit))) if lines else 0.0, 1.0)


# grade
def steep(grade: float, limit: float) -> Plant:
    """A grade of the site as its facts declare it."""

    def plant(edit: Edit, _: Random) -> Breach:
        edit.set_fact("grade", str(grade))
        return above("steepest grade of the ways", edit.number("grade"), limit)

    return plant


FAULTS = (
    *ways_to_break(
        "streets.density",
        ("ROAD-01",),
        {
            "every street dropped, their length": streets_dropped,
            "every street turned into a road of the blocks": streets_into_block_roads,
            "no road along the site, and a street dropped": edges_without_roads,
        },
    ),
    *ways_to_break(
        "streets.spacing",
        ("ROAD-02.max",),
        {
            "every street dropped, the land between": no_street,
            "every street turned into a footpath": streets_into_footpaths,
            "the two longest streets dropped": longest_street_dropped,
        },
    ),
    *ways_to_break(
        "streets.footway",
        ("ROAD-04",),
        {
            "a street whose label says 2 m of footway": footway_label,
            "a street whose carriageway leaves 1.75 m": carriageway_too_wide,
            "a street drawn too narrow for its footways": street_drawn_narrow,
        },
    ),
    *ways_to_break(
        "streets.footway", ("ROAD-04",), {"a street whose label tells of no footway": street_without_footway}, "blocked"
    ),
    *ways_to_break("ways.width", ("ROAD-03.min",), {"a street 12 m wide": drawn(STREET, 12.0, STREET_M[0])}),
    *ways_to_break("ways.width", ("ROAD-03.max",), {"a street 21 m wide": drawn(STREET, 21.0, STREET_M[1])}),
    *ways_to_break(
        "ways.width", ("ROAD-05.width",), {"a block's main road 3.5 m wide": drawn("way.main", 3.5, WIDTHS_M["main"])}
    ),
    *ways_to_break("ways.width", ("ROAD-06",), {"an access lane 2.2 m wide": drawn("way.access", 2.2, WIDTHS_M["access"])}),
    *ways_to_break(
        "ways.width",
        ("ROAD-09.double",),
        {
            "a road of two lanes 5.5 m wide": double_lane_narrow,
            "an access lane labelled with two lanes": access_labelled_double,
        },
    ),
    *ways_to_break("ways.width", ("ROAD-09.path",), {"a footpath 1.3 m wide": drawn(PATH, 1.3, WIDTHS_M["path"])}),
    *ways_to_break("ways.width", ("ACC-01.crowd",), {"a footpath of the garden 1.6 m wide": path_in_the_garden_narrow}),
    *ways_to_break(
        "ways.clear_width",
        ("ACC-01", "CRC-12.outdoor"),
        {
            "a footpath 1.0 m wide": drawn(PATH, 1.0, CLEAR_M),
            "a road whose footway is 1.0 m": footway_narrow,
            "an access lane 1.1 m wide": drawn("way.access", 1.1, CLEAR_M),
        },
    ),
    *ways_to_break(
        "ways.city_links",
        ("CRC-09.systems.road",),
        {
            "every road cut back 4 m from the red line": roads_cut_back,
            "every road to the red line dropped": roads_out_dropped,
            "a site without a road along it": no_road_along_the_site,
        },
    ),
    *ways_to_break("ways.grade", ("FIRE-09.max",), {"ways of 11 %": steep(0.11, 0.10)}),
    *ways_to_break("ways.grade", ("ACC-02", "ROAD-08.motor"), {"ways of 8.5 %": steep(0.085, 1.0 / 12.0)}),
    *ways_to_break("ways.grade", ("ROAD-08.walk",), {"ways of 8.1 %": steep(0.081, 0.08)}),
    *ways_to_break("ways.grade", ("ROAD-08.bike",), {"ways of 3.5 %": steep(0.035, 0.03)}),
)
