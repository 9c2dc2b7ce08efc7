"""Rules of the sun and of fire, by the measure they take."""

from layoutgen.validator.rule import Rule
from layoutgen.validator.rules import (
    fire_dead_end,
    fire_gap,
    fire_ground_distance,
    fire_ground_door,
    fire_ground_free,
    fire_ground_length,
    fire_ground_size,
    fire_lane_gap,
    fire_lane_present,
    fire_lane_rescue_side,
    fire_lane_side,
    fire_lane_width,
    fire_stall_gap,
    sun_dwelling_hours,
    sun_neighbour_hours,
    sun_playroom_hours,
)

RULES: dict[str, Rule] = {
    "fire.dead_end": fire_dead_end.check,
    "fire.gap": fire_gap.check,
    "fire.ground_distance": fire_ground_distance.check,
    "fire.ground_door": fire_ground_door.check,
    "fire.ground_free": fire_ground_free.check,
    "fire.ground_length": fire_ground_length.check,
    "fire.ground_size": fire_ground_size.check,
    "fire.lane_gap": fire_lane_gap.check,
    "fire.lane_present": fire_lane_present.check,
    "fire.lane_rescue_side": fire_lane_rescue_side.check,
    "fire.lane_side": fire_lane_side.check,
    "fire.lane_width": fire_lane_width.check,
    "fire.stall_gap": fire_stall_gap.check,
    "sun.dwelling_hours": sun_dwelling_hours.check,
    "sun.neighbour_hours": sun_neighbour_hours.check,
    "sun.playroom_hours": sun_playroom_hours.check,
}
