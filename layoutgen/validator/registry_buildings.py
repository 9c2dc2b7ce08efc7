"""Rules of buildings, and of catering beside homes, by the measure they take."""

from layoutgen.validator.rule import Rule
from layoutgen.validator.rules import (
    building_height_gap,
    building_lifts,
    building_storey_height,
    catering_building,
    catering_floors,
    catering_flue,
    doors_per_unit,
)

RULES: dict[str, Rule] = {
    "building.height_gap": building_height_gap.check,
    "building.lifts": building_lifts.check,
    "building.storey_height": building_storey_height.check,
    "catering.building": catering_building.check,
    "catering.floors": catering_floors.check,
    "catering.flue": catering_flue.check,
    "doors.per_unit": doors_per_unit.check,
}
