"""Central green 集中绿地 of each block, with the children's and elderly ground in its sunny part."""

from collections.abc import Sequence

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.placing import best_rectangle
from layoutgen.model.kinds import BuildingUse, GroundKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board, as_array, near
from layoutgen.stages.grounds.free_ground import Gaps, free_ground, nearest_to
from layoutgen.stages.grounds.paths import block_lines, join_on_foot, side_nearest
from layoutgen.stages.grounds.rings import Ring
from layoutgen.stages.grounds.sunny import sunny_part

PIECES_MAX = 6


def lay_central_greens(board: Board, rings: Sequence[Ring]) -> None:
    """Lay the central green of every block, joined to its ways."""
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        half = board.commission.choices.lanes.loop_width_m / 2.0
        inside = [ring.shape.buffer(-half, join_style="mitre") for ring in rings if ring.cell.block == block.id]
        cells = [cell.outline for cell in board.allocation.cells if cell.block == block.id]
        if board.households(block.id):
            _lay(board, block, inside or sorted(cells, key=lambda cell: cell.bounds))


def _lay(board: Board, block: Block, places: Sequence[BaseGeometry]) -> None:
    choices = board.commission.choices.grounds
    people = board.households(block.id) * board.commission.program.household_size
    need, laid = people * choices.central_green_m2, 0.0
    pieces = [piece for place in places for piece in _pieces(board, place)]
    sunny = [sunny_part(board, piece) for piece in pieces]
    order = sorted(range(len(pieces)), key=lambda n: (-(pieces[n].area + 2.0 * sunny[n].area), pieces[n].bounds))
    for n in order[:PIECES_MAX]:
        if laid >= need:
            break
        for ground in board.add_ground(GroundKind.CENTRAL_GREEN, pieces[n], block=block.id):
            _lay_play(board, block, ground.outline, sunny[n])
            _join(board, block, ground.outline)
            laid += ground.outline.area
    if laid < need:
        board.notes.append(f"block {block.id} has {laid:.0f} of {need:.0f} m2 of central green")


def _pieces(board: Board, place: BaseGeometry) -> list[Polygon]:
    """Open pieces of a place that are wide enough everywhere."""
    choices = board.commission.choices.grounds
    gaps = Gaps(wall_m=choices.central_green_wall_m, way_m=choices.central_green_way_m, path_m=0.0)
    free = free_ground(board, place, gaps)
    radius = choices.central_green_width_m / 2.0
    opened = free.buffer(-radius, join_style="mitre").buffer(radius, join_style="mitre")
    return [Polygon(p.exterior) for p in polygons(shapely.intersection(opened, free), radius * radius * 4.0) if not p.interiors]


def _lay_play(board: Board, block: Block, green: Polygon, sunny: BaseGeometry) -> None:
    """A play ground in the sunny part, off the facades; once in each piece of green."""
    choices = board.commission.choices.grounds
    homes = as_array(b.footprint for b in board.massing.buildings if b.use is BuildingUse.DWELLING)
    azimuth = board.massing.rows[0].azimuth_deg if board.massing.rows else board.structure.azimuth_deg
    for place in (sunny, green):
        for share in (1.0, 0.75, 0.5):
            close = near(homes, place, choices.quiet_m)
            quiet = shapely.difference(place, shapely.union_all(close).buffer(choices.quiet_m)) if len(close) else place
            inner = quiet.intersection(green.buffer(-1.0))
            length = (choices.play_ground_m2 * share * 1.4) ** 0.5
            middle = place.representative_point() if inner.is_empty else inner.centroid
            spot = best_rectangle(inner, azimuth, (length, length / 1.4), nearest_to(middle, azimuth))
            if spot is not None:
                board.add_ground(GroundKind.PLAY_GROUND, spot, block=block.id, equipment="play,seats")
                _path_to_play(board, block, spot)
                return


def _path_to_play(board: Board, block: Block, play: Polygon) -> None:
    """A path over the green to the play ground."""
    lines = block_lines(board, block.id)
    join_on_foot(board, side_nearest(play, lines), lines, block.id)


def _join(board: Board, block: Block, green: Polygon) -> None:
    lines = block_lines(board, block.id)
    if lines and not any(line.distance(green) < board.commission.choices.lanes.path_width_m for line in lines):
        join_on_foot(board, nearest_points(green.exterior, shapely.union_all(lines))[0], lines, block.id)
