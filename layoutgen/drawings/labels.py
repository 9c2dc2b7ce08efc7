"""The fixed grammar of labels: id, word, tokens; written and read so that nothing changes."""

import re
from dataclasses import dataclass

from layoutgen.drawings.words import (
    parse_number,
    parse_whole,
    parse_word,
    shorten,
    write_number,
    write_word,
)

STOREYS = re.compile(r"([0-9]{1,4})F(?:/-([0-9]{1,4})F)?")
KEY = re.compile(r"[a-z0-9_]+")
HOUSEHOLDS = "户"
SQUARE_METRES = "㎡"
HEIGHT = "H"
HEIGHT_DECIMALS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a label says. ``pairs`` are sorted by key; their values are still encoded, so that lists keep their commas."""

    id: str
    word: str  # the layer's Chinese word; for people
    storeys: tuple[int, int] | None = None  # above, below
    heights_m: tuple[float, ...] | None = None  # three: planning, fire, shading
    dwellings: int | None = None
    floor_area_m2: float | None = None
    pairs: tuple[tuple[str, str], ...] = ()


def write_label(label: Label) -> str:
    """Text of a label.

    Raises
    ------
    ValueError
        If it has no id or word, a key is no key or stands twice, or a number cannot be written.
    """
    if not label.id or not label.word:
        raise ValueError("a label needs an id and a word")
    tokens = [write_word(label.id), write_word(label.word), *_figures(label)]
    keys = [key for key, _ in label.pairs]
    for key in keys:
        if not KEY.fullmatch(key) or keys.count(key) > 1:
            raise ValueError(f"label {label.id}: the key {key!r} cannot be written")
    tokens += [f"{key}={value}" for key, value in sorted(label.pairs)]
    return " ".join(tokens)


def parse_label(text: str) -> Label:
    """Read a label.

    Raises
    ------
    ValueError
        With a sentence that says which token is not understood.
    """
    tokens = text.split()
    if len(tokens) < 2:
        raise ValueError(f"label {shorten(text)!r} needs an id and a word")
    said: dict[str, Label] = {}
    pairs: dict[str, str] = {}
    for token in tokens[2:]:
        key, equals, value = token.partition("=")
        if equals and KEY.fullmatch(key) and key not in pairs:
            pairs[key] = value
        elif not equals and (name := _figure_name(token)) and name not in said:
            said[name] = _parse_figure(token, name)
        else:
            raise ValueError(f"label {shorten(text)!r}: {shorten(token)!r} is not understood or stands twice")
    return Label(
        id=parse_word(tokens[0]),
        word=parse_word(tokens[1]),
        storeys=said["storeys"].storeys if "storeys" in said else None,
        heights_m=said["heights"].heights_m if "heights" in said else None,
        dwellings=said["dwellings"].dwellings if "dwellings" in said else None,
        floor_area_m2=said["area"].floor_area_m2 if "area" in said else None,
        pairs=tuple(sorted(pairs.items())),
    )


def label_id(text: str) -> str:
    """Id that a label gives, whatever else of it is not understood; "" where it gives none."""
    tokens = text.split()
    return parse_word(tokens[0]) if len(tokens) > 1 else ""


def tell_label(label: Label) -> str:
    """Say for people what a label says: nothing encoded, centimetres at most."""
    heights = tuple(round(height, HEIGHT_DECIMALS) for height in label.heights_m) if label.heights_m else None
    area_m2 = None if label.floor_area_m2 is None else round(label.floor_area_m2, HEIGHT_DECIMALS)
    figures = Label(
        id=label.id, word="", storeys=label.storeys, heights_m=heights, dwellings=label.dwellings, floor_area_m2=area_m2
    )
    pairs = [f"{key}={parse_word(value)}" for key, value in label.pairs]
    return " ".join([label.word, label.id, *_figures(figures), *pairs])


def _figures(label: Label) -> list[str]:
    tokens: list[str] = []
    if label.storeys is not None:
        above, below = label.storeys
        if above < 0 or below < 0:
            raise ValueError(f"label {label.id}: storeys are not negative")
        tokens.append(f"{above}F/-{below}F" if below else f"{above}F")
    if label.heights_m is not None:
        tokens.append(HEIGHT + "/".join(write_number(height, HEIGHT_DECIMALS) for height in label.heights_m))
    if label.dwellings is not None:
        tokens.append(f"{label.dwellings}{HOUSEHOLDS}")
    if label.floor_area_m2 is not None:
        tokens.append(write_number(label.floor_area_m2, HEIGHT_DECIMALS) + SQUARE_METRES)
    return tokens


def _figure_name(token: str) -> str:
    if STOREYS.fullmatch(token):
        return "storeys"
    if token.startswith(HEIGHT):
        return "heights"
    if token.endswith(HOUSEHOLDS):
        return "dwellings"
    return "area" if token.endswith(SQUARE_METRES) else ""


def _parse_figure(token: str, name: str) -> Label:
    if name == "storeys" and (found := STOREYS.fullmatch(token)):
        return Label(id="", word="", storeys=(int(found[1]), int(found[2] or 0)))
    if name == "heights":
        parts = [parse_number(part) for part in token.removeprefix(HEIGHT).split("/")]
        if len(parts) != 3:
            raise ValueError(f"{shorten(token)!r} needs three heights")
        return Label(id="", word="", heights_m=(parts[0], parts[1], parts[2]))
    if name == "dwellings":
        return Label(id="", word="", dwellings=parse_whole(token.removesuffix(HOUSEHOLDS)))
    return Label(id="", word="", floor_area_m2=parse_number(token.removesuffix(SQUARE_METRES)))
