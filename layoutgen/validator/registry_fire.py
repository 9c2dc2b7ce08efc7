"""Rules of fire beyond single lanes and grounds, by the measure they take."""

from layoutgen.validator.rule import Rule
from layoutgen.validator.rules import (
    fire_courtyard_lane,
    fire_ground_grade,
    fire_ground_podium,
    fire_ground_split,
    fire_lane_spacing,
    fire_lane_two_sides,
    fire_loop_joints,
    fire_shed_gap,
    fire_stall_group_gap,
    fire_stall_group_size,
    fire_through_lane,
    fire_turning_radius,
    fire_waste_station_gap,
)

RULES: dict[str, Rule] = {
    "fire.courtyard_lane": fire_courtyard_lane.check,
    "fire.ground_grade": fire_ground_grade.check,
    "fire.ground_podium": fire_ground_podium.check,
    "fire.ground_split": fire_ground_split.check,
    "fire.lane_spacing": fire_lane_spacing.check,
    "fire.lane_two_sides": fire_lane_two_sides.check,
    "fire.loop_joints": fire_loop_joints.check,
    "fire.shed_gap": fire_shed_gap.check,
    "fire.stall_group_gap": fire_stall_group_gap.check,
    "fire.stall_group_size": fire_stall_group_size.check,
    "fire.through_lane": fire_through_lane.check,
    "fire.turning_radius": fire_turning_radius.check,
    "fire.waste_station_gap": fire_waste_station_gap.check,
}
