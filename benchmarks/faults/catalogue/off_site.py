"""Faults of facilities off the site: too far to walk, too small, or without the words that would let them count."""

from random import Random

from shapely.geometry import Point

from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Fault, Plant, above, below, unlike
from benchmarks.faults.thing import Thing

AT, LAND = "off_site.at", "off_site.land"
WALK_M = 500.0  # guide 2.2: what is farther does not count
NEEDED = ("service_station", "kindergarten", "nursery", "elderly_station", "health_station")
GARDEN_M2 = 4000.0
KINDS = ("CRC-00.small",)


def _of_kind(edit: Edit, kind: str) -> Thing:
    for one in edit.some(AT, LAND):
        if one.value("kind") == kind:
            return one
    raise NoPlaceError(f"no {kind} off the site")


def _far(kind: str) -> Plant:
    """Move it so far that even the straight way from the farthest home is more than the walk."""

    def plant(edit: Edit, _: Random) -> Breach:
        one = _of_kind(edit, kind)
        one.move(0.0, -WALK_M)
        homes = {home.id for home in edit.some("building.dwelling")}
        doors = [door for door in edit.some("spot.door") if door.value("of") in homes]
        gap = max(door.place.distance(one.place) for door in doors)
        return above(f"{kind} off the site from the farthest home, straight [m]", gap, WALK_M)

    return plant


def _gone(kind: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        edit.delete(_of_kind(edit, kind))
        left = [one for one in edit.things(AT, LAND) if one.value("kind") == kind]
        return below(f"{kind} off the site", float(len(left)), 1.0)

    return plant


def _on_the_site(kind: str) -> Plant:
    """Its mark stands on the site itself, where no such thing is drawn."""

    def plant(edit: Edit, _: Random) -> Breach:
        one = _of_kind(edit, kind)
        middle = edit.site.centroid
        one.move(middle.x - one.at[0], middle.y - one.at[1])
        return unlike(
            f"{kind} off the site", "inside the red line" if edit.site.covers(Point(one.at)) else "outside", "outside"
        )

    return plant


def _figure(kind: str, key: str, value: float, least: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        one = _of_kind(edit, kind)
        one.set(key, f"{value:.1f}" if key in ("floor_area", "land") else f"{value:.0f}")
        return below(f"{key} of {kind} off the site", value, least, one.id)

    return plant


def _unsaid(kind: str, key: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        one = _of_kind(edit, kind)
        if not one.value(key):
            raise NoPlaceError(f"{one.id} does not say {key}")
        one.set(key, None)
        return unlike(f"{key} of {one.id}", "not said", "said")

    return plant


def _fewer_words(kind: str, key: str, missing: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        one = _of_kind(edit, kind)
        kept = [word for word in one.value(key).split(",") if word != missing]
        one.set(key, ",".join(kept) or "lamps")
        return unlike(f"{key} of {one.id}", one.value(key), missing)

    return plant


def _small_park(edit: Edit, _: Random) -> Breach:
    park = _of_kind(edit, "garden")
    west, south, east, _n = park.polygon.bounds
    park.reshape([(west, south), (east, south), (east, south + 30.0), (west, south + 30.0)])
    return below("garden off the site [m2]", park.polygon.area, GARDEN_M2)


ROWS = (  # measure, clauses, name, plant
    *(("facility.kinds", KINDS, f"the {kind} beside is too far to walk", _far(kind)) for kind in NEEDED),
    *(("facility.kinds", KINDS, f"no {kind} is told of beside", _gone(kind)) for kind in NEEDED),
    *(
        ("facility.kinds", KINDS, f"the {kind} beside stands on the site", _on_the_site(kind))
        for kind in ("nursery", "health_station")
    ),
    (
        "facility.floor_area",
        ("CRC-02.gfa",),
        "a small kindergarten beside",
        _figure("kindergarten", "floor_area", 2100.0, 2200.0),
    ),
    ("facility.floor_area", ("CRC-03.gfa",), "a small nursery beside", _figure("nursery", "floor_area", 180.0, 200.0)),
    (
        "facility.floor_area",
        ("CRC-05.gfa",),
        "a small health station beside",
        _figure("health_station", "floor_area", 110.0, 120.0),
    ),
    ("facility.land_area", ("CRC-02.land",), "a small plot beside", _figure("kindergarten", "land", 3400.0, 3500.0)),
    ("facility.classes", ("CRC-02.classes",), "five classes beside", _figure("kindergarten", "classes", 5.0, 6.0)),
    ("facility.rooms", ("CRC-01.rooms",), "no police room beside", _fewer_words("service_station", "rooms", "police")),
    ("facility.rooms", ("CRC-05.services",), "no treatment beside", _fewer_words("health_station", "rooms", "treatment")),
    ("ground.area", ("CRC-14.sports",), "a small sports ground beside", _figure("sports_ground", "land", 780.0, 800.0)),
    ("lot.area", ("CRC-15.garden",), "a small garden beside", _small_park),
    ("lot.words", ("CRC-15.rest",), "a garden beside without seats", _fewer_words("garden", "rest", "seats")),
    ("facility.count", ("CRC-03.count",), "the nursery beside too far to count", _far("nursery")),
)
SILENT = (
    (
        "facility.floor_area",
        ("CRC-02.gfa",),
        "a kindergarten beside that does not say its floor area",
        _unsaid("kindergarten", "floor_area"),
    ),
    (
        "facility.land_area",
        ("CRC-02.land",),
        "a kindergarten beside that does not say its land",
        _unsaid("kindergarten", "land"),
    ),
    (
        "facility.classes",
        ("CRC-02.classes",),
        "a kindergarten beside that does not say its classes",
        _unsaid("kindergarten", "classes"),
    ),
    ("lot.tag", ("CRC-15.refuge",), "a garden beside that does not say refuge", _unsaid("garden", "refuge")),
    ("ground.area", ("CRC-14.sports",), "a sports ground beside that does not say its land", _unsaid("sports_ground", "land")),
)
FAULTS = tuple(
    Fault(name=name, measure=measure, expects=expects, plant=plant, turns=(turn,), drawings=("off_site",))
    for rows, turn in ((ROWS, "fail"), (SILENT, "blocked"))
    for measure, expects, name, plant in rows
)
