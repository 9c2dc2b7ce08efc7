"""How far slabs keep from each other and from what stands already."""

from layoutgen.model.choices import Choices

SETBACK_LOW_TO_M = 24.0  # the choices' bands of height: low up to this, middle up to the next [m]
SETBACK_MIDDLE_TO_M = 50.0
HIGH_PUBLIC_M = 24.0  # any other building above this is high-rise (GB 50016 table 5.1.1)
ROOM_M = 0.5  # air between the rescue ground and what stands beyond it [m]


def is_high(fire_height_m: float, choices: Choices) -> bool:
    """Whether a dwelling building is high-rise."""
    return fire_height_m > choices.grounds.high_rise_m


def gable_gap_m(fire_height_m: float, other_is_high: bool, choices: Choices) -> float:
    """Least distance of a slab to another building, by the heights of both [m]."""
    high = is_high(fire_height_m, choices)
    if high and other_is_high:
        return choices.housing.gable_gap_high_m
    if high or other_is_high:
        return choices.housing.gable_gap_mixed_m
    return choices.housing.gable_gap_low_m


def north_clear_m(fire_height_m: float, choices: Choices) -> float:
    """Ground north of a slab that must lie free inside its cell: the access lane; of a high-rise its whole clear side [m]."""
    if is_high(fire_height_m, choices):
        return max(choices.grounds.clear_side_m, rescue_m(choices))
    return choices.lanes.lane_to_wall_m + choices.lanes.lane_width_m


def rescue_m(choices: Choices) -> float:
    """From a wall to the far edge of its rescue ground, with a little air [m]."""
    return choices.lanes.lane_to_wall_m + choices.grounds.fire_ground_depth_m + ROOM_M


def row_gap_m(fire_height_m: float, choices: Choices) -> float:
    """Least distance from a row's north walls to the south walls of the row before it [m]."""
    lanes = choices.lanes
    ways = lanes.lane_to_wall_m + lanes.lane_width_m + lanes.lane_to_wall_m
    return max(ways, north_clear_m(fire_height_m, choices), choices.housing.facing_gap_m)
