"""Rules of land, green, streets, parking and walking, by the measure they take."""

from layoutgen.validator.rule import Rule

RULES: dict[str, Rule] = {}
