"""Reach of the facilities as shares of the dwellings: straight, on foot, and the most that the site's own ways allow."""

import numpy as np
from numpy.typing import NDArray

from layoutgen.geometry.covering import best_share
from layoutgen.model.plan import Plan
from layoutgen.standards.counting import load_counting
from layoutgen.validator.facilities import groups_by_lot, of_kind
from layoutgen.validator.service_radius import Homes, homes, straight_to, walked_to

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]


def reach_shares(plan: Plan) -> tuple[tuple[str, float], ...]:
    """Indicators ``reach.<kind>.straight_<m>``, ``walk_<m>`` and ``best_<m>``, 0…1; none where no dwelling door is drawn.

    ``best`` is what as many places as there are, put where they reach most, could have on foot; a garden with gates on
    several sides may have more than any one place.
    """
    found = homes(plan)
    if not found.names:
        return ()
    rows: list[tuple[str, float]] = []
    for kind, radius in load_counting().reach_m:
        places = len(groups_by_lot(plan, of_kind(plan, kind))) or 1
        walk = _share(found, walked_to(plan, found, kind) <= radius)
        shares = {
            "straight": _share(found, straight_to(plan, found, kind) <= radius),
            "walk": walk,
            "best": max(best_share(found.walks <= radius, found.dwellings, places), walk),
        }
        rows += [(f"reach.{kind}.{name}_{radius:g}", round(share, 4)) for name, share in shares.items()]
    return tuple(rows)


def _share(found: Homes, within: Booleans) -> float:
    return float(found.dwellings @ within) / max(float(found.dwellings.sum()), 1.0)
