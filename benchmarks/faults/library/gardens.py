"""Faults of the public garden (garden.*)."""

from random import Random

from benchmarks.faults.builders import area_of, relabel, shrink_to
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, Fault, below

SPORT_SHARE = 0.10  # CRC-15: 10 to 15 % of the garden is sports ground


def shrunken_sports_ground(edit: Edit, _: Random) -> Breach:
    """Leave six hundredths of the garden to sport."""
    garden = edit.some("lot.garden")[0]
    edit.delete(*edit.things("ground.court"))
    ground = edit.some("ground.sports_ground")[0]
    area = shrink_to(ground, 0.06 * garden.polygon.area)
    return below("sports ground of the garden", area / area_of(garden.points), SPORT_SHARE)


FAULTS = (
    Fault(
        name="a garden that is not open",
        measure="garden.open",
        expects=("CRC-15.open",),
        plant=relabel("lot.garden", "is_open", "no", "yes"),
    ),
    Fault(
        name="a sports ground too small for the garden",
        measure="garden.sport_share",
        expects=("CRC-15.sport.min", "GB180-4.0.4.c"),
        plant=shrunken_sports_ground,
    ),
)
