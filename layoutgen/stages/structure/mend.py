"""Streets that would end blind at a neighbour's land are taken back where the cells beside them may become one."""

import shapely
from shapely.geometry import Point

from layoutgen.stages.structure.arrangement import SOFT_AREA, Arrangement, Side, neighbours
from layoutgen.stages.structure.ground import ON_M, Ground
from layoutgen.stages.structure.quality import cell_quality, overlong

SHAPE_LEAST = 0.3  # quality a merged cell must keep


def mend_ends(arrangement: Arrangement, ground: Ground) -> Arrangement:
    """Merge the cells beside every street end on a neighbour's land, where the whole is no larger than a block may be."""
    choices = ground.choices
    for side in arrangement.streets():
        groups = sorted({arrangement.group[face] for face in side.faces})
        if len(groups) < 2 or not _ends_blind(side, ground) or (groups[0], groups[1]) not in neighbours(arrangement):
            continue
        whole = arrangement.cell(groups)
        if whole.interiors or whole.area > SOFT_AREA * choices.block_area_max_m2 or overlong([whole], choices)[0]:
            continue
        if float(cell_quality([whole], choices)[0]) >= SHAPE_LEAST:
            arrangement = arrangement.merged(groups[0], groups[1])
    return arrangement


def _ends_blind(side: Side, ground: Ground) -> bool:
    tips = (Point(side.start), Point(side.end))
    return any(
        shapely.dwithin(tip, ground.boundary.exterior, ON_M) and not shapely.dwithin(tip, ground.roads, ON_M) for tip in tips
    )
