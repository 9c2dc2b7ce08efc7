"""Good drawings with their paint on, for the edits of paint; the bare ones are those of the fault library."""

from pathlib import Path

from benchmarks.faults.good import RECIPES, Good, good_drawings, made

KINDS = ("usual", "conditions", "divided")  # of the good drawings that are edited
PAINTED = ("usual",)


def bare_drawings(folder: Path) -> tuple[Good, ...]:
    """Drawings without their paint."""
    return good_drawings(folder, KINDS)


def painted_drawings(folder: Path) -> tuple[Good, ...]:
    """The same plans as they are handed over; what the folder has already is not made again."""
    return tuple(made(recipe, folder / "painted", Path.rename) for recipe in RECIPES if recipe.kind in PAINTED)
