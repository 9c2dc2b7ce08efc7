"""What the indicators of a report are, as data: how each is counted and which measures judge it."""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.resources import files

from layoutgen.sentence import Sentence
from layoutgen.standards.entry import Entry

FILE = "indicators.toml"
BLOCK, FACT = "block", "fact"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorInfo:
    """One indicator; of a block it stands in reports as ``K1.<name>``."""

    name: str  # may hold a star: "lot_*_m2"
    of: str  # "site", "block", or "fact": stated on the drawing as `key=value`
    unit: str
    says: Sentence
    measures: tuple[str, ...]


def load_indicators() -> tuple[IndicatorInfo, ...]:
    """All indicators, in the order of their file."""
    text = files("layoutgen.standards").joinpath("data", FILE).read_text(encoding="utf-8")
    rows = Entry(file=FILE, name="indicator", values=tomllib.loads(text)).tables("indicator")
    return tuple(
        IndicatorInfo(
            name=row.word("name"),
            of=row.word("of", "site"),
            unit=str(row.values["unit"]),
            says=Sentence(en=row.word("says_en"), zh=row.word("says_zh")),
            measures=row.words("measures"),
        )
        for row in rows
    )


def indicator_of(name: str) -> IndicatorInfo | None:
    """The indicator that a report's name stands for: "far", "lot_garden_m2", "K1.far"; None where there is none."""
    block, dot, rest = name.rpartition(".")
    of = (BLOCK,) if dot and block else ("site", FACT)
    return next((one for one in load_indicators() if one.of in of and fnmatchcase(rest, one.name)), None)
