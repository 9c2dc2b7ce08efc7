"""Which storey numbers a block may have: by law, brief and choices, and what each could carry under the sun."""

import itertools
from dataclasses import dataclass
from math import radians, tan

from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices, HousingType
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.clearances import gable_gap_m, is_high, row_gap_m
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.rows_of_slabs import fire_height_m, planning_height_m, shading_height_m
from layoutgen.stages.massing.units import UnitKind
from layoutgen.standards.blocks import block_limits
from layoutgen.standards.clause import Standard
from layoutgen.standards.counting import load_counting
from layoutgen.standards.sun_standard import SunStandard

WIDE_STEP = 4  # between two types further apart than this, the number halfway is tried as well
SUN_EASE = 0.9  # rows of finite length stand nearer than the endless row of the noon rule
FILLED = 0.85  # share of a run that slabs fill, gables apart


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreyOption:
    """One storey number for a block, with the caps it brings."""

    storeys: int
    least_storeys: int  # the lower end of its class
    storey_class: str
    far_max: float
    density_max: float

    @property
    def far_reach(self) -> float:
        """Highest FAR both caps allow."""
        return min(self.far_max, self.density_max * self.storeys)


def storey_options(brief: Brief, choices: Choices, standard: Standard) -> tuple[StoreyOption, ...]:
    """Lawful storey numbers, ascending: those of the types, and numbers halfway where types lie far apart."""
    types = sorted(kind.storeys for kind in choices.housing.types)
    halves = [(a + b) // 2 for a, b in itertools.pairwise(types) if b - a > WIDE_STEP]
    found = []
    for storeys in sorted({*types, *halves}):
        option = _option(storeys, brief, choices, standard)
        if option is not None:
            found.append(option)
    return tuple(found)


def _option(storeys: int, brief: Brief, choices: Choices, standard: Standard) -> StoreyOption | None:
    zone, asked = brief.place.climate_zone, brief.conditions
    limits = block_limits(standard, zone, float(storeys), brief.features)
    height = planning_height_m(storeys, choices.housing)
    is_low_enough = (
        height <= min(limits.height_max_m, asked.height_max_m or limits.height_max_m)
        and fire_height_m(storeys, choices.housing) <= limits.class_height_max_m
        and storeys <= (asked.storeys_max or storeys)
    )
    if not is_low_enough:
        return None
    counting = load_counting()
    same = [s for s in range(1, storeys + 1) if counting.storey_class(float(s)) == limits.storey_class]
    return StoreyOption(
        storeys=storeys,
        least_storeys=min(same),
        storey_class=limits.storey_class,
        far_max=min(limits.far_max, asked.far_max or limits.far_max),
        density_max=min(limits.density_max, asked.density_max or limits.density_max),
    )


def housing_type(storeys: int, choices: Choices) -> HousingType:
    """Type whose slabs a storey number uses: the lowest that is high enough, else the highest."""
    types = sorted(choices.housing.types, key=lambda t: t.storeys)
    return next((t for t in types if t.storeys >= storeys), types[-1])


def manners(storeys: int, kinds: tuple[UnitKind, ...], choices: Choices) -> tuple[SlabManner, ...]:
    """Rows of long slabs, and rows of short ones with more sun between."""
    kind = housing_type(storeys, choices)
    height = fire_height_m(storeys, choices.housing)
    return tuple(
        SlabManner(
            storeys=storeys,
            depth_m=kind.depth_m,
            length_max_m=kind.row_length_max_m,
            units_max=choices.housing.units_max,
            gap_m=gable_gap_m(height, is_high(height, choices), choices),
            kinds=kinds,
            is_porous=is_porous,
        )
        for is_porous in (False, True)
    )


def gfa_under_sun_m2(ground: CellGround, storeys: int, sun: SunStandard, latitude_deg: float, choices: Choices) -> float:
    """Estimate of the floor area that rows of a storey number reach on a ground: the noon shadow rule."""
    depth = housing_type(storeys, choices).depth_m
    noon = tan(radians(90.0 - latitude_deg + sun.declination_deg))
    shade = SUN_EASE * shading_height_m(storeys, choices.housing) / max(noon, 1e-3)
    gap = max(shade, row_gap_m(fire_height_m(storeys, choices.housing), choices))
    _, south, _, north = ground.buildable.bounds
    rows = 1 + int(max(north - south - depth, 0.0) / (depth + gap))
    width = ground.buildable.area / max(north - south, depth)
    return rows * width * FILLED * depth * storeys
