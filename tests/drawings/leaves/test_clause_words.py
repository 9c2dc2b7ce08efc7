"""Clauses in the words of a Chinese table."""

import pytest

from layoutgen.drawings.leaves.clause_words import asked_text, found_text, margin_text, source_text
from layoutgen.model.limit import Demand, Limit
from layoutgen.model.report import Finding


def finding(measured, demand, **limit):
    return Finding(subjects=("K1",), measured=measured, limit=Limit(demand=demand, **limit))


@pytest.mark.parametrize(
    ("found", "asked", "measured", "margin"),
    [
        (finding(3303.18, Demand.AT_LEAST, low=2200.0, unit="m2"), "≥ 2200 ㎡", "3303.18 ㎡", "+1103.18"),
        (finding(10.8, Demand.AT_MOST, high=10.0, unit="min"), "≤ 10 分钟", "10.80 分钟", "-0.80"),
        (finding(0.124, Demand.BETWEEN, low=0.1, high=0.15, unit="share"), "0.1–0.15", "0.124", "+0.02"),
        (finding(True, Demand.CONNECTED), "是", "是", "—"),
        (finding(("a", "b"), Demand.INCLUDES, words=("a", "c")), "2 项齐备", "缺 1 项", "—"),
        (finding(None, Demand.AT_LEAST, low=1.0), "≥ 1", "无", "—"),
        (None, "—", "—", "—"),
    ],
)
def test_a_clause_says_what_is_asked_found_and_left(found, asked, measured, margin):
    assert (asked_text(found), found_text(found), margin_text(found)) == (asked, measured, margin)


@pytest.mark.parametrize(
    ("source", "zh"),
    [
        ("建科规〔2020〕7号 annex, row 9 (primary)", "建科规〔2020〕7号 附件, 第 9 项"),
        ("GB 50180-2018, table B.0.3 (recalled)", "GB 50180-2018, 表 B.0.3（据记忆）"),
        ("the drawing contract, docs/drawing.md (own)", "图纸约定（自定）"),
    ],
)
def test_a_source_is_told_in_chinese(source, zh):
    assert source_text(source) == zh
