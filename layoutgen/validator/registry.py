"""Every measure and its rule, from the tables written by hand."""

from collections.abc import Iterable, Mapping

from layoutgen.validator.registry_buildings import RULES as BUILDINGS
from layoutgen.validator.registry_circle import RULES as CIRCLE
from layoutgen.validator.registry_fire import RULES as FIRE
from layoutgen.validator.registry_ground import RULES as GROUND
from layoutgen.validator.registry_kindergarten import RULES as KINDERGARTEN
from layoutgen.validator.registry_parking import RULES as PARKING
from layoutgen.validator.registry_regional import RULES as REGIONAL
from layoutgen.validator.registry_scale import RULES as SCALE
from layoutgen.validator.registry_services import RULES as SERVICES
from layoutgen.validator.registry_sunfire import RULES as SUN_AND_FIRE
from layoutgen.validator.registry_ways import RULES as WAYS
from layoutgen.validator.rule import Rule


def merge_rules(tables: Iterable[Mapping[str, Rule]]) -> dict[str, Rule]:
    """One table of several.

    Raises
    ------
    ValueError
        If two tables have a rule for one measure.
    """
    merged: dict[str, Rule] = {}
    for table in tables:
        twice = sorted(merged.keys() & table.keys())
        if twice:
            raise ValueError(f"two rules for one measure: {', '.join(twice)}")
        merged.update(table)
    return dict(sorted(merged.items()))


RULES = merge_rules(
    (
        CIRCLE,
        BUILDINGS,
        FIRE,
        GROUND,
        KINDERGARTEN,
        PARKING,
        REGIONAL,
        SCALE,
        SERVICES,
        SUN_AND_FIRE,
        WAYS,
    )
)
