"""Faults of what the planning conditions allow on the site, and of the road to it (site.*)."""

from random import Random

from benchmarks.faults.builders import area_together, grow, pick, restack, scale
from benchmarks.faults.catalogue.blocks import SOFT
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, Plant, above, below
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

ACCESS_M = (7.0, 4.0)  # figures D.8: GB 50352 4.2.1, above 3 000 m2 of floor area one road of 7 m or two of 4 m


CONDITIONED = ("usual", "conditions")


def _condition(edit: Edit, name: str) -> float:
    """A planning condition as the drawing states it; infinite where it states none."""
    return float(edit.fact(f"condition.{name}") or "inf")


def _far(edit: Edit, says: str) -> Breach:
    floors = sum(one.polygon.area * one.storeys for one in edit.things("building."))
    return above(f"{says}: FAR of the site", floors / edit.site.area, _condition(edit, "far_max"))


def _density(edit: Edit, says: str) -> Breach:
    land = edit.site
    share = area_together([one.polygon.intersection(land) for one in edit.things("building.")]) / land.area
    return above(f"{says}: density of the site", share, _condition(edit, "density_max"))


def higher_everywhere(edit: Edit, _: Random) -> Breach:
    """Twice the storeys on every home."""
    for one in edit.some("building.dwelling"):
        restack(one, one.storeys * 2)
    return _far(edit, "twice the storeys")


def site_drawn_in(edit: Edit, _: Random) -> Breach:
    """Draw the red line in, so that half the land is left."""
    scale(edit.some("site")[0], 0.7, 0.7)
    return _far(edit, "half the land")


def service_towers(edit: Edit, _: Random) -> Breach:
    """Make towers of what is no home."""
    for one in edit.some("building.service", "building.kindergarten", "building.shops"):
        restack(one, 60)
    for one in edit.some("building.dwelling")[::2]:
        restack(one, one.storeys + 8)
    return _far(edit, "towers")


def wider_homes(edit: Edit, _: Random) -> Breach:
    """Every home twice as deep."""
    for one in edit.some("building.dwelling"):
        grow(one, 1.0, 2.2)
    return _density(edit, "homes twice as deep")


def halls(edit: Edit, _: Random) -> Breach:
    """A flat hall over the middle of every block."""
    for block in edit.some("block"):
        hall = block.polygon.buffer(-20.0)
        if hall.geom_type == "Polygon" and not hall.is_empty:
            words = ("1F", "H5.40/4.20/5.40", f"{hall.area:.2f}㎡", f"block={block.id}", "phase=1", "rating=II")
            edit.add("building.shops", f"hall-{block.id}", list(hall.exterior.coords)[:-1], words)
    return _density(edit, "halls")


def larger_homes(edit: Edit, _: Random) -> Breach:
    """Draw every home half as long again and half as deep again."""
    for one in edit.some("building.dwelling"):
        grow(one, 1.5, 1.5)
    return _density(edit, "larger homes")


def one_building(says: str, storeys: int, role: str, storey_m: float = 3.0) -> Plant:
    """Raise one building above the caps of height and storeys."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = pick(edit, rng, role)
        restack(one, storeys, storey_m)
        cap = _condition(edit, "height_max_m")
        return above(f"{says}: planning height of {one.id} [m]", one.heights[0], cap, one.id)

    return plant


def too_many_storeys(role: str, more: int) -> Plant:
    """Raise one building above the cap of storeys."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = pick(edit, rng, role)
        cap = _condition(edit, "storeys_max")
        if cap < 200.0:
            restack(one, int(cap) + more)
        return above(f"storeys of {one.id}", float(one.storeys), cap, one.id)

    return plant


def cap_lowered(name: str, to: str, measure: str) -> Plant:
    """The city allows less than is drawn."""

    def plant(edit: Edit, _: Random) -> Breach:
        if not edit.fact(f"condition.{name}"):
            return above("no such condition", 0.0, 1.0)
        edit.set_fact(f"condition.{name}", to)
        top = max(edit.some("building."), key=lambda one: (one.storeys, one.heights[0]))
        value = {"storeys": float(top.storeys), "height": top.heights[0]}[measure]
        return above(f"{measure} of {top.id}", value, float(to), top.id)

    return plant


def _green(edit: Edit, says: str) -> Breach:
    land = edit.site
    share = area_together([one.polygon.intersection(land) for one in edit.things(*SOFT)]) / land.area
    return below(f"{says}: green of the site", share, float(edit.fact("condition.green_min") or "0"))


def without_green(edit: Edit, _: Random) -> Breach:
    """Take all green away but the central ones."""
    edit.delete(*edit.some("ground.green"))
    return _green(edit, "green taken away")


def paved_green(edit: Edit, _: Random) -> Breach:
    """Pave every green."""
    for one in edit.some("ground.green"):
        edit.retype(one, "ground.paved")
    return _green(edit, "green paved")


def shrunken_green(edit: Edit, _: Random) -> Breach:
    """Shrink every green to a third."""
    for one in edit.some(*SOFT):
        scale(one, 0.55, 0.55)
        if not one.polygon.is_valid:  # the millimetre grid made a knot of it
            edit.delete(one)
    return _green(edit, "green shrunk")


def _entering(edit: Edit) -> list[Thing]:
    """Ways for cars that end on the red line, as on a site that lies along no road: every edge is made such a one."""
    for edge in edit.some("edge"):
        edge.set("road", "none")
        edge.set("gate", "no")
    line = edit.site.exterior
    found = []
    for way in edit.things("way.street", "way.main", "way.attached", "way.access"):
        centre = edit.thing(way.role.replace("way.", "centre."), way.id).line
        if any(line.distance(end) <= 3.0 for end in centre.boundary.geoms):
            found.append(way)
    return found


def _narrow(edit: Edit, way: Thing, width_m: float) -> float:
    centre = edit.thing(way.role.replace("way.", "centre."), way.id).line
    way.reshape(list(centre.buffer(width_m / 2.0, cap_style="flat", join_style="mitre").exterior.coords)[:-1])
    return float(way.polygon.area / centre.length)


def _without(edit: Edit, ways: list[Thing]) -> None:
    for way in ways:
        edit.delete(way, edit.thing(way.role.replace("way.", "centre."), way.id))


def no_access_road(edit: Edit, _: Random) -> Breach:
    """A site off the city's roads to which no road leads."""
    entering = _entering(edit)
    _without(edit, entering)
    return below("widest way that enters the site [m]", 0.0, ACCESS_M[0])


def narrow_access_roads(edit: Edit, _: Random) -> Breach:
    """A site off the city's roads to which only lanes of 3.5 m lead."""
    widths = [_narrow(edit, way, 3.5) for way in _entering(edit)]
    return below("widest way that enters the site [m]", max(widths, default=0.0), ACCESS_M[1])


def one_access_road_of_six(edit: Edit, rng: Random) -> Breach:
    """A site off the city's roads to which one road of 6 m leads."""
    entering = _entering(edit)
    if not entering:
        return below("no way enters", ACCESS_M[0], ACCESS_M[0])
    kept = rng.choice(entering)
    _without(edit, [way for way in entering if way.id != kept.id])
    return below("the one way that enters the site [m]", _narrow(edit, kept, 6.0), ACCESS_M[0])


FAULTS = (
    *ways_to_break(
        "site.far",
        ("COND.far",),
        {"twice the storeys": higher_everywhere, "half the land": site_drawn_in, "towers for services": service_towers},
        drawings=CONDITIONED,
    ),
    *ways_to_break(
        "site.density",
        ("COND.density",),
        {"every home twice as deep": wider_homes, "a hall in every block": halls, "every home larger": larger_homes},
        drawings=CONDITIONED,
    ),
    *ways_to_break(
        "site.height",
        ("COND.height",),
        {
            "a home above the cap": one_building("restacked", 28, "building.dwelling"),
            "a service tower above the cap": one_building("restacked", 28, "building.service"),
            "high storeys above the cap": one_building("restacked", 9, "building.dwelling", 9.2),
            "a cap below what is drawn": cap_lowered("height_max_m", "15", "height"),
        },
        drawings=CONDITIONED,
    ),
    *ways_to_break(
        "site.storeys",
        ("COND.storeys",),
        {
            "a storey above the cap": too_many_storeys("building.dwelling", 1),
            "services ten storeys above the cap": too_many_storeys("building.service", 10),
            "a cap of storeys below what is drawn": cap_lowered("storeys_max", "5", "storeys"),
        },
        drawings=CONDITIONED,
    ),
    *ways_to_break(
        "site.green_ratio",
        ("COND.green",),
        {"no green but the central": without_green, "every green paved": paved_green, "every green shrunk": shrunken_green},
        drawings=CONDITIONED,
    ),
    *ways_to_break(
        "site.access_road",
        ("ROAD-13",),
        {
            "no road to a site off the roads": no_access_road,
            "lanes of 3.5 m to a site off the roads": narrow_access_roads,
            "one road of 6 m to a site off the roads": one_access_road_of_six,
        },
    ),
)
