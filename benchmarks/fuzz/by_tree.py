"""Mutations of JSON by its structure: values of another type, missing and strange keys, depth, repetition."""

import json
from random import Random

from benchmarks.fuzz.odd import WORDS

MOST = 5
DEEP = (3, 30, 150)
COPIES = (2, 30, 300)
HUGE = "HUGE-NUMBER"
FIGURES = (-1.0, 0.0, 0.001, 1.0, 3.0, 50.0, 1e3, 1e5, 1e7, 1e9, 1e15, 1e30, -1e6)
NUMBERS = (
    float("nan"),
    float("inf"),
    1e308,
    -1e308,
    1e12,
    1e9,
    1e8,
    1e6,
    10**30,
    10**400,
    -1,
    0,
    0.5,
    1,
    2,
    7,
    999999999,
    HUGE,
)
OTHERS: tuple[object, ...] = (None, True, False, [], {}, [[]], [None], {"": 0}, "", "nan", [1, 2], [[0, 0], [1, 1]])


def mutated(data: bytes, rng: Random) -> bytes:
    """The document after a few mutations."""
    tree = json.loads(data)
    change = _figure_changed if rng.random() < 0.5 else _changed
    for _ in range(rng.randint(1, MOST)):
        tree = change(tree, rng)
    return json.dumps(tree, ensure_ascii=rng.random() < 0.5).replace(f'"{HUGE}"', "9" * 5000).encode("utf-8", "surrogatepass")


def _changed(tree: object, rng: Random) -> object:
    """The tree with one node changed: each step goes on to a child, or stops."""
    if isinstance(tree, dict) and tree and rng.random() < 0.93:
        key = rng.choice(sorted(tree))
        return {**tree, key: _changed(tree[key], rng)} if rng.random() < 0.95 else _other_key(tree, key, rng)
    if isinstance(tree, list) and tree and rng.random() < 0.9:
        at = rng.randrange(len(tree))
        if rng.random() < 0.9:
            return [*tree[:at], _changed(tree[at], rng), *tree[at + 1 :]]
        return [*tree[:at], *tree[at + 1 :]] if rng.random() < 0.5 else [*tree, *[tree[at]] * rng.choice(COPIES)]
    return _other(tree, rng)


def _figure_changed(tree: object, rng: Random) -> object:
    """The tree with one figure changed: what is still read may ask for more than a machine has."""
    if isinstance(tree, dict) and tree:
        key = rng.choice(sorted(tree))
        return {**tree, key: _figure_changed(tree[key], rng)}
    if isinstance(tree, list) and tree:
        at = rng.randrange(len(tree))
        return [*tree[:at], _figure_changed(tree[at], rng), *tree[at + 1 :]]
    return _other(tree, rng) if isinstance(tree, (int, float)) and not isinstance(tree, bool) else tree


def _other_key(tree: dict[str, object], key: str, rng: Random) -> dict[str, object]:
    rest = {name: value for name, value in tree.items() if name != key}
    way = rng.randrange(3)
    if way == 0:
        return rest
    return {**rest, rng.choice(WORDS): tree[key]} if way == 1 else {**tree, rng.choice(WORDS): rng.choice(OTHERS)}


def _other(value: object, rng: Random) -> object:
    way = rng.random()
    if isinstance(value, (int, float)) and not isinstance(value, bool) and way < 0.7:
        return rng.choice(FIGURES) if isinstance(value, float) else int(rng.choice(FIGURES))
    if isinstance(value, str) and way < 0.7:
        return rng.choice(WORDS)
    if way < 0.45:
        return rng.choice(NUMBERS)
    if way < 0.6:
        return rng.choice(WORDS)
    if way < 0.85:
        return rng.choice(OTHERS)
    is_list = rng.random() < 0.5
    for _ in range(rng.choice(DEEP)):
        value = [value] if is_list else {"geometries": [value], "type": "GeometryCollection"}
    return value
