"""What no plan can show: by clause, why, and what a person should look at instead."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from layoutgen.sentence import Sentence
from layoutgen.standards.entry import Entry

FILE = "unchecked.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchecked:
    """A clause that a person judges, or an id of the register that is context only."""

    id: str
    reason: Sentence
    look: Sentence | None  # None where the id is context and no clause


def load_unchecked() -> Mapping[str, Unchecked]:
    """All of them, by id.

    Raises
    ------
    ValueError
        If two rows have one id: the data ships with the package, that is our own fault.
    """
    text = files("layoutgen.standards").joinpath("data", FILE).read_text(encoding="utf-8")
    found: dict[str, Unchecked] = {}
    for row in Entry(file=FILE, name="unchecked", values=tomllib.loads(text)).tables("unchecked"):
        is_context = row.flag("is_context", default=False)
        clause_id = row.word("id")
        if clause_id in found:
            raise ValueError(f"{FILE}: {clause_id} stands twice")
        found[clause_id] = Unchecked(
            id=clause_id,
            reason=Sentence(en=row.word("reason_en"), zh=row.word("reason_zh")),
            look=None if is_context else Sentence(en=row.word("look_en"), zh=row.word("look_zh")),
        )
    return found
