"""The answer of `feasibility` in words: columns in line, the largest population told with how it was found."""

from unicodedata import east_asian_width

import pytest
from shapely.geometry import box

from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.model.capacity import Capacity, ClassCapacity, Largest, Manner, Proof
from layoutgen.model.site import Site
from layoutgen.reports.feasibility_text import Answer, answer_text
from layoutgen.sentence import Sentence

SUN = Sentence(en="sun and lanes", zh="日照与道路")


def _row(storeys: int, people: int) -> ClassCapacity:
    return ClassCapacity(storey_class="", storeys=storeys, far=2.0, people=people, lots_m2=9000.0, block_m2=91000.0, binds=SUN)


def _answer(proof: Proof | None = None) -> Answer:
    rows = (_row(6, 3000), _row(26, 11000))
    capacity = Capacity(site_m2=100000.0, streets_m2=0.0, blocks=4, best=rows[1], classes=rows)
    largest = Largest(people=10800, estimated=11000, is_confirmed=True, runs=((11000, 10800), (10800, None)))
    brief = settle_brief(Asked(population=5000, city="西安"))
    site = Site(boundary=box(0.0, 0.0, 400.0, 250.0), edges=())
    return Answer(site=site, brief=brief, capacity=capacity, largest=largest, proof=proof, overrides=())


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_last_column_begins_at_one_place_on_the_screen(lang):
    lines = answer_text(_answer(), lang).splitlines()
    rows = [line for line in lines if line.endswith(SUN.text(lang))]
    assert len(rows) == 3
    assert len({_width(line) for line in rows}) == 1


def test_people_by_hectare_follow_from_people_and_land():
    row = next(line for line in answer_text(_answer(), "en").splitlines() if line.startswith("  26 "))
    assert row.split()[:4] == ["26", "2.00", "11000", "1100"]  # 11 000 on 10 ha


def test_the_runs_of_the_engine_are_told():
    told = answer_text(_answer(), "en")
    assert "Largest population: 10800 persons, confirmed by the engine (11000 not, 10800 housed); the model says 11000" in told
    assert "最大人口：10800 人，经引擎验证（11000 人不可；10800 人可容纳）；模型值 11000" in answer_text(_answer(), "zh")


def test_what_was_searched_is_told_manner_by_manner():
    none = Largest(people=11000, estimated=11000, is_confirmed=False, runs=((11000, 0),))
    manners = (
        Manner(says=Sentence(en="as asked", zh="按任务书"), largest=_answer().largest),
        Manner(says=Sentence(en="streets gated", zh="道路方式：封闭小区"), largest=none),
    )
    told = answer_text(_answer(Proof(manners=manners, impossible_from=11900)), "en")
    assert "as asked: 10800 persons in 2 runs" in told
    assert "streets gated: none found in 1 runs" in told
    assert "lawful minima alone rule out 11900 persons and more" in told
