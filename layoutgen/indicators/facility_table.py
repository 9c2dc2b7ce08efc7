"""The table of facilities 配套设施一览表 of a plan: measured areas, governing clause, ownership, handover and own land."""

from layoutgen.indicators.facility_areas import floor_area_m2, lot_of
from layoutgen.indicators.intensity import total_floor_area_m2
from layoutgen.indicators.land import lots_of
from layoutgen.indicators.people import dwellings_drawn
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.kinds import FacilityKind, GroundKind, LotKind
from layoutgen.model.plan import Plan, Tags
from layoutgen.model.program import Input
from layoutgen.model.site import OffSite
from layoutgen.standards.clause import Standard
from layoutgen.standards.governing import Law, law_in_force
from layoutgen.standards.scope import circumstances_of_plan

GARDEN = LotKind.GARDEN.value


def facility_table(plan: Plan, standard: Standard) -> tuple[FacilityLine, ...]:
    """One line a kind that is drawn, in the order of the kinds; gatehouses, the garden, then what lies off the site, last."""
    law = law_in_force(standard, circumstances_of_plan(plan.facts))
    numbers = {
        name: Input(name=name, value=value, source="drawing")
        for name, value in (
            ("people", float(plan.facts.people)),
            ("households", float(dwellings_drawn(plan))),
            ("all_floor_area_m2", total_floor_area_m2(plan)),
        )
    }
    lines = [_line(plan, kind.value, law.governing(kind.value, numbers)) for kind in FacilityKind]
    here = tuple(line for line in (*lines, _gatehouses(plan), _garden(plan, law, numbers)) if line.ids)
    return (*here, *(_off_site(off, law.governing(off.kind, numbers)) for off in plan.off_site))


def _off_site(off: OffSite, clause: str) -> FacilityLine:
    tags = dict(off.tags)
    return FacilityLine(
        kind=off.kind,
        ids=(off.id,),
        floor_area_m2=off.floor_area_m2,
        land_m2=round(off.land_area_m2, 2),
        clause=clause,
        owner=tags.get("owner", ""),
        handover="",
        standalone="",
        is_off_site=True,
    )


def _line(plan: Plan, kind: str, clause: str) -> FacilityLine:
    found = sorted((f for f in plan.facilities if f.kind.value == kind), key=lambda facility: facility.id)
    own = [lot for facility in found if dict(facility.tags).get("standalone") == "yes" and (lot := lot_of(plan, facility))]
    return FacilityLine(
        kind=kind,
        ids=tuple(facility.id for facility in found),
        floor_area_m2=round(sum(floor_area_m2(plan, facility) for facility in found), 2),
        land_m2=round(sum(lot.outline.area for lot in {lot.id: lot for lot in own}.values()), 2),
        clause=clause,
        owner=_said([facility.tags for facility in found], "owner"),
        handover=_said([facility.tags for facility in found], "handover"),
        standalone=_said([facility.tags for facility in found], "standalone"),
    )


def _gatehouses(plan: Plan) -> FacilityLine:
    booths = [ground for ground in plan.grounds if ground.kind is GroundKind.GATEHOUSE]
    return FacilityLine(
        kind=GroundKind.GATEHOUSE.value,
        ids=tuple(booth.id for booth in booths),
        floor_area_m2=round(sum(booth.outline.area for booth in booths), 2),
        land_m2=0.0,
        clause="",
        owner=_said([booth.tags for booth in booths], "owner"),
        handover=_said([booth.tags for booth in booths], "handover"),
        standalone=_said([booth.tags for booth in booths], "standalone"),
    )


def _garden(plan: Plan, law: Law, numbers: dict[str, Input]) -> FacilityLine:
    lots = lots_of(plan, GARDEN)
    return FacilityLine(
        kind=GARDEN,
        ids=tuple(lot.id for lot in lots),
        floor_area_m2=0.0,
        land_m2=round(sum(lot.outline.area for lot in lots), 2),
        clause=law.governing(GARDEN, numbers),
        owner=_said([lot.tags for lot in lots], "owner"),
        handover=_said([lot.tags for lot in lots], "handover"),
        standalone=_said([lot.tags for lot in lots], "standalone"),
    )


def _said(labels: list[Tags], key: str) -> str:
    return "/".join(dict.fromkeys(dict(tags)[key] for tags in labels if key in dict(tags)))
