"""Rules of parking, accessibility and sports courts, by the measure they take."""

from layoutgen.validator.rule import Rule
from layoutgen.validator.rules import (
    courts_axis,
    courts_buffer,
    courts_size,
    doors_clear_depth,
    garage_area_per_stall,
    garage_inset,
    garage_ramps,
    garage_reach,
    garage_under,
    homes_accessible,
    ramps_facing,
    ramps_grade,
    ramps_width,
    stalls_aisle,
    stalls_reachable,
    stalls_size,
    stalls_step_free,
)

RULES: dict[str, Rule] = {
    "courts.axis": courts_axis.check,
    "courts.buffer": courts_buffer.check,
    "courts.size": courts_size.check,
    "doors.clear_depth": doors_clear_depth.check,
    "garage.area_per_stall": garage_area_per_stall.check,
    "garage.inset": garage_inset.check,
    "garage.ramps": garage_ramps.check,
    "garage.reach": garage_reach.check,
    "garage.under": garage_under.check,
    "homes.accessible": homes_accessible.check,
    "ramps.facing": ramps_facing.check,
    "ramps.grade": ramps_grade.check,
    "ramps.width": ramps_width.check,
    "stalls.aisle": stalls_aisle.check,
    "stalls.reachable": stalls_reachable.check,
    "stalls.size": stalls_size.check,
    "stalls.step_free": stalls_step_free.check,
}
