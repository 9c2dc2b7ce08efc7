"""Clauses counted, why they decide, and packs held against each other."""

from pathlib import Path

import pytest

from layoutgen.standards.compare import compare_packs
from layoutgen.standards.counts import count_clauses
from layoutgen.standards.decides import deciding_reasons, why_it_decides
from layoutgen.standards.load import load_standard, pack_names
from layoutgen.standards.measures import load_measures
from tests.standards.test_overrides import HEAD

ROW = """
[[clause]]
id = "{id}"
measure = "{measure}"
of = "{of}"
demand = "{demand}"
{figure}
force = "{force}"
scope = "both"
source = "a book, 2026"
where = "1"
confidence = "{confidence}"
says_zh = "要求"
says_en = "A demand"
"""
PLAIN = {
    "measure": "lot.area",
    "of": "garden",
    "demand": "at_least",
    "figure": "limit = 4000.0",
    "force": "must",
    "confidence": "primary",
}


def write(folder: Path, name: str, *clauses: dict[str, str], head: str = HEAD) -> Path:
    made = folder / name
    made.mkdir()
    (made / "pack.toml").write_text(head, encoding="utf-8")
    text = "".join(ROW.format(**{"id": f"{name}-{i}", **PLAIN, **clause}) for i, clause in enumerate(clauses, 1))
    (made / "clauses.toml").write_text(text, encoding="utf-8")
    return made


def test_every_way_of_counting_sums_to_all_clauses(tmp_path: Path) -> None:
    manual = {"measure": "manual", "of": "", "demand": "manual", "figure": ""}
    rooms = {"measure": "facility.rooms", "of": "nursery", "demand": "includes", "figure": 'limit = ["infant"]'}
    pack = write(tmp_path, "a", {}, {"force": "should"}, {"confidence": "own"}, manual, rooms)
    counts = count_clauses(load_standard((), extra=(pack,)).clauses, load_measures())
    assert counts.clauses == 5
    assert dict(counts.by_force) == {"must": 4, "should": 1, "may": 0}
    assert dict(counts.by_verdict_kind) == {"deciding": 2, "advice": 2, "manual": 1}  # the wish and the own figure advise
    assert dict(counts.by_basis) == {"measured": 3, "declared": 1, "manual": 1}
    assert dict(counts.by_confidence) == {"primary": 4, "secondary": 0, "recalled": 0, "own": 1}


@pytest.mark.parametrize(
    ("changes", "head", "words"),
    [
        ({}, "", "read in the document itself"),
        ({"confidence": "secondary"}, "", "secondary text"),
        ({"confidence": "recalled"}, "", "recalled"),
        ({"confidence": "own"}, "", "our own"),
        ({"force": "should"}, "", "`should`"),
        ({}, "is_scoring = true\n", "decides nothing"),
        ({"measure": "manual", "of": "", "demand": "manual", "figure": ""}, "", "a person must look"),
    ],
)
def test_why_a_clause_decides_or_not(tmp_path: Path, changes: dict[str, str], head: str, words: str) -> None:
    (pack,) = load_standard((), extra=(write(tmp_path, "a", changes, head=HEAD + head),)).packs
    said = why_it_decides(pack.clauses[0], pack, deciding_reasons())
    assert words in said.en
    assert said.zh != said.en


def test_a_recalled_figure_that_decides_tells_its_reason() -> None:
    standard = load_standard(("fire",))
    said = why_it_decides(standard.clause("FIRE-26"), standard.packs[0], deciding_reasons())
    assert said == deciding_reasons()["FIRE-26"]


@pytest.mark.parametrize(
    ("first", "second", "stricter"),
    [
        ({"figure": "limit = 4000.0"}, {"figure": "limit = 5000.0"}, "second"),
        ({"figure": "limit = 4000.0"}, {"figure": "limit = 4000.0"}, "same"),
        ({"demand": "at_most"}, {"demand": "at_most", "figure": "limit = 5000.0"}, "first"),
        ({"demand": "at_most"}, {"demand": "at_least"}, "unlike"),
        (
            {"demand": "between", "figure": "low = 1.0\nhigh = 9.0"},
            {"demand": "between", "figure": "low = 2.0\nhigh = 9.0"},
            "second",
        ),
        (
            {"demand": "between", "figure": "low = 1.0\nhigh = 9.0"},
            {"demand": "between", "figure": "low = 2.0\nhigh = 10.0"},
            "unlike",
        ),
    ],
)
def test_the_stricter_of_two_figures(tmp_path: Path, first: dict[str, str], second: dict[str, str], stricter: str) -> None:
    packs = load_standard((), extra=(write(tmp_path, "a", first), write(tmp_path, "b", second))).packs
    (pair,) = compare_packs(*packs).pairs
    assert (pair.first.id, pair.second.id, pair.stricter) == ("a-1", "b-1", stricter)


def test_lists_are_held_against_each_other_where_they_share_a_word(tmp_path: Path) -> None:
    rooms = {"measure": "facility.rooms", "of": "nursery", "demand": "includes"}
    first = write(tmp_path, "a", {**rooms, "figure": 'limit = ["infant", "toddler"]'})
    second = write(tmp_path, "b", {**rooms, "figure": 'limit = ["infant"]'}, {**rooms, "figure": 'limit = ["service"]'})
    compared = compare_packs(*load_standard((), extra=(first, second)).packs)
    assert [(pair.second.id, pair.stricter) for pair in compared.pairs] == [("b-1", "first")]
    assert [clause.id for clause in compared.only_second] == ["b-2"]


def test_tables_are_held_against_each_other_row_by_row(tmp_path: Path) -> None:
    far = {"measure": "block.far", "of": "", "demand": "at_most"}
    rows = 'rows = [{{ group = "II_VI", class = "low", limit = {} }}, {{ group = "I_VII", class = "low", limit = {} }}]'
    first = write(tmp_path, "a", {**far, "figure": rows.format(1.1, 1.0)})
    second = write(tmp_path, "b", {**far, "figure": rows.format(1.0, 1.0)})
    third = write(tmp_path, "c", {**far, "figure": rows.format(1.0, 1.2)})
    packs = load_standard((), extra=(first, second, third)).packs
    assert compare_packs(packs[0], packs[1]).pairs[0].stricter == "second"
    assert compare_packs(packs[0], packs[2]).pairs[0].stricter == "unlike"  # each is lower somewhere


def test_the_pilots_ask_for_half_as_much_again_as_jiyuan() -> None:
    packs = load_standard(("pilot-2022", "jiyuan-2026")).packs
    pair = next(p for p in compare_packs(*packs).pairs if p.first.id == "P48.area" and p.second.id == "JY.area")
    assert pair.stricter == "first"  # 30 against 20 m2 for 100 households


def test_no_clause_of_the_package_stands_alone_for_its_own_pack() -> None:
    for name in pack_names():
        (pack,) = (one for one in load_standard(pack_names()).packs if one.name == name)
        compared = compare_packs(pack, pack)
        assert not compared.only_first
        assert all(pair.stricter == "same" for pair in compared.pairs if pair.first.id == pair.second.id)
