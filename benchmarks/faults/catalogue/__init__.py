"""Every fault there is, family by family: a module a family, each with its ``FAULTS``."""

import importlib
import pkgutil

from benchmarks.faults.fault import Fault


def families() -> dict[str, tuple[Fault, ...]]:
    """Faults of each family by its name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").FAULTS for name in names}


def all_faults() -> tuple[Fault, ...]:
    """Every fault, by measure and name."""
    found = (fault for faults in families().values() for fault in faults)
    return tuple(sorted(found, key=lambda one: (one.measure, one.name)))
