"""The traps of the register: readings of the law that go wrong, and which clauses and tests answer each."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from layoutgen.sentence import Sentence
from layoutgen.standards.entry import Entry

FILE = "traps.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """One trap."""

    id: str  # "F-01"
    says: Sentence
    clauses: tuple[str, ...]  # that carry the right reading
    places: tuple[str, ...]  # tests and files of the project that hold it: "path" or "path::test"


def load_traps() -> tuple[Trap, ...]:
    """All traps, in the order of the register."""
    text = files("layoutgen.standards").joinpath("data", FILE).read_text(encoding="utf-8")
    rows = Entry(file=FILE, name="trap", values=tomllib.loads(text)).tables("trap")
    return tuple(
        Trap(
            id=row.word("id"),
            says=Sentence(en=row.word("says_en"), zh=row.word("says_zh")),
            clauses=row.words("clauses") if row.has("clauses") else (),
            places=row.words("places") if row.has("places") else (),
        )
        for row in rows
    )
