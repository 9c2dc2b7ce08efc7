"""Where on a plan a finding is to be looked for: the line that was measured, or the things that it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.layers import load_profile
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding
from layoutgen.model.shapes_by_id import WHOLE, shapes_by_id
from layoutgen.model.spoken_of import SpokenOf, spoken_of
from layoutgen.reports.html.measured_lines import Shapes, shapes_of

OF_A_KIND = 3  # things that a finding about a kind points at; more of them are no place
LONGEST_M = 120.0  # a line that was measured and is a place
NEAR_M = 30.0  # things so near each other are one place
SHARE = 0.4  # of the site: what is larger is the whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Finds the places of findings on one plan."""

    site: BaseGeometry
    shapes: Mapping[str, tuple[BaseGeometry, ...]]
    spoken: SpokenOf
    lines: Shapes

    def of(self, finding: Finding, of: str) -> tuple[BaseGeometry, ...]:
        """Shapes to look at, in the plan's frame [m]; none where the finding is about the whole, or nothing of it is drawn.

        Parameters
        ----------
        of
            Kind that the clause speaks of.
        """
        line = self.lines.line_of(finding, of)
        if line is not None:
            west, north, east, south = line
            measured = LineString([(west, -north), (east, -south)])
            if measured.length <= LONGEST_M:
                return (measured,)
        named = self._named(finding)
        return tuple(shape for shape in named if shape.area <= SHARE * self.site.area)

    def _named(self, finding: Finding) -> tuple[BaseGeometry, ...]:
        """Things that the finding names itself, else those of its kind if they are few."""
        direct = [name for name in finding.subjects if name in self.shapes and name not in WHOLE]
        for pair in pairwise(finding.subjects):
            windows = self.spoken.by_dwelling.get(pair, ())
            if windows:
                return tuple(self.shapes[name][0] for name in windows)
        if len(direct) > 1:
            direct = [name for name in direct if name not in self.spoken.communities] or direct
        if direct:
            return self._together([self.shapes[name][0] for name in direct])
        ids = [name for name in self.spoken.of(finding) if name in self.shapes]
        is_of_site = any(name in WHOLE for name in finding.subjects)
        return () if is_of_site or len(ids) > OF_A_KIND else tuple(self.shapes[name][0] for name in ids)

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
    spoken = spoken_of(plan)
    return Places(
        site=plan.boundary,
        shapes=shapes_by_id(plan),
        spoken=spoken,
        lines=shapes_of(plan, load_profile(), spoken),
    )
