"""What on a plan a finding speaks of: the ids behind its subjects, be they kinds, dwellings, communities or the whole."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from layoutgen.model.plan import Facility, Ground, Lot, Plan, Spot
from layoutgen.model.report import Finding
from layoutgen.model.shapes_by_id import SITE_ID, WHOLE, keep_out_id, shapes_by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenOf:
    """Ids on a plan, and what the other names of findings stand for."""

    ids: frozenset[str]
    by_kind: Mapping[str, tuple[str, ...]]
    by_dwelling: Mapping[tuple[str, str], tuple[str, ...]]  # building and dwelling -> windows
    communities: frozenset[str]

    def of(self, finding: Finding) -> tuple[str, ...]:
        """Ids of the things that a finding is about, sorted; none where nothing of it is drawn."""
        subjects = finding.subjects
        found = {name for name in subjects if name in self.ids}
        for pair in pairwise(subjects):
            found.update(self.by_dwelling.get(pair, ()))
        community = self._community(subjects)
        if len(found) > 1:
            found.discard(community)
        for name in subjects:
            found.update(one for one in self.by_kind.get(name, ()) if not community or one.startswith(f"{community}-"))
        return tuple(sorted(found))

    def _community(self, subjects: tuple[str, ...]) -> str:
        """Community of a divided site in which all subjects lie; "" where none says it."""
        said = {name.partition("-")[0] for name in subjects} & self.communities
        return next(iter(said)) if len(said) == 1 else ""


def spoken_of(plan: Plan) -> SpokenOf:
    """What the findings of a plan can be about."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    things: tuple[Facility | Lot | Ground | Spot, ...] = (*plan.facilities, *plan.lots, *plan.grounds, *plan.spots)
    for one in things:
        by_kind[one.kind.value].append(one.id)
    by_dwelling: dict[tuple[str, str], list[str]] = defaultdict(list)
    for window in plan.windows:
        by_dwelling[window.building, window.dwelling].append(window.id)
    kept = {f"keep-out {number}": (keep_out_id(number),) for number, _ in enumerate(plan.keep_outs, start=1)}
    return SpokenOf(
        ids=frozenset(shapes_by_id(plan).keys() - set(WHOLE)),
        by_kind={**{kind: tuple(ids) for kind, ids in by_kind.items()}, **kept, **dict.fromkeys(WHOLE, (SITE_ID,))},
        by_dwelling={pair: tuple(ids) for pair, ids in by_dwelling.items()},
        communities=frozenset(community.id for community in plan.communities),
    )
