"""Faults of kindergartens and nurseries in words: classes, children, rooms a child, groups, places."""

from math import ceil
from random import Random

from benchmarks.faults.drawing import Edit
from benchmarks.faults.facility_changes import facility, first, says, silent, taken_away
from benchmarks.faults.fault import Breach, Fault, Plant, above, below, unlike

SCHOOL, NURSERY = facility("kindergarten"), facility("nursery")
FEWEST, MOST, NURSERY_MOST = 6.0, 12.0, 10.0  # CRC-02.classes; JGJ 39 table 1.0.3-1
LEAST_SIZE, MOST_SIZE = 20.0, 30.0  # JGJ 39 table 1.0.3-2
YEARS, PLACES_1000 = 3, 4.5
COMBINED_M2, ACTIVITY_M2, BEDROOM_M2 = 3.5, 2.4, 2.0  # guide 3.1(2)
GROUPS = {"infant": 10.0, "toddler": 15.0, "older": 20.0, "mixed": 18.0}  # 58 of 2019, article 19
DEMAND = ("CRC-B02.scale.demand",)


def _size(children: int) -> Plant:
    """So many children in each of the classes that there are."""

    def plant(edit: Edit, _: Random) -> Breach:
        school = first(edit, SCHOOL)
        classes = int(school.value("classes"))
        school.set("children", f"{children * classes}")
        hold, limit = (above, MOST_SIZE) if children > MOST_SIZE else (below, LEAST_SIZE)
        return hold(f"children a class of {school.id}", float(children), limit, school.id)

    return plant


def _fewer_classes(edit: Edit, _: Random) -> Breach:
    """As many children in two classes fewer."""
    school = first(edit, SCHOOL)
    classes = int(school.value("classes")) - 2
    school.set("classes", f"{classes}")
    return above("children a class", float(school.value("children")) / classes, MOST_SIZE, school.id)


# demand
def _demand(edit: Edit) -> Breach:
    people, rate, size = edit.number("people"), edit.number("parameter.children_per_1000"), edit.number("parameter.class_size")
    places = people * rate / 1000
    needed = max(FEWEST, float(YEARS * ceil(places / (YEARS * size) - 1e-9)))
    return below("classes", sum(float(one.value("classes")) for one in edit.things(SCHOOL)), needed)


def _demand_of(key: str, factor: float) -> Plant:
    """A fact by which more classes are needed."""

    def plant(edit: Edit, _: Random) -> Breach:
        value = edit.number(key) * factor
        edit.set_fact(key, f"{value:.0f}" if key == "people" else f"{value:.1f}")
        return _demand(edit)

    return plant


def _three_fewer(edit: Edit, _: Random) -> Breach:
    school = first(edit, SCHOOL)
    school.set("classes", f"{int(school.value('classes')) - YEARS}")
    return _demand(edit)


def _unstated(key: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        edit.set_fact(key, None)
        return unlike(key, edit.fact(key) or "not said", "said")

    return plant


# rooms a child
def _separate(key: str, value: str, limit: float) -> Plant:
    """Activity room and bedroom apart, one of them too small."""

    def plant(edit: Edit, _: Random) -> Breach:
        school = first(edit, SCHOOL)
        school.set("layout", "separate")
        school.set("activity_m2", "2.6")
        school.set("bedroom_m2", "2.2")
        school.set(key, value)
        return below(f"{key} of {school.id}", float(value), limit, school.id)

    return plant


def _small_house(edit: Edit, _: Random) -> Breach:
    """As many children that the whole house has less than 3.5 m2 for each, whatever the label claims."""
    school = first(edit, SCHOOL)
    area = school.polygon.area * len(school.value("floors").split(","))
    children = int(area / 3.4) + 1
    school.set("children", f"{children}")
    return below("floor area a child [m2]", area / children, COMBINED_M2, school.id)


# nursery
def _group(age: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, NURSERY)
        count = int(GROUPS[age]) + 1
        one.set("groups", f"{age}:{count}")
        return above(f"{age} group of {one.id}", float(count), GROUPS[age], one.id)

    return plant


def _groups(value: str | None) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, NURSERY)
        one.set("groups", value)
        return unlike(f"groups of {one.id}", value or "not said", "age:children", one.id)

    return plant


def _places(edit: Edit) -> Breach:
    children = sum(float(one.value("children")) for one in edit.things(NURSERY))
    return below("nursery places for 1 000 people", children * 1000 / edit.number("people"), PLACES_1000)


def _few_places(edit: Edit, _: Random) -> Breach:
    one = first(edit, NURSERY)
    one.set("children", f"{int(edit.number('people') * PLACES_1000 / 1000) - 2}")
    return _places(edit)


def _more_people(edit: Edit, _: Random) -> Breach:
    edit.set_fact("people", f"{edit.number('people') * 1.5:.0f}")
    return _places(edit)


LABELLED = (  # measure, clauses, name, plant
    ("facility.classes", ("CRC-02.classes", "CRC-B02.scale"), "five classes", says(SCHOOL, "classes", "5", FEWEST)),
    ("facility.classes", ("CRC-02.classes", "CRC-B02.scale"), "one class", says(SCHOOL, "classes", "1", FEWEST)),
    (
        "facility.classes",
        ("JGJ39-1.0.3.classes", "GB180-B02.kindergarten.classes"),
        "thirteen classes",
        says(SCHOOL, "classes", "13", MOST, is_floor=False),
    ),
    (
        "facility.classes",
        ("JGJ39-1.0.3.nursery",),
        "eleven nursery classes",
        says(NURSERY, "classes", "11", NURSERY_MOST, is_floor=False),
    ),
    ("facility.classes", ("CRC-02.classes",), "classes of a kindergarten not drawn", taken_away(SCHOOL)),
    ("facility.class_size", ("JGJ39-1.0.3.size.max",), "34 children a class", _size(34)),
    ("facility.class_size", ("JGJ39-1.0.3.size.min",), "18 children a class", _size(18)),
    ("facility.class_size", ("JGJ39-1.0.3.size.max",), "two classes fewer", _fewer_classes),
    ("facility.class_demand", DEMAND, "three classes fewer than are needed", _three_fewer),
    ("facility.class_demand", DEMAND, "twice the people for the classes", _demand_of("people", 2.0)),
    ("facility.class_demand", DEMAND, "twice the children for the classes", _demand_of("parameter.children_per_1000", 2.0)),
    ("facility.class_demand", DEMAND, "classes of half the size", _demand_of("parameter.class_size", 0.5)),
    ("facility.class_demand", DEMAND, "classes needed and no kindergarten", taken_away(SCHOOL)),
    ("facility.room_per_child", ("CRC-B02.room1",), "3.3 m2 in one room", says(SCHOOL, "activity_m2", "3.3", COMBINED_M2)),
    ("facility.room_per_child", ("CRC-B02.room2.a",), "2.2 m2 to play", _separate("activity_m2", "2.2", ACTIVITY_M2)),
    ("facility.room_per_child", ("CRC-B02.room2.b",), "1.8 m2 to sleep", _separate("bedroom_m2", "1.8", BEDROOM_M2)),
    ("facility.room_per_child", ("CRC-B02.room1",), "a house too small for its children", _small_house),
    *(("facility.group_sizes", ("NURSERY-19.groups",), f"a group of {age} children too many", _group(age)) for age in GROUPS),
    ("facility.places_per_1000", ("NURSERY-places",), "two nursery places too few", _few_places),
    ("facility.places_per_1000", ("NURSERY-places",), "half as many people again for the nursery", _more_people),
    ("facility.places_per_1000", ("NURSERY-places",), "no nursery for the places", taken_away(NURSERY)),
)
SILENT = (
    ("facility.classes", ("CRC-02.classes",), "classes not said", silent(SCHOOL, "classes")),
    ("facility.class_size", ("JGJ39-1.0.3.size.max",), "no children for the classes", silent(SCHOOL, "children")),
    ("facility.class_demand", DEMAND, "no parameter of children", _unstated("parameter.children_per_1000")),
    ("facility.class_demand", DEMAND, "no parameter of class size", _unstated("parameter.class_size")),
    ("facility.room_per_child", ("CRC-B02.room1",), "no layout", silent(SCHOOL, "layout")),
    ("facility.room_per_child", ("CRC-B02.room1",), "no room a child", silent(SCHOOL, "activity_m2")),
    ("facility.group_sizes", ("NURSERY-19.groups",), "no groups", _groups(None)),
    ("facility.group_sizes", ("NURSERY-19.groups",), "groups that hold a part of the children", _groups("infant:8")),
    ("facility.group_sizes", ("NURSERY-19.groups",), "a group of no known age", _groups("baby:5")),
    ("facility.group_sizes", ("NURSERY-19.groups",), "a group of no number", _groups("infant:few")),
    ("facility.places_per_1000", ("NURSERY-places",), "nursery places not said", silent(NURSERY, "children")),
)
FAULTS = (
    *(Fault(name=name, measure=measure, expects=expects, plant=plant) for measure, expects, name, plant in LABELLED),
    *(
        Fault(name=name, measure=measure, expects=expects, plant=plant, turns=("blocked",))
        for measure, expects, name, plant in SILENT
    ),
)
