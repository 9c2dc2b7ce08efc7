"""Storey numbers of the blocks: the lowest few neighbouring ones with which all blocks together carry the floor area asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from layoutgen.stages.massing.storey_options import StoreyOption

SPAN = 3  # storeys by which blocks of a site may differ
SAME = 0.98  # of the most a block can carry: a lower number that carries so much is as good


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What every block shall have: its storey number, and the floor area that it is asked for."""

    options: Mapping[str, int]  # index by block
    asks_m2: Mapping[str, float]
    top: int  # index of the highest number allowed
    reach_m2: float  # what all blocks together are thought to carry


def choose_storeys(
    need_m2: float,
    reaches: Mapping[str, Sequence[float]],
    options: Sequence[StoreyOption],
    over: float,
    first: int = 0,
    trust: float = 1.0,
) -> Choice:
    """Choose the lowest span of storey numbers that carries the need, else the one that carries most.

    Parameters
    ----------
    reaches
        Floor area by block and option, caps kept. [m2]
    over
        Share of the need that is asked for besides.
    first
        Index of the lowest top to try.
    trust
        Share of the reach that is counted on.
    """
    asked = need_m2 * (1.0 + over) / trust
    choices = [_within(top, asked, reaches, options) for top in range(first, len(options))]
    enough = next((choice for choice in choices if choice.reach_m2 * trust >= need_m2), None)
    return enough or max(choices, key=lambda choice: (choice.reach_m2, -choice.top))


def _within(top: int, asked_m2: float, reaches: Mapping[str, Sequence[float]], options: Sequence[StoreyOption]) -> Choice:
    span = [k for k in range(top + 1) if options[k].storeys >= options[top].storeys - SPAN]
    most = {block: max(found[k] for k in span) for block, found in reaches.items()}
    total = sum(most.values())
    share = min(1.0, asked_m2 / total) if total else 0.0
    taken = {block: next(k for k in span if found[k] >= most[block] * share * SAME) for block, found in reaches.items()}
    return Choice(options=taken, asks_m2={block: share * m2 for block, m2 in most.items()}, top=top, reach_m2=total)
