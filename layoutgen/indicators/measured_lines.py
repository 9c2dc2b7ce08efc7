"""Where on the plan a finding was measured: the line between two things whose distance it is, else the thing itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding
from layoutgen.model.shapes_by_id import SITE_ID, shapes_by_id
from layoutgen.model.spoken_of import SpokenOf, spoken_of

METRES = "m"
SHORTEST_M = 0.05  # a shorter line is not seen
Line = tuple[float, float, float, float]  # both ends [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """Shapes by id, and the edge of the site."""

    by_id: Mapping[str, BaseGeometry]  # of a way its outline
    site: BaseGeometry
    spoken: SpokenOf

    def line_of(self, finding: Finding, of: str) -> Line | None:
        """Line of a finding; None where none between the things that it may be about is so long.

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
                return x1, y1, x2, y2
        return None

    def place_of(self, finding: Finding, of: str) -> tuple[float, float] | None:
        """A point of what a finding is about: the middle of its line, else inside its first thing; None of the whole."""
        line = self.line_of(finding, of)
        if line is not None:
            x1, y1, x2, y2 = line
            return round((x1 + x2) / 2.0, 3), round((y1 + y2) / 2.0, 3)
        spoken = self.spoken.of(finding)
        named = [name for name in (*finding.subjects, *spoken) if name in spoken and name != SITE_ID]
        return _inside(self.by_id[named[0]]) if named else None

    def _pairs(self, finding: Finding, of: str) -> Iterator[tuple[BaseGeometry, BaseGeometry]]:
        """Two subjects; a subject and things of the kind; a subject and the red line."""
        here = [self.by_id[name] for name in finding.subjects if name in self.by_id]
        if not here:
            return
        yield from ((here[0], other) for other in here[1:])
        for kind in (of, *finding.subjects):
            for name in self.spoken.by_kind.get(kind, ()):
                if name in self.by_id and name not in finding.subjects:
                    yield here[-1], self.by_id[name]
        yield here[0], self.site


def measured_shapes(plan: Plan) -> Shapes:
    """Shapes of everything on a plan."""
    site = plan.boundary.exterior if isinstance(plan.boundary, Polygon) else plan.boundary.boundary
    spoken = spoken_of(plan)
    by_id = {name: shapes[0] for name, shapes in shapes_by_id(plan).items() if name in spoken.ids}
    return Shapes(by_id=by_id, site=site, spoken=spoken)


def _inside(shape: BaseGeometry) -> tuple[float, float]:
    point = shape.interpolate(0.5, normalized=True) if isinstance(shape, LineString) else shape.representative_point()
    return round(float(point.x), 3), round(float(point.y), 3)
