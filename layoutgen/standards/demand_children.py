"""Kindergarten and nursery: places from the population, classes in year groups, areas in proportion to the classes."""

from dataclasses import replace

from layoutgen.model.kinds import FacilityKind, GroundKind
from layoutgen.model.program import Derivation, Input, Need
from layoutgen.standards.basis import DEFAULT, Basis, need_of
from layoutgen.standards.clause import Clause
from layoutgen.standards.governing import Bid, input_of, name_of

KINDERGARTEN, NURSERY = FacilityKind.KINDERGARTEN, FacilityKind.NURSERY
DEMAND = "facility.class_demand"
BY_REACH = "kindergartens_by_reach"


def kindergarten_need(basis: Basis) -> Need:
    """Kindergarten by classes; demand is tested beside the classes that packs ask for, and both are told (F-21).

    A floor or land area belongs to the classes that its own pack asks for and grows with them (D.11); a pack that asks for
    an area without classes asks for it as it stands.
    """
    places = basis.reckon("places", "people * children_per_1000 / 1000")
    basis = basis.knowing(places)
    basis = basis.with_number(*(input_of(c) for c in basis.law.clauses("facility.classes", KINDERGARTEN)))
    asked = (*basis.law.bids("classes", KINDERGARTEN, basis.numbers), *_demands(basis), *_least_of_all(basis))
    classes = basis.greatest("classes", asked)
    basis = basis.knowing(classes)
    children = basis.reckon("children", "classes * class_size")
    basis = basis.knowing(children)
    outside = _outdoor(basis)
    return need_of(
        KINDERGARTEN,
        (
            _count(basis),
            places,
            classes,
            children,
            _by_classes(basis, "gfa_m2"),
            _by_classes(basis, "land_m2"),
            *outside,
        ),
    )


def _count(basis: Basis) -> Derivation:
    """As many kindergartens as hold the classes, where a clause caps the classes of one; more where the site's reach asks."""
    asked = [*basis.law.bids("count", KINDERGARTEN, basis.numbers), *((basis.bid(BY_REACH),) if _is_by_reach(basis) else ())]
    high, clause = basis.law.most("facility.classes", KINDERGARTEN)
    if high is None:
        return basis.greatest("count", (*asked, basis.bid("1")))
    basis = basis.with_number(Input(name="classes_max", value=high, source=clause))
    return basis.greatest("count", (*asked, basis.bid("ceil(classes / classes_max)", clause)))


def _is_by_reach(basis: Basis) -> bool:
    return BY_REACH in basis.numbers


def _least_of_all(basis: Basis) -> tuple[Bid, ...]:
    """Classes of as many kindergartens as reach asks, each of the least size that a clause allows."""
    clauses = basis.law.clauses("facility.classes", KINDERGARTEN) if _is_by_reach(basis) else ()
    return tuple(basis.bid(f"{BY_REACH} * {name_of(clause)}", clause.id) for clause in clauses)


def _demands(basis: Basis) -> tuple[Bid, ...]:
    """Classes for the places needed: whole year groups where a clause says how many years, else just enough."""
    clauses = basis.law.clauses(DEMAND, KINDERGARTEN)
    if not clauses:
        return (basis.bid("ceil(places / class_size)", f"{DEFAULT}children_per_1000"),)
    return tuple(_year_groups(basis, clause) for clause in clauses)


def _year_groups(basis: Basis, clause: Clause) -> Bid:
    years = Input(name=f"{name_of(clause)}.years", value=clause.number("years"), source=input_of(clause).source)
    formula = f"{years.name} * ceil(places / ({years.name} * class_size))"
    return replace(basis.with_number(years).bid(formula, clause.id), inputs=(years,))


def _by_classes(basis: Basis, figure: str) -> Derivation:
    base = {clause.pack: name_of(clause) for clause in basis.law.clauses("facility.classes", KINDERGARTEN)}

    def scale(clause: Clause) -> str:
        return f"classes / {base[clause.pack]}" if clause.pack in base else ""

    return basis.greatest(figure, basis.law.bids(figure, KINDERGARTEN, basis.numbers, scale=scale))


def _outdoor(basis: Basis) -> tuple[Derivation, ...]:
    """Ground of each class, shared ground, and both together."""
    per_child = tuple(
        replace(
            basis.asked("outdoor_per_child_m2", KINDERGARTEN, words={"grounds": ground.value}),
            figure=f"{ground.value}_per_child_m2",
        )
        for ground in (GroundKind.CLASS_GROUND, GroundKind.SHARED_GROUND)
    )
    basis = basis.knowing(*per_child)
    return (
        *per_child,
        basis.reckon("class_ground_m2", "class_ground_per_child_m2 * class_size"),
        basis.reckon("shared_ground_m2", "shared_ground_per_child_m2 * children"),
        basis.reckon("outdoor_m2", "( class_ground_per_child_m2 + shared_ground_per_child_m2 ) * children"),
    )


def nursery_need(basis: Basis) -> Need:
    """Nursery by places under three, never below the floor area that a pack asks for (F-22: no child is counted twice)."""
    places = basis.reckon("places", "ceil(people * nursery_places_per_1000 / 1000)")
    basis = basis.knowing(places)
    own = basis.bid("places * nursery_area_per_place", f"{DEFAULT}nursery_places_per_1000")
    gfa = basis.greatest("gfa_m2", (*basis.law.bids("gfa_m2", NURSERY, basis.numbers), own))
    basis = basis.knowing(gfa)
    children = basis.reckon("children", "max(places, whole(gfa_m2 / nursery_area_per_place))")
    per_child = basis.asked("outdoor_per_child_m2", NURSERY)
    basis = basis.knowing(children, per_child)
    outdoor = basis.reckon("outdoor_m2", "outdoor_per_child_m2 * children")
    rooms, _ = basis.law.named("facility.rooms", NURSERY)
    return need_of(NURSERY, (basis.count(NURSERY), places, children, gfa, per_child, outdoor), rooms)
