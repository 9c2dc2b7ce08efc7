"""Faults of a kindergarten's outdoor grounds: class grounds, shared ground, track and sand pit."""

from random import Random

from benchmarks.faults.builders import box_at, inner, shrink_to
from benchmarks.faults.drawing import Edit
from benchmarks.faults.facility_changes import facility, first, retyped, scaled_to, silent, taken_away, without_word
from benchmarks.faults.fault import Breach, Fault, Plant, below
from benchmarks.faults.thing import Thing

SCHOOL, CLASS, SHARED = facility("kindergarten"), "ground.class_ground", "ground.shared_ground"
TRACK, PIT = "ground.running_track", "ground.sand_pit"
PER_CHILD_M2, TRACK_M, GAP_M = 2.0, 30.0, 0.5  # guide 3.1(2); JGJ 39 3.2.3; the gap is our number
OUT = {CLASS: ("CRC-B02.out1", "JGJ39-3.2.3.class"), SHARED: ("CRC-B02.out2", "JGJ39-3.2.3.shared")}
OWN = ("CRC-B02.out1.b",)
AWAY_M = 300.0


def _children(edit: Edit) -> float:
    return float(first(edit, SCHOOL).value("children"))


def _per_child(edit: Edit, role: str) -> float:
    return sum(one.polygon.area for one in edit.things(role)) / _children(edit)


# area a child
def _small(role: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        share = 1.8 / _per_child(edit, role)
        for one in edit.some(role):
            shrink_to(one, one.polygon.area * share)
        return below(f"{role} a child [m2]", _per_child(edit, role), PER_CHILD_M2)

    return plant


def _crowded(role: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        school = first(edit, SCHOOL)
        school.set("children", f"{int(_per_child(edit, role) * _children(edit) / 1.8) + 1}")
        return below(f"{role} a child [m2]", _per_child(edit, role), PER_CHILD_M2)

    return plant


def _built_upon(role: str) -> Plant:
    """A house stands on the ground."""

    def plant(edit: Edit, _: Random) -> Breach:
        for number, one in enumerate(edit.some(role)):
            words = ["1F", "H4.20/4.20/4.20", f"{one.polygon.area:.2f}㎡", f"lot={one.value('lot')}", "phase=1", "rating=II"]
            edit.add("building.utility", f"house-{number}", one.points, words)
        return below(f"{role} that is not built upon, a child [m2]", 0.0, PER_CHILD_M2)

    return plant


def _of_another(role: str) -> Plant:
    """The grounds are another facility's by their labels."""

    def plant(edit: Edit, _: Random) -> Breach:
        for one in edit.some(role):
            one.set("of", first(edit, facility("nursery")).id)
        mine = [one for one in edit.things(role) if one.value("of") == first(edit, SCHOOL).id]
        return below(f"{role} of the kindergarten a child [m2]", float(len(mine)), PER_CHILD_M2)

    return plant


# class grounds
def _one_away(edit: Edit, rng: Random) -> Breach:
    edit.delete(rng.choice(edit.some(CLASS)))
    return _grounds_a_class(edit, len(edit.things(CLASS)))


def _grounds_a_class(edit: Edit, count: int) -> Breach:
    classes = float(first(edit, SCHOOL).value("classes"))
    return below("class grounds a class", count / classes, 1.0)


def _more_classes(edit: Edit, _: Random) -> Breach:
    school = first(edit, SCHOOL)
    school.set("classes", f"{len(edit.some(CLASS)) + 1}")
    return _grounds_a_class(edit, len(edit.things(CLASS)))


def _two_in_one(edit: Edit, rng: Random) -> Breach:
    one, other = rng.sample(edit.some(CLASS), 2)
    (x, y), (u, v) = inner(one), inner(other)
    one.move(u - x, v - y)
    return _grounds_a_class(edit, len(edit.things(CLASS)) - 1)


def _one_shared(edit: Edit, rng: Random) -> Breach:
    edit.retype(rng.choice(edit.some(CLASS)), SHARED)
    return _grounds_a_class(edit, len(edit.things(CLASS)))


def _in_the_park(edit: Edit, rng: Random) -> Breach:
    """A class ground lies far from the kindergarten's plot, in the garden."""
    one, garden = rng.choice(edit.some(CLASS)), first(edit, "lot.garden")
    (x, y), (u, v) = inner(one), inner(garden)
    one.move(round(u - x, 3), round(v - y, 3))
    plot = first(edit, "lot.kindergarten").polygon
    return _grounds_a_class(edit, sum(plot.covers(ground.polygon.centroid) for ground in edit.things(CLASS)))


def _built_class(edit: Edit, rng: Random) -> Breach:
    """A house stands upon a class ground."""
    one = rng.choice(edit.some(CLASS))
    words = ["1F", "H4.20/4.20/4.20", "9.00㎡", "phase=1", "rating=II"]
    house = edit.add("building.utility", "house-9", box_at(inner(one), 3.0, 3.0), words)
    return _grounds_a_class(edit, sum(g.polygon.intersection(house.polygon).area < 0.01 for g in edit.things(CLASS)))


# gap between class grounds
def _pair(edit: Edit) -> tuple[Thing, Thing]:
    found = edit.some(CLASS)
    pairs = [(a, b) for i, a in enumerate(found) for b in found[i + 1 :]]
    return min(pairs, key=lambda pair: pair[0].polygon.distance(pair[1].polygon))


def _gap(a: Thing, b: Thing) -> Breach:
    return below(f"gap of {a.id} and {b.id} [m]", a.polygon.distance(b.polygon), GAP_M, a.id, b.id)


def _closer(edit: Edit, _: Random) -> Breach:
    a, b = _pair(edit)
    gap = a.polygon.distance(b.polygon)
    (x, y), (u, v) = inner(a), inner(b)
    reach = ((u - x) ** 2 + (v - y) ** 2) ** 0.5
    share = (gap - 0.2) / reach
    a.move(round((u - x) * share, 3), round((v - y) * share, 3))
    return _gap(a, b)


def _swollen(edit: Edit, _: Random) -> Breach:
    a, b = _pair(edit)
    scaled_to(a, a.polygon.area * 1.5)
    return _gap(a, b)


def _no_gaps(edit: Edit, _: Random) -> Breach:
    for one in edit.some(CLASS):
        scaled_to(one, one.polygon.area * 1.3)
    return _gap(*_pair(edit))


# track and sand pit
def _short_track(length_m: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, TRACK)
        west, south, east, north = one.polygon.bounds
        share = length_m / max(east - west, north - south)
        x, y = (share, 1.0) if east - west > north - south else (1.0, share)
        one.reshape([(west + (u - west) * x, south + (v - south) * y) for u, v in one.points])
        _, __, right, top = one.polygon.bounds
        return below("length of the track [m]", max(right - west, top - south), TRACK_M)

    return plant


def _off_shared(role: str, limit: float) -> Plant:
    """The track or pit lies far from the shared ground."""

    def plant(edit: Edit, _: Random) -> Breach:
        for one in edit.some(role):
            one.move(AWAY_M, AWAY_M)
        shared = first(edit, SHARED).polygon
        return below(f"{role} on the shared ground", float(sum(shared.covers(o.polygon) for o in edit.things(role))), limit)

    return plant


def _without_shared(role: str, limit: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        edit.delete(*edit.some(SHARED))
        return below(f"{role} on a shared ground", 0.0, limit)

    return plant


def _house_over(role: str, limit: float) -> Plant:
    """A house stands upon the track or pit."""

    def plant(edit: Edit, _: Random) -> Breach:
        words = ["1F", "H4.20/4.20/4.20", "9.00㎡", "phase=1", "rating=II"]
        for number, one in enumerate(edit.some(role)):
            edit.add("building.utility", f"house-{number}", box_at(inner(one), 3.0, 3.0), words)
        houses = [house.polygon for house in edit.things("building.utility")]
        free = sum(all(one.polygon.intersection(house).area < 0.01 for house in houses) for one in edit.things(role))
        return below(f"{role} in the open", float(free), limit)

    return plant


def _over_the_edge(edit: Edit, _: Random) -> Breach:
    """The sand pit reaches beyond the shared ground."""
    pit, shared = first(edit, PIT), first(edit, SHARED)
    x, y = shared.points[0]
    pit.reshape(box_at((x, y), 3.0, 3.0))
    return below("sand pits whole on the shared ground", float(shared.polygon.covers(pit.polygon)), 1.0)


FAULTS = (
    *(
        Fault(name=f"{role}: {says}", measure="facility.outdoor_per_child", expects=clauses, plant=make(role))
        for role, clauses in OUT.items()
        for says, make in (
            ("1.8 m2 a child", _small),
            ("more children than it has room for", _crowded),
            ("built upon", _built_upon),
            ("another's by their labels", _of_another),
        )
    ),
    *(
        Fault(name=f"{role}: none", measure="facility.outdoor_per_child", expects=clauses, plant=taken_away(role))
        for role, clauses in OUT.items()
    ),
    Fault(
        name="a kindergarten that does not say its children",
        measure="facility.outdoor_per_child",
        expects=OUT[CLASS],
        plant=silent(SCHOOL, "children"),
        turns=("blocked",),
    ),
    *(
        Fault(name=name, measure="facility.class_grounds", expects=OWN, plant=plant)
        for name, plant in (
            ("a class ground is taken away", _one_away),
            ("a class more than there are grounds", _more_classes),
            ("two class grounds in one place", _two_in_one),
            ("a class ground is drawn as shared", _one_shared),
            ("a class ground lies in the garden", _in_the_park),
            ("a house upon a class ground", _built_class),
        )
    ),
    *(
        Fault(name=name, measure="facility.class_ground_gap", expects=("CRC-B02.sep",), plant=plant)
        for name, plant in (
            ("two class grounds 0.2 m apart", _closer),
            ("a class ground reaches its neighbour", _swollen),
            ("class grounds without gaps", _no_gaps),
        )
    ),
    *(
        Fault(name=name, measure="facility.track_length", expects=("JGJ39-3.2.3.track",), plant=plant)
        for name, plant in (
            ("a track of 29 m", _short_track(29.0)),
            ("a track of 15 m", _short_track(15.0)),
            ("the track lies elsewhere", _off_shared(TRACK, 1.0)),
            ("no shared ground under the track", _without_shared(TRACK, 1.0)),
            ("no track", taken_away(TRACK)),
            ("a house upon the track", _house_over(TRACK, 1.0)),
        )
    ),
    *(
        Fault(name=name, measure="facility.ground_parts", expects=("JGJ39-3.2.3.sand",), plant=plant)
        for name, plant in (
            ("no sand pit", taken_away(PIT)),
            ("the sand pit lies elsewhere", _off_shared(PIT, 1.0)),
            ("no shared ground under the sand pit", _without_shared(PIT, 1.0)),
            ("the sand pit reaches beyond the ground", _over_the_edge),
            ("the sand pit is paved", retyped(PIT, "ground.paved")),
            ("a house upon the sand pit", _house_over(PIT, 1.0)),
        )
    ),
    *(
        Fault(
            name=f"shared ground without {missing}",
            measure="facility.ground_words",
            expects=("JGJ39-3.2.3.sets",),
            plant=without_word(SHARED, "equipment", missing),
        )
        for missing in ("play_sets", "soft_surface", "wash_basins")
    ),
    Fault(
        name="shared ground that tells of no equipment",
        measure="facility.ground_words",
        expects=("JGJ39-3.2.3.sets",),
        plant=silent(SHARED, "equipment"),
        turns=("blocked",),
    ),
)
