"""The line that was measured: drawn only where the distance between two drawn things is what the judge measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.layers import Profile
from layoutgen.drawings.things import things_of
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding
from layoutgen.model.spoken_of import SpokenOf

METRES = "m"
SHORTEST_M = 0.05  # a shorter line is not seen

Line = tuple[float, float, float, float]  # both ends, y to the south as in a picture [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """Shapes by id, and the edge of the site."""

    by_id: Mapping[str, BaseGeometry]
    site: BaseGeometry
    drawn: SpokenOf

    def line_of(self, finding: Finding, of: str) -> Line | None:
        """Line of a finding in metres; None where none between the things that it may be about is so long.

        Parameters
        ----------
        of
            Kind that the clause speaks of: the nearest of it may be the other end.
        """
        measured = finding.measured
        if finding.limit.unit != METRES or isinstance(measured, (tuple, bool)) or measured is None or measured < SHORTEST_M:
            return None
        for one, other in self._pairs(finding, of):
            if abs(one.distance(other) - measured) <= LENGTH_EPS_M:
                (x1, y1), (x2, y2) = shapely.get_coordinates(shapely.shortest_line(one, other)).round(3).tolist()
                return x1, -y1, x2, -y2
        return None

    def _pairs(self, finding: Finding, of: str) -> Iterator[tuple[BaseGeometry, BaseGeometry]]:
        """Two subjects; a subject and things of the kind; a subject and the red line."""
        here = [self.by_id[name] for name in finding.subjects if name in self.by_id]
        if not here:
            return
        yield from ((here[0], other) for other in here[1:])
        for kind in (of, *finding.subjects):
            for name in self.drawn.by_kind.get(kind, ()):
                if name in self.by_id and name not in finding.subjects:
                    yield here[-1], self.by_id[name]
        yield here[0], self.site


def shapes_of(plan: Plan, profile: Profile, drawn: SpokenOf) -> Shapes:
    """Shapes of everything drawn; of a way its outline."""
    by_id: dict[str, BaseGeometry] = {}
    for thing in things_of(plan, profile):
        by_id.setdefault(thing.label.id, thing.shape)
    site = plan.boundary.exterior if isinstance(plan.boundary, Polygon) else plan.boundary.boundary
    return Shapes(by_id=by_id, site=site, drawn=drawn)
