"""Rules of roads, gates and ramps, by the measure they take."""

from layoutgen.validator.rule import Rule
from layoutgen.validator.rules import (
    doors_motor_reach,
    gates_apart,
    gates_away,
    gates_per_block,
    gates_walk_spacing,
    gates_width,
    ramps_buffer,
    site_access_road,
    stalls_exits,
    streets_density,
    streets_footway,
    streets_spacing,
    ways_dead_end,
    ways_width,
)

RULES: dict[str, Rule] = {
    "doors.motor_reach": doors_motor_reach.check,
    "gates.apart": gates_apart.check,
    "gates.away": gates_away.check,
    "gates.per_block": gates_per_block.check,
    "gates.walk_spacing": gates_walk_spacing.check,
    "gates.width": gates_width.check,
    "ramps.buffer": ramps_buffer.check,
    "site.access_road": site_access_road.check,
    "stalls.exits": stalls_exits.check,
    "streets.density": streets_density.check,
    "streets.footway": streets_footway.check,
    "streets.spacing": streets_spacing.check,
    "ways.dead_end": ways_dead_end.check,
    "ways.width": ways_width.check,
}
