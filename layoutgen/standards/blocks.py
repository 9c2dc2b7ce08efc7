"""What the law lets a block be: FAR, density, green and height by climate zone and average storeys."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layoutgen.model.limit import Limit
from layoutgen.model.report import Force
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.counting import load_counting
from layoutgen.standards.scope import FEATURE

ABOUT_BLOCKS = "block."  # how their measures begin


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLimits:
    """Caps of one block; a cap that no pack gives is infinite, the green floor then 0."""

    storey_class: str  # "low", "multi1", "multi2", "high1", "high2"
    far_max: float
    density_max: float  # share 0…1
    green_min: float  # share 0…1
    height_max_m: float  # planning height, whatever the class
    class_height_max_m: float  # to the roof surface, plinth not counted; advice


def block_limits(
    standard: Standard, climate_zone: str, storeys: float, features: Sequence[str] = (), *, only_deciding: bool = False
) -> BlockLimits:
    """Tightest ``must`` figures of all packs in force for a block of an average storey number.

    Advice figures (recalled) bind here too, unless only deciding ones are asked for: a maker keeps them where it can, the
    judge decides by the rest. A table that waits for one of the ``features`` switched on takes the place of those that it
    outranks. Source: GB 50180-2018 tables 4.0.2 and 4.0.3.
    """
    counting = load_counting()
    clauses = _of_features(standard, features)
    keys = {"group": counting.group_of(climate_zone), "class": counting.storey_class(storeys)}

    def limits(measure: str, height: str = "planning") -> Iterator[Limit]:
        for clause in clauses:
            is_asked = clause.measure == measure and clause.force is Force.MUST and (clause.decides or not only_deciding)
            if is_asked and clause.text("height", "planning") == height:
                limit = clause.limit or clause.row(**keys)
                if limit is not None:
                    yield limit

    def least(measure: str, height: str = "planning") -> float:
        return min((limit.high for limit in limits(measure, height) if limit.high is not None), default=math.inf)

    return BlockLimits(
        storey_class=keys["class"],
        far_max=least("block.far"),
        density_max=least("block.density"),
        green_min=max((limit.low for limit in limits("block.green_ratio") if limit.low is not None), default=0.0),
        height_max_m=least("block.height"),
        class_height_max_m=least("block.height", "roof"),
    )


def _of_features(standard: Standard, features: Sequence[str]) -> tuple[Clause, ...]:
    """Clauses about blocks that wait for no feature or for one that is on, without those that such a clause outranks."""
    on = set(features)
    beaten = {lesser for c in standard.clauses if on & set(_waits_for(c)) for lesser in c.outranks} if on else set()
    asked = [c for c in standard.clauses if c.measure.startswith(ABOUT_BLOCKS) and c.id not in beaten]
    return tuple(c for c in asked if not _waits_for(c) or on & set(_waits_for(c)))


def _waits_for(clause: Clause) -> tuple[str, ...]:
    return dict(clause.when).get(FEATURE, ())
