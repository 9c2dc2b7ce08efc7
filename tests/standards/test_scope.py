"""Where a clause applies: mode, people bands, facts, features, and what outranks it."""

from pathlib import Path

import pytest

from layoutgen.model.brief import Conditions, Place
from layoutgen.model.kinds import Mode, StreetMode
from layoutgen.standards.clause import PeopleBand
from layoutgen.standards.load import load_standard
from layoutgen.standards.scope import Circumstances, known_features, outranked_by, why_out_of_scope
from tests.validator.clause_from_case import clause_from_case

COUNT = {"of": "nursery", "demand": "at_least", "limit": 1}


def here(
    people: int = 8000,
    mode: Mode = Mode.NEW,
    *,
    city: str = "Xi'an",
    constrained: bool = False,
    features: tuple[str, ...] = (),
) -> Circumstances:
    """Circumstances of new build in Xi'an, but for what is said."""
    return Circumstances(
        people=people,
        place=Place(city=city, latitude_deg=34.3, climate_zone="II", is_large_city=True),
        mode=mode,
        streets=StreetMode.PUBLIC,
        is_constrained=constrained,
        features=features,
    )


@pytest.mark.parametrize(
    ("when", "people", "applies"),
    [
        ({"people_from": 3000, "people_below": 5000}, 2999, False),
        ({"people_from": 3000, "people_below": 5000}, 3000, True),
        ({"people_from": 3000, "people_below": 5000}, 4999, True),
        ({"people_from": 3000, "people_below": 5000}, 5000, False),  # half-open: the end belongs to the next band
        ({"people_from": 5000, "people_to": 12000}, 12000, True),
        ({"people_from": 5000, "people_to": 12000}, 12001, False),
    ],
)
def test_a_band_of_people_holds_from_its_first_to_its_last(when: dict[str, int], people: int, applies: bool) -> None:
    clause = clause_from_case("facility.count", {**COUNT, "when": when})
    assert (why_out_of_scope(clause, here(people)) == "") is applies


def test_a_band_says_its_ends() -> None:
    assert PeopleBand(least=3000, below=5000).text() == "from 3000 below 5000 people"


def test_a_clause_that_waits_for_a_feature_is_silent_until_it_is_switched_on() -> None:
    clause = clause_from_case("facility.count", {**COUNT, "when": {"feature": ["distinctive"]}})
    assert "not said" in why_out_of_scope(clause, here())
    assert why_out_of_scope(clause, here(features=("distinctive",))) == ""


def test_a_relaxation_waits_for_a_constrained_site() -> None:
    clause = clause_from_case("facility.count", {**COUNT, "scope": "existing", "when": {"constrained": ["yes"]}})
    assert why_out_of_scope(clause, here(mode=Mode.EXISTING)) == "asked where constrained is yes; here it is no"
    assert why_out_of_scope(clause, here(mode=Mode.EXISTING, constrained=True)) == ""


def _pack(folder: Path, head: str, clause: str) -> Path:
    pack = folder / "ours"
    pack.mkdir()
    (pack / "pack.toml").write_text('title_zh = "本市"\ntitle_en = "Our city"\n' + head, encoding="utf-8")
    text = (
        '[[clause]]\nid = "OWN-1"\nmeasure = "facility.count"\nof = "nursery"\ndemand = "at_least"\nlimit = 2\nforce = "must"\n'
        'scope = "both"\nsource = "our city"\nwhere = "3"\nconfidence = "primary"\nsays_zh = "两处"\nsays_en = "Two"\n'
    )
    (pack / "clauses.toml").write_text(text + clause, encoding="utf-8")
    return pack


def test_a_clause_outranks_another_only_where_it_applies(tmp_path: Path) -> None:
    ours = _pack(tmp_path, "", 'outranks = ["CRC-03.count"]\nwhen = { people_below = 5000 }\n')
    standard = load_standard(("crc-2020",), extra=(ours,))
    assert outranked_by(standard, here(4000)) == {"CRC-03.count": "OWN-1"}
    assert outranked_by(standard, here(8000)) == {}


def test_planning_conditions_outrank_the_table_they_speak_beside() -> None:
    standard = load_standard(("gb-50180", "crc-2020"), Conditions(green_min=0.25, stalls_per_household_min=0.8))
    lesser = outranked_by(standard, here())
    assert lesser["GB180-4.0.2.green"] == "COND.green"
    assert lesser["CRC-10.ratio"] == "COND.stalls"
    assert "GB180-4.0.2.far" not in lesser


def test_a_scoring_pack_decides_nothing(tmp_path: Path) -> None:
    standard = load_standard((), extra=(_pack(tmp_path, "is_scoring = true\n", 'group = "6"\n'),))
    assert not standard.clause("OWN-1").decides
    assert standard.clause("OWN-1").group == "6"
    assert standard.packs[0].is_scoring


def test_the_features_known_are_those_that_clauses_wait_for(tmp_path: Path) -> None:
    ours = _pack(tmp_path, "", 'when = { feature = ["late", "early"] }\n')
    assert known_features(load_standard((), extra=(ours,))) == ("early", "late")
