"""Packs are loaded whole, or refused with the file, the key, the value and what was expected."""

from pathlib import Path

import pytest

from layoutgen.errors import InputError
from layoutgen.model.brief import Conditions
from layoutgen.model.limit import Demand
from layoutgen.standards.load import judging_packs, load_standard, pack_names

CLAUSE = {
    "id": '"OWN-1"',
    "measure": '"facility.count"',
    "of": '"nursery"',
    "demand": '"at_least"',
    "limit": "2",
    "force": '"must"',
    "scope": '"both"',
    "source": '"our city"',
    "where": '"3"',
    "confidence": '"primary"',
    "says_zh": '"托儿所两处"',
    "says_en": '"Two nurseries"',
}


def _pack(folder: Path, name: str = "our-city", **changes: str | None) -> Path:
    pack = folder / name
    pack.mkdir()
    (pack / "pack.toml").write_text('title_zh = "本市"\ntitle_en = "Our city"\n', encoding="utf-8")
    rows = {key: value for key, value in {**CLAUSE, **changes}.items() if value is not None}
    text = "[[clause]]\n" + "".join(f"{key} = {value}\n" for key, value in rows.items())
    (pack / "clauses.toml").write_text(text, encoding="utf-8")
    return pack


def test_a_users_pack_needs_no_code(tmp_path: Path) -> None:
    clause = load_standard((), extra=(_pack(tmp_path),)).clause("OWN-1")
    assert (clause.pack, clause.bound.low, clause.bound.high, clause.decides) == ("our-city", 2.0, None, True)


@pytest.mark.parametrize(
    ("changes", "key", "expected"),
    [
        ({"measure": '"facility.colour"'}, "OWN-1.measure", "facility.count"),
        ({"colour": '"red"'}, "OWN-1.colour", "says_zh"),
        ({"per": '"lot"'}, "OWN-1.per", "one of the keys"),  # an option of facility.floor_area, not of facility.count
        ({"unit": '"km"'}, "OWN-1.unit", "no unit"),
        ({"force": '"shall"'}, "OWN-1.force", "may, must, should"),
        ({"confidence": '"sure"'}, "OWN-1.confidence", "own, primary, recalled, secondary"),
        ({"scope": '"old"'}, "OWN-1.scope", "both, existing, new"),
        ({"demand": '"more"'}, "OWN-1.demand", "at_least"),
        ({"source": None}, "OWN-1.source", "a text"),
        ({"says_zh": '" "'}, "OWN-1.says_zh", "a text"),
        ({"limit": '"two"'}, "OWN-1.limit", "a number"),
        ({"limit": "nan"}, "OWN-1.limit", "a number"),
        ({"limit": None}, "OWN-1.limit", "a number"),
        ({"demand": '"manual"'}, "OWN-1.demand", "manual exactly where the measure is manual"),
        ({"demand": '"between"', "limit": None, "low": "3", "high": "2"}, "OWN-1.low", "no more than high = 2"),
        ({"when": '{ moon = ["full"] }'}, "OWN-1.when.moon", "climate_zone"),
        ({"may_block": '"yes"'}, "OWN-1.may_block", "true or false"),
        ({"of": '"nursary"'}, "OWN-1.of", "kindergarten, laundry"),
        ({"measure": '"lot.count"', "of": '"nursery"'}, "OWN-1.of", "garden, kindergarten"),
        ({"measure": '"walk.distance"', "of": None, "unit": '"m"', "kinds": '["shop"]'}, "OWN-1.kinds", "shop is none"),
    ],
)
def test_a_wrong_key_is_named_with_what_was_expected(
    tmp_path: Path, changes: dict[str, str | None], key: str, expected: str
) -> None:
    with pytest.raises(InputError) as caught:
        load_standard((), extra=(_pack(tmp_path, **changes),))
    assert caught.value.file == "our-city/clauses.toml"
    assert caught.value.key == key
    assert expected in caught.value.expected


def test_a_clause_without_an_id_is_named_by_its_number(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"clause 1\.id"):
        load_standard((), extra=(_pack(tmp_path, id=None),))


def test_a_table_becomes_rows_that_are_found_by_their_keys(tmp_path: Path) -> None:
    rows = '[{ a = "high", b = "low", limit = 9.0 }, { a = "high", b = "high", limit = 13.0 }]'
    pack = _pack(tmp_path, measure='"fire.gap"', of=None, limit=None, rows=rows, unit='"m"')
    clause = load_standard((), extra=(pack,)).clause("OWN-1")
    found = clause.row(a="high", b="high")
    assert found is not None
    assert (found.low, found.unit, found.tolerance) == (13.0, "m", 0.005)  # half a centimetre on a length
    assert clause.row(a="low", b="low") is None


def test_one_id_in_two_packs_is_refused(tmp_path: Path) -> None:
    packs = (_pack(tmp_path, "first"), _pack(tmp_path, "second"))
    with pytest.raises(InputError, match="first has it too"):
        load_standard((), extra=packs)


def test_an_unknown_pack_lists_the_known_ones() -> None:
    with pytest.raises(InputError, match="crc-2020, drawing"):
        load_standard(("crc-2019",))


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    pack = _pack(tmp_path)
    (pack / "clauses.toml").write_text("[[clause]\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"our-city/clauses\.toml"):
        load_standard((), extra=(pack,))


def test_a_folder_without_a_pack_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"pack\.toml"):
        load_standard((), extra=(tmp_path,))


def test_own_figures_and_wishes_do_not_decide(tmp_path: Path) -> None:
    own = load_standard((), extra=(_pack(tmp_path, "own", confidence='"own"'),)).clause("OWN-1")
    wish = load_standard((), extra=(_pack(tmp_path, "wish", force='"should"'),)).clause("OWN-1")
    assert not own.decides
    assert not wish.decides


def test_the_drawings_own_pack_decides_with_our_own_figures() -> None:
    assert all(clause.decides for clause in load_standard(("drawing",)).clauses)


def test_conditions_that_are_not_given_make_no_clause() -> None:
    assert [pack.name for pack in load_standard(("drawing", "conditions")).packs] == ["drawing"]


def test_a_cap_of_the_brief_becomes_a_clause() -> None:
    standard = load_standard((), Conditions(far_max=2.2))
    (clause,) = standard.clauses
    assert (clause.measure, clause.bound.demand, clause.bound.high) == ("site.far", Demand.AT_MOST, 2.2)


def test_every_pack_of_the_package_can_be_loaded() -> None:
    assert [pack.name for pack in load_standard(pack_names()).packs] == list(pack_names())


def test_the_figures_of_the_standard_are_those_of_its_rows() -> None:
    # Rows 1-8 and 16 of the annex, read again from the source: place, demand and figure.
    standard = load_standard(("crc-2020",))
    lows = {
        "CRC-02.classes": 6.0,
        "CRC-02.gfa": 2200.0,
        "CRC-02.land": 3500.0,
        "CRC-03.gfa": 200.0,
        "CRC-04.daycare": 350.0,
        "CRC-05.gfa": 120.0,
        "CRC-06.gfa": 300.0,
        "CRC-07.cells.min": 1.0,
        "CRC-07.station": 15.0,
        "CRC-16.office": 50.0,
    }
    assert {clause_id: standard.clause(clause_id).bound.low for clause_id in lows} == lows
    assert standard.clause("CRC-16.office").number("share") == 0.002  # per mille, not per cent (F-01)
    assert not standard.clause("CRC-01.gfa").decides  # a target, not a floor (F-07)
    new_only = ("CRC-07.station", "CRC-16.office", "CRC-10.ratio", "CRC-14.sports", "CRC-15.garden")
    assert {standard.clause(clause_id).scope for clause_id in new_only} == {"new"}


def test_no_drawing_escapes_the_drawings_own_pack() -> None:
    assert judging_packs(()) == ("drawing",)
    assert judging_packs(("crc-2020", "drawing")) == ("drawing", "crc-2020")


def test_a_clause_judged_alone_keeps_what_lets_facilities_off_the_site_count() -> None:
    kept = {clause.id for clause in load_standard(("crc-2020",)).only(("CRC-02.land",)).clauses}
    assert {"CRC-02.land", "CRC-00.small", "CRC-00.share"} <= kept
    assert "CRC-02.gfa" not in kept
