"""Faults of the drawing itself: what the drawing pack asks (drawing.*)."""

from random import Random

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, Fault, above, below

LEAST_PEOPLE = 0.98  # house.md §1: houses at least 98 % of the people stated
FLOOR_AREA_OFF = 0.01  # docs/drawing.md: a label's figure is within 1 %


def _people_drawn(edit: Edit) -> float:
    return sum(one.dwellings for one in edit.things("building.dwelling")) * edit.number("household_size")


def without_a_block_of_homes(edit: Edit, rng: Random) -> Breach:
    """Take the dwelling buildings of one block away."""
    block = pick(edit, rng, "block", where=lambda b: bool(edit.of(b.id, "block", "building.dwelling")))
    for building in edit.of(block.id, "block", "building.dwelling"):
        edit.delete(building, *edit.parts(building))
    return below("people housed of those stated", _people_drawn(edit) / edit.number("people"), LEAST_PEOPLE)


def floor_area_overstated(edit: Edit, rng: Random) -> Breach:
    """Say a tenth more floor area than is drawn."""
    building = pick(edit, rng, "building.")
    building.set_floor_area(building.floor_area_m2 * 1.1)
    ratio = building.floor_area_m2 / (building.polygon.area * building.storeys)
    return above("floor area said of that drawn", ratio, 1.0 + FLOOR_AREA_OFF, building.id)


FAULTS = (
    Fault(
        name="a block without its homes", measure="drawing.people", expects=("drawing.people",), plant=without_a_block_of_homes
    ),
    Fault(
        name="a label that says too much floor area",
        measure="drawing.floor_area",
        expects=("drawing.floor_area",),
        plant=floor_area_overstated,
    ),
)
