"""The errors a user can cause: each names what, where and what was expected."""

from collections.abc import Callable
from functools import partial

VALUE_MOST = 1000  # characters of a value that an error repeats


class LayoutgenError(Exception):
    """Root of every error that a user can cause; the command line prints it without a traceback."""


class InputError(LayoutgenError):
    """A file, key or value that cannot be used (exit code 2)."""

    def __init__(self, file: str, key: str, value: object, expected: str) -> None:
        self.file = file
        self.key = key
        self.value = value
        self.expected = expected
        where = f"{file}: {key}" if file and key else file or key
        said = _said(value)
        super().__init__(f"{where} = {said}: expected {expected}" if where else f"{said}: expected {expected}")

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str, object, str]]:
        """Pass from process to process whole."""
        return InputError, (self.file, self.key, self.value, self.expected)


class InfeasibleError(LayoutgenError):
    """A brief that does not fit the site (exit code 3).

    ``is_proven`` is true where areas, caps or lawful minima alone rule the brief out, false where the search
    reached its bound.
    """

    def __init__(self, stage: str, what: str, need: float, have: float, unit: str, *, is_proven: bool = False) -> None:
        self.stage = stage
        self.what = what
        self.need = need
        self.have = have
        self.unit = unit
        self.is_proven = is_proven
        found = "proven" if is_proven else "not found"
        super().__init__(f"no plan ({found}) at {stage}: {what}: needs {need:,.2f} {unit}, has {have:,.2f} {unit}")

    def __reduce__(self) -> tuple[Callable[..., "InfeasibleError"], tuple[str, str, float, float, str]]:
        """Pass from process to process whole."""
        make = partial(InfeasibleError, is_proven=self.is_proven)
        return make, (self.stage, self.what, self.need, self.have, self.unit)


def _said(value: object) -> str:
    """Value as text of bounded length; a whole number of thousands of digits has none."""
    try:
        text = str(value)
    except ValueError:
        return "a number of too many digits"
    return text if len(text) <= VALUE_MOST else text[: VALUE_MOST - 1] + "…"
