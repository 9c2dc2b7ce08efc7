"""From people to figures: every facility sized, with its arithmetic, the clause that governs it and those that it beats."""

from collections.abc import Sequence
from dataclasses import replace

from layoutgen.model.brief import Brief, DwellingType
from layoutgen.model.program import Derivation, DwellingDemand, Input, Need, Program
from layoutgen.standards.basis import DERIVED, Basis, basis_of_brief
from layoutgen.standards.clause import Standard
from layoutgen.standards.demand_children import kindergarten_need, nursery_need
from layoutgen.standards.demand_ground import ground_needs
from layoutgen.standards.demand_services import property_need, service_needs
from layoutgen.standards.demand_trade import trade_needs
from layoutgen.standards.demand_utilities import utility_needs
from layoutgen.standards.nursery_groups import own_house_clause


def size_program(brief: Brief, standard: Standard, by_site: Sequence[Input] = ()) -> Program:
    """Size everything a complete community of the brief's population must have.

    Parameters
    ----------
    brief
        Settled brief; its parameters are used as they stand.
    standard
        Packs in force: every figure of the law comes from their clauses, whatever pack they stand in.
    by_site
        Numbers that only the site can tell: ``kindergartens_by_reach``.

    Source: figures of CRC-00…CRC-16, guide B02, B03; demand formulas of JGJ 39 and D.11, D.12.
    """
    basis = basis_of_brief(brief, standard, by_site)
    households = basis.reckon("households", "ceil(people / household_size)")
    basis = basis.knowing(households)
    dwellings = share_out(round(households.value), brief.mix)
    housing = _housing(basis, dwellings)
    inside = (
        *(kindergarten_need(basis), _housed(nursery_need(basis), standard)),
        *service_needs(basis),
        *trade_needs(basis),
        *utility_needs(basis),
    )
    ground = ground_needs(basis)
    facilities = Input(name="facility_gfa_m2", value=_floor_area_m2((*inside, *ground)), source=DERIVED, source_zh="推算")
    stalls = next(need for need in ground if need.kind == "stalls")
    office = property_need(basis.knowing(housing, *stalls.derivations).with_number(facilities))
    return Program(
        population=brief.population,
        households=round(households.value),
        household_size=brief.household_size,
        dwellings=dwellings,
        housing_gfa_m2=housing.value,
        needs=(*inside, office, *ground),
        parameters=brief.parameters,
        derivations=(households, basis.reckon("housing_by_person_m2", "people * floor_area_per_person"), housing),
    )


def _housed(nursery: Need, standard: Standard) -> Need:
    """Nursery with the figure ``own_house`` where a clause asks for a house of its own for so many groups."""
    clause = own_house_clause(standard, round(nursery.figure("children")))
    if not clause:
        return nursery
    return replace(nursery, figures=(*nursery.figures, ("own_house", 1.0)), clauses=(*nursery.clauses, clause))


def share_out(households: int, mix: Sequence[DwellingType]) -> tuple[DwellingDemand, ...]:
    """Whole dwellings of each type by largest remainders; they sum to the households."""
    exact = [households * kind.share for kind in mix]
    counts = [int(value) for value in exact]
    order = sorted(range(len(mix)), key=lambda i: (counts[i] - exact[i], i))
    for i in order[: households - sum(counts)]:
        counts[i] += 1
    return tuple(DwellingDemand(name=k.name, area_m2=k.area_m2, count=n) for k, n in zip(mix, counts, strict=True))


def _housing(basis: Basis, dwellings: tuple[DwellingDemand, ...]) -> Derivation:
    """Floor area of the dwellings of the mix, in whole dwellings."""
    mean = sum(d.area_m2 * d.count for d in dwellings) / max(sum(d.count for d in dwellings), 1)
    per_dwelling = Input(name="mean_dwelling_m2", value=mean, source="dwelling mix of the brief", source_zh="任务书户型配比")
    return basis.with_number(per_dwelling).reckon("housing_gfa_m2", "households * mean_dwelling_m2")


def _floor_area_m2(needs: Sequence[Need]) -> float:
    return sum(dict(need.figures).get("gfa_m2", 0.0) for need in needs)
