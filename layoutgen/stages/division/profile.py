"""How the land of a site is spread along one direction, and where roads cut it into even parts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

STEP_M = 4.0  # land is taken as even within a step
HALVINGS = 50

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """Area of a shape up to each place along an axis."""

    places: Floats  # ascending [m]
    areas: Floats  # of what lies before each place [m2]

    def upto(self, place: float) -> float:
        """Area before a place [m2]."""
        return float(np.interp(place, self.places, self.areas))

    def place_of(self, area_m2: float) -> float:
        """Return the place before which an area lies [m]."""
        return float(np.interp(area_m2, self.areas, self.places))


def profile_along(land: BaseGeometry, axis: int) -> Profile:
    """Profile of a shape along x (axis 0) or y (axis 1)."""
    bounds = np.reshape(land.bounds, (2, 2))
    low, high = bounds[:, axis]
    side_low, side_high = bounds[:, 1 - axis]
    places = np.linspace(low, high, max(int((high - low) / STEP_M), 1) + 1)
    before, after = places[:-1], places[1:]
    boxes = shapely.box(before, side_low, after, side_high) if axis == 0 else shapely.box(side_low, before, side_high, after)
    slices = shapely.area(shapely.intersection(land, boxes))
    return Profile(places=places, areas=np.concatenate([[0.0], np.cumsum(slices)]))


def even_cuts(profile: Profile, counts: Sequence[int], road_m: float) -> tuple[float, ...]:
    """Centres of roads that leave parts whose areas are as the counts, the roads' land taken off.

    Parameters
    ----------
    counts
        How many communities each part is to hold, in the order of the axis.
    road_m
        Width of a road. [m]
    """
    low, high = 0.0, float(profile.areas[-1]) / sum(counts)
    for _ in range(HALVINGS):
        each = (low + high) / 2.0
        cuts = _cuts(profile, counts, road_m, each)
        rest = profile.areas[-1] - profile.upto((cuts[-1] if cuts else profile.places[0]) + road_m / 2.0)
        if cuts and rest < counts[-1] * each:
            high = each
        else:
            low = each
    return _cuts(profile, counts, road_m, low)


def _cuts(profile: Profile, counts: Sequence[int], road_m: float, each_m2: float) -> tuple[float, ...]:
    cuts: list[float] = []
    before = 0.0
    for count in counts[:-1]:
        cut = profile.place_of(before + count * each_m2) + road_m / 2.0
        cuts.append(cut)
        before = profile.upto(cut + road_m / 2.0)
    return tuple(cuts)
