"""Rules of the sun and of fire, by the measure they take."""

from layoutgen.validator.rule import Rule
from layoutgen.validator.rules import sun_dwelling_hours, sun_playroom_hours

RULES: dict[str, Rule] = {
    "sun.dwelling_hours": sun_dwelling_hours.check,
    "sun.playroom_hours": sun_playroom_hours.check,
}
