"""Agreement with the second engine, quantity by quantity."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from layoutgen.jobs.validate import validate
from tests.second_engine.agreement import agreement
from tests.second_engine.drawing import read_drawing

WHY = {
    "floor area of a facility": "a part that sticks out of its building by no more than 1 mm counts whole for the judge",
    "green ratio": "round edges about walls are chords for the judge, arcs within 0.2 mm for the other",
    "walk from a door": "nodes within 5 cm are one for the judge, and an outline is reached 1 cm before it",
    "sun of a dwelling": "rays 10 s apart, every change of light hunted down to 1 ms; shorter spells are not seen",
    "sun of a playroom": "as of a dwelling",
    "sun of a dwelling, own declination and eye": "declination by definition, 0.002° lower; eye 2 cm off the wall, not 3",
    "sun of a playroom, own declination and eye": "as of a dwelling",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """How near two engines come in one quantity."""

    quantity: str
    unit: str
    drawings: int
    compared: int
    largest: float  # difference, in the unit
    of: float  # the judge's value where it is largest


def measured_twice(drawing: Path) -> list[tuple[str, str, float, float]]:
    """Quantity, unit, difference and the judge's value of everything that both engines measure on a drawing."""
    pairs = agreement(validate(drawing), read_drawing(drawing))
    return [(pair.quantity, pair.unit, pair.difference, pair.judge) for pair in pairs]


def agreed(measured: Iterable[list[tuple[str, str, float, float]]]) -> list[Agreed]:
    """All drawings together, in the order in which the quantities first come."""
    found: dict[str, Agreed] = {}
    for drawing in measured:
        seen: set[str] = set()
        for quantity, unit, difference, value in drawing:
            was = found.get(quantity) or Agreed(quantity=quantity, unit=unit, drawings=0, compared=0, largest=0.0, of=value)
            is_worse = difference > was.largest
            found[quantity] = Agreed(
                quantity=quantity,
                unit=unit,
                drawings=was.drawings + (quantity not in seen),
                compared=was.compared + 1,
                largest=difference if is_worse else was.largest,
                of=value if is_worse else was.of,
            )
            seen.add(quantity)
    return list(found.values())
