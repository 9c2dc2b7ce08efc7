"""Why there is no plan, in both languages: the sums of the table, and the stages' words in Chinese."""

import json
from unicodedata import east_asian_width

import pytest

from layoutgen.model.capacity import BlockRoom, Largest
from layoutgen.model.shortfall import LandBudget, LandDemand, Relaxation, Shortfall
from layoutgen.reports.shortfall_json import shortfall_json
from layoutgen.reports.shortfall_text import shortfall_text
from layoutgen.reports.stage_words import said_in
from layoutgen.sentence import Sentence

SUN = Sentence(en="sun and lanes", zh="日照与道路")


def _shortfall() -> Shortfall:
    demands = (
        LandDemand(what=Sentence(en="kindergarten lot", zh="幼儿园用地"), clause="CRC-02.land", land_m2=3500.0),
        LandDemand(what=Sentence(en="blocks", zh="街坊"), clause="", land_m2=80000.0),
    )
    sizes = Sentence(en="4.0 persons a household rather than 3.2", zh="户均人口由 3.2 人改为 4.0 人")
    return Shortfall(
        people=6000,
        is_proven=False,
        stage="massing",
        what="people housed in lawful rows (K1: sun)",
        need=6000.0,
        have=4800.0,
        unit="persons",
        budget=LandBudget(demands=demands, have_m2=70000.0),
        binds=SUN,
        rooms=(BlockRoom(block="K1", area_m2=20000.0, storeys=18, gfa_m2=40000.0, cap_m2=52000.0, binds=SUN),),
        searched=(Sentence(en="searched: one pattern", zh="搜索范围：一种路网"),),
        relaxations=(Relaxation(kind="household_size", was=3.2, value=4.0, says=sizes, people=6010, fits=True),),
        largest=Largest(people=4800, estimated=5000, is_confirmed=True, runs=((5000, 4800), (4800, None))),
    )


def test_the_shortfall_is_told_in_figures():
    told = shortfall_text(_shortfall(), "en")
    # 6000 - 4800 = 1200, a fifth; 3 500 + 80 000 = 83 500, 13 500 more than the site
    assert "needs 6,000 persons, has 4,800, short of 1,200 (20.0%)" in told
    assert [line.split()[-1] for line in told.splitlines() if line.startswith(("  together", "  missing"))] == [
        "83,500",
        "13,500",
    ]
    assert "with 4.0 persons a household rather than 3.2 it would fit: 6010 persons" in told
    assert "Largest population: 4800 persons, confirmed by the engine (5000 not, 4800 housed)" in told


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_figures_end_at_one_place_on_the_screen(lang):
    lines = shortfall_text(_shortfall(), lang).splitlines()
    ends = {
        sum(2 if east_asian_width(c) in "WF" else 1 for c in line[: line.index(figure) + len(figure)])
        for figure in ("3,500", "80,000", "83,500", "70,000", "13,500")
        for line in lines
        if figure in line and line.startswith("  ")
    }
    assert len(ends) == 1


def test_the_stages_words_are_told_in_chinese():
    inner = "people housed in lawful rows (12 of 20 households are housed)"
    assert (
        said_in(f"community C2 of 9000 persons on 15.1 ha: {inner}", "zh")
        == "社区 C2（9000 人，15.1 公顷）：合法行列中能安置的人口"
    )
    assert said_in("places for all lots, the largest the garden", "zh") == "容得下全部设施用地的位置（最大一块：社区游园）"
    assert said_in("places for all lots, the largest the garden", "en") == "places for all lots, the largest the garden"


def test_the_file_holds_the_same_figures():
    told = json.loads(shortfall_json(_shortfall()))
    assert (told["verdict"], told["need"], told["have"]) == ("not_found", 6000.0, 4800.0)
    assert told["land"]["missing_m2"] == 13500.0
    assert told["blocks"][0]["cap_m2"] == 52000.0
    assert told["largest_population"] == {
        "people": 4800,
        "basis": "confirmed",
        "model": 5000,
        "runs": [{"people": 5000, "housed": 4800}, {"people": 4800, "housed": 4800}],
    }
