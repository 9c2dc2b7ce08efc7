"""The schedule as a user reads it: complete, in both languages, every figure with its source."""

import json

import pytest

from layoutgen.jobs.ask import Flags
from layoutgen.jobs.size import size_text
from layoutgen.reports.columns import columns
from layoutgen.standards.formulas import evaluate

NATIONAL = ("drawing", "crc-2020", "guide-2021", "gb-50180")


def schedule(people, *packs, lang="en"):
    return json.loads(size_text(Flags(population=str(people), packs=packs), "json", lang))


def facility(document, kind):
    return next(row for row in document["facilities"] if row["kind"] == kind)


def test_every_figure_of_a_facility_says_where_it_comes_from():
    for row in schedule(8000)["facilities"]:
        assert row["figures_from"], row["kind"]
        for one in row["figures_from"]:
            assert row[one["figure"]] == one["value"]
            value = evaluate(one["formula"], {i["name"]: i["value"] for i in one["inputs"]})
            assert value == pytest.approx(one["value"], rel=1e-3)


# 12 000 persons at 3.2: 3 750 households, 30 m2 a hundred: 1 125 m2, above the 800 m2 aimed at.
def test_the_clause_that_governs_and_the_beaten_one_are_both_told():
    station = facility(schedule(12000, *NATIONAL, "pilot-2022"), "service_station")
    area = next(one for one in station["figures_from"] if one["figure"] == "gfa_m2")
    assert (area["value"], area["clause"]) == (1125, "P48.area")
    assert area["beaten"] == [{"clause": "CRC-01.gfa", "value": 800}]
    assert "30" in station["derivation"]
    assert "P48.area" in station["derivation"]


def test_ownership_stands_in_the_table_of_facilities():
    school = facility(schedule(5000), "kindergarten")
    assert (school["owner"], school["handover"], school["standalone"]) == ("government", True, True)
    assert school["ownership_source"].startswith("CRC-00.handover")


# 30 001 persons are three communities; twelve classes each (10 001 x 0.03 = 300.03 places, more than nine classes hold).
def test_more_people_than_one_community_are_sized_one_by_one_and_together():
    document = schedule(30001)
    assert [one["population"] for one in document["communities"]] == [10001, 10000, 10000]
    assert document["households"] == 3126 + 3125 + 3125
    assert facility(document, "kindergarten")["classes"] == 36
    assert "per_household" not in facility(document, "stalls")  # a rate does not add


@pytest.mark.parametrize(("lang", "head", "school"), [("zh", "配套设施一览表", "幼儿园"), ("en", "Facilities", "kindergarten")])
def test_the_table_speaks_the_language_asked_for(lang, head, school):
    lines = size_text(Flags(population="8000"), "table", lang).splitlines()
    assert head in lines
    assert any(line.startswith(f"  {school} ") and "CRC-02.gfa" in line for line in lines)
    if lang == "zh":
        assert not any(word in line for line in lines for word in ("persons", "our default", "practice"))


def test_a_parameter_that_the_brief_sets_says_so():
    lines = size_text(Flags(population="8000", parameters=("children_per_1000=36",)), "table", "en").splitlines()
    row = next(line for line in lines if line.strip().startswith("kindergarten places per 1000 persons"))
    assert row.split()[-1] == "brief"


def test_columns_line_up_beside_chinese():
    assert columns([("名", "b"), ("aaa", "c")]) == ["名   b", "aaa  c"]


def test_what_was_assumed_is_told_in_the_language_asked_for():
    document = schedule(8000, lang="zh")
    assert any("户均人口" in line or "3.2" in line for line in document["assumptions"])
    table = size_text(Flags(population="8000"), "table", "zh")
    assert all(line in table for line in document["assumptions"])


def test_a_users_pack_given_by_its_folder_sizes_what_is_stricter(tmp_path):
    (tmp_path / "pack.toml").write_text('title_zh = "试"\ntitle_en = "A city"\n', encoding="utf-8")
    clause = """
[[clause]]
id = "CITY.health"
measure = "facility.floor_area"
of = "health_station"
demand = "at_least"
limit = 220.0
force = "must"
scope = "both"
source = "a city's notice"
where = "3"
confidence = "primary"
says_zh = "社区卫生服务站不小于 220 ㎡"
says_en = "The health station has 220 m2 at least"
"""
    (tmp_path / "clauses.toml").write_text(clause, encoding="utf-8")
    station = facility(schedule(8000, str(tmp_path)), "health_station")
    area = next(one for one in station["figures_from"] if one["figure"] == "gfa_m2")
    assert (station["gfa_m2"], area["clause"]) == (220, "CITY.health")
    beaten = [(one["clause"], one["value"]) for one in area["beaten"]]
    assert beaten == [("parameter.health_station_area", 150), ("CRC-05.gfa", 120)]


def test_sources_are_told_in_chinese_where_that_is_asked_for():
    school = facility(schedule(8000, lang="zh"), "kindergarten")
    sources = [i["source"] for one in school["figures_from"] for i in one["inputs"] if i["name"] == "children_per_1000"]
    assert sources == ["规划惯例 30–36，凭记忆"]
    assert school["ownership_source"].startswith("CRC-00.handover；")
