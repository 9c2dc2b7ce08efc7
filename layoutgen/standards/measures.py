"""The measures that a clause may name, as data: their units and options."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

MANUAL = "manual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Something a rule can measure."""

    name: str  # "facility.land_area"
    unit: str  # "" for a pure number, a claim or words
    options: tuple[str, ...]  # further keys of a clause, and keys of its table's rows
    says: str  # how it is measured, in a sentence


def load_measures() -> Mapping[str, Measure]:
    """All measures by name.

    Raises
    ------
    ValueError
        If two entries have one name: the data ships with the package, so that is our own fault.
    """
    folder = files("layoutgen.standards").joinpath("data", "measures")
    found: dict[str, Measure] = {MANUAL: Measure(name=MANUAL, unit="", options=(), says="A person looks.")}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".toml"):
            continue
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["measure"]:
            if row["name"] in found:
                raise ValueError(f"{file.name}: measure {row['name']} is listed twice")
            options = tuple(row.get("options", ()))
            found[row["name"]] = Measure(name=row["name"], unit=row["unit"], options=options, says=row["says"])
    return dict(sorted(found.items()))
