"""Storey numbers of the blocks: the lowest few neighbouring ones with which all blocks together carry the floor area asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from layoutgen.stages.massing.storey_options import StoreyOption

SPAN = 3  # storeys by which blocks of a site may differ
OVERREACH = 1.25  # where all together carry too little, each is asked for so much more than the table gives it
OVERLOOKED = 0.7  # of what lower homes carry: a block where tall ones carry less lies in the sun window of another thing
SAME = 0.98  # of the most a block can carry: a lower number that carries so much is as good


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What every block shall have: its storey number, and the floor area that it is asked for."""

    options: Mapping[str, int]  # index by block
    asks_m2: Mapping[str, float]
    top: int  # index of the highest number allowed
    reach_m2: float  # what all blocks together are thought to carry


def choose_storeys(
    asked_m2: float,
    enough_m2: float,
    reaches: Mapping[str, Sequence[float]],
    options: Sequence[StoreyOption],
    first: int = 0,
) -> Choice:
    """Choose the lowest span of storey numbers that carries enough, else the one that carries most.

    Parameters
    ----------
    asked_m2
        What all blocks together are asked for. [m2]
    reaches
        Floor area by block and option, caps kept. [m2]
    first
        Index of the lowest top to try.
    """
    choices = [_within(top, asked_m2, reaches, options) for top in range(first, len(options))]
    enough = next((choice for choice in choices if choice.reach_m2 >= enough_m2), None)
    return enough or max(choices, key=lambda choice: (choice.reach_m2, -choice.top))


def _within(top: int, asked_m2: float, reaches: Mapping[str, Sequence[float]], options: Sequence[StoreyOption]) -> Choice:
    lowest = next(k for k in range(top + 1) if options[k].storeys >= options[top].storeys - SPAN)
    spans = {block: _span(found, lowest, top) for block, found in reaches.items()}
    most = {block: max(found[k] for k in spans[block]) for block, found in reaches.items()}
    total = sum(most.values())
    share = min(OVERREACH, asked_m2 / total) if total else 0.0
    taken = {
        block: next(k for k in spans[block] if found[k] >= most[block] * min(share, 1.0) * SAME)
        for block, found in reaches.items()
    }
    return Choice(options=taken, asks_m2={block: share * m2 for block, m2 in most.items()}, top=top, reach_m2=total)


def _span(found: Sequence[float], lowest: int, top: int) -> range:
    """Options that a block may have: those of the site, and lower ones where something in the north bears no taller homes."""
    is_overlooked = max(found[lowest : top + 1]) < OVERLOOKED * max(found[: top + 1])
    return range(0 if is_overlooked else lowest, top + 1)
