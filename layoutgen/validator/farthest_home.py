"""The farthest home from each kind of thing, on the walking network."""

import math
from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.off_site import supplied
from layoutgen.validator.service_radius import homes, walked_to


def farthest_homes(plan: Plan, clause: Clause, metres_per_unit: float) -> Iterator[Finding | Inapplicable]:
    """Finding for each of the clause's ``kinds``: the longest walk, and the share of doors within the limit.

    A kind that no way joins to some home is None: nothing could be measured there.
    """
    found = homes(plan)
    for kind in clause.words("kinds"):
        away = supplied(plan, kind)
        metric = walked_to(plan, found, kind) / metres_per_unit
        walks = list(zip(found.names, metric.tolist(), strict=True))
        if not walks:
            yield Inapplicable(reason="no dwelling door drawn")
            return
        within = sum(clause.bound.met_by(walk) for _, walk in walks) / len(walks)
        door, longest = max(walks, key=lambda walk: (walk[1], walk[0]))
        is_reached = math.isfinite(longest)
        yield Finding(
            subjects=(kind, door),
            measured=longest if is_reached else None,
            limit=clause.bound,
            is_off_site=bool(away),
            note=f"{within:.1%} of the doors within" if is_reached else "not drawn, or not joined to every home",
        )
