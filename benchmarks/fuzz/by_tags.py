"""Mutations of a DXF by its structure: group codes and values, whole entities, sections, names, orders of magnitude."""

from collections.abc import Callable
from random import Random

from benchmarks.fuzz.odd import NUMBERS, WORDS

MOST = 6
CODES = (
    0,
    1,
    2,
    5,
    8,
    10,
    20,
    30,
    38,
    40,
    41,
    42,
    43,
    50,
    62,
    66,
    67,
    70,
    71,
    72,
    73,
    74,
    90,
    91,
    92,
    93,
    100,
    102,
    210,
    220,
    330,
    340,
    1000,
    1071,
)
KINDS = (
    *(
        "LINE",
        "LWPOLYLINE",
        "POLYLINE",
        "VERTEX",
        "SEQEND",
        "INSERT",
        "ARC",
        "CIRCLE",
        "ELLIPSE",
        "SPLINE",
        "HATCH",
        "MLINE",
        "TEXT",
    ),
    *(
        "MTEXT",
        "ATTRIB",
        "POINT",
        "DIMENSION",
        "LAYER",
        "STYLE",
        "BLOCK",
        "ENDBLK",
        "SECTION",
        "ENDSEC",
        "TABLE",
        "ENDTAB",
        "EOF",
        "X",
    ),
)
FIRST_FLOAT, LAST_FLOAT = 10, 59
FACTORS = (1e-12, 1e-3, 1e3, 1e6, 1e12, 1e200, -1.0, 0.0)
COPIES = (1, 3, 200)
Tag = list[str]  # code and value, as the lines stand


def mutated(data: bytes, rng: Random) -> bytes:
    """The drawing after a few mutations."""
    lines = data.decode("utf-8", "surrogateescape").replace("\r\n", "\n").split("\n")
    tags = [[lines[i], lines[i + 1]] for i in range(0, len(lines) - 1, 2)]
    for _ in range(rng.randint(1, MOST)):
        if tags:
            tags = rng.choice(WAYS)(tags, rng)
    return "\n".join(line for tag in tags for line in tag).encode("utf-8", "surrogatepass")


def _code(tag: Tag) -> int:
    return int(tag[0]) if tag[0].strip().isdecimal() else -1


def _at(tags: list[Tag], rng: Random, *codes: int) -> int:
    fits = [i for i, tag in enumerate(tags) if _code(tag) in codes]
    return rng.choice(fits) if fits else rng.randrange(len(tags))


def _other_code(tags: list[Tag], rng: Random) -> list[Tag]:
    tags[rng.randrange(len(tags))][0] = str(rng.choice(CODES))
    return tags


def _odd_number(tags: list[Tag], rng: Random) -> list[Tag]:
    tags[_at(tags, rng, *range(FIRST_FLOAT, 100))][1] = rng.choice(NUMBERS)
    return tags


def _odd_word(tags: list[Tag], rng: Random) -> list[Tag]:
    tags[_at(tags, rng, 1, 2, 3, 5, 6, 7, 8, 9)][1] = rng.choice(WORDS).replace("\n", " ")
    return tags


def _other_name(tags: list[Tag], rng: Random) -> list[Tag]:
    """A name of a block, layer or table in the place of another: inserts come to hold each other."""
    code = rng.choice((2, 2, 5, 8, 330))
    tags[_at(tags, rng, code)][1] = tags[_at(tags, rng, code)][1]
    return tags


def _other_kind(tags: list[Tag], rng: Random) -> list[Tag]:
    tags[_at(tags, rng, 0)][1] = rng.choice(KINDS)
    return tags


def _without(tags: list[Tag], rng: Random) -> list[Tag]:
    del tags[rng.randrange(len(tags))]
    return tags


def _twice(tags: list[Tag], rng: Random) -> list[Tag]:
    at = rng.randrange(len(tags))
    tags[at:at] = [list(tags[at]) for _ in range(rng.choice(COPIES))]
    return tags


def _entity(tags: list[Tag], rng: Random, kinds: tuple[str, ...] = ()) -> tuple[int, int]:
    starts = [i for i, tag in enumerate(tags) if _code(tag) == 0 and (not kinds or tag[1].strip() in kinds)]
    start = rng.choice(starts) if starts else 0
    return start, next((i for i in range(start + 1, len(tags)) if _code(tags[i]) == 0), len(tags))


def _without_entity(tags: list[Tag], rng: Random) -> list[Tag]:
    start, end = _entity(tags, rng)
    return tags[:start] + tags[end:]


def _entity_moved(tags: list[Tag], rng: Random) -> list[Tag]:
    start, end = _entity(tags, rng)
    target, _ = _entity(tags, rng)
    copies = [list(tag) for _ in range(rng.choice(COPIES)) for tag in tags[start:end]]
    return tags[:target] + copies + tags[target:]


def _without_section(tags: list[Tag], rng: Random) -> list[Tag]:
    start, _ = _entity(tags, rng, ("SECTION", "TABLE"))
    end = next((i for i in range(start, len(tags)) if tags[i][1].strip() in ("ENDSEC", "ENDTAB")), len(tags) - 1)
    return tags[:start] + tags[end + 1 :]


def _scaled(tags: list[Tag], rng: Random) -> list[Tag]:
    factor = rng.choice(FACTORS)
    for tag in tags:
        if FIRST_FLOAT <= _code(tag) <= LAST_FLOAT:
            try:
                tag[1] = repr(float(tag[1]) * factor)
            except ValueError:
                continue
    return tags


def _ended(tags: list[Tag], rng: Random) -> list[Tag]:
    return tags[: rng.randrange(len(tags))]


WAYS: tuple[Callable[[list[Tag], Random], list[Tag]], ...] = (
    *(_other_code, _odd_number, _odd_number, _odd_number, _odd_word, _other_name, _other_kind, _without, _twice),
    *(_without_entity, _entity_moved, _without_section, _scaled, _ended),
)
