"""The table of technical-economic indicators 技术经济指标, of the site and of every block."""

from layoutgen.indicators.green import Greens, green_ratio, greens_of
from layoutgen.indicators.intensity import (
    average_storeys,
    block_density,
    block_far,
    housing_floor_area_m2,
    site_density,
    site_far,
    total_floor_area_m2,
)
from layoutgen.indicators.land import block_area_m2, lots_of, public_green_m2, site_area_m2
from layoutgen.indicators.parking import resident_stalls, surface_stalls
from layoutgen.indicators.people import block_dwellings, block_people, dwellings_drawn, people_drawn
from layoutgen.model.kinds import FacilityKind, LotKind
from layoutgen.model.plan import Plan

Indicator = tuple[str, float | str]


def indicator_table(plan: Plan, greens: Greens | None = None) -> tuple[Indicator, ...]:
    """All headline indicators: the site's, then every block's, ``K1.far``; units stand in the names, shares are 0…1.

    Parameters
    ----------
    greens
        Of this plan, where they are worked out already.
    """
    greens = greens or greens_of(plan)
    return (*_facts(plan), *_land(plan), *_intensity(plan, greens), *_parking(plan), *_blocks(plan, greens))


def _facts(plan: Plan) -> tuple[Indicator, ...]:
    classes = sum(f.classes for f in plan.facilities if f.kind is FacilityKind.KINDERGARTEN)
    return (
        ("site_file", plan.facts.site_file),
        ("site_sha256", plan.facts.site_sha256),
        ("people_stated", float(plan.facts.people)),
        ("people", round(people_drawn(plan), 1)),
        ("households", float(dwellings_drawn(plan))),
        ("kindergarten_classes", float(classes)),
    )


def _land(plan: Plan) -> tuple[Indicator, ...]:
    people = plan.facts.people
    public = public_green_m2(plan)
    return (
        ("site_m2", round(site_area_m2(plan), 2)),
        ("blocks_m2", round(sum(block_area_m2(block) for block in plan.blocks), 2)),
        *((f"lot_{kind.value}_m2", round(sum(lot.outline.area for lot in lots_of(plan, kind.value)), 2)) for kind in LotKind),
        ("public_green_m2", round(public, 2)),
        ("public_green_m2_per_person", round(public / people, 3) if people else 0.0),
    )


def _intensity(plan: Plan, greens: Greens) -> tuple[Indicator, ...]:
    blocks = sum(block_area_m2(block) for block in plan.blocks)
    in_blocks = sum(block_far(plan, block) * block_area_m2(block) for block in plan.blocks)
    green_m2 = green_ratio(plan.boundary, greens.counted) * site_area_m2(plan)
    return (
        ("floor_area_m2", round(total_floor_area_m2(plan), 2)),
        ("housing_floor_area_m2", round(housing_floor_area_m2(plan), 2)),
        ("far", round(site_far(plan), 3)),
        ("net_far", round(in_blocks / blocks, 3) if blocks else 0.0),
        ("density", round(site_density(plan), 4)),
        ("green_m2", round(green_m2, 2)),
        ("green_ratio", round(green_ratio(plan.boundary, greens.counted), 4)),
        ("height_max_m", max((b.planning_height_m for b in plan.buildings), default=0.0)),
        ("storeys_max", float(max((b.storeys for b in plan.buildings), default=0))),
    )


def _parking(plan: Plan) -> tuple[Indicator, ...]:
    households = dwellings_drawn(plan)
    stalls = resident_stalls(plan)
    return (
        ("stalls", float(stalls)),
        ("stalls_surface", float(surface_stalls(plan))),
        ("stalls_per_household", round(stalls / households, 3) if households else 0.0),
    )


def _blocks(plan: Plan, greens: Greens) -> tuple[Indicator, ...]:
    rows: list[Indicator] = []
    for block in plan.blocks:
        people = block_people(plan, block)
        central = sum(float(piece.area) for piece in greens.central[block.id])
        rows += [
            (f"{block.id}.area_m2", round(block_area_m2(block), 2)),
            (f"{block.id}.far", round(block_far(plan, block), 3)),
            (f"{block.id}.density", round(block_density(plan, block), 4)),
            (f"{block.id}.green_ratio", round(green_ratio(block.outline, greens.counted), 4)),
            (f"{block.id}.average_storeys", round(average_storeys(plan, block), 2)),
            (f"{block.id}.households", float(block_dwellings(plan, block))),
            (f"{block.id}.people", round(people, 1)),
            (f"{block.id}.central_green_m2", round(central, 2)),
            (f"{block.id}.central_green_m2_per_person", round(central / people, 3) if people else 0.0),
        ]
    return tuple(rows)
