"""The measures that a clause may name, as data: their units and options."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

MANUAL = "manual"
BASES = ("measured", "declared", "both")
ABOUT = ("each", "first", "whole", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something a rule can measure."""

    name: str  # "facility.land_area"
    unit: str  # "" for a pure number, a claim or words
    options: tuple[str, ...]  # further keys of a clause, and keys of its table's rows
    says: str  # how it is measured, in a sentence
    says_zh: str = ""  # the same in Chinese; "" where nobody has said it yet
    about: str = (
        "each"  # by what a finding is known again, see model/fingerprint.py: by all its subjects, the first, none, its note
    )
    basis: str = "measured"  # "declared": read from a label; "both": some findings each; "manual": by a person


def load_measures() -> Mapping[str, Measure]:
    """All measures by name.

    Raises
    ------
    ValueError
        If two entries have one name, or one is not as it must be: the data ships with the package, that is our own fault.
    """
    data = files("layoutgen.standards").joinpath("data")
    found: dict[str, Measure] = {MANUAL: Measure(name=MANUAL, unit="", options=(), says="A person looks.", basis="manual")}
    for file in sorted(data.joinpath("measures").iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".toml"):
            continue
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["measure"]:
            if row["name"] in found:
                raise ValueError(f"{file.name}: measure {row['name']} is listed twice")
            found[row["name"]] = _measure(row)
    words = tomllib.loads(data.joinpath("measure_words.toml").read_text(encoding="utf-8"))["zh"]
    return {name: replace(found[name], says_zh=words.get(name, "")) for name in sorted(found)}


def _measure(row: Mapping[str, object]) -> Measure:
    options, basis, about = row.get("options", []), str(row.get("basis", "measured")), str(row.get("about", "each"))
    if basis not in BASES or about not in ABOUT or not isinstance(options, list):
        said = f"basis is one of {', '.join(BASES)}, about one of {', '.join(ABOUT)}, options are a list"
        raise ValueError(f"measure {row['name']}: {said}")
    names = tuple(str(option) for option in options)
    says = str(row["says"])
    return Measure(name=str(row["name"]), unit=str(row["unit"]), options=names, says=says, about=about, basis=basis)
