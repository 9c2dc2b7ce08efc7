"""Values that are told many times and stand once: each is known by its number."""

from typing import Generic, TypeVar

Value = TypeVar("Value")


class Interned(Generic[Value]):
    """Values in the order in which they were first told; for use inside one function."""

    __slots__ = ("_numbers",)

    def __init__(self) -> None:
        self._numbers: dict[Value, int] = {}

    def number(self, value: Value) -> int:
        """Number of a value, a new one where it was not told before."""
        return self._numbers.setdefault(value, len(self._numbers))

    def values(self) -> tuple[Value, ...]:
        """All values, by their numbers."""
        return tuple(self._numbers)
