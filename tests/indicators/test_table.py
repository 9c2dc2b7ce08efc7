from dataclasses import replace

import pytest

from layoutgen.indicators.table import indicator_table
from layoutgen.model.plan import Plan


def test_the_table_holds_the_headline_figures(plan: Plan) -> None:
    table = dict(indicator_table(plan))
    assert table["far"] == pytest.approx(7700 / 20_000)
    assert table["net_far"] == pytest.approx(0.73)
    assert table["households"] == 96
    assert table["stalls"] == 82
    assert table["stalls_per_household"] == pytest.approx(82 / 96, abs=1e-3)
    assert table["public_green_m2_per_person"] == pytest.approx(5000 / 300, abs=1e-3)
    assert table["K1.average_storeys"] == pytest.approx(8.0)
    assert table["green_m2"] == pytest.approx(912 - 3.14159265 / 4.0, abs=0.02)  # the sum stands in test_green.py


def test_every_indicator_has_one_row(plan: Plan) -> None:
    names = [name for name, _ in indicator_table(plan)]
    assert len(names) == len(set(names))


def test_an_empty_plan_has_a_table_too(plan: Plan) -> None:
    empty = replace(plan, blocks=(), buildings=(), lots=(), grounds=(), ways=(), stalls=())
    assert dict(indicator_table(empty))["far"] == 0.0
