"""A user's pack: its own clauses, figures of others set anew with a reason, and every way to get it wrong."""

from pathlib import Path

import pytest

from layoutgen.errors import InputError
from layoutgen.model.brief import Conditions
from layoutgen.model.report import Override
from layoutgen.standards.clause import Standard
from layoutgen.standards.load import load_standard

HEAD = 'title_zh = "本市"\ntitle_en = "Our city"\n'
OVERRIDE = '[[override]]\nid = "{id}"\n{figures}\nreason = "{reason}"\n'
CLAUSE = """
[[clause]]
id = "{id}"
measure = "facility.floor_area"
of = "nursery"
demand = "at_least"
limit = 250.0
force = "must"
scope = "both"
source = "our city's rules, 2026"
where = "3"
confidence = "primary"
says_zh = "托儿所不小于250平方米"
says_en = "The nursery has 250 m2"
{more}
"""


def pack(folder: Path, name: str, text: str) -> Path:
    made = folder / name
    made.mkdir()
    (made / "pack.toml").write_text(HEAD, encoding="utf-8")
    (made / "ours.toml").write_text(text, encoding="utf-8")
    return made


def override(clause_id: str, figures: str = "limit = 500.0", reason: str = "our shops are larger") -> str:
    return OVERRIDE.format(id=clause_id, figures=figures, reason=reason)


def clause(clause_id: str, more: str = "") -> str:
    return CLAUSE.format(id=clause_id, more=more)


def load(*folders: Path, names: tuple[str, ...] = ("crc-2020",)) -> Standard:
    return load_standard(names, extra=folders)


def test_an_override_changes_the_figure_and_leaves_the_clause_where_it_is(tmp_path: Path) -> None:
    standard = load(pack(tmp_path, "our-city", override("CRC-06.gfa")))
    changed = standard.clause("CRC-06.gfa")
    assert (changed.pack, changed.bound.low, changed.decides) == ("crc-2020", 500.0, True)
    (said,) = standard.overrides
    assert said == Override(
        clause="CRC-06.gfa", pack="our-city", was=">= 300 m2", becomes=">= 500 m2", reason="our shops are larger"
    )
    assert said.text() == "CRC-06.gfa: >= 300 m2 -> >= 500 m2 (our-city: our shops are larger)"


def test_a_row_of_a_table_is_overridden_by_its_keys(tmp_path: Path) -> None:
    rows = 'rows = [{ group = "II_VI", class = "high1", limit = 2.4 }]'
    standard = load(pack(tmp_path, "our-city", override("GB180-4.0.2.far", rows)), names=("gb-50180",))
    changed = standard.clause("GB180-4.0.2.far")
    (high1, multi2) = (changed.row(group="II_VI", **{"class": name}) for name in ("high1", "multi2"))
    assert high1 is not None
    assert multi2 is not None
    assert (high1.high, multi2.high) == (2.4, 1.9)  # table 4.0.2: 2.6 before, 1.9 untouched
    assert standard.overrides[0].was == "high1 II_VI <= 2.6"
    assert standard.overrides[0].becomes == "high1 II_VI <= 2.4"


def test_a_list_is_overridden_by_a_list(tmp_path: Path) -> None:
    standard = load(pack(tmp_path, "our-city", override("CRC-01.rooms", 'limit = ["hall", "police"]')))
    assert standard.clause("CRC-01.rooms").bound.words == ("hall", "police")


def test_a_pack_is_known_by_its_folder_wherever_it_is_named(tmp_path: Path) -> None:
    ours = pack(tmp_path, "our-city", clause("OWN-1"))
    assert [one.name for one in load(ours, names=("our-city", "crc-2020")).packs] == ["our-city", "crc-2020"]
    assert [one.name for one in load(ours).packs] == ["crc-2020", "our-city"]


def test_a_windows_editors_mark_at_the_start_of_a_file_does_no_harm(tmp_path: Path) -> None:
    ours = pack(tmp_path, "our-city", "")
    (ours / "ours.toml").write_text(clause("OWN-1"), encoding="utf-8-sig")
    assert load(ours).clause("OWN-1").bound.low == 250.0


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        (override("CRC-06.gfa", 'limit = "five hundred"'), "override CRC-06.gfa.limit", "a number"),
        (override("CRC-06.gfa", "low = 500.0"), "override CRC-06.gfa.limit", "a number"),
        (override("CRC-01.gfa", "low = 900.0\nhigh = 800.0"), "override CRC-01.gfa.low", "no more than high = 800"),
        (override("CRC-06.gfa", 'limit = 500.0\nunit = "km"'), "override CRC-06.gfa.unit", "m2, as facility.floor_area"),
        (override("CRC-06.gfa", "limit = 500.0\ncolour = 3"), "override CRC-06.gfa.colour", "one of the keys"),
        (override("CRC-06.gfa", reason=" "), "override CRC-06.gfa.reason", "a text"),
        ('[[override]]\nid = "CRC-06.gfa"\nlimit = 500.0\n', "override CRC-06.gfa.reason", "a text"),
        ("[[override]]\nlimit = 500.0\n", "override 1.id", "a text"),
        (override("CRC-06.gfaa"), "override CRC-06.gfaa.id", "such as CRC-06.gfa"),
        (override("GB180-4.0.2.height"), "override GB180-4.0.2.height.id", "gb-50180 has it and is not named"),
        (override("CRC-17"), "override CRC-17.id", "a clause with a figure: CRC-17 is manual"),
        (override("CRC-11.net"), "override CRC-11.net.id", "CRC-11.net is connected"),
        (override("CRC-06.gfa", "rows = [{ limit = 5.0 }]"), "override CRC-06.gfa.rows", "CRC-06.gfa has one figure"),
        (clause("OWN-1") + override("OWN-1"), "override OWN-1.id", "OWN-1 is our-city's own"),
        (override("CRC-06.gfa") + override("CRC-06.gfa"), "override CRC-06.gfa.id", "our-city sets CRC-06.gfa too"),
        (clause("OWN-1", 'outranks = ["CRC-66"]'), "OWN-1.outranks", "the id of a clause in force"),
        (clause("OWN-1", 'outranks = ["OWN-1"]'), "OWN-1.outranks", "no circle"),
        (
            clause("OWN-1", 'outranks = ["OWN-2"]') + clause("OWN-2", 'outranks = ["OWN-1"]'),
            "OWN-1.outranks",
            "OWN-2 outranks OWN-1 itself",
        ),
    ],
)
def test_a_wrong_override_names_file_key_and_what_was_expected(tmp_path: Path, text: str, key: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        load(pack(tmp_path, "our-city", text))
    assert caught.value.file.partition("/")[0] == "our-city"
    assert caught.value.key == key
    assert expected in caught.value.expected


@pytest.mark.parametrize("more", ['outranks = ["drawing.people"]', ""])
def test_the_drawings_own_pack_cannot_be_softened(tmp_path: Path, more: str) -> None:
    text = clause("OWN-1", more) + ("" if more else override("drawing.people", "low = 0.1\nhigh = 9.0"))
    with pytest.raises(InputError, match="another pack than drawing"):
        load(pack(tmp_path, "our-city", text), names=("drawing", "crc-2020"))


def test_the_planning_conditions_cannot_be_overridden(tmp_path: Path) -> None:
    ours = pack(tmp_path, "our-city", override("COND-far"))
    with pytest.raises(InputError, match="the id of a clause in force"):
        load_standard(("crc-2020",), Conditions(far_max=2.0), (ours,))


def test_two_clauses_of_one_pack_do_not_share_an_id(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="our-city has it too"):
        load(pack(tmp_path, "our-city", clause("OWN-1") + clause("OWN-1")))


def test_two_packs_do_not_override_one_clause(tmp_path: Path) -> None:
    first = pack(tmp_path, "first", override("CRC-06.gfa"))
    second = pack(tmp_path, "second", override("CRC-06.gfa", "limit = 600.0"))
    with pytest.raises(InputError, match=r"first sets CRC-06\.gfa too") as caught:
        load(first, second)
    assert caught.value.file == "second/ours.toml"


def test_packs_that_override_each_other_are_a_circle(tmp_path: Path) -> None:
    first = pack(tmp_path, "first", clause("OWN-1") + override("OWN-2"))
    second = pack(tmp_path, "second", clause("OWN-2") + override("OWN-1"))
    with pytest.raises(InputError, match="no circle of overrides: first, second"):
        load(first, second)


def test_three_packs_in_a_ring_are_a_circle_and_a_chain_is_none(tmp_path: Path) -> None:
    first = pack(tmp_path, "first", clause("OWN-1") + override("OWN-2"))
    second = pack(tmp_path, "second", clause("OWN-2") + override("OWN-3"))
    chain = pack(tmp_path, "third", clause("OWN-3"))
    assert [said.clause for said in load(first, second, chain).overrides] == ["OWN-2", "OWN-3"]
    (chain / "ours.toml").write_text(clause("OWN-3") + override("OWN-1"), encoding="utf-8")
    with pytest.raises(InputError, match="no circle of overrides: first, second, third"):
        load(first, second, chain)


def test_a_folder_that_is_missing_empty_or_called_as_one_of_ours_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        load(tmp_path / "nowhere")
    (tmp_path / "bare").mkdir()
    with pytest.raises(InputError, match=r"bare/pack\.toml = missing|missing: expected"):
        load(tmp_path / "bare")
    (tmp_path / "bare" / "pack.toml").write_text(HEAD, encoding="utf-8")
    with pytest.raises(InputError, match="a pack without any clause"):
        load(tmp_path / "bare")
    with pytest.raises(InputError, match="fire is a pack of layoutgen"):
        load(pack(tmp_path, "fire", clause("OWN-1")))
    (tmp_path / "twin").mkdir()
    pair = pack(tmp_path, "our-city", clause("OWN-1")), pack(tmp_path / "twin", "our-city", clause("OWN-2"))
    with pytest.raises(InputError, match="is called our-city too"):
        load(*pair)


def test_a_pack_that_is_only_named_asks_for_its_folder() -> None:
    with pytest.raises(InputError, match="--pack PATH/our-city"):
        load_standard(("crc-2020", "our-city"))
