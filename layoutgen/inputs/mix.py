"""The dwelling mix: types with floor area and share, from tables or from a flag's text."""

import re
from collections.abc import Mapping, Sequence

from layoutgen.errors import InputError
from layoutgen.inputs.checked import check_keys, check_number, load_ranges
from layoutgen.model.brief import DwellingType

KEYS = ("name", "area_m2", "share")
SUM_TOLERANCE = 0.005  # people write 33 %, 33 %, 33 %; the shares are then made to sum to 1
ITEM = re.compile(r"^\s*(?:([^:=]+)\s*[=:]\s*)?(\d+(?:\.\d+)?)\s*(?:m2|㎡)?\s*[:=x]\s*(\d+(?:\.\d+)?)\s*(%?)\s*$")


def read_mix(file: str, rows: Sequence[Mapping[str, object]]) -> tuple[DwellingType, ...]:
    """Return the dwelling types of the rows of a mix.

    Raises
    ------
    InputError
        If a row is not complete, a figure is out of its range, or the shares do not sum to 1.
    """
    ranges = load_ranges("brief")
    types = []
    for number, row in enumerate(rows, 1):
        check_keys(file, "mix", row, KEYS)
        area_m2 = check_number(file, "mix.area_m2", row.get("area_m2", "missing"), ranges["area_m2"])
        share = check_number(file, "mix.share", row.get("share", "missing"), ranges["share"])
        types.append(DwellingType(name=str(row.get("name", f"T{number}")), area_m2=area_m2, share=share))
    return _whole(file, types)


def parse_mix(text: str) -> tuple[DwellingType, ...]:
    """Return the dwelling types of a flag such as "90:30%,112:40%,134:30%" or "A90:90:0.3,…".

    Raises
    ------
    InputError
        If the text is no mix.
    """
    rows = []
    for item in re.split(r"[,，;；]", text):
        match = ITEM.match(item)
        if not match:
            raise InputError("", "mix", item.strip(), "area:share, for example 90:30%,112:40%,134:30%")
        name, area, share, percent = match.groups()
        row: dict[str, object] = {"name": (name or f"T{area}").strip(), "area_m2": float(area)}
        rows.append(row | {"share": float(share) / (100.0 if percent else 1.0)})
    return read_mix("", rows)


def _whole(file: str, types: Sequence[DwellingType]) -> tuple[DwellingType, ...]:
    total = sum(one.share for one in types)
    if abs(total - 1.0) > SUM_TOLERANCE:
        raise InputError(file, "mix.share", f"a sum of {total:g}", "shares that sum to 1")
    names = [one.name for one in types]
    if len(set(names)) != len(names):
        raise InputError(file, "mix.name", ", ".join(names), "each name once")
    return tuple(DwellingType(name=one.name, area_m2=one.area_m2, share=one.share / total) for one in types if one.share > 0.0)
