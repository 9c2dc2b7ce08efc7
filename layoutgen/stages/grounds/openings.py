"""Places on the frontages of a cell where its loop may be joined to a road by a short straight stub."""

from dataclasses import dataclass

from shapely.geometry import Point

from layoutgen.model.kinds import SpotKind, WayKind
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.frontage import Frontage, find_frontages
from layoutgen.stages.grounds.gate_clearances import is_off_crossings
from layoutgen.stages.grounds.rings import Ring

SKEW = 0.26  # a stub within 15 degrees of the square is square [sine]
BESIDE_M = 1.0  # a gate this near to a frontage stands on it [m]
OVER_M = 2.0  # and one that is farther off by less than this than the street is wide stands across [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A place where a loop may be joined to a road."""

    frontage: Frontage
    gate: Point  # on the block's edge
    inner: Point  # on the loop's centre line
    middle: float  # how far from the frontage's middle, as a share of its half length
    is_off_crossings: bool  # far enough from where other roads meet an arterial

    @property
    def is_square(self) -> bool:
        """Whether the stub leaves the frontage squarely: one that ends in the bend of a loop does not."""
        (x0, y0), (x1, y1) = self.frontage.line.coords[0], self.frontage.line.coords[-1]
        stub = (self.inner.x - self.gate.x, self.inner.y - self.gate.y)
        along = abs(stub[0] * (x1 - x0) + stub[1] * (y1 - y0))
        return along <= SKEW * self.frontage.line.length * self.gate.distance(self.inner)


def openings(board: Board, ring: Ring, pitch_m: float, *, is_attached: bool) -> list[Opening]:
    """Every place on the cell's frontages from which a short straight stub reaches the loop."""
    lanes = board.commission.choices.lanes
    reach = lanes.verge_m + lanes.loop_width_m
    found: list[Opening] = []
    for frontage in find_frontages(board, ring.cell.outline):
        if (frontage.street is not None and frontage.street.kind is WayKind.ATTACHED) != is_attached:
            continue
        margin = 2.0 * lanes.loop_width_m
        for gate in (*frontage.points(margin, pitch_m), *_across(board, frontage, margin)):
            inner = ring.shape.exterior.interpolate(ring.shape.exterior.project(gate))
            if gate.distance(inner) > reach:
                continue
            half = frontage.line.length / 2.0
            middle = abs(frontage.line.project(gate) - half) / half
            is_off = is_attached or is_off_crossings(board, gate)
            found.append(Opening(frontage=frontage, gate=gate, inner=inner, middle=middle, is_off_crossings=is_off))
    return found


def _across(board: Board, frontage: Frontage, margin_m: float) -> list[Point]:
    """Places right across the street from the gates of other blocks."""
    if frontage.street is None:
        return []
    width = 2.0 * frontage.line.interpolate(0.5, normalized=True).distance(frontage.street.centre)
    found: list[Point] = []
    for spot in board.spots:
        if spot.kind not in (SpotKind.VEHICLE_GATE, SpotKind.PEDESTRIAN_GATE):
            continue
        along = float(frontage.line.project(spot.point))
        gap = float(frontage.line.distance(spot.point))
        if BESIDE_M < gap < width + OVER_M and margin_m <= along <= frontage.line.length - margin_m:
            found.append(frontage.line.interpolate(along))
    return found
