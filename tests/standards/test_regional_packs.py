"""The regional packs say what their documents say: every row of the register, the right force, the right bands."""

import re

import pytest

from layoutgen.model.plan import Facts
from layoutgen.model.report import Force, Verdict
from layoutgen.standards.clause import Clause
from layoutgen.standards.load import load_standard
from layoutgen.standards.scope import circumstances_of_plan, outranked_by, why_out_of_scope
from layoutgen.validator.check import check_plan, judge_clause
from tests.validator.plan_from_case import plan_from_case

# Rows of the register, B.1 (fifteen minutes), B.3 and C.1–C.3; an id may be split by suffixes.
ROWS = {
    "xiamen": [f"XM-6.{n}" for n in range(1, 7)]
    + [f"XM-5.{n}" for n in range(1, 6)]
    + [f"XM-3.{n}" for n in range(1, 4)]
    + ["XM-1"],
    "pilot-2022": [
        f"P48.{word}"
        for word in ("area", "use", "cluster", "shops", "core", "sponge", "ages", "basis", "existing", "ebike", "sport")
    ],
    "jiyuan-2026": [
        f"JY.{word}"
        for word in ("area", "use", "refuge", "pocket", "recycle", "bins", "defence", "hub", "shops", "pipes", "maint", "signs")
    ]
    + ["JY.house"],
    "shanxi-2022": [f"SX.{word}" for word in ("tier1", "tier2", "tier3", "walk", "first", "scope", "small")],
    "fifteen-minute": ["CRC-15C.pop", "CRC-15C.radius", "CRC-15C.edge"],
}
STATUS = {
    "xiamen": "reference",
    "pilot-2022": "ended",
    "jiyuan-2026": "draft",
    "shanxi-2022": "in_force",
    "fifteen-minute": "reference",
}
DISTINCTIVE = ("JY.refuge", "JY.pocket", "JY.recycle", "JY.bins", "JY.pipes", "JY.maint", "JY.signs")  # 特色类


def clauses(pack: str) -> tuple[Clause, ...]:
    return load_standard((pack,)).clauses


def facts(people: int, *features: str) -> Facts:
    return plan_from_case({"facts": {"people": people, "features": list(features)}}).facts


def in_scope(pack: str, people: int, *features: str) -> set[str]:
    here = circumstances_of_plan(facts(people, *features))
    return {clause.id for clause in clauses(pack) if not why_out_of_scope(clause, here)}


@pytest.mark.parametrize("pack", sorted(ROWS))
def test_every_row_of_the_register_is_encoded_and_nothing_else(pack: str) -> None:
    rows = {next((row for row in ROWS[pack] if f"{clause.id}.".startswith(f"{row}.")), clause.id) for clause in clauses(pack)}
    assert rows == set(ROWS[pack])


@pytest.mark.parametrize("pack", sorted(STATUS))
def test_a_pack_says_what_it_is_worth(pack: str) -> None:
    (found,) = load_standard((pack,)).packs
    assert found.status == STATUS[pack]
    assert found.status_zh
    assert found.status_en


@pytest.mark.parametrize("pack", ["xiamen", "fifteen-minute"])
def test_what_scores_or_only_informs_decides_nothing(pack: str) -> None:
    assert not any(clause.decides for clause in clauses(pack))


def test_every_indicator_of_xiamen_belongs_to_its_group() -> None:
    groups = {"XM-6": "六有", "XM-5": "五达标", "XM-3": "三完善", "XM-1": "一公约"}
    assert all(clause.group == groups[clause.id[:4]] for clause in clauses("xiamen"))


# 48号: new communities must have 30 m2 for a hundred households; Jiyuan asks 20 as a principle (F-53: both stand).
def test_the_pilots_ask_for_thirty_and_must_where_jiyuan_asks_for_twenty_and_should() -> None:
    pilot, jiyuan = load_standard(("pilot-2022",)).clause("P48.area"), load_standard(("jiyuan-2026",)).clause("JY.area")
    assert (pilot.bound.low, pilot.force, pilot.scope) == (30.0, Force.MUST, "new")
    assert (jiyuan.bound.low, jiyuan.force) == (20.0, Force.SHOULD)


def test_an_existing_community_may_set_its_own_area() -> None:
    assert load_standard(("pilot-2022",)).clause("P48.area.x").force is Force.MAY


def test_demands_of_distinctive_communities_wait_for_their_feature() -> None:
    waiting = {clause.id for clause in clauses("jiyuan-2026") if any(fact == "feature" for fact, _ in clause.when)}
    assert {re.sub(r"\.[a-z]$", "", name) for name in waiting} == set(DISTINCTIVE)
    assert not in_scope("jiyuan-2026", 8000) & waiting
    assert {"JY.refuge.a", "JY.pocket.a", "JY.recycle", "JY.maint"} <= in_scope("jiyuan-2026", 8000, "distinctive")


@pytest.mark.parametrize(
    ("people", "level"),
    [(1, 3), (2999, 3), (3000, 2), (4999, 2), (5000, 1), (12000, 1), (12001, 1)],
)
def test_shanxi_levels_are_half_open_bands(people: int, level: int) -> None:
    levels = {name for name in in_scope("shanxi-2022", people) if name.startswith("SX.tier")}
    wanted = {1: {"SX.tier1"}, 2: {"SX.tier2"}, 3: {"SX.tier3"}}
    assert levels == wanted[level]
    assert ("SX.small" in in_scope("shanxi-2022", people)) is (people < 5000)


@pytest.mark.parametrize(("people", "verdict"), [(12000, Verdict.PASS), (12001, Verdict.FAIL)])
def test_level_one_ends_at_twelve_thousand(people: int, verdict: Verdict) -> None:
    plan = plan_from_case({"facts": {"people": people}})
    assert judge_clause(plan, load_standard(("shanxi-2022",)).clause("SX.tier1")).verdict is verdict


@pytest.mark.parametrize(("people", "clause"), [(2000, "SX.tier3"), (4000, "SX.tier2")])
def test_levels_two_and_three_say_that_the_user_supplies_their_areas_and_how(people: int, clause: str) -> None:
    plan = plan_from_case({"facts": {"people": people}})
    outcome = judge_clause(plan, load_standard(("shanxi-2022",)).clause(clause))
    assert outcome.verdict is Verdict.MANUAL
    assert "--pack" in outcome.says_zh
    assert "--pack PATH" in outcome.note


def test_the_level_path_outranks_the_path_of_small_projects() -> None:
    standard = load_standard(("crc-2020", "shanxi-2022"))
    assert outranked_by(standard, circumstances_of_plan(facts(4000))) == {"CRC-00.small": "SX.small"}
    assert outranked_by(standard, circumstances_of_plan(facts(5000))) == {}


def test_a_small_community_of_shanxi_is_told_why_the_small_path_does_not_decide() -> None:
    plan = plan_from_case({"facts": {"people": 4000}})
    report = check_plan(plan, load_standard(("crc-2020", "shanxi-2022")))
    (small,) = (outcome for outcome in report.outcomes if outcome.clause == "CRC-00.small")
    assert not small.decides
    assert "SX.small" in small.note
