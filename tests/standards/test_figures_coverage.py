"""The register of figures held against the data: nothing of the law is left out unsaid."""

import os
import re
from pathlib import Path

import pytest

from layoutgen.standards.load import load_standard, pack_names
from layoutgen.standards.measures import MANUAL
from layoutgen.standards.unchecked import load_unchecked

ID = re.compile(
    r"(?:CRC-[0-9A-Z]+(?:\.\w+)?|XM-\d(?:\.\d)?|P48\.\w+|JY\.\w+|SX\.\w+|FIRE-\d+|ROAD-\d+|GB180-\d[\d.]*(?:\.[a-z])?)"
)
RANGE = re.compile(r"XM-(\d)\.(\d)–\1\.(\d)")
PARTS = ("A", "B", "C.1", "C.2", "C.3")  # encoded one and all
PART_D = "D"  # encoded, or said why not


@pytest.fixture(scope="module")
def register() -> dict[str, str]:
    """Every id that a table of the register begins a row with, and the part where it stands."""
    place = os.environ.get("LAYOUTGEN_SHARED", "")
    if not place:
        pytest.skip("LAYOUTGEN_SHARED is not set: no register here")
    found: dict[str, str] = {}
    part = ""
    for line in (Path(place) / "standards" / "figures.md").read_text(encoding="utf-8").splitlines():
        heading = re.match(r"#+ ([A-Z](?:\.\d+)?)[ .]", line)
        part = heading[1] if heading else part
        cell = re.match(r"\|([^|]+)\|", line)
        for name in _ids(cell[1]) if cell else ():
            found.setdefault(name, part)
    return found


def _ids(cell: str) -> list[str]:
    ranges = [f"XM-{m[1]}.{n}" for m in RANGE.finditer(cell) for n in range(int(m[2]), int(m[3]) + 1)]
    return [*ranges, *(name.rstrip(".") for name in ID.findall(RANGE.sub("", cell)))]


def _is_in(name: str, known: set[str]) -> bool:
    """Whether an id stands there itself or in parts: ID.a, ID.min, ID.h …"""
    return name in known or any(one.startswith(f"{name}.") for one in known)


def _clauses() -> set[str]:
    return {clause.id for clause in load_standard(pack_names()).clauses}


def test_a_range_is_every_id_in_it() -> None:
    assert _ids(" XM-5.1–5.5 ") == ["XM-5.1", "XM-5.2", "XM-5.3", "XM-5.4", "XM-5.5"]
    assert _ids("XM-3.1–3.3, XM-1") == ["XM-3.1", "XM-3.2", "XM-3.3", "XM-1"]
    assert _ids(" GB180-4.0.7 / **GB 55038 3.2.2** ") == ["GB180-4.0.7"]
    assert _ids(" CRC-15C.pop ") == ["CRC-15C.pop"]


def test_the_register_is_read_whole(register: dict[str, str]) -> None:
    # counted by hand in the register: rows of A.0 to A.5, and of D.8 and D.13
    assert sum(part.startswith("A.") for part in register.values()) == 78
    assert sum(part == "D.8" for part in register.values()) == 16
    assert sum(part == "D.13" for part in register.values()) == 28


def test_every_id_of_the_standard_the_guide_and_the_packs_is_encoded(register: dict[str, str]) -> None:
    clauses = _clauses()
    missing = {name: part for name, part in register.items() if part.startswith(PARTS) and not _is_in(name, clauses)}
    assert not missing


def test_every_id_of_the_national_standards_is_encoded_or_says_why_not(register: dict[str, str]) -> None:
    known = _clauses() | set(load_unchecked())
    missing = {name: part for name, part in register.items() if part.startswith(PART_D) and not _is_in(name, known)}
    assert not missing


def test_every_manual_clause_says_why_and_what_to_look_at() -> None:
    unchecked = load_unchecked()
    manual = {clause.id for clause in load_standard(pack_names()).clauses if clause.measure == MANUAL}
    assert not manual - set(unchecked), "manual clauses without a line in unchecked.toml"
    assert all(unchecked[name].look is not None for name in manual)


def test_what_is_unchecked_is_manual_or_context() -> None:
    manual = {clause.id for clause in load_standard(pack_names()).clauses if clause.measure == MANUAL}
    contexts = {one.id for one in load_unchecked().values() if one.look is None}
    assert set(load_unchecked()) - manual == contexts
    assert not contexts & _clauses(), "context only, and yet a clause"
