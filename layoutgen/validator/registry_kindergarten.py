"""Rules of kindergartens and nurseries, by the measure they take."""

from layoutgen.validator.rule import Rule
from layoutgen.validator.rules import (
    facility_class_size,
    facility_ground_parts,
    facility_ground_sun_share,
    facility_ground_words,
    facility_group_sizes,
    facility_high_rise_exit,
    facility_independent,
    facility_places_per_1000,
    facility_track_length,
    facility_waiting_place,
    lot_green_ratio,
)

RULES: dict[str, Rule] = {
    "facility.class_size": facility_class_size.check,
    "facility.ground_parts": facility_ground_parts.check,
    "facility.ground_sun_share": facility_ground_sun_share.check,
    "facility.ground_words": facility_ground_words.check,
    "facility.group_sizes": facility_group_sizes.check,
    "facility.high_rise_exit": facility_high_rise_exit.check,
    "facility.independent": facility_independent.check,
    "facility.places_per_1000": facility_places_per_1000.check,
    "facility.track_length": facility_track_length.check,
    "facility.waiting_place": facility_waiting_place.check,
    "lot.green_ratio": lot_green_ratio.check,
}
