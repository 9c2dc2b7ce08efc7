"""Facilities off the site: how far on foot they are, which of them count, and what they meet as declared."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from shapely.geometry import Polygon

from layoutgen.model.kinds import FacilityKind, GroundKind, LotKind, Mode, off_site_family
from layoutgen.model.plan import Facility, Ground, Lot, Plan, tag
from layoutgen.model.report import Finding, Inapplicable, OffSiteWalk, PathTaken
from layoutgen.model.site import OffSite
from layoutgen.standards.clause import Clause
from layoutgen.standards.counting import load_counting
from layoutgen.standards.off_site import OffSiteTerms
from layoutgen.validator.judgement import network, once
from layoutgen.validator.rule import Rule
from layoutgen.walking.distances import walks_outside

# Measures whose rule reads the label alone, or an outline that the drawing holds: judged as if the facility stood here.
AS_IF_HERE = (
    *("facility.count", "facility.classes", "facility.class_demand", "facility.rooms"),
    *("lot.count", "lot.words", "lot.tag", "ground.count", "ground.words", "ground.tag"),
)
FLOOR_AREA = ("facility.floor_area",)
LAND_AREA = ("facility.land_area", "lot.area", "ground.area")
# Measures that name no kind, and the kind that they are about.
ABOUT = {"garden": LotKind.GARDEN.value, "public_green": LotKind.GARDEN.value, "ground.courts": GroundKind.SPORTS_GROUND.value}
UNSAID = "the label does not say "


def _walks_by_door(plan: Plan) -> tuple[tuple[str, tuple[float, ...]], ...]:
    shapes = [off.shape for off in plan.off_site]
    return walks_outside(plan, network(plan), shapes, load_counting().detour_outside)


walks_by_door = once(_walks_by_door)  # to each facility off the site, in the plan's order


def off_site_walks(plan: Plan) -> dict[str, float]:
    """Walk from the farthest home to each facility off the site [m]; infinite where there is no home or no way out."""
    columns = list(zip(*(walks for _, walks in walks_by_door(plan)), strict=True)) or [()] * len(plan.off_site)
    return {off.id: max(column, default=math.inf) for off, column in zip(plan.off_site, columns, strict=True)}


def walks_off_site(plan: Plan, others: Sequence[OffSite]) -> tuple[tuple[str, float], ...]:
    """Walk from every dwelling door to the nearest of some facilities off the site [m]: door, length."""
    places = [plan.off_site.index(off) for off in others]
    return tuple((door, min(walks[place] for place in places)) for door, walks in walks_by_door(plan))


def path_of(plan: Plan, terms: OffSiteTerms | None, *, is_below_a_community: bool) -> PathTaken:
    """Which path a plan takes, and how each facility off the site fares on it."""
    walks = off_site_walks(plan) if plan.off_site else {}
    rows = tuple(_row(off, walks[off.id], plan, terms) for off in plan.off_site)
    is_existing = plan.facts.mode is Mode.EXISTING
    all_here = "full" if is_existing or not is_below_a_community else "stand_alone"
    some_away = "shared" if is_existing else "off_site"
    name = some_away if any(row.counts for row in rows) else all_here
    return PathTaken(name=name, clause=terms.clause if terms else "", walk_m=terms.walk_m if terms else None, off_site=rows)


def _row(off: OffSite, walk_m: float, plan: Plan, terms: OffSiteTerms | None) -> OffSiteWalk:
    if terms is None:
        why = "information only: no clause in force lets facilities off the site count here"
    elif not plan.boundary.is_empty and off.shape.intersects(plan.boundary):
        why = "does not count: it lies on the site"
    elif walk_m > terms.walk_m:
        why = f"does not count: farther than {terms.walk_m:g} m from the farthest home"
    else:
        why = ""
    return OffSiteWalk(id=off.id, kind=off.kind, name=off.name, walk_m=walk_m, counts=not why, note=why)


def counting_plan(plan: Plan, path: PathTaken) -> Plan:
    """Plan as the rules see it: of the facilities off the site only those that count."""
    if all(row.counts for row in path.off_site):
        return plan
    counted = {row.id for row in path.off_site if row.counts}
    return replace(plan, off_site=tuple(off for off in plan.off_site if off.id in counted))


def supplied(plan: Plan, kind: str) -> tuple[OffSite, ...]:
    """Facilities off the site of a kind that the site itself has not."""
    if not plan.off_site:
        return ()
    here = (
        {f.kind.value for f in plan.facilities} | {lot.kind.value for lot in plan.lots} | {g.kind.value for g in plan.grounds}
    )
    return () if kind in here else tuple(off for off in plan.off_site if off.kind == kind)


def judged_off_site(plan: Plan, clause: Clause, rule: Rule) -> tuple[Finding | Inapplicable, ...] | None:
    """What a clause finds of a facility that stands off the site only; None where that is not so.

    Area, land, classes and words are held as declared, and are blocked where nothing is declared; what only the facility's
    own plan shows does not apply.
    """
    if not plan.off_site:
        return None
    if clause.measure == "facility.together":
        away = [off for kind in clause.words("with") for off in supplied(plan, kind)]
        if away:
            return (_elsewhere(away),)
    others = supplied(plan, _kind_of(clause))
    return tuple(_results(plan, clause, rule, others)) if others else None


def _kind_of(clause: Clause) -> str:
    """Kind of facility; what ``of`` names in a measure of gardens is a part of the garden."""
    return ABOUT.get(clause.measure) or ABOUT.get(clause.measure.partition(".")[0]) or clause.of


def _results(plan: Plan, clause: Clause, rule: Rule, others: Sequence[OffSite]) -> Iterator[Finding | Inapplicable]:
    is_alike = clause.measure.partition(".")[0] == off_site_family(others[0].kind)
    if clause.measure in AS_IF_HERE and is_alike:
        for result in rule(as_if_here(plan, others), clause):
            yield _told(plan, result, others) if isinstance(result, Finding) else result
    elif clause.measure in FLOOR_AREA:
        yield _figure(plan, clause, others, lambda off: off.floor_area_m2, "floor_area")
    elif clause.measure in LAND_AREA:
        yield _figure(plan, clause, others, lambda off: off.land_area_m2, "land")
    elif clause.measure == "public_green.per_person" and plan.facts.people > 0:
        people = plan.facts.people
        yield _figure(plan, clause, others, lambda off: off.land_area_m2 / people, "land")
    elif clause.measure == "garden.open":
        yield _open(plan, clause, others)
    else:
        yield _elsewhere(others)


def _figure(plan: Plan, clause: Clause, others: Sequence[OffSite], figure: Callable[[OffSite], float], key: str) -> Finding:
    """Finding of the largest; blocked where no label says the figure."""
    best = max(others, key=lambda off: (figure(off), off.id))
    value = figure(best)
    blocked = "" if value else f"{best.id}: {UNSAID}{key}"
    return _told(plan, Finding(subjects=(best.id,), measured=value or None, limit=clause.bound, blocked=blocked), (best,))


def _open(plan: Plan, clause: Clause, others: Sequence[OffSite]) -> Finding:
    """Gardens that their labels say are open to all; blocked where no label says."""
    said = [word for off in others if (word := tag(off.tags, "is_open"))]
    blocked = "" if said else f"{', '.join(off.id for off in others)}: {UNSAID}is_open"
    count = float(said.count("yes")) if said else None
    finding = Finding(subjects=tuple(off.id for off in others), measured=count, limit=clause.bound, blocked=blocked)
    return _told(plan, finding, others)


def _told(plan: Plan, finding: Finding, others: Sequence[OffSite]) -> Finding:
    walks = off_site_walks(plan)
    where = ", ".join(f"{off.id} off the site, {walks[off.id]:.0f} m on foot" for off in others)
    note = "; ".join(part for part in (where, finding.note) if part)
    return replace(finding, is_declared=True, is_off_site=True, note=note)


def _elsewhere(others: Sequence[OffSite]) -> Inapplicable:
    names = ", ".join(off.id for off in others)
    return Inapplicable(reason=f"{names} off the site: judged by area, land, classes and words as declared")


def as_if_here(plan: Plan, others: Sequence[OffSite]) -> Plan:
    """Plan with facilities off the site among its own, by their labels and outlines."""
    by_family = {
        family: [off for off in others if off_site_family(off.kind) == family] for family in ("facility", "lot", "ground")
    }
    lots = [Lot(id=off.id, kind=LotKind(off.kind), outline=off.land or Polygon(), tags=off.tags) for off in by_family["lot"]]
    grounds = [
        Ground(id=off.id, kind=GroundKind(off.kind), outline=off.land or Polygon(), block="", lot="", tags=off.tags)
        for off in by_family["ground"]
    ]
    return replace(
        plan,
        facilities=(*plan.facilities, *(_facility(off) for off in by_family["facility"])),
        lots=(*plan.lots, *lots),
        grounds=(*plan.grounds, *grounds),
    )


def _facility(off: OffSite) -> Facility:
    return Facility(
        id=off.id,
        kind=FacilityKind(off.kind),
        outline=off.land or Polygon(),
        building="",
        lot="",
        floors=(),
        usable_m2=0.0,
        rooms=off.rooms,
        classes=off.classes,
        children=off.children,
        tags=off.tags,
    )
