"""Rules that regional packs and scoring systems ask for, by the measure they take."""

from layoutgen.validator.rule import Rule
from layoutgen.validator.rules import (
    facility_activity_share,
    facility_area_per_households,
    facility_gate_road,
    facility_spread,
    homes_radius,
    places_count,
    refuge_per_person,
    walk_apart,
    walk_bus_distance,
)

RULES: dict[str, Rule] = {
    "facility.activity_share": facility_activity_share.check,
    "facility.area_per_households": facility_area_per_households.check,
    "facility.gate_road": facility_gate_road.check,
    "facility.spread": facility_spread.check,
    "homes.radius": homes_radius.check,
    "places.count": places_count.check,
    "refuge.per_person": refuge_per_person.check,
    "walk.apart": walk_apart.check,
    "walk.bus_distance": walk_bus_distance.check,
}
