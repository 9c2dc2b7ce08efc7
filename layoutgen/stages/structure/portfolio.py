"""The portfolio of street patterns: every one is noded, merged, mended, joined to the roads and scored; the best is drawn."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import shapely

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
APART_M = 15.0  # streets nearer to each other than this are the same ones [m]
JOINED = 4  # of the best layouts, those with streets that lie apart are joined before the best is taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Streets found for a piece of ground."""

    pattern: str
    score: float
    runs: tuple[Run, ...]


def best_layout(ground: Ground, draft: int = 0) -> Layout:
    """The layout of the greatest score; of equals the one of the earlier pattern.

    A draft above 0 is the layout so many places down among those that are really different; the last where there are fewer.
    """
    found = sorted(_layouts(ground), key=lambda layout: -layout.score)
    if not found:
        return Layout(pattern="", score=0.0, runs=())
    best = max((_joined(layout, ground) for layout in found[:JOINED]), key=lambda layout: layout.score)
    kept = [best]
    for layout in found if draft else ():
        if all(_differs(layout, other) for other in kept):
            kept.append(_joined(layout, ground))
        if len(kept) > draft:
            break
    return kept[-1]


def _differs(one: Layout, other: Layout) -> bool:
    """Whether a part of the streets of one lies well off all streets of the other."""
    lines, others = (shapely.union_all([run.line for run in layout.runs]) for layout in (one, other))
    return any(a.difference(b.buffer(APART_M)).length > APART_M for a, b in ((lines, others), (others, lines)))


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
