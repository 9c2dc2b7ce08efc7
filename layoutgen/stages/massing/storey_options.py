"""Which storey numbers a block may have: by law, brief and choices, and what each could carry under the sun."""

from dataclasses import dataclass, replace

from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices, HousingType
from layoutgen.stages.massing.clearances import gable_gap_m, is_high
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.rows_of_slabs import fire_height_m, planning_height_m
from layoutgen.stages.massing.units import UnitKind
from layoutgen.standards.blocks import block_limits
from layoutgen.standards.clause import Standard
from layoutgen.standards.counting import load_counting


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
    """Lawful storey numbers, ascending: every whole one from the lowest type to the highest."""
    types = sorted(kind.storeys for kind in choices.housing.types)
    options = (_option(storeys, brief, choices, standard) for storeys in range(types[0], types[-1] + 1))
    return tuple(option for option in options if option is not None)


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
    """Rows of long slabs; of high-rise also of shorter ones so far apart that the sun passes between them."""
    housing, kind = choices.housing, housing_type(storeys, choices)
    height = fire_height_m(storeys, housing)
    high = is_high(height, choices)
    long = SlabManner(
        storeys=storeys,
        depth_m=kind.depth_m,
        length_max_m=kind.row_length_max_m,
        units_max=housing.units_max,
        gap_m=gable_gap_m(height, high, choices),
        kinds=kinds,
    )
    shorter = range(long.most_units - 1, long.fewest_units - 1, -1) if high else ()
    gaps = [(units, max(long.gap_m, round(housing.spaced_gap_share * units * long.unit_m, 1))) for units in shorter]
    return (long, *(replace(long, units_max=units, gap_m=gap) for units, gap in gaps))
