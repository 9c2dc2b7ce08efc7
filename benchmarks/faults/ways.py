"""The ways to break one rule, each with its name, as faults."""

from collections.abc import Mapping

from benchmarks.faults.fault import Fault, Plant

USUAL = ("usual",)


def ways_to_break(
    measure: str, expects: tuple[str, ...], ways: Mapping[str, Plant], turns: str = "fail", drawings: tuple[str, ...] = USUAL
) -> tuple[Fault, ...]:
    """Faults of one rule that the same clauses must see."""
    return tuple(
        Fault(name=name, measure=measure, expects=expects, plant=plant, turns=(turns,), drawings=drawings)
        for name, plant in ways.items()
    )
