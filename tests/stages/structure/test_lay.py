from dataclasses import replace
from functools import cache
from itertools import combinations, pairwise

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, Point, Polygon, box

from layoutgen.model.kinds import StreetMode, WayKind
from layoutgen.model.stages import Commission, Structure
from layoutgen.stages.structure import lay_structure
from tests.stages.sites_by_hand import BOUNDARIES, commission_of, real_boundaries, turned

NAMES = sorted(BOUNDARIES)


def laid(commission: Commission) -> Structure:
    return lay_structure(commission, np.random.default_rng(0))


@cache
def laid_by_hand(name: str) -> Structure:
    return laid(commission_of(BOUNDARIES[name]))


def assert_lawful(boundary: Polygon, structure: Structure) -> None:
    outlines = [way.outline for way in structure.streets] + [cell.outline for cell in structure.cells]
    assert all(shape.is_valid and not shape.interiors for shape in outlines)
    assert sum(shape.area for shape in outlines) == pytest.approx(boundary.area, rel=1e-6)
    for one, other in combinations(outlines, 2):
        assert one.intersection(other).area < 0.01
    ground = shapely.union_all([way.outline for way in structure.streets]).buffer(0.01)
    assert all(way.centre.within(ground) for way in structure.streets)


def components(structure: Structure, boundary: Polygon) -> int:
    """Parts of the network, all roads round the site being one part of it."""
    lines = [way.centre for way in structure.streets]
    groups = list(range(len(lines)))
    for a, b in combinations(range(len(lines)), 2):
        round_the_site = all(boundary.exterior.distance(lines[n]) < 0.01 for n in (a, b))
        if round_the_site or lines[a].distance(lines[b]) < 1e-6:
            groups = [groups[a] if g == groups[b] else g for g in groups]
    return len(set(groups))


@pytest.mark.parametrize("name", NAMES)
def test_streets_and_cells_tile_the_boundary_without_overlap(name: str) -> None:
    assert_lawful(BOUNDARIES[name], laid_by_hand(name))


@pytest.mark.parametrize("name", NAMES)
def test_streets_are_one_network(name: str) -> None:
    structure = laid_by_hand(name)
    assert not structure.streets or components(structure, BOUNDARIES[name]) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_street_ends_on_the_boundary_or_at_a_vertex_of_another(name: str) -> None:
    structure = laid_by_hand(name)
    for way in structure.streets:
        others = {c for other in structure.streets if other is not way for c in other.centre.coords}
        for end in (way.centre.coords[0], way.centre.coords[-1]):
            assert end in others or BOUNDARIES[name].exterior.distance(Point(end)) < 0.001


@pytest.mark.parametrize("name", NAMES)
def test_turning_the_site_changes_no_count(name: str) -> None:
    straight = laid_by_hand(name)
    skew = laid(commission_of(turned(BOUNDARIES[name], 30.0)))
    assert (len(skew.streets), len(skew.cells)) == (len(straight.streets), len(straight.cells))


def test_a_site_of_four_hectares_is_one_cell_without_streets() -> None:
    structure = laid(commission_of(box(0, 0, 220, 170)))
    assert structure.streets == ()
    assert [cell.outline.area for cell in structure.cells] == [220.0 * 170.0]


def test_a_site_longer_than_300_m_both_ways_gets_public_streets_between_red_lines() -> None:
    structure = laid(commission_of(box(0, 0, 450, 450)))
    assert structure.is_public
    assert {way.kind for way in structure.streets} == {WayKind.STREET}
    widths = {way.carriageway_m: way.outline.area / way.centre.length for way in structure.streets}
    assert widths == pytest.approx({8.0: 14.0, 10.0: 20.0}, rel=0.08)  # branch street and spine by the template


def test_cells_of_a_square_of_20_ha_hold_two_to_four_hectares() -> None:
    for cell in laid(commission_of(box(0, 0, 450, 450))).cells:
        assert 20_000.0 <= cell.outline.area <= 42_000.0


def test_a_site_below_300_m_both_ways_gets_attached_streets() -> None:
    structure = laid(commission_of(box(0, 0, 280, 290)))
    assert not structure.is_public
    assert [way.kind for way in structure.streets] == [WayKind.ATTACHED]
    assert [way.carriageway_m for way in structure.streets] == [7.0]  # attached_width_m of the template


def test_a_gated_estate_has_attached_streets_only() -> None:
    commission = commission_of(box(0, 0, 450, 450))
    structure = laid(replace(commission, brief=replace(commission.brief, streets=StreetMode.GATED)))
    assert not structure.is_public
    assert {way.kind for way in structure.streets} == {WayKind.ATTACHED}


def test_no_cell_of_a_long_strip_is_longer_than_the_spacing_of_streets() -> None:
    for cell in laid(commission_of(box(0, 0, 600, 150))).cells:
        west, _, east, _ = cell.outline.bounds
        assert east - west <= 300.0


def test_streets_go_round_ground_that_is_kept_out() -> None:
    pond = box(200, 200, 250, 260)  # on the middle lines of the square, where streets would cross
    commission = commission_of(box(0, 0, 450, 450))
    structure = laid(replace(commission, site=replace(commission.site, keep_outs=(pond,))))
    assert sum(way.outline.intersection(pond).area for way in structure.streets) == 0.0


def test_streets_turn_with_a_turned_site() -> None:
    assert laid(commission_of(turned(box(0, 0, 480, 360), 25.0))).azimuth_deg == pytest.approx(25.0, abs=0.01)


def test_cells_are_named_north_to_south() -> None:
    heights = [round(cell.outline.centroid.y, 1) for cell in laid(commission_of(BOUNDARIES["U"])).cells]
    assert heights == sorted(heights, reverse=True)


def test_the_same_site_gives_the_same_structure() -> None:
    assert laid(commission_of(BOUNDARIES["L"])) == laid(commission_of(BOUNDARIES["L"]))


def test_some_real_boundaries_are_tiled() -> None:
    for boundary in real_boundaries()[::3]:
        assert_lawful(boundary, laid(commission_of(boundary)))


@pytest.mark.parametrize(("length", "least"), [(299.0, 0), (301.0, 1), (601.0, 2)])
def test_no_block_is_longer_than_public_streets_may_be_apart(length: float, least: int) -> None:
    structure = laid(commission_of(box(0, 0, length, 110.0)))
    assert len(structure.streets) >= least
    corners = sorted({0.0, length, *(x for way in structure.streets for x, _ in way.centre.coords)})
    assert max(b - a for a, b in pairwise(corners)) <= 300.0


def test_streets_in_the_arms_of_a_u_are_joined_to_its_only_road() -> None:
    boundary = BOUNDARIES["U"]
    structure = laid(commission_of(boundary, roads=(0,)))  # the south edge; neighbours all round
    assert_lawful(boundary, structure)
    road = LineString(boundary.exterior.coords[:2])
    reached = [way.centre for way in structure.streets if way.centre.distance(road) < 0.01]
    left = [way.centre for way in structure.streets if way.centre.distance(road) >= 0.01]
    while left:
        joined = [line for line in left if any(line.distance(other) < 0.01 for other in reached)]
        assert joined, "a street that no way leads to"
        reached += joined
        left = [line for line in left if line not in joined]
