"""Faults of what regional packs ask of land and ways: refuge, open spaces, the bus, slow ways, the fifteen-minute circle."""

from random import Random

from shapely.ops import unary_union

from benchmarks.faults.builders import box_at, inner, shrink_to
from benchmarks.faults.catalogue.regional import of_drawing
from benchmarks.faults.drawing import Edit
from benchmarks.faults.facility_changes import first, remove_ways, taken_away
from benchmarks.faults.fault import Breach, Fault, Plant, above, below

ACTIVITY, REFUGE_M2 = "ground.activity_ground", 1.5  # C.2
HOMES_M, BUS_M = 1000.0, 500.0  # guide 2.4; B.3


def _refuge(edit: Edit) -> Breach:
    """Nothing is subtracted: what is left is less than this."""
    said = [one.polygon for one in edit.things("lot.", "ground.") if one.value("refuge") == "yes"]
    return below("refuge for a person [m2]", unary_union(said).area / edit.number("people"), REFUGE_M2)


def _little_refuge(edit: Edit, _: Random) -> Breach:
    for one in edit.things("lot.", "ground."):
        if one.value("refuge") == "yes" and one.role not in (ACTIVITY,):
            one.set("refuge", "no")
    return _refuge(edit)


def _small_refuge(edit: Edit, _: Random) -> Breach:
    for one in edit.things("lot.", "ground."):
        if one.value("refuge") == "yes":
            shrink_to(one, one.polygon.area * 0.1)
    return _refuge(edit)


def _stalls_in_refuge(edit: Edit, _: Random) -> Breach:
    """Every refuge is a car park: stalls cover it."""
    for number, one in enumerate([o for o in edit.things("lot.", "ground.") if o.value("refuge") == "yes"]):
        edit.add("stall.car", f"P-refuge-{number}", one.points, ["use=visitor", "ev=reserved"])
    return below("refuge for a person that is no stall [m2]", 0.0, REFUGE_M2)


def _built_land(edit: Edit, _: Random) -> Breach:
    for one in edit.some("ground.pocket_park", "lot.garden"):
        edit.retype(one, "ground.paved" if one.role == "ground.pocket_park" else "lot.utility")
    return below("pocket parks and gardens", float(len(edit.things("ground.pocket_park", "lot.garden"))), 1.0)


def _street_greens(edit: Edit, _: Random) -> Breach:
    for one in edit.some("ground.pocket_park", "lot.garden"):
        edit.retype(one, "ground.green")
    return below("pocket parks and gardens", float(len(edit.things("ground.pocket_park", "lot.garden"))), 1.0)


def _towers_beside(edit: Edit, _: Random) -> Breach:
    """A tower on every refuge: half its height round it may be hit, which is all of the ground."""
    grounds = [one for one in edit.things("lot.", "ground.") if one.value("refuge") == "yes"]
    for number, one in enumerate(grounds):
        x, y = inner(one)
        reach = max(((u - x) ** 2 + (v - y) ** 2) ** 0.5 for u, v in one.points)
        height = f"{2 * reach + 10:.2f}"
        words = ["30F", f"H{height}/{height}/{height}", "120.00㎡", "phase=1", "rating=I"]
        edit.add("building.utility", f"tower-{number}", box_at((x, y), 2.0, 2.0), words)
    return below("refuge for a person beyond the towers' half height [m2]", 0.0, REFUGE_M2)


# radius, bus and ways apart
def _far_home(edit: Edit, rng: Random) -> Breach:
    home = rng.choice(edit.some("building.dwelling"))
    edit.move_building(home, 2500.0, 0.0)
    return _radius(edit)


def _radius(edit: Edit) -> Breach:
    found = [(one.polygon.centroid, one.dwellings) for one in edit.some("building.dwelling")]
    whole = sum(count for _, count in found)
    x, y = (sum(getattr(p, axis) * n for p, n in found) / whole for axis in "xy")
    away = max(((p.x - x) ** 2 + (p.y - y) ** 2) ** 0.5 for p, _ in found)
    return above("farthest home from the middle of all [m]", away, HOMES_M)


def _two_towns(edit: Edit, _: Random) -> Breach:
    """Half the buildings stand two kilometres and a half off."""
    for home in edit.some("building.dwelling")[::2]:
        edit.move_building(home, 0.0, 2500.0)
    return _radius(edit)


def _weight_far(edit: Edit, _: Random) -> Breach:
    """One building far off has nearly all dwellings: the others are far from the middle."""
    home = first(edit, "building.dwelling")
    edit.move_building(home, 0.0, 2500.0)
    home.set_dwellings(50000)
    return _radius(edit)


def _far_bus(how: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        stops = edit.some("spot.bus_stop")
        if how == "moved":
            for stop in stops:
                stop.move(1500.0, 1500.0)
        else:
            edit.move_building(first(edit, "building.dwelling"), -1500.0, 0.0)
        homes = edit.things("building.dwelling")
        gap = max(min(home.polygon.distance(stop.place) for stop in stops) for home in homes)
        return above("farthest home from a bus stop, straight [m]", gap, BUS_M)

    return plant


def _ways_cut(role: str, how: str) -> Plant:
    """Something has no footpath or footway that leads to it."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = rng.choice(edit.some(role))
        if how == "cut":
            remove_ways(edit, [way for way in edit.things("centre.") if way.line.distance(one.place) <= 2.0])
        else:
            one.move(0.0, 800.0)
        gap = min(way.line.distance(one.place) for way in edit.things("centre."))
        return above(f"{one.id} from the nearest way [m]", gap, 1.0, one.id)

    return plant


ROWS = (  # drawing, measure, clause, name, plant
    ("jiyuan", "places.count", "JY.pocket.a", "neither pocket park nor garden", taken_away("ground.pocket_park", "lot.garden")),
    ("jiyuan", "places.count", "JY.pocket.a", "pocket park and garden are built land", _built_land),
    ("jiyuan", "places.count", "JY.pocket.a", "pocket park and garden are greens of streets", _street_greens),
    ("jiyuan", "refuge.per_person", "JY.refuge.a", "refuge on the activity ground only", _little_refuge),
    ("jiyuan", "refuge.per_person", "JY.refuge.a", "refuges of a tenth", _small_refuge),
    ("jiyuan", "refuge.per_person", "JY.refuge.a", "stalls in every refuge", _stalls_in_refuge),
    ("jiyuan", "refuge.per_person", "JY.refuge.b", "towers beside every refuge", _towers_beside),
    ("xiamen", "walk.bus_distance", "XM-6.3.a", "the bus stops far off", _far_bus("moved")),
    ("xiamen", "walk.bus_distance", "XM-6.3.a", "a home far from the bus", _far_bus("home")),
    *(
        ("xiamen", "walk.apart", "XM-6.6.b", f"{role} {says}", _ways_cut(role, how))
        for role in (ACTIVITY, "ground.sports_ground", "ground.play_ground")
        for says, how in (("its ways cut", "cut"), ("far from all ways", "moved"))
    ),
)
FAULTS = (
    *(of_drawing(drawing, measure, (clause,), name, plant) for drawing, measure, clause, name, plant in ROWS),
    of_drawing("xiamen", "walk.bus_distance", ("XM-6.3.a",), "no bus stop is told of", taken_away("spot.bus_stop"), "blocked"),
    *(
        Fault(name=name, measure="homes.radius", expects=("CRC-15C.radius",), plant=plant, packs=("fifteen-minute",))
        for name, plant in (
            ("a home two kilometres off", _far_home),
            ("half the homes two kilometres off", _two_towns),
            ("nearly all homes two kilometres off", _weight_far),
        )
    ),
)
