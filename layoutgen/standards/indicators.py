"""What the indicators of a report are, as data: how each is counted and which measures judge it."""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files

from layoutgen.sentence import Sentence
from layoutgen.standards.entry import Entry

FILE = "indicators.toml"
BLOCK = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorInfo:
    """One indicator; of a block it stands in reports as ``K1.<name>``."""

    name: str  # may hold stars: "lot_*_m2"
    of: str  # "site", "block", or "fact": stated on the drawing as `key=value`
    unit: str
    says: Sentence
    measures: tuple[str, ...]


@cache
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
    """The indicator that a report's name stands for: "far", "reach.garden.walk_300", "K1.far"; None where there is none."""
    block, _, rest = name.rpartition(".")
    known = load_indicators()
    of_block = (one for one in known if one.of == BLOCK and block and fnmatchcase(rest, one.name))
    return next((one for one in known if one.of != BLOCK and fnmatchcase(name, one.name)), None) or next(of_block, None)
