"""Edits that change nothing a law speaks of, family by family: a module a family, each with its ``EDITS``."""

import importlib
import pkgutil

from benchmarks.trust.edit import Edit


def all_edits() -> tuple[Edit, ...]:
    """Every harmless edit, family by family."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return tuple(edit for name in names for edit in importlib.import_module(f"{__name__}.{name}").EDITS)
