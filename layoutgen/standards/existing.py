"""What the national standards are to an existing community: advice, but for safety."""

import tomllib
from functools import cache
from importlib.resources import files

from layoutgen.model.kinds import Mode
from layoutgen.standards.clause import Clause


@cache
def advice_packs() -> tuple[str, ...]:
    """Packs whose demands on new build are advice for an existing community. Source: figures D.20."""
    text = files("layoutgen.standards").joinpath("data", "existing.toml").read_text(encoding="utf-8")
    return tuple(str(name) for name in tomllib.loads(text)["advice_packs"])


def is_advice(clause: Clause, mode: Mode) -> bool:
    """Whether a clause is measured but does not decide, because the community exists already."""
    return mode is Mode.EXISTING and clause.pack in advice_packs()
