"""Mutations of text by its words and lines: for TOML, tables of points, WKT, KML, and JSON as text."""

import re
from random import Random

from benchmarks.fuzz.odd import NUMBERS, WORDS

MOST = 5
TOKEN = re.compile(r"[-+]?\d[\d.eE+-]*|\w+|\s+|.", re.DOTALL)
LITERALS = (
    "true",
    "[]",
    "{}",
    '""',
    "[[1]]",
    "1979-05-27",
    "inf",
    "nan",
    '["a", 1]',
    "{ a = 1 }",
    "0x" + "f" * 5000,
    "-1",
    "1e300",
)
REPEATS = (2, 3, 100, 3000)


def mutated(data: bytes, rng: Random) -> bytes:
    """The text after a few mutations."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(rng.randint(1, MOST)):
        text = _by_line(text, rng) if rng.random() < 0.4 else _by_token(text, rng)
    return text.encode("utf-8", "surrogatepass" if rng.random() < 0.5 else "replace")


def _by_token(text: str, rng: Random) -> str:
    tokens = TOKEN.findall(text)
    if not tokens:
        return rng.choice(WORDS)
    numbers = [i for i, token in enumerate(tokens) if token[-1].isdigit()]
    at = rng.choice(numbers) if numbers and rng.random() < 0.5 else rng.randrange(len(tokens))
    way = rng.randrange(5)
    if way == 0:
        tokens[at] = rng.choice(NUMBERS)
    elif way == 1:
        tokens[at] = rng.choice(WORDS)
    elif way == 2:
        tokens[at] = rng.choice(tokens)
    elif way == 3:
        tokens[at] *= rng.choice(REPEATS)
    else:
        del tokens[at]
    return "".join(tokens)


def _by_line(text: str, rng: Random) -> str:
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    way = rng.randrange(5)
    if way == 0:
        del lines[at]
    elif way == 1:
        lines.insert(rng.randrange(len(lines)), lines[at])
    elif way == 2:
        key, equals, _ = lines[at].partition("=")
        lines[at] = f"{key}{equals} {rng.choice(LITERALS)}" if equals else lines[at]
    elif way == 3:
        other = rng.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    else:
        lines[at : at + 1] = [lines[at]] * rng.choice(REPEATS)
    return "\n".join(lines)
