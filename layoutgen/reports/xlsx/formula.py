"""Formulas that carry their values: what a cell computes and what stands in it until someone does."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Value = float | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expr:
    """An expression of a spreadsheet and its value."""

    text: str
    value: float
    is_atom: bool = True  # needs no brackets inside another

    def __add__(self, other: "Expr") -> "Expr":
        return Expr(text=f"{self.text}+{other.text}", value=self.value + other.value, is_atom=False)

    def __sub__(self, other: "Expr") -> "Expr":
        return Expr(text=f"{self.text}-{_inside(other)}", value=self.value - other.value, is_atom=False)

    def __mul__(self, other: "Expr") -> "Expr":
        return Expr(text=f"{_inside(self)}*{_inside(other)}", value=self.value * other.value, is_atom=False)

    def __truediv__(self, other: "Expr") -> "Expr":
        """Quotient; nothing over nothing is 0, as in every report."""
        value = self.value / other.value if other.value else 0.0
        return Expr(text=f"IF({other.text}=0,0,{_inside(self)}/{_inside(other)})", value=value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """A column's cells, by their address and with what stands in them."""

    address: str
    values: tuple[Value, ...]

    def numbers(self) -> list[float]:
        """What stands in them as numbers; text is 0."""
        return [value if isinstance(value, float) else 0.0 for value in self.values]


def constant(value: float) -> Expr:
    """A figure that stands in the formula itself."""
    return Expr(text=f"{value!r}" if value != int(value) else f"{int(value)}", value=value, is_atom=value >= 0.0)


def total(of: Cells) -> Expr:
    """Sum of a column."""
    return Expr(text=f"SUM({of.address})", value=math.fsum(of.numbers()))


def highest(of: Cells) -> Expr:
    """Largest number of a column; 0 where it is empty."""
    return Expr(text=f"MAX({of.address})", value=max(of.numbers(), default=0.0))


def total_where(of: Cells, *tests: tuple[Cells, "Named | str"]) -> Expr:
    """Sum of a column over the rows whose cells are exactly so: a name with a star or a sign in it is only a name."""
    parts = [f"EXACT({cells.address},{_name(name)})" for cells, name in tests]
    kept = _kept(len(of.values), tests)
    value = math.fsum(number for number, is_kept in zip(of.numbers(), kept, strict=True) if is_kept)
    return Expr(text=f"SUMPRODUCT({'*'.join(parts)}*{of.address})", value=value)


def count_where(*tests: tuple[Cells, "Named | str"]) -> Expr:
    """Count of the rows whose cells are exactly so."""
    parts = [f"EXACT({cells.address},{_name(name)})" for cells, name in tests]
    kept = _kept(len(tests[0][0].values), tests)
    return Expr(text=f"SUMPRODUCT({'*'.join(parts)}*1)", value=float(sum(kept)))


def whole_part(of: Expr) -> Expr:
    """Whole number below."""
    return Expr(text=f"INT({of.text})", value=float(math.floor(of.value)))


def lesser(one: Expr, other: Expr) -> Expr:
    """The lesser of two."""
    return Expr(text=f"MIN({one.text},{other.text})", value=min(one.value, other.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A cell with a name in it."""

    address: str
    name: str


def _kept(count: int, tests: Sequence[tuple[Cells, "Named | str"]]) -> list[bool]:
    wanted = [(cells.values, name.name if isinstance(name, Named) else name) for cells, name in tests]
    return [all(values[row] == name for values, name in wanted) for row in range(count)]


def _name(name: "Named | str") -> str:
    """Address of a name; a word of ours stands itself, between quotes."""
    return name.address if isinstance(name, Named) else f'"{name}"'


def _inside(part: Expr) -> str:
    return part.text if part.is_atom else f"({part.text})"
