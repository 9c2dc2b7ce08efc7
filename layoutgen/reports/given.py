"""What the brief and users' packs set before any table: planning conditions and overridden figures, for every report."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from layoutgen.model.brief import Conditions
from layoutgen.model.report import Override
from layoutgen.reports.json_values import Json
from layoutgen.sentence import Sentence

WORDS = {
    "conditions": Sentence(en="Planning conditions", zh="规划条件"),
    "overrides": Sentence(en="Figures set by a user's pack", zh="用户标准包改写的限值"),
}


def conditions_given(conditions: Conditions) -> dict[str, float]:
    """Planning conditions that the brief gives, by name."""
    return {name: float(value) for name, value in asdict(conditions).items() if value is not None}


def given_lines(conditions: Mapping[str, float], overrides: Sequence[Override], lang: str) -> list[str]:
    """A line of all conditions and a line an override; nothing where there are none."""
    given = " · ".join(f"{name} {value:g}" for name, value in conditions.items())
    lines = [f"{WORDS['conditions'].text(lang)}: {given}"] if given else []
    return lines + [f"{WORDS['overrides'].text(lang)}: {override.text()}" for override in overrides]


def given_fields(conditions: Mapping[str, float], overrides: Sequence[Override]) -> dict[str, Json]:
    """The same for JSON, under ``conditions`` and ``overrides``."""
    return {"conditions": dict(conditions), "overrides": [_fields(override) for override in overrides]}


def _fields(override: Override) -> Json:
    return {
        "clause": override.clause,
        "pack": override.pack,
        "was": override.was,
        "is": override.becomes,
        "reason": override.reason,
    }
