"""The map of a drawing (TOML): what its layers hold, how figures stand in its texts, its unit, north and brief."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from layoutgen.drawings.foreign.patterns import Pattern, read_pattern
from layoutgen.drawings.layers import Layer, Profile
from layoutgen.drawings.words import write_word
from layoutgen.errors import InputError
from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief_file import brief_of
from layoutgen.inputs.checked import NOT_NEGATIVE, Range, check_keys, check_number, check_rows, check_table
from layoutgen.inputs.units import METRES
from layoutgen.inputs.user_file import read_toml
from layoutgen.sentence import harmless

KEYS = ("unit", "north", "texts", "patterns", "absent", "layer", "thing", "figures", "brief")
ROW_KEYS = ("name", "holds", "text", "say")
FIGURES = ("storey_height_m", "parapet_m")
PLACED = ("stalls", "levels", "places")
SAID = (
    "stalls",
    "levels",
    "places",
    "storeys",
    "below",
    "dwellings",
    "classes",
    "children",
    "height",
    "floor_area",
    "usable",
    "sill",
)
TURN = Range(low=-360.0, high=360.0)
STARS_MOST = 2  # in a layer's name
LONGEST_NAME = 255  # of a layer
KEY = re.compile(r"[a-z0-9_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What the things on some layers are."""

    names: re.Pattern[str]
    layer: Layer  # of the table
    text: str = ""  # only the outlines in which a text has this word; "" = all others
    say: tuple[tuple[str, str], ...] = ()  # words of their labels


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingMap:
    """A map of drawings of one office."""

    file: str
    rows: tuple[Row, ...]
    asked: Asked
    unit: str = ""  # "" = by the header and the size of the site
    north_deg: float = 0.0
    texts: tuple[re.Pattern[str], ...] = ()  # layers whose texts are looked at; none = all
    patterns: tuple[Pattern, ...] = ()
    storey_height_m: float = 0.0  # 0 = not said
    parapet_m: float = 0.0
    absent: frozenset[str] = frozenset()  # what the drawing shows none of, by what a layer holds
    things: Mapping[str, Mapping[str, str]]  # figures by the thing's name; they outrank its texts

    def unmapped(self, profile: Profile) -> tuple[Layer, ...]:
        """Layers of the table of which the map says nothing."""
        told = {row.layer.holds for row in self.rows} | self.absent
        return tuple(one for one in profile.layers if one.geometry not in ("paint", "text") and one.holds not in told)

    def rows_of(self, name: str) -> tuple[Row, ...]:
        """Rows that speak of a layer.

        Raises
        ------
        InputError
            If they mean outlines and lines or points at once.
        """
        rows = tuple(row for row in self.rows if row.names.fullmatch(name[:LONGEST_NAME]))
        kinds = sorted({row.layer.geometry for row in rows})
        if len(kinds) > 1:
            raise InputError(self.file, f"layer {harmless(name)}", " and ".join(kinds), "things of one geometry on a layer")
        return rows


def read_drawing_map(path: Path, profile: Profile) -> DrawingMap:
    """Map of a TOML file.

    Raises
    ------
    InputError
        If the file cannot be read, or a key or value is not what a map has there.
    """
    file, table = str(path), read_toml(path)
    check_keys(file, "", table, KEYS)
    unit = str(table.get("unit", ""))
    if unit and unit not in METRES:
        raise InputError(file, "unit", unit, "one of " + ", ".join(METRES))
    figures = check_table(file, "figures", table.get("figures", {}))
    check_keys(file, "figures", figures, FIGURES)
    storey_height, parapet = (check_number(file, f"figures.{key}", figures.get(key, 0.0), NOT_NEGATIVE) for key in FIGURES)
    return DrawingMap(
        file=file,
        rows=tuple(_row(file, row, profile) for row in check_rows(file, "layer", table.get("layer"))),
        asked=brief_of(file, check_table(file, "brief", table.get("brief", {})), path.parent),
        unit=unit,
        north_deg=check_number(file, "north", table.get("north", 0.0), TURN),
        texts=tuple(_names(name) for name in _listed(file, table, "texts")),
        patterns=tuple(read_pattern(file, text) for text in _listed(file, table, "patterns")),
        absent=frozenset(_layer_of(file, "absent", word, profile).holds for word in _listed(file, table, "absent")),
        storey_height_m=storey_height,
        parapet_m=parapet,
        things=_things(file, table.get("thing")),
    )


def _row(file: str, row: Mapping[str, object], profile: Profile) -> Row:
    check_keys(file, "layer", row, ROW_KEYS)
    name = row.get("name")
    if not isinstance(name, str) or not name.strip() or name.count("*") > STARS_MOST:
        raise InputError(file, "layer.name", name, 'a layer\'s name; * stands for any letters: "A-BLDG*"')
    layer = _layer_of(file, f"layer {name}: holds", row.get("holds"), profile)
    say = check_table(file, f"layer {name}: say", row.get("say", {}))
    if not all(KEY.fullmatch(key) and _is_plain(value) for key, value in say.items()):
        raise InputError(file, f"layer {name}: say", say, 'words of a label: { gated = "yes" }')
    words = tuple(sorted((key, _written(value)) for key, value in say.items()))
    return Row(names=_names(name), layer=layer, text=str(row.get("text", "")), say=words)


def _layer_of(file: str, key: str, holds: object, profile: Profile) -> Layer:
    known = {one.holds: one for one in profile.layers if one.geometry not in ("paint", "text")}
    if not isinstance(holds, str) or holds not in known:
        raise InputError(file, key, holds, "one of " + ", ".join(sorted(known)))
    return known[holds]


def _things(file: str, rows: object) -> dict[str, dict[str, str]]:
    things: dict[str, dict[str, str]] = {}
    for row in check_rows(file, "thing", rows) if rows is not None else ():
        check_keys(file, "thing", row, ("name", *SAID))
        name = str(row.get("name", ""))
        if not name or name in things:
            raise InputError(file, "thing.name", name, "the name of a thing, once")
        numbers = {key: check_number(file, f"thing {name}: {key}", row[key], NOT_NEGATIVE) for key in SAID if key in row}
        things[name] = {key: f"{number:g}" for key, number in numbers.items()}
    return things


def _names(name: str) -> re.Pattern[str]:
    """Form of a layer's name, whatever the case; a star stands for any letters."""
    return re.compile(".*".join(re.escape(part) for part in name.strip().split("*")), re.IGNORECASE)


def _listed(file: str, table: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise InputError(file, key, value, f'a list of words: {key} = ["…"]')
    return tuple(str(word) for word in value)


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int, float))


def _written(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else write_word(str(value), keeps=",")
