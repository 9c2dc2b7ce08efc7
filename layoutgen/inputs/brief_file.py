"""A brief's file (TOML): known keys only, each in its range."""

from collections.abc import Mapping
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.inputs.asked import Asked
from layoutgen.inputs.checked import ANY, check_keys, check_number, check_rows, check_table, load_ranges
from layoutgen.inputs.edges import EdgeWish
from layoutgen.inputs.mix import read_mix
from layoutgen.inputs.off_site import off_site_of_brief
from layoutgen.inputs.packs import folder_words
from layoutgen.inputs.user_file import read_toml
from layoutgen.inputs.waivers import waivers_of_rows
from layoutgen.model.kinds import RoadClass

NUMBERS = (
    "far",
    "household_size",
    "far_max",
    "density_max",
    "height_max_m",
    "green_min",
    "stalls_per_household_min",
    "stalls_per_100_m2_min",
    "latitude",
)
WHOLE = ("population", "storeys_max", "seed")
WORDS = ("city", "climate_zone", "streets", "mode", "template")
CLAIMS = ("large_city", "protect_north", "constrained")
TABLES = ("mix", "packs", "features", "parameters", "edges", "off_site", "waiver")
EDGE_KEYS = ("road", "setback_m", "gate")


def read_brief_file(path: Path) -> Asked:
    """Read what a brief's file asks.

    Raises
    ------
    InputError
        If the file cannot be read, a key is unknown, or a value has the wrong type or is out of its range.
    """
    return brief_of(str(path), read_toml(path), path.parent)


def brief_of(file: str, table: Mapping[str, object], folder: Path) -> Asked:
    """Return what a table of a brief asks.

    Parameters
    ----------
    folder
        From where folders of packs are named.

    Raises
    ------
    InputError
        If a key is unknown, or a value has the wrong type or is out of its range.
    """
    check_keys(file, "", table, (*NUMBERS, *WHOLE, *WORDS, *CLAIMS, *TABLES))
    numbers = {key: _number(file, table, key) for key in NUMBERS}
    words = {key: _word(file, table, key) for key in WORDS}
    return Asked(
        population=_whole(file, table, "population"),
        far=numbers["far"],
        household_size=numbers["household_size"],
        mix=read_mix(file, check_rows(file, "mix", table["mix"])) if "mix" in table else (),
        far_max=numbers["far_max"],
        density_max=numbers["density_max"],
        height_max_m=numbers["height_max_m"],
        storeys_max=_whole(file, table, "storeys_max"),
        green_min=numbers["green_min"],
        stalls_per_household_min=numbers["stalls_per_household_min"],
        stalls_per_100_m2_min=numbers["stalls_per_100_m2_min"],
        city=words["city"],
        latitude=numbers["latitude"],
        climate_zone=words["climate_zone"],
        large_city=_claim(file, table, "large_city"),
        streets=words["streets"],
        mode=words["mode"],
        constrained=_claim(file, table, "constrained"),
        features=_names(file, table, "features", '["distinctive"]'),
        packs=folder_words(_names(file, table, "packs", '["crc-2020", "fire", "my-city"]'), folder),
        parameters=_parameters(file, table.get("parameters", {})),
        protect_north=_claim(file, table, "protect_north"),
        template=words["template"],
        seed=_whole(file, table, "seed"),
        off_site=off_site_of_brief(file, table["off_site"]) if "off_site" in table else (),
        edges=_edges(file, table.get("edges", {})),
        waivers=waivers_of_rows(file, table["waiver"]) if "waiver" in table else (),
        file=file,
    )


def parse_edge(text: str) -> EdgeWish:
    """Wish of a flag such as "south=collector", "E2=none", "north=local,setback:12,no-gate".

    Raises
    ------
    InputError
        If the text is none.
    """
    expected = "for example south=collector, E2=none or north=local,setback:12,no-gate"
    where, equals, said = text.partition("=")
    if not equals or not where.strip():
        raise InputError("", "edge", text, expected)
    road, setback, gate = None, None, None
    for word in (part.strip() for part in said.split(",")):
        if word in tuple(RoadClass):
            road = RoadClass(word)
        elif word in ("gate", "no-gate"):
            gate = word == "gate"
        elif word.startswith("setback:"):
            setback = _setback("", f"edge {where}", word.removeprefix("setback:"))
        else:
            raise InputError("", f"edge {where}", word, expected)
    return EdgeWish(where=where.strip(), road_class=road, setback_m=setback, allows_gate=gate)


def parse_parameter(text: str) -> tuple[str, float]:
    """Name and value of a flag such as "children_per_1000=32".

    Raises
    ------
    InputError
        If the text is none.
    """
    name, _, value = text.partition("=")
    try:
        return name.strip(), float(value)
    except ValueError:
        raise InputError("", "parameter", text, "name=number, for example children_per_1000=32") from None


def _number(file: str, table: Mapping[str, object], key: str) -> float | None:
    return check_number(file, key, table[key], load_ranges("brief")[key]) if key in table else None


def _whole(file: str, table: Mapping[str, object], key: str) -> int | None:
    if key not in table:
        return None
    return int(check_number(file, key, table[key], load_ranges("brief")[key], is_whole=True))


def _word(file: str, table: Mapping[str, object], key: str) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(file, key, value, "a word in quotes")
    return value


def _claim(file: str, table: Mapping[str, object], key: str) -> bool | None:
    value = table.get(key)
    if value is not None and not isinstance(value, bool):
        raise InputError(file, key, value, "true or false")
    return value


def _names(file: str, table: Mapping[str, object], key: str, example: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise InputError(file, key, value, f"a list of names such as {example}")
    return tuple(str(name) for name in value)


def _parameters(file: str, value: object) -> tuple[tuple[str, float], ...]:
    found = []
    for name, number in sorted(check_table(file, "parameters", value).items()):
        found.append((name, check_number(file, f"parameters.{name}", number, ANY)))
    return tuple(found)


def _edges(file: str, value: object) -> tuple[EdgeWish, ...]:
    wishes = []
    for where, said in check_table(file, "edges", value).items():
        key = f"edges.{where}"
        row = {"road": said} if isinstance(said, str) else check_table(file, key, said)
        check_keys(file, key, row, EDGE_KEYS)
        road = row.get("road")
        if road is not None and road not in tuple(RoadClass):
            raise InputError(file, f"{key}.road", road, "one of " + ", ".join(RoadClass))
        setback = _setback(file, f"{key}.setback_m", row["setback_m"]) if "setback_m" in row else None
        road_class = None if road is None else RoadClass(str(road))
        wishes.append(EdgeWish(where=where, road_class=road_class, setback_m=setback, allows_gate=_claim(file, row, "gate")))
    return tuple(wishes)


def _setback(file: str, key: str, value: object) -> float:
    try:
        number: object = float(value) if isinstance(value, str) else value
    except ValueError:
        number = value
    return check_number(file, key, number, load_ranges("brief")["setback_m"])
