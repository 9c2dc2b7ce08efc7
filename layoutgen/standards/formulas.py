"""Formulas of the program: arithmetic over named numbers, so that what is printed is what was reckoned."""

import ast
import re
from collections.abc import Callable, Mapping
from math import ceil

FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "max": max,
    "min": min,
    "ceil": lambda value: float(ceil(value - 1e-9)),
    "whole": lambda value: float(int(value + 1e-9)),
}
TOKEN = re.compile(r"[^\s(),]+")
OPERATORS = ("+", "-", "*", "/")


def names_in(formula: str) -> tuple[str, ...]:
    """Names of a formula, each once, in order; words are set apart by spaces, brackets and commas."""
    return tuple(dict.fromkeys(token for token in TOKEN.findall(formula) if _is_name(token)))


def say(formula: str, word: Callable[[str], str]) -> str:
    """Formula with every name replaced by a word of its own, and signs as people write them."""
    said = TOKEN.sub(lambda match: word(match[0]) if _is_name(match[0]) else match[0], formula)
    return said.replace(" * ", " × ")


def evaluate(formula: str, values: Mapping[str, float]) -> float:
    """Value of a formula of + - * /, max, min, ceil (up to whole) and whole (down to whole).

    Raises
    ------
    ValueError
        If a name has no value or something else stands in the formula.
    """
    places = {name: f"n{i}" for i, name in enumerate(names_in(formula))}
    for name in places:
        if name not in values:
            raise ValueError(f"{formula}: {name} has no value")
    text = say_plainly(formula, places)
    return _value(ast.parse(text, mode="eval").body, {places[name]: values[name] for name in places})


def say_plainly(formula: str, places: Mapping[str, str]) -> str:
    """Formula with other names."""
    return TOKEN.sub(lambda match: places.get(match[0], match[0]), formula)


def _is_name(token: str) -> bool:
    return token not in FUNCTIONS and token not in OPERATORS and not re.fullmatch(r"[\d.]+", token)


def _value(node: ast.expr, values: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id=name):
            return values[name]
        case ast.Call(func=ast.Name(id=name), args=args) if name in FUNCTIONS:
            return FUNCTIONS[name](*(_value(arg, values) for arg in args))
        case ast.BinOp(left=left, op=op, right=right):
            return _combined(op, _value(left, values), _value(right, values))
    raise ValueError(f"{ast.dump(node)}: no arithmetic")


def _combined(op: ast.operator, left: float, right: float) -> float:
    match op:
        case ast.Add():
            return left + right
        case ast.Sub():
            return left - right
        case ast.Mult():
            return left * right
        case ast.Div():
            return left / right
    raise ValueError(f"{ast.dump(op)}: no arithmetic")
