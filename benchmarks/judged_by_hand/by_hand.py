"""What a person found on a drawing, clause by clause, as it stands in the TOML file beside it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class HandVerdict:
    """One clause judged by hand."""

    clause: str
    verdict: str  # as the report counts it: pass, fail, advice, blocked, manual, not_applicable
    asked: str = ""  # empty of a clause that shares its reason with others
    sum: str = ""
    measured: float | None = None
    within: float = 1e-4  # how near the judge's figure must come: as a share of it, or as itself
    why: str = ""  # the shared reason
    why_zh: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWindow:
    """A window whose sun was worked out by hand."""

    id: str
    sum: str
    lit: tuple[tuple[float, float], ...]  # true solar time [h]
    total_min: float


def read_windows(path: Path) -> tuple[HandWindow, ...]:
    """Windows of a file."""
    told = tomllib.loads(path.read_text(encoding="utf-8")).get("window", [])
    return tuple(
        HandWindow(id=w["id"], sum=w["sum"], lit=tuple((a, b) for a, b in w["lit"]), total_min=w["total_min"]) for w in told
    )


def read_by_hand(path: Path) -> tuple[HandVerdict, ...]:
    """Verdicts of a file: first those with a sum each, then those that share a reason, as the file has them."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    single = [HandVerdict(**row) for row in told["row"]]
    shared = [
        HandVerdict(clause=clause, verdict=group["verdict"], why=group["why"], why_zh=group["why_zh"])
        for group in told["group"]
        for clause in group["clauses"]
    ]
    return (*single, *shared)
