"""Faults of what a part belongs to: a facility to its building, all to its community (drawing.*)."""

from random import Random

from shapely.geometry import Point

from benchmarks.faults.builders import approach, inner, outside, pick, put_upon, scale
from benchmarks.faults.catalogue.drawing_places import BARELY_M
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Fault, Plant, above, below
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break


def _host(edit: Edit, facility: Thing) -> Thing:
    return edit.named(facility.value("building"), "building.")


def facility_moved_out(edit: Edit, rng: Random) -> Breach:
    """Move a facility half out of its building."""
    one = pick(edit, rng, "facility.")
    host = _host(edit, one)
    x0, _, x1, _ = host.polygon.bounds
    one.move(round(x1 - x0, 3), 0.0)
    return above(f"{one.id} beyond {host.id} [m]", outside(one.polygon, host.polygon), BARELY_M, one.id)


def facility_of_another_building(edit: Edit, rng: Random) -> Breach:
    """Write another building into a facility's label."""
    one = pick(edit, rng, "facility.")
    other = pick(edit, rng, "building.", where=lambda building: building.id != one.value("building"))
    one.set("building", other.id)
    return above(f"{one.id} beyond {other.id} [m]", outside(one.polygon, other.polygon), BARELY_M, one.id)


def smaller_host(edit: Edit, rng: Random) -> Breach:
    """Draw a building smaller than the facilities in it."""
    one = pick(edit, rng, "facility.")
    host = _host(edit, one)
    scale(host, 0.7, 0.7)
    host.set_floor_area(host.polygon.area * host.storeys)
    parts = edit.of(host.id, "building", "facility.")
    far = max(parts, key=lambda part: outside(part.polygon, host.polygon))
    return above(f"{far.id} beyond {host.id} [m]", outside(far.polygon, host.polygon), BARELY_M, far.id)


def host_gone(edit: Edit, rng: Random) -> Breach:
    """Take the building of a facility away."""
    one = pick(edit, rng, "facility.")
    edit.delete(_host(edit, one))
    drawn = [building for building in edit.things("building.") if building.id == one.value("building")]
    return below(f"buildings of {one.id} drawn", float(len(drawn)), 1.0, one.id)


def half_in_another_community(edit: Edit, rng: Random) -> Breach:
    """Move a building over the edge of its community."""
    building = pick(edit, rng, "building.dwelling")
    home = next(one for one in edit.some("community") if one.polygon.covers(Point(inner(building))))
    step = approach(building.polygon, home.polygon.exterior, 0.0)
    length = max((step[0] ** 2 + step[1] ** 2) ** 0.5, 1e-9)
    edit.move_building(building, step[0] + step[0] / length * 2.0, step[1] + step[1] / length * 2.0)
    return above(f"{building.id} beyond {home.id} [m]", outside(building.polygon, home.polygon), BARELY_M, building.id)


def smaller_community(edit: Edit, rng: Random) -> Breach:
    """Draw a community's outline in."""
    home = pick(edit, rng, "community")
    was = home.polygon
    scale(home, 0.97, 0.97)
    own = [one for one in edit.things("building.", "ground.", "way.access") if was.covers(Point(inner(one)))]
    far = max(own, key=lambda one: outside(one.polygon, home.polygon))
    return above(f"{far.id} beyond {home.id} [m]", outside(far.polygon, home.polygon), BARELY_M, far.id)


def in_no_community(edit: Edit, rng: Random) -> Breach:
    """Put a bicycle shed upon the main road between the communities."""
    shed = pick(edit, rng, "ground.bike_shed")
    put_upon(shed, pick(edit, rng, "way.city_road"))
    off = min(one.polygon.distance(Point(inner(shed))) for one in edit.some("community"))
    return above(f"{shed.id} off every community [m]", off, BARELY_M, shed.id)


def people_of_a_community(by: int) -> Plant:
    """Write more or fewer people into one community's label."""

    def plant(edit: Edit, rng: Random) -> Breach:
        home = pick(edit, rng, "community")
        home.set("people", str(int(home.value("people")) + by))
        return _people(edit)

    return plant


def people_of_the_whole(edit: Edit, _: Random) -> Breach:
    """State other people of the whole than of its communities."""
    edit.set_fact("people", str(int(edit.number("people")) - 60))
    return _people(edit)


def _people(edit: Edit) -> Breach:
    said = sum(int(one.value("people")) for one in edit.some("community"))
    return above("people of the communities and of the drawing differ by", abs(said - edit.number("people")), 0.5)


def _of_divided(measure: str, ways: dict[str, Plant]) -> tuple[Fault, ...]:
    return tuple(
        Fault(name=name, measure=measure, expects=(measure,), plant=plant, drawings=("divided",))
        for name, plant in ways.items()
    )


def facility_upon(edit: Edit, rng: Random) -> Breach:
    """Draw a facility upon another on the same floor of its building."""
    one = pick(edit, rng, "facility.", where=lambda f: len(edit.of(f.value("building"), "building", "facility.")) > 1)
    others = [f for f in edit.of(one.value("building"), "building", "facility.") if f.id != one.id]
    other = rng.choice(others)
    put_upon(one, other)
    one.set("floors", other.value("floors"))
    return _shared_floor(one, other)


def same_floors(edit: Edit, rng: Random) -> Breach:
    """Write the floors of one facility upon one that lies above it."""
    pairs = [
        (one, other)
        for one in edit.some("facility.")
        for other in edit.of(one.value("building"), "building", "facility.")
        if one.id < other.id and _shared(one, other) > 1.0 and not _floors(one) & _floors(other)
    ]
    if not pairs:
        raise NoPlaceError("no facility lies above another")
    one, other = rng.choice(pairs)
    one.set("floors", other.value("floors"))
    return _shared_floor(one, other)


def larger_facility(edit: Edit, rng: Random) -> Breach:
    """Draw a facility half as large again, over its neighbours on the floor."""
    one = pick(edit, rng, "facility.", where=lambda f: len(edit.of(f.value("building"), "building", "facility.")) > 2)
    grow_by = 1.5
    scale(one, grow_by, grow_by)
    others = [
        f for f in edit.of(one.value("building"), "building", "facility.") if f.id != one.id and _floors(f) & _floors(one)
    ]
    other = max(others, key=lambda f: _shared(one, f), default=one)
    if other is one:
        raise NoPlaceError("nothing else on its floor")
    return _shared_floor(one, other)


def _floors(one: Thing) -> set[str]:
    return set(one.value("floors").split(","))


def _shared(one: Thing, other: Thing) -> float:
    return float(one.polygon.intersection(other.polygon).area)


def _shared_floor(one: Thing, other: Thing) -> Breach:
    both = _shared(one, other) if _floors(one) & _floors(other) else 0.0
    return above(f"{one.id} and {other.id} share [m2]", both, 0.1, one.id, other.id)


FAULTS = (
    *ways_to_break(
        "drawing.facility_overlaps",
        ("drawing.facility_overlaps",),
        {
            "a facility upon another": facility_upon,
            "two facilities of one place on one floor": same_floors,
            "a facility half as large again": larger_facility,
        },
    ),
    *ways_to_break(
        "drawing.facility_parts",
        ("drawing.facility_parts",),
        {
            "a facility out of its building": facility_moved_out,
            "a facility labelled as of another building": facility_of_another_building,
            "a building smaller than its facilities": smaller_host,
            "a facility whose building is gone": host_gone,
        },
    ),
    *_of_divided(
        "drawing.communities",
        {
            "a building over the edge of its community": half_in_another_community,
            "a community drawn in": smaller_community,
            "a shed in no community": in_no_community,
        },
    ),
    *_of_divided(
        "drawing.community_people",
        {
            "four hundred more people in a community": people_of_a_community(400),
            "thirty fewer people in a community": people_of_a_community(-30),
            "other people stated than the communities have": people_of_the_whole,
        },
    ),
)
