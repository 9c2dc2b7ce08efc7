"""What the law lets a block be: FAR, density, green and height by climate zone and average storeys."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from layoutgen.model.report import Force, Limit
from layoutgen.standards.clause import Standard
from layoutgen.standards.counting import load_counting


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLimits:
    """Caps of one block; a cap that no pack gives is infinite, the green floor then 0."""

    storey_class: str  # "low", "multi1", "multi2", "high1", "high2"
    far_max: float
    density_max: float  # share 0…1
    green_min: float  # share 0…1
    height_max_m: float  # planning height, whatever the class
    class_height_max_m: float  # to the roof surface, plinth not counted; advice


def block_limits(standard: Standard, climate_zone: str, storeys: float) -> BlockLimits:
    """Tightest ``must`` figures of all packs in force for a block of an average storey number.

    Advice figures (recalled) bind here too: a maker keeps them where it can, the judge decides by the rest.
    Source: GB 50180-2018 table 4.0.2.
    """
    counting = load_counting()
    keys = {"group": counting.group_of(climate_zone), "class": counting.storey_class(storeys)}

    def limits(measure: str, height: str = "planning") -> Iterator[Limit]:
        for clause in standard.clauses:
            is_asked = clause.measure == measure and clause.force is Force.MUST
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
