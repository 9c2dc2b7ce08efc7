"""The portfolio of street patterns: every one is noded, merged, mended, joined to the roads and scored; the best is drawn."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from layoutgen.stages.structure.arrangement import Arrangement, arrange, merge_poor
from layoutgen.stages.structure.connect import connected
from layoutgen.stages.structure.coons import coons_patterns
from layoutgen.stages.structure.grid import grid_patterns
from layoutgen.stages.structure.ground import Ground
from layoutgen.stages.structure.guillotine import guillotine_patterns
from layoutgen.stages.structure.mend import mend_ends
from layoutgen.stages.structure.obb import obb_patterns
from layoutgen.stages.structure.runs import Run, join_runs
from layoutgen.stages.structure.score import islands, score_pattern
from layoutgen.stages.structure.strokes import Strokes
from layoutgen.stages.structure.tensor import tensor_patterns

PATTERNS: tuple[tuple[str, Callable[[Ground], Iterable[Strokes]]], ...] = (
    ("grid", grid_patterns),
    ("guillotine", guillotine_patterns),
    ("coons", coons_patterns),
    ("tensor", tensor_patterns),
    ("obb", obb_patterns),
)
JOINED = 4  # of the best layouts, those with streets that lie apart are joined before the best is taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Streets found for a piece of ground."""

    pattern: str
    score: float
    runs: tuple[Run, ...]


def best_layout(ground: Ground) -> Layout:
    """The layout of the greatest score; of equals the one of the earlier pattern."""
    found = sorted(_layouts(ground), key=lambda layout: -layout.score)
    if not found:
        return Layout(pattern="", score=0.0, runs=())
    return max((_joined(layout, ground) for layout in found[:JOINED]), key=lambda layout: layout.score)


def _joined(layout: Layout, ground: Ground) -> Layout:
    """The layout with the streets that lie apart joined to the others."""
    lines = [run.line for run in layout.runs]
    if not islands(lines, ground) or ground.roads.is_empty:
        return layout
    whole = connected(lines, ground)
    return layout if whole is None else _scored(layout.pattern, whole, ground)


def _scored(pattern: str, arrangement: Arrangement, ground: Ground) -> Layout:
    runs = join_runs(arrangement.streets())
    return Layout(pattern=pattern, score=round(score_pattern(arrangement, runs, ground), 9), runs=runs)


def _layouts(ground: Ground) -> Iterator[Layout]:
    for name, patterns in PATTERNS:
        for strokes in patterns(ground):
            arrangement = merge_poor(arrange(ground.boundary, strokes, ground.fixed), ground.choices)
            for candidate in _variants(arrangement, ground):
                yield _scored(name, candidate, ground)


def _variants(arrangement: Arrangement, ground: Ground) -> tuple[Arrangement, ...]:
    """The arrangement as it is, and mended where that changes it."""
    mended = mend_ends(arrangement, ground)
    return (arrangement,) if mended.group == arrangement.group else (arrangement, mended)
