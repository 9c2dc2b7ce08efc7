"""Rules of people, facilities and the drawing itself, by the measure they take."""

from layoutgen.validator.rule import Rule

RULES: dict[str, Rule] = {}
