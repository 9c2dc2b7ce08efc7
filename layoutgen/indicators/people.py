"""People: dwellings drawn, and the people that live in them."""

from layoutgen.indicators.land import buildings_of
from layoutgen.model.plan import Block, Plan


def dwellings_drawn(plan: Plan) -> int:
    """Dwellings of the whole plan, as labelled on the buildings."""
    return sum(building.dwellings for building in plan.buildings)


def people_drawn(plan: Plan) -> float:
    """People of the dwellings drawn, by the household size on the drawing."""
    return dwellings_drawn(plan) * plan.facts.household_size


def block_dwellings(plan: Plan, block: Block) -> int:
    """Dwellings in the buildings of a block."""
    return sum(building.dwellings for building in buildings_of(plan, block))


def block_people(plan: Plan, block: Block) -> float:
    """People of a block: its dwellings times the household size."""
    return block_dwellings(plan, block) * plan.facts.household_size
