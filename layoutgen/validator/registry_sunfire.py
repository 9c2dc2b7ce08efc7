"""Rules of the sun and of fire, by the measure they take."""

from layoutgen.validator.rule import Rule

RULES: dict[str, Rule] = {}
