"""Demand parameters: what a brief may set, with default, range, unit and source."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from layoutgen.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One demand parameter."""

    name: str
    default: float
    low: float
    high: float
    unit: str
    source: str
    confidence: str
    says_zh: str
    says_en: str
    unit_zh: str = ""
    source_zh: str = ""


def load_parameters() -> tuple[Parameter, ...]:
    """All demand parameters, in the order of their file."""
    text = files("layoutgen.standards").joinpath("data", "parameters.toml").read_text(encoding="utf-8")
    return tuple(Parameter(**row) for row in tomllib.loads(text)["parameter"])


def settle_parameters(given: Mapping[str, float], file: str = "") -> tuple[tuple[str, float], ...]:
    """Every parameter with its value: as given, else its default; sorted by name.

    Raises
    ------
    InputError
        If a name is unknown or a value lies outside its range.
    """
    known = {parameter.name: parameter for parameter in load_parameters()}
    for name, value in sorted(given.items()):
        if name not in known:
            raise InputError(file, f"parameters.{name}", value, "one of " + ", ".join(sorted(known)))
        parameter = known[name]
        if not parameter.low <= value <= parameter.high:
            expected = f"{parameter.low:g} to {parameter.high:g} {parameter.unit}"
            raise InputError(file, f"parameters.{name}", value, expected)
    return tuple(sorted((name, float(given.get(name, parameter.default))) for name, parameter in known.items()))
