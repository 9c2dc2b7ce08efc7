from dataclasses import replace
from functools import cache
from itertools import combinations

import numpy as np
import pytest
import shapely
from shapely.geometry import Polygon, box

from layoutgen.errors import InfeasibleError
from layoutgen.model.kinds import LotKind, RoadClass, StreetMode
from layoutgen.model.program import Need, Program
from layoutgen.model.stages import Allocation, Commission, Structure
from layoutgen.stages.allocation import allocate
from layoutgen.stages.structure import lay_structure
from tests.stages.sites_by_hand import BOUNDARIES, commission_of, real_boundaries, turned

NAMES = sorted(BOUNDARIES)
NEEDS = {
    LotKind.KINDERGARTEN: "kindergarten",
    LotKind.GARDEN: "garden",
    LotKind.SERVICE: "service_lot",
    LotKind.SHOPS: "shops_lot",
    LotKind.WASTE_STATION: "waste_station",
    LotKind.UTILITY: "utility_lot",
}


def allocated(commission: Commission) -> tuple[Structure, Allocation]:
    structure = lay_structure(commission, np.random.default_rng(0))
    return structure, allocate(commission, structure, np.random.default_rng(0))


Case = tuple[Commission, Structure, Allocation]


@cache
def case_of(name: str, degrees: float = 0.0) -> Case:
    commission = commission_of(turned(BOUNDARIES[name], degrees))
    return (commission, *allocated(commission))


@pytest.fixture(scope="module", params=NAMES)
def case(request: pytest.FixtureRequest) -> Case:
    return case_of(request.param)


def assert_lawful(commission: Commission, structure: Structure, allocation: Allocation) -> None:
    lots, blocks = allocation.lots, allocation.blocks
    streets = structure.streets if structure.is_public else ()
    shapes = [thing.outline for thing in (*lots, *blocks, *streets)]
    assert all(shape.is_valid and not shape.interiors for shape in shapes)
    assert sum(shape.area for shape in shapes) == pytest.approx(commission.site.boundary.area, rel=1e-6)
    for one, other in combinations(shapes, 2):
        assert one.intersection(other).area < 0.05
    assert sorted(lot.kind for lot in lots) == sorted(NEEDS)
    for lot in lots:
        assert lot.outline.area >= commission.program.need(NEEDS[lot.kind]).figure("land_m2")


def reach(commission: Commission, structure: Structure) -> shapely.Geometry:
    roads = [edge.line for edge in commission.site.edges if edge.road_class is not RoadClass.NONE]
    return shapely.union_all([*roads, *(way.outline for way in structure.streets)])


def distance(allocation: Allocation, one: LotKind, other: LotKind) -> float:
    by_kind = {lot.kind: lot.outline for lot in allocation.lots}
    return float(by_kind[one].distance(by_kind[other]))


def test_lots_blocks_and_public_streets_tile_the_site(case: Case) -> None:
    assert_lawful(*case)


def test_every_lot_has_12_m_on_a_street_or_a_road(case: Case) -> None:
    commission, structure, allocation = case
    roads = reach(commission, structure).buffer(0.02)
    for lot in allocation.lots:
        assert lot.outline.exterior.intersection(roads).length >= 12.0


def test_the_cells_of_a_block_and_its_attached_streets_are_the_block(case: Case) -> None:
    _, structure, allocation = case
    for block in allocation.blocks:
        own = sum(cell.outline.area for cell in allocation.cells if cell.block == block.id)
        inside = sum(way.outline.intersection(block.outline).area for way in structure.streets)
        assert own + inside == pytest.approx(block.outline.area, abs=0.5)


def test_the_waste_station_keeps_away_from_children(case: Case) -> None:
    commission, _, allocation = case
    if commission.site.boundary.area > 80_000.0:  # on smaller sites it may not be able to
        assert distance(allocation, LotKind.KINDERGARTEN, LotKind.WASTE_STATION) >= 60.0


def test_service_lies_beside_the_garden_or_across_the_street(case: Case) -> None:
    assert distance(case[2], LotKind.GARDEN, LotKind.SERVICE) <= 80.0


def test_the_kindergarten_lies_in_the_southern_half_of_a_square() -> None:
    allocation = case_of("square")[2]
    kindergarten = next(lot for lot in allocation.lots if lot.kind is LotKind.KINDERGARTEN)
    assert kindergarten.outline.centroid.y < 225.0


def test_lots_of_a_rectangular_site_are_not_wedges() -> None:
    for name in ("square", "strip", "turned", "middling"):
        for lot in case_of(name)[2].lots:
            assert lot.outline.area >= 0.85 * shapely.oriented_envelope(lot.outline).area


def test_turning_the_site_changes_no_count() -> None:
    _, _, straight = case_of("L")
    _, _, skew = case_of("L", 30.0)
    assert (len(skew.lots), len(skew.blocks)) == (len(straight.lots), len(straight.blocks))


def test_a_garden_of_a_gated_estate_lies_on_a_road_outside_its_gates() -> None:
    commission = commission_of(box(0, 0, 450, 450))
    commission = replace(commission, brief=replace(commission.brief, streets=StreetMode.GATED))
    structure, allocation = allocated(commission)
    garden = next(lot for lot in allocation.lots if lot.kind is LotKind.GARDEN)
    assert garden.outline.exterior.intersection(commission.site.boundary.exterior.buffer(0.02)).length >= 12.0
    assert all(block.is_gated for block in allocation.blocks)
    assert_lawful(commission, structure, allocation)


def test_lots_lie_on_the_one_road_of_a_site_among_neighbours() -> None:
    commission = commission_of(box(0, 0, 280, 290), roads=(0,))
    structure, allocation = allocated(commission)
    roads = reach(commission, structure).buffer(0.02)
    assert all(lot.outline.exterior.intersection(roads).length >= 12.0 for lot in allocation.lots)


def test_too_little_land_for_the_lots_is_told_but_proves_nothing() -> None:
    commission = commission_of(box(0, 0, 100, 80), people=300)  # lots of 3 500 + 5 467 + … m2 on 8 000 m2
    with pytest.raises(InfeasibleError) as error:
        allocated(commission)
    assert not error.value.is_proven  # margins and streets are our own
    assert error.value.stage == "allocation"


def test_a_program_by_hand_without_buildings_is_allocated() -> None:
    def need(kind: str, land: float, frontage: float = 0.0, depth: float = 0.0) -> Need:
        figures = [("land_m2", land)] + ([("frontage_m", frontage), ("depth_m", depth)] if frontage else [])
        return Need(kind=kind, figures=tuple(figures))

    needs = (
        need("kindergarten", 5250.0),
        need("garden", 8000.0),
        need("service_lot", 3000.0, 80.0, 35.0),
        need("shops_lot", 1800.0, 60.0, 30.0),
        need("waste_station", 300.0),
        need("utility_lot", 600.0, 30.0, 20.0),
    )
    commission = commission_of(box(0, 0, 450, 450), people=8000)
    program: Program = replace(commission.program, needs=needs, buildings=())
    commission = replace(commission, program=program)
    assert_lawful(commission, *allocated(commission))


def test_the_same_structure_gives_the_same_allocation() -> None:
    commission, structure, allocation = case_of("middling")
    assert allocate(commission, structure, np.random.default_rng(1)) == allocation


def test_some_real_boundaries_are_allocated_or_refused() -> None:
    for boundary in real_boundaries()[3::9]:
        assert_allocated_or_refused(boundary)


@pytest.mark.nightly
def test_real_boundaries_are_allocated_or_refused() -> None:
    for boundary in real_boundaries():
        assert_allocated_or_refused(boundary)


def assert_allocated_or_refused(boundary: Polygon) -> None:
    commission = commission_of(Polygon(boundary.exterior))
    try:
        structure, allocation = allocated(commission)
    except InfeasibleError:
        return
    assert_lawful(commission, structure, allocation)
