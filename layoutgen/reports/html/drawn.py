"""What of the drawing a finding speaks of: the things that light up when it is looked at."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, pairwise

from layoutgen.drawings.sheet import Sheet
from layoutgen.drawings.things import SITE_ID
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding

WHOLE = ("site", "people", "drawing")  # subjects that stand for the site as a whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Ids on the drawing, and what the other names of findings stand for."""

    ids: frozenset[str]
    by_kind: Mapping[str, tuple[str, ...]]
    by_dwelling: Mapping[tuple[str, str], tuple[str, ...]]  # building and dwelling -> windows
    communities: frozenset[str]

    def of(self, finding: Finding) -> tuple[str, ...]:
        """Ids of the things that a finding is about, sorted."""
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


def drawn_on(plan: Plan, sheet: Sheet) -> Drawn:
    """What can light up on a sheet of a plan."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    kinds = chain(
        ((one.kind.value, one.id) for one in plan.facilities),
        ((one.kind.value, one.id) for one in plan.lots),
        ((one.kind.value, one.id) for one in plan.grounds),
        ((one.kind.value, one.id) for one in plan.spots),
    )
    for kind, name in kinds:
        by_kind[kind].append(name)
    by_dwelling: dict[tuple[str, str], list[str]] = defaultdict(list)
    for window in plan.windows:
        by_dwelling[window.building, window.dwelling].append(window.id)
    return Drawn(
        ids=frozenset(
            chain((o.id for o in sheet.outlines), (line.id for line in sheet.lines), (mark.id for mark in sheet.points))
        ),
        by_kind={**{kind: tuple(ids) for kind, ids in by_kind.items()}, **dict.fromkeys(WHOLE, (SITE_ID,))},
        by_dwelling={pair: tuple(ids) for pair, ids in by_dwelling.items()},
        communities=frozenset(community.id for community in plan.communities),
    )
