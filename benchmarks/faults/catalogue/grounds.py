"""Faults of activity, sports and play grounds: too small, in pieces, built upon, too near homes, without what they need."""

from random import Random

from shapely.geometry import Point

from benchmarks.faults.builders import box_at, inner, put_upon, shrink_to
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.facility_changes import (
    first,
    retyped,
    scaled_to,
    silent,
    split,
    taken_away,
    too_small,
    without_word,
    word,
)
from benchmarks.faults.fault import Breach, Fault, Plant, above, below
from benchmarks.faults.thing import Thing

ACTIVITY, SPORTS, COURT, PLAY = "ground.activity_ground", "ground.sports_ground", "ground.court", "ground.play_ground"
WALL_M = 10.0  # of grounds off dwellings, our number (B14.site)
AREA = {ACTIVITY: (150.0, ("CRC-14.ground", "CRC-B15.merge")), SPORTS: (800.0, ("CRC-14.sports",))}  # row 14
MOST = ((ACTIVITY, 750.0, "GB180-B02.activity_ground.land"), (SPORTS, 1310.0, "GB180-B02.sports_ground.land"))


def _too_large(role: str, most: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        return above(f"largest {role} [m2]", max(scaled_to(one, most * 1.1) for one in edit.some(role)), most)

    return plant


# built upon
def _house_on(role: str) -> Plant:
    def plant(edit: Edit, rng: Random) -> Breach:
        ground = rng.choice(edit.some(role))
        words = ["1F", "H4.20/4.20/4.20", "36.00㎡", "phase=1", "rating=II"]
        house = edit.add("building.utility", "utility-9-9", box_at(inner(ground), 6.0, 6.0), words)
        shared = house.polygon.intersection(ground.polygon).area
        return above(f"{ground.id} under {house.id} [m2]", float(shared), 0.0, ground.id)

    return plant


def _under_house(role: str) -> Plant:
    def plant(edit: Edit, rng: Random) -> Breach:
        ground, home = rng.choice(edit.some(role)), rng.choice(edit.some("building.dwelling"))
        put_upon(ground, home)
        shared = ground.polygon.intersection(home.polygon).area
        return above(f"{ground.id} under {home.id} [m2]", float(shared), 0.0, ground.id)

    return plant


def _swollen_under(edit: Edit, rng: Random) -> Breach:
    """A play ground grows until it lies under a wall."""
    ground = rng.choice(edit.some(PLAY))
    homes = edit.some("building.dwelling")
    for _ in range(12):
        scaled_to(ground, ground.polygon.area * 1.7)
        shared = sum(ground.polygon.intersection(home.polygon).area for home in homes)
        if shared > 1.0:
            return above(f"{ground.id} under buildings [m2]", float(shared), 0.0, ground.id)
    raise NoPlaceError("no building near")


# near walls
def _wall_gap(edit: Edit, ground: Thing) -> Breach:
    gap = min(home.polygon.distance(ground.polygon) for home in edit.some("building.dwelling"))
    return below(f"{ground.id} from the nearest home [m]", float(gap), WALL_M, ground.id)


def _beside_home(role: str) -> Plant:
    def plant(edit: Edit, rng: Random) -> Breach:
        ground, home = first(edit, role), rng.choice(edit.some("building.dwelling"))
        west, south, _, _ = home.polygon.bounds
        _, _, _, top = ground.polygon.bounds
        left = ground.polygon.bounds[0]
        ground.move(round(west - left, 3), round(south - 6.0 - top, 3))
        return _wall_gap(edit, ground)

    return plant


def _home_beside(role: str) -> Plant:
    def plant(edit: Edit, rng: Random) -> Breach:
        ground, home = first(edit, role), rng.choice(edit.some("building.dwelling"))
        left, _, _, top = ground.polygon.bounds
        west, south, _, _ = home.polygon.bounds
        edit.move_building(home, round(left - west, 3), round(top + 3.0 - south, 3))
        return _wall_gap(edit, ground)

    return plant


def _grown_to_home(role: str) -> Plant:
    def plant(edit: Edit, rng: Random) -> Breach:
        ground = first(edit, role)
        home = min(edit.some("building.dwelling"), key=lambda one: one.polygon.distance(ground.polygon))
        x, y = home.polygon.exterior.interpolate(home.polygon.exterior.project(ground.polygon.centroid)).coords[0]
        hull = ground.polygon.union(Point(x, y).buffer(1.0, quad_segs=1)).convex_hull
        ground.reshape([(float(u), float(v)) for u, v, *_ in list(hull.exterior.coords)[:-1]])
        return _wall_gap(edit, ground)

    return plant


def _flats_over_shops(role: str) -> Plant:
    """Flats are built over a public house, 6 m from the ground."""

    def plant(edit: Edit, _: Random) -> Breach:
        ground, house = first(edit, role), first(edit, "building.shops")
        house.label.dxf.text = f"{house.label.dxf.text} 12户"
        left, _s, _e, top = ground.polygon.bounds
        west, south, _e, _n = house.polygon.bounds
        edit.move_building(house, round(left - west, 3), round(top + 6.0 - south, 3))
        return below(f"{ground.id} from {house.id} [m]", float(house.polygon.distance(ground.polygon)), WALL_M, ground.id)

    return plant


# courts
def _court_out(edit: Edit, _: Random) -> Breach:
    for one in edit.some(COURT):
        one.move(0.0, 300.0)
    return _courts(edit)


def _field_small(edit: Edit, _: Random) -> Breach:
    for one in edit.some(SPORTS):
        shrink_to(one, one.polygon.area * 0.3)
    return _courts(edit)


def _court_over(edit: Edit, _: Random) -> Breach:
    for one in edit.some(COURT):
        scaled_to(one, one.polygon.area * 4.0)
    return _courts(edit)


def _courts(edit: Edit) -> Breach:
    fields = [one.polygon.buffer(0.001) for one in edit.things(SPORTS)]
    inside = [court for court in edit.things(COURT) if any(field.covers(court.polygon) for field in fields)]
    return below("courts whole inside a sports ground", float(len(inside)), 1.0)


ROWS = (  # measure, clauses, name, plant
    *(
        ("ground.area", clauses, f"{role} {says}", plant)
        for role, (least, clauses) in AREA.items()
        for says, plant in (
            ("a little too small", too_small(role, 0.98 * least, least)),
            ("of half the land", too_small(role, 0.5 * least, least)),
            ("split in pieces", split(role, least)),
            ("drawn as green", retyped(role, "ground.green")),
        )
    ),
    *(("ground.area", (clause,), f"{role} larger than its range", _too_large(role, most)) for role, most, clause in MOST),
    *(
        ("ground.count", (clause,), f"{says} {role}", plant)
        for role, clause in ((ACTIVITY, "GB180-B02.activity_ground"), (SPORTS, "GB180-B02.sports_ground"))
        for says, plant in (("no", taken_away(role)), ("paved, no", retyped(role, "ground.paved")))
    ),
    *(("ground.apart", ("CRC-B14.site",), f"a house upon {role}", _house_on(role)) for role in (ACTIVITY, SPORTS, PLAY)),
    *(("ground.apart", ("CRC-B14.site",), f"{role} under a home", _under_house(role)) for role in (ACTIVITY, SPORTS, PLAY)),
    ("ground.apart", ("CRC-B14.site",), "a play ground grown under a wall", _swollen_under),
    *(
        ("ground.wall_distance", ("CRC-B14.site.far",), f"{role} {says}", make(role))
        for role in (ACTIVITY, SPORTS)
        for says, make in (
            ("6 m from a home", _beside_home),
            ("and a home moved to it", _home_beside),
            ("grown up to a home", _grown_to_home),
            ("beside flats over shops", _flats_over_shops),
        )
    ),
    ("ground.courts", ("CRC-14.courts",), "no court", taken_away(COURT)),
    ("ground.courts", ("CRC-14.courts",), "the court elsewhere", _court_out),
    ("ground.courts", ("CRC-14.courts",), "a sports ground smaller than its court", _field_small),
    ("ground.courts", ("CRC-14.courts",), "a court larger than its ground", _court_over),
    ("ground.courts", ("CRC-14.courts",), "a court on no sports ground", taken_away(SPORTS)),
    ("ground.tag", ("CRC-14.refuge",), "a sports ground that is no refuge", word(SPORTS, "refuge", "no", "yes")),
    ("ground.tag", ("CRC-14.refuge",), "a refuge and no sports ground", retyped(SPORTS, "ground.paved")),
    ("ground.tag", ("CRC-14.refuge",), "a sports ground that is a refuge later", word(SPORTS, "refuge", "later", "yes")),
    *(
        (
            "ground.words",
            ("CRC-14.equip",),
            f"an activity ground without {missing}",
            without_word(ACTIVITY, "equipment", missing),
        )
        for missing in ("fitness", "path", "seats", "play")
    ),
    ("ground.words", ("CRC-14.equip",), "equipment and no activity ground", taken_away(ACTIVITY)),
)
SILENT = (
    ("ground.tag", ("CRC-14.refuge",), "a sports ground that does not say refuge", silent(SPORTS, "refuge")),
    ("ground.words", ("CRC-14.equip",), "an activity ground that tells of no equipment", silent(ACTIVITY, "equipment")),
)
FAULTS = (
    *(Fault(name=name, measure=measure, expects=expects, plant=plant) for measure, expects, name, plant in ROWS),
    *(
        Fault(name=name, measure=measure, expects=expects, plant=plant, turns=("blocked",))
        for measure, expects, name, plant in SILENT
    ),
)
