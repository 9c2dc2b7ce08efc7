"""Faults of the blocks (block.*)."""

from random import Random

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, Fault, above

HIGHEST_M = 80.0  # GB 50180 4.0.2: no new dwelling building above 80 m


def above_eighty_metres(edit: Edit, rng: Random) -> Breach:
    """Raise one dwelling building to 28 storeys."""
    building = pick(edit, rng, "building.dwelling")
    building.set_storeys(28)
    building.set_heights(85.5, 84.0, 85.8)
    building.set_floor_area(building.polygon.area * 28)
    return above("planning height [m]", building.heights[0], HIGHEST_M)


FAULTS = (Fault(name="a tower above 80 m", measure="block.height", expects=("GB180-4.0.2.height",), plant=above_eighty_metres),)
