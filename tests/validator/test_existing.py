"""New build and existing communities: which clauses are silent, which are advice, and what may stand instead of another."""

import os
import re
from pathlib import Path

import pytest

from layoutgen.model.kinds import Mode
from layoutgen.model.report import Outcome, Verdict
from layoutgen.standards.clause import Standard
from layoutgen.standards.existing import for_existing
from layoutgen.standards.load import load_standard, pack_names
from layoutgen.standards.scope import Circumstances, circumstances_of_plan, why_out_of_scope
from layoutgen.validator.check import check_plan
from tests.validator.plan_from_case import plan_from_case

# Figures A.5 below the table, and the rows of A.0 and A.4 whose scope is N: silent for an existing community.
NEW_ONLY = {
    *("CRC-00.small", "CRC-00.large", "CRC-00.sync", "CRC-00.handover", "CRC-07.station", "CRC-10.ratio", "CRC-10.ev"),
    *("CRC-13.station", "CRC-14.sports", "CRC-14.courts", "CRC-14.refuge", "CRC-15.garden", "CRC-15.sport", "CRC-16.office"),
}
# Figures A.5: existing-only relaxations, and the rows of A.0 and A.3 whose scope is X.
EXISTING_ONLY = {
    *("CRC-06.alt", "CRC-13.toiletX", "CRC-07.stationX", "CRC-14.X", "CRC-15.X", "CRC-16.officeX"),
    *("CRC-00.share", "CRC-10.existing", "CRC-12.lift"),
}
NEEDS_FLAG = {"CRC-06.alt", "CRC-13.toiletX"}  # F-12: alternatives only where the site is constrained
NEW_AREA = {"GB180-4.0.4.a", "GB180-4.0.4.b", "GB180-4.0.4.b.area", "GB180-4.0.4.c", "GB180-4.0.4.c.max", "GB180-4.0.7.area"}
OLD_AREA = {"GB180-4.0.5", "GB180-4.0.7.area.old"}
PART_D = {"gb-50180", "sunlight", "buildings", "roads", "parking", "accessibility", "sports", "kindergarten"}
FIRE_CODES = ("GB 50016", "GB 55037", "GB 50067")


def _circumstances(mode: Mode, *, is_constrained: bool = False) -> Circumstances:
    facts = plan_from_case({"facts": {"people": 8000, "mode": mode.value, "constrained": is_constrained}}).facts
    return circumstances_of_plan(facts)


def _standard() -> Standard:
    return load_standard(pack_names())


def _silent(mode: Mode, pack: str, *, is_constrained: bool = False) -> set[str]:
    """Clauses of a pack that are silent in a mode for the mode's sake: in scope in the other one, both constrained."""
    here = _circumstances(mode, is_constrained=is_constrained)
    other = _circumstances(Mode.NEW if mode is Mode.EXISTING else Mode.EXISTING, is_constrained=True)
    clauses = [clause for clause in _standard().clauses if clause.pack == pack]
    return {c.id for c in clauses if why_out_of_scope(c, here) and not why_out_of_scope(c, other)}


def _row(clause_id: str) -> str:
    """Id of the register's row that a clause is part of: its suffixes .h, .min, .max, .a, .b, .land taken off."""
    return re.sub(r"(\.(h|min|max|a|b|land))+$", "", clause_id)


def test_what_is_silent_for_an_existing_community_is_what_the_register_says():
    assert {_row(clause_id) for clause_id in _silent(Mode.EXISTING, "crc-2020")} == NEW_ONLY


def test_what_is_silent_for_new_build_is_what_the_register_says():
    assert {_row(clause_id) for clause_id in _silent(Mode.NEW, "crc-2020")} == EXISTING_ONLY


def test_without_the_flag_only_the_alternatives_are_silent_besides():
    with_flag = _silent(Mode.EXISTING, "crc-2020", is_constrained=True)
    here = _circumstances(Mode.EXISTING)
    flagged = _circumstances(Mode.EXISTING, is_constrained=True)
    besides = {c.id for c in _standard().clauses if why_out_of_scope(c, here) and not why_out_of_scope(c, flagged)}
    assert {_row(clause_id) for clause_id in besides} == NEEDS_FLAG
    assert not besides & with_flag


def test_values_of_new_areas_are_silent_for_old_ones_and_the_other_way_round():
    assert _silent(Mode.EXISTING, "gb-50180") == NEW_AREA
    assert _silent(Mode.NEW, "gb-50180") == OLD_AREA


@pytest.mark.skipif("LAYOUTGEN_SHARED" not in os.environ, reason="LAYOUTGEN_SHARED is not set: no register here")
def test_the_lists_are_those_of_the_register():
    text = (Path(os.environ["LAYOUTGEN_SHARED"]) / "standards" / "figures.md").read_text(encoding="utf-8")
    new_only, existing_only = re.search(
        r"\*\*New-build-only items\*\*(.*?)\*\*Existing-only relaxations\*\*(.*)", text
    ).groups()

    def ids(words):
        return {f"CRC-{number}" for number in re.findall(r"\b(\d\d\.\w+)", words)}

    assert ids(new_only) <= NEW_ONLY
    assert ids(existing_only) <= EXISTING_ONLY
    scopes = re.findall(
        r"^\| (CRC-[\w.]+) \|.*?\| (N|\*\*N(?: only)?\*\*|X|\*\*X only\*\*[^|]*) \|", text.split("## B.")[0], re.M
    )
    assert {name for name, scope in scopes if "N" in scope} <= NEW_ONLY
    assert {name for name, scope in scopes if "X" in scope} <= EXISTING_ONLY


def test_part_d_is_advice_for_existing_communities_but_for_fire():
    assert set(for_existing().advice_packs) == PART_D
    assert "fire" in pack_names()
    outcomes = check_plan(plan_from_case({"facts": {"people": 8000, "mode": "existing"}}), _standard()).outcomes
    packs = {outcome.pack for outcome in outcomes if outcome.decides and not any(code in outcome.source for code in FIRE_CODES)}
    assert not packs & PART_D
    assert {"crc-2020", "guide-2021", "catering", "drawing"} <= packs
    assert "fire" in {outcome.pack for outcome in outcomes if outcome.decides}


def test_what_a_pack_of_part_d_quotes_from_a_fire_code_holds_for_existing_communities_too():
    # GB 50016 5.4.4: children's rooms on floors 1 to 3; a matter of safety, in the kindergarten's pack.
    outcome = _outcomes(plan_from_case({"facts": {"people": 8000, "mode": "existing"}}))["JGJ39-4.1.3.floors"]
    assert outcome.decides


def test_what_is_advice_is_still_measured():
    """A block of 6 storeys on 20 x 30 of its 40 x 40 m: FAR 600 x 6 / 1 600 = 2.25 of at most 1.5."""
    homes = {"block": [{"box": [0, 0, 40, 40]}], "building": [{"box": [0, 0, 20, 30], "storeys": 6, "dwellings": 100}]}
    far = _outcomes(plan_from_case({**homes, "facts": {"people": 320, "mode": "existing"}}))["GB180-4.0.2.low.far"]
    assert (far.verdict, far.decides, far.counts_as) == (Verdict.FAIL, False, "advice")
    assert far.note.startswith("of an existing community this is advice")
    new = _outcomes(plan_from_case({**homes, "facts": {"people": 320}}))["GB180-4.0.2.low.far"]
    assert (new.verdict, new.decides) == (Verdict.FAIL, True)


def _outcomes(plan) -> dict[str, Outcome]:
    return {outcome.clause: outcome for outcome in check_plan(plan, _standard()).outcomes}


def _shops(
    count: int, width: float, *, market: float = 0.0, constrained: bool = True, mode: str = "existing"
) -> dict[str, Outcome]:
    """Convenience stores of 10 m depth and a width each, and a supermarket of 10 m depth where it has a width."""
    stores = [{"kind": "convenience_store", "box": [i * 20, 0, i * 20 + width, 10]} for i in range(count)]
    markets = [{"kind": "supermarket", "box": [0, 20, market, 30]}] if market else []
    facilities = [{**one, "building": "B1", "floors": [1]} for one in (*stores, *markets)]
    building = [{"id": "B1", "box": [0, 0, 100, 30], "storeys": 1}]
    facts = {"people": 8000, "mode": mode, "constrained": constrained}
    return _outcomes(plan_from_case({"building": building, "facility": facilities, "facts": facts}))


@pytest.mark.parametrize(
    ("count", "width", "is_met"),
    [(2, 5.0, True), (3, 10.0, True), (1, 8.0, False), (4, 8.0, False), (2, 4.9, False), (2, 10.1, False)],
    ids=["two of 50 m2", "three of 100 m2", "one", "four", "two of 49 m2", "two of 101 m2"],
)
def test_two_or_three_stores_stand_for_the_supermarket_on_a_constrained_site(count, width, is_met):
    found = _shops(count, width)
    for name in ("CRC-06.count", "CRC-06.gfa"):
        assert (found[name].verdict is Verdict.PASS) == is_met
        assert ("met by the alternative CRC-06.alt.a, CRC-06.alt.b" in found[name].note) == is_met


@pytest.mark.parametrize(("constrained", "mode"), [(False, "existing"), (False, "new"), (True, "new")])
def test_without_flag_or_in_new_build_stores_stand_for_nothing(constrained, mode):
    found = _shops(2, 8.0, constrained=constrained, mode=mode)
    assert found["CRC-06.count"].verdict is Verdict.FAIL
    assert found["CRC-06.alt.a"].verdict is Verdict.NOT_APPLICABLE


def test_an_alternative_that_nobody_needs_is_no_advice():
    found = _shops(0, 0.0, market=30.0)  # 300 m2
    assert found["CRC-06.gfa"].verdict is Verdict.PASS
    assert {found[f"CRC-06.alt.{part}"].verdict for part in "ab"} == {Verdict.NOT_APPLICABLE}


def test_a_small_supermarket_is_made_good_by_stores():
    found = _shops(2, 8.0, market=29.0)  # 290 m2
    assert found["CRC-06.count"].verdict is Verdict.PASS
    assert found["CRC-06.gfa"].note == "met by the alternative CRC-06.alt.a, CRC-06.alt.b"


@pytest.mark.parametrize(("prefabricated", "constrained", "verdict"), [
    ("yes", True, Verdict.PASS),
    ("yes", False, Verdict.FAIL),
    ("no", True, Verdict.FAIL),
])  # fmt: skip
def test_a_box_toilet_of_20_m2_will_do_where_the_site_is_constrained(prefabricated, constrained, verdict):
    toilet = {"kind": "toilet", "box": [0, 0, 5, 4], "building": "B1", "floors": [1], "prefabricated": prefabricated}
    building = [{"id": "B1", "box": [0, 0, 5, 4], "storeys": 1}]
    facts = {"people": 8000, "mode": "existing", "constrained": constrained}
    found = _outcomes(plan_from_case({"building": building, "facility": [toilet], "facts": facts}))
    assert found["CRC-13.toilet.gfa"].verdict is verdict
