"""The capacity model: how many people a site can lawfully house by storey class, and what binds; an estimate."""

import math
from dataclasses import dataclass, replace

import numpy as np

from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices, HousingType
from layoutgen.model.site import Site
from layoutgen.model.stages import Commission, Structure
from layoutgen.pipeline.off_site import program_of
from layoutgen.stages.structure import lay_structure
from layoutgen.standards.blocks import block_limits
from layoutgen.standards.clause import Standard
from layoutgen.standards.fire_class import is_high_dwelling
from layoutgen.standards.sun_standard import dwelling_sun
from layoutgen.sunlight.spacing import spacing_coefficient

ROUNDS = 12  # of the fixed point between people and the land their facilities take
LOT_KINDS = ("kindergarten", "garden", "service_lot", "shops_lot", "waste_station", "utility_lot")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassCapacity:
    """What one class of slabs gives on this site."""

    storeys: int
    far: float  # net, on block land
    people: int
    lots_m2: float
    block_m2: float
    binds: str  # "sun", "FAR", "density", "height", "brief's FAR", …


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """Land budget and capacity by class."""

    site_m2: float
    streets_m2: float
    cells: int
    classes: tuple[ClassCapacity, ...]

    @property
    def best(self) -> ClassCapacity:
        """The class that houses most people."""
        return max(self.classes, key=lambda c: c.people)


def estimate_capacity(site: Site, brief: Brief, choices: Choices, standard: Standard) -> Capacity:
    """Estimate how many people the site can house, class by class; rows as endless slabs, lots by their land.

    Streets are laid as `generate` lays them; lots and rows are counted, not drawn.
    """
    program = program_of(site, brief, choices, standard)
    commission = Commission(site=site, brief=brief, program=program, choices=choices)
    structure = lay_structure(commission, np.random.default_rng(brief.seed))
    streets_m2 = sum(way.outline.area for way in structure.streets) if structure.is_public else 0.0
    land_m2 = site.boundary.area - streets_m2 - sum(shape.area for shape in site.keep_outs)
    classes = tuple(_class(kind, land_m2, structure, commission, standard) for kind in choices.housing.types)
    return Capacity(site_m2=site.boundary.area, streets_m2=streets_m2, cells=len(structure.cells), classes=classes)


def _class(
    kind: HousingType, land_m2: float, structure: Structure, commission: Commission, standard: Standard
) -> ClassCapacity:
    """Fixed point: people take facility land, which takes block land, which houses people."""
    brief = commission.brief
    per_person = sum(t.area_m2 * t.share for t in brief.mix) / brief.household_size
    people = 0.5 * land_m2 / per_person
    far, binds, lots_m2 = 0.0, "", 0.0
    for _ in range(ROUNDS):
        lots_m2 = _lots_land(replace(brief, population=max(int(people), 1)), commission, standard)
        block_m2 = max(land_m2 - lots_m2, 0.0)
        cell_m2 = block_m2 / max(len(structure.cells), 1)
        far, binds = _net_far(kind, cell_m2, commission, standard)
        people = 0.5 * people + 0.5 * block_m2 * far / per_person
    block_m2 = max(land_m2 - lots_m2, 0.0)
    return ClassCapacity(storeys=kind.storeys, far=far, people=int(people), lots_m2=lots_m2, block_m2=block_m2, binds=binds)


def _lots_land(brief: Brief, commission: Commission, standard: Standard) -> float:
    program = program_of(commission.site, brief, commission.choices, standard)
    return sum(need.figure("land_m2") for need in program.needs if need.kind in LOT_KINDS)


def _net_far(kind: HousingType, cell_m2: float, commission: Commission, standard: Standard) -> tuple[float, str]:
    """Least of what the sun, the class caps and the brief allow, and its name."""
    place, asked = commission.brief.place, commission.brief.conditions
    caps = block_limits(standard, place.climate_zone, float(kind.storeys), commission.brief.features)
    housing = commission.choices.housing
    planning = housing.plinth_m + kind.storeys * housing.storey_height_m + housing.parapet_m
    height_max = min(caps.height_max_m, asked.height_max_m or math.inf)
    too_high = planning > height_max or kind.storeys > (asked.storeys_max or math.inf)
    bounds: list[tuple[float, str]] = [
        (_row_far(kind, cell_m2, commission, standard), "sun and lanes"),
        (caps.far_max, "FAR of the class"),
        (caps.density_max * kind.storeys, "density of the class"),
        (asked.far_max or math.inf, "FAR of the brief"),
        ((asked.density_max or math.inf) * kind.storeys, "density of the brief"),
        (0.0 if too_high else math.inf, "height"),
    ]
    return min(bounds)


def _row_far(kind: HousingType, cell_m2: float, commission: Commission, standard: Standard) -> float:
    """FAR of rows in a square cell: as many as the sun's pitch gives inside the loop, gables apart."""
    lanes, housing = commission.choices.lanes, commission.choices.housing
    side = math.sqrt(cell_m2)
    clear = side - 2.0 * (lanes.verge_m + lanes.loop_width_m + lanes.lane_to_wall_m)
    if clear < kind.depth_m:
        return 0.0
    place = commission.brief.place
    rise = kind.storeys * housing.storey_height_m + housing.overrun_m - housing.sill_m
    gap = spacing_coefficient(dwelling_sun(standard, place), place.latitude_deg) * rise
    gap = max(gap, housing.facing_gap_m, 2.0 * lanes.lane_to_wall_m + lanes.lane_width_m)
    rows = 1.0 + (clear - kind.depth_m) / (kind.depth_m + gap)
    is_high = is_high_dwelling(kind.storeys * housing.storey_height_m)
    gable = housing.gable_gap_high_m if is_high else housing.gable_gap_low_m
    run = clear * kind.row_length_max_m / (kind.row_length_max_m + gable)
    return rows * run * kind.depth_m * kind.storeys / cell_m2
