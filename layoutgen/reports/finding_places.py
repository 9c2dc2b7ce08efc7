"""Where on a plan a finding is to be looked for: the line that was measured, or the things that it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from layoutgen.indicators.measured_lines import Shapes, measured_shapes
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding
from layoutgen.model.shapes_by_id import SITE_ID, WHOLE, shapes_by_id

OF_A_KIND = 3  # things that a finding about a kind points at; more of them are no place
LONGEST_M = 120.0  # a line that was measured and is a place
NEAR_M = 30.0  # things so near each other are one place
SHARE = 0.4  # of the site: what is larger is the whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Finds the places of findings on one plan."""

    site: BaseGeometry
    shapes: Mapping[str, tuple[BaseGeometry, ...]]
    measured: Shapes

    def of(self, finding: Finding, of: str) -> tuple[BaseGeometry, ...]:
        """Shapes to look at, in the plan's frame [m]; none where the finding is about the whole, or nothing of it is drawn.

        Parameters
        ----------
        of
            Kind that the clause speaks of.
        """
        ends = self.measured.line_of(finding, of)
        line = LineString() if ends is None else LineString([ends[:2], ends[2:]])
        if 0.0 < line.length <= LONGEST_M:
            return (line,)
        named = tuple(shape for shape in self._named(finding) if shape.area <= SHARE * self.site.area)
        return named or (() if finding.at is None else (Point(finding.at),))

    def _named(self, finding: Finding) -> tuple[BaseGeometry, ...]:
        """Things that the finding names itself, else those of its kind if they are few."""
        direct = [name for name in finding.subjects if name in self.shapes and name not in WHOLE]
        for pair in pairwise(finding.subjects):
            windows = self.measured.spoken.by_dwelling.get(pair, ())
            if windows:
                return tuple(self.shapes[name][0] for name in windows)
        if len(direct) > 1:
            direct = [name for name in direct if name not in self.measured.spoken.communities] or direct
        if direct:
            return self._together([self.shapes[name][0] for name in direct])
        ids = [name for name in self.measured.spoken.of(finding) if name in self.shapes]
        return () if len(ids) > OF_A_KIND or SITE_ID in ids else tuple(self.shapes[name][0] for name in ids)

    def _together(self, shapes: list[BaseGeometry]) -> tuple[BaseGeometry, ...]:
        """What two things share, or both where they are near each other, else the first."""
        first, *others = shapes
        if not others:
            return (first,)
        shared = first.intersection(others[0])
        if shared.area > 0.0:
            return (shared,)
        return (first, *(other for other in others if other.distance(first) <= NEAR_M))


def places_on(plan: Plan) -> Places:
    """Places of a plan."""
    return Places(site=plan.boundary, shapes=shapes_by_id(plan), measured=measured_shapes(plan))
