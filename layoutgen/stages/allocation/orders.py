"""Orders of lots side by side worth trying: the waste station at an end, service beside the garden."""

from collections.abc import Sequence
from itertools import pairwise, permutations

from layoutgen.model.kinds import LotKind
from layoutgen.stages.allocation.wishes import Wish


def orders_of(group: Sequence[Wish]) -> tuple[tuple[Wish, ...], ...]:
    """Sensible orders of a group along a side."""
    return tuple(order for order in permutations(group) if _is_sensible([wish.kind for wish in order]))


def _is_sensible(kinds: list[LotKind]) -> bool:
    waste, service, garden, utility = LotKind.WASTE_STATION, LotKind.SERVICE, LotKind.GARDEN, LotKind.UTILITY
    ends = (0, len(kinds) - 1)
    if waste in kinds and kinds.index(waste) not in ends:
        return False
    if utility in kinds and not (
        abs(kinds.index(utility) - kinds.index(waste)) == 1 if waste in kinds else kinds.index(utility) in ends
    ):
        return False
    if garden in kinds and service in kinds and abs(kinds.index(garden) - kinds.index(service)) > 1:
        return False
    apart = {LotKind.KINDERGARTEN, garden}
    return not any({a, b} & {waste} and {a, b} & apart for a, b in pairwise(kinds))
