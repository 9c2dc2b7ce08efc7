"""A plan as JSON and back, exactly: generic over the model's frozen values."""

import json
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from sys import float_info
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import numpy as np
from shapely.geometry import LineString, Point, Polygon

from layoutgen.drawings.staged import write_staged
from layoutgen.drawings.words import SPAN_MOST_M, shorten
from layoutgen.errors import InputError
from layoutgen.model.plan import Plan

SCHEMA = "layoutgen-plan/1"
SCHEMA_KEY = "schema"
LARGEST = float_info.max
LARGEST_COUNT = 10**15  # of a plan's whole numbers; arithmetic stays exact


def write_plan_json(plan: Plan, path: Path) -> None:
    """Write a plan as JSON.

    Raises
    ------
    InputError
        If the file cannot be written.
    ValueError
        If an outline has a hole, or a number is not finite.
    """
    table = {SCHEMA_KEY: SCHEMA, "plan": _plain(plan)}
    text = json.dumps(table, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    write_staged(path, lambda target: _save(text, target))


def read_plan_json(path: Path) -> Plan:
    """Plan of a JSON file.

    Raises
    ------
    InputError
        If the file cannot be read, is no JSON, nests too deep, or a key or value is not what the plan has there.
    """
    table = _load(path)
    if not isinstance(table, dict) or table.get(SCHEMA_KEY) != SCHEMA:
        raise InputError(str(path), SCHEMA_KEY, "missing or another", SCHEMA)
    try:
        plan = _value(table.get("plan"), Plan, "plan")
    except _WrongValueError as error:
        raise InputError(str(path), error.key, shorten(str(error.value)), error.expected) from None
    if not isinstance(plan, Plan):
        raise InputError(str(path), "plan", "missing", "a plan")
    return plan


class _WrongValueError(Exception):
    """A value that the plan cannot have at a key."""

    def __init__(self, key: str, value: object, expected: str) -> None:
        self.key, self.value, self.expected = key, value, expected
        super().__init__(key)


def _save(text: str, target: Path) -> None:
    target.write_text(text, encoding="utf-8", errors="surrogatepass", newline="\n")


def _load(path: Path) -> object:
    try:
        if path.is_dir():
            raise InputError(str(path), "", "a folder", "a JSON file")
        table: object = json.loads(path.read_bytes().decode("utf-8-sig", "surrogatepass"), parse_constant=_no_constant)
    except OSError as error:
        raise InputError(str(path), "", error.strerror or "cannot be read", "a JSON file that you may read") from None
    except RecursionError:
        raise InputError(str(path), "", "nested too deep", "a plan as JSON") from None
    except ValueError as error:
        raise InputError(str(path), "", f"not JSON ({shorten(str(error))})", "a plan as JSON") from None
    return table


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _plain(value: object) -> object:
    if isinstance(value, Polygon):
        if value.interiors:
            raise ValueError("a legal outline has no hole")
        return [[x, y] for x, y in np.asarray(value.exterior.coords)[:-1, :2].tolist()]
    if isinstance(value, LineString):
        return [[x, y] for x, y in np.asarray(value.coords)[:, :2].tolist()]
    if isinstance(value, Point):
        return [value.x, value.y]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.value if isinstance(value, StrEnum) else value


def _value(value: object, kind: object, key: str) -> object:
    """Value of a declared type; the key says where it stands."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional(value, kind, key)
    if origin is tuple:
        return _tuple(value, kind, key)
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(value, kind, key)
    if isinstance(kind, type) and issubclass(kind, (Polygon, LineString, Point)):
        return _shape(value, kind, key)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        if value not in [member.value for member in kind]:
            raise _WrongValueError(key, value, "one of " + ", ".join(member.value for member in kind))
        return kind(str(value))
    return _scalar(value, kind, key)


def _optional(value: object, kind: object, key: str) -> object:
    if value is None:
        return None
    return _value(value, next(part for part in get_args(kind) if part is not type(None)), key)


def _scalar(value: object, kind: object, key: str) -> object:
    if kind is float and isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < LARGEST:
        return float(value)
    if (kind is bool and isinstance(value, bool)) or (kind is str and isinstance(value, str)):
        return value
    if kind is int and isinstance(value, int) and not isinstance(value, bool) and abs(value) <= LARGEST_COUNT:
        return value
    raise _WrongValueError(key, value, f"a {getattr(kind, '__name__', kind)}")


def _tuple(value: object, kind: object, key: str) -> object:
    parts = get_args(kind)
    if not isinstance(value, list):
        raise _WrongValueError(key, value, "a list")
    if len(parts) == 2 and parts[1] is Ellipsis:
        made = tuple(_value(part, parts[0], f"{key}[{index}]") for index, part in enumerate(value))
        _require_once(made, key)
        return made
    if len(value) != len(parts):
        raise _WrongValueError(key, value, f"a list of {len(parts)}")
    return tuple(_value(part, each, f"{key}[{index}]") for index, (part, each) in enumerate(zip(value, parts, strict=True)))


def _require_once(things: tuple[object, ...], key: str) -> None:
    """Refuse a thing that stands twice, alike in all that it says: a drawing counts it once, a plan has no such thing."""
    seen: set[object] = set()
    for index, thing in enumerate(things):
        if hasattr(thing, "id"):
            if thing in seen:
                raise _WrongValueError(f"{key}[{index}]", thing.id, "each thing once")
            seen.add(thing)


def _dataclass(value: object, kind: type, key: str) -> object:
    if not isinstance(value, dict):
        raise _WrongValueError(key, value, "an object")
    hints = get_type_hints(kind)
    for name in sorted(set(value) - set(hints)):
        raise _WrongValueError(f"{key}.{name}", "an unknown key", "one of " + ", ".join(hints))
    has_default = {field.name for field in fields(kind) if field.default is not MISSING}  # a file of an earlier version
    for name in sorted(set(hints) - set(value) - has_default):
        raise _WrongValueError(f"{key}.{name}", "missing", "a value")
    said = {name: hint for name, hint in hints.items() if name in value}
    made: object = kind(**{name: _value(value[name], hint, f"{key}.{name}") for name, hint in said.items()})
    return made


def _shape(value: object, kind: type, key: str) -> object:
    if kind is Point:
        return Point(_corner(value, key))
    if not isinstance(value, list):
        raise _WrongValueError(key, value, "a list of points")
    every = [_corner(corner, f"{key}[{index}]") for index, corner in enumerate(value)]
    corners = [corner for index, corner in enumerate(every) if index == 0 or corner != every[index - 1]]
    if corners and max(max(axis) - min(axis) for axis in zip(*corners, strict=True)) > SPAN_MOST_M:
        raise _WrongValueError(key, "a thing beyond every site", f"a thing of at most {SPAN_MOST_M:g} m")
    if kind is Polygon:
        outline = Polygon(corners) if len(corners) > 2 or not corners else None
        if outline is None or not outline.is_valid:
            raise _WrongValueError(key, value, "a simple outline of at least three corners")
        return outline
    if len(corners) < 2:
        raise _WrongValueError(key, value, "a line of at least two points")
    return LineString(corners)


def _corner(value: object, key: str) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) != 2:
        raise _WrongValueError(key, value, "a point [x, y]")
    x, y = (_scalar(part, float, key) for part in value)
    if not (isinstance(x, float) and isinstance(y, float)):
        raise _WrongValueError(key, value, "a point [x, y]")
    return x, y
