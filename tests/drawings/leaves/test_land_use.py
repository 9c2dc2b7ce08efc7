"""The page 用地规划图."""

from dataclasses import replace

import pytest

from layoutgen.drawings.book import compose_book
from layoutgen.drawings.compose import compose
from layoutgen.drawings.land_uses import load_land_uses
from layoutgen.drawings.layers import profile_names
from layoutgen.drawings.leaves.land_use import balance_table, land_of, lot_table
from layoutgen.model.kinds import LotKind


@pytest.fixture(scope="module")
def pieces(plan):
    return tuple(land_of(plan, load_land_uses()))


def test_every_kind_of_lot_has_a_use_and_the_table_is_no_profile():
    assert {f"lot.{kind}" for kind in LotKind} <= set(load_land_uses())
    assert "land_use" not in profile_names()


def test_the_balance_of_land_adds_up_to_the_site(plan, pieces):
    # hm2: block 224 x 300 = 6.72; lots 110 x 120, 178 x 90, 98 x 48, 78 x 48, 32 x 20, 58 x 30; street 16 x 300 = 0.48; the
    # main road lies outside; 12.6 - 11.2048 = 1.3952 left. 2 400 people: 67 200 / 2 400 = 28 m2 each.
    rows = {row.cells[0]: row.cells[3:] for row in balance_table(plan, pieces).rows}
    assert rows["0701"] == ("6.72", "53.3", "28.00")
    assert [rows[code][0] for code in ("080404", "1401", "0702", "0901", "1309", "13", "1207", "—")] == [
        *("1.32", "1.60", "0.47", "0.37", "0.06", "0.17", "0.48", "1.40")
    ]
    assert rows[""] == ("12.60", "100.0", "52.50")


def test_a_lot_has_its_floor_area_ratio_and_density(plan, pieces):
    # service lot 98 x 48 = 4 704 m2 with 60 x 15 on 3 storeys: 2 700 / 4 704 = 0.57, 900 / 4 704 = 19.1 %
    (row,) = [row.cells for row in lot_table(plan, pieces).rows if row.cells[0] == "L-service-1"]
    assert row == ("L-service-1", "0702", "4704", "2700", "0.57", "19.1")


def test_a_plan_without_blocks_and_lots_has_no_such_page(plan, judged_report):
    bare = replace(plan, blocks=(), lots=())
    titles = [page.title for page in compose_book(bare, compose(bare), judged_report, ()).pages]
    assert "用地规划图" not in titles
