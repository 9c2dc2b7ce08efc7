"""Good drawings with their paint on, for the edits of paint; the bare ones are those of the fault library."""

import tempfile
from pathlib import Path

from benchmarks.faults.good import RECIPES, Good, Recipe, good_drawings
from layoutgen.jobs.ask import ask
from layoutgen.jobs.generate import generate
from layoutgen.jobs.wanted import settle_wanted

KINDS = ("usual", "conditions", "divided")  # of the good drawings that are edited
PAINTED = ("usual",)


def bare_drawings(folder: Path) -> tuple[Good, ...]:
    """Drawings without their paint."""
    return good_drawings(folder, KINDS)


def painted_drawings(folder: Path) -> tuple[Good, ...]:
    """The same plans as they are handed over; what the folder has already is not made again."""
    return tuple(_painted(recipe, folder / "painted") for recipe in RECIPES if recipe.kind in PAINTED)


def _painted(recipe: Recipe, folder: Path) -> Good:
    drawing = folder / f"{recipe.name}.dxf"
    if not drawing.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as name:
            request = ask(recipe.site, recipe.flags)
            generate(request.site, request.brief, Path(name), lambda _: None, wanted=settle_wanted(is_draft=True))
            (Path(name) / "plan.dxf").rename(drawing)
    return Good(name=recipe.name, kind=recipe.kind, drawing=drawing)
