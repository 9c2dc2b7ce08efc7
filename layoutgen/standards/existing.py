"""What the national standards are to an existing community: advice, but for safety."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from layoutgen.model.kinds import Mode
from layoutgen.standards.clause import Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class ForExisting:
    """Which demands on new build are advice for an existing community. Source: figures D.20."""

    advice_packs: tuple[str, ...]
    fire_codes: tuple[str, ...]  # whose clauses are about safety, in whatever pack


@cache
def for_existing() -> ForExisting:
    """Read what is advice from the law's data."""
    data = tomllib.loads(files("layoutgen.standards").joinpath("data", "existing.toml").read_text(encoding="utf-8"))
    return ForExisting(advice_packs=tuple(data["advice_packs"]), fire_codes=tuple(data["fire_codes"]))


def is_advice(clause: Clause, mode: Mode) -> bool:
    """Whether a clause is measured but does not decide, because the community exists already."""
    known = for_existing()
    is_safety = any(code in clause.source for code in known.fire_codes)
    return mode is Mode.EXISTING and clause.pack in known.advice_packs and not is_safety
