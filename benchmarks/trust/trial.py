"""Harmless edits done to good drawings, which are judged before and after."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import ezdxf

from benchmarks.faults.good import Good
from benchmarks.trust.compare import Difference, difference
from benchmarks.trust.edit import Edit
from benchmarks.trust.edits import all_edits
from layoutgen.jobs.validate import Judged, validate

EACH = 3  # drawings that an edit is done to, by turns


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One edit to one drawing; everything by name, so that another process can do it."""

    edit: str
    kind: str
    name: str  # of the drawing
    drawing: Path


def trials(bare: Sequence[Good], painted: Sequence[Good], each: int = EACH) -> list[Trial]:
    """Every edit with the drawings that are its turn."""
    found = []
    for turn, edit in enumerate(all_edits()):
        goods = painted if edit.is_of_paint else bare
        chosen = {(turn + step) % len(goods) for step in range(each)}
        found += [Trial(edit=edit.name, kind=edit.kind, name=goods[n].name, drawing=goods[n].drawing) for n in sorted(chosen)]
    return found


def tried(trial: Trial) -> Difference:
    """What one edit changed of a drawing's judgement."""
    edit = _edit(trial.edit)
    document = ezdxf.readfile(trial.drawing)
    document = edit.make(document, Random(f"{edit.name}/{trial.name}")) or document
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "edited.dxf"
        edit.save(document, place)
        return difference(_judged(trial.drawing), validate(place), edit.blur)


def _edit(name: str) -> Edit:
    return next(edit for edit in all_edits() if edit.name == name)


@cache
def _judged(drawing: Path) -> Judged:
    return validate(drawing)
