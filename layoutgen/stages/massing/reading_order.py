"""The order in which slabs are numbered: group by group, line by line from the north, along each line from the west."""

from collections.abc import Sequence
from math import cos, radians, sin

from layoutgen.model.stages import Cell
from layoutgen.stages.massing.rows_of_slabs import RowPlan

SAME_LINE = 0.5  # of a slab's depth, or of a cell's: what lies nearer on the way south is on one line

Place = tuple[float, float]  # along the line to the east, across it to the south [m]


def in_reading_order(plans: Sequence[RowPlan], cells: Sequence[Cell]) -> tuple[RowPlan, ...]:
    """Rows sorted by block as they come; in each block by cell, line and place, from the north-west to the south-east."""
    by_id = {cell.id: cell for cell in cells}
    found: list[RowPlan] = []
    for block in dict.fromkeys(plan.block for plan in plans):
        groups = [by_id[name] for name in dict.fromkeys(plan.cell for plan in plans if plan.block == block)]
        for n in _read([_cell_place(cell) for cell in groups], [_cell_depth_m(cell) for cell in groups]):
            own = [plan for plan in plans if plan.cell == groups[n].id]
            turn = min((plan.azimuth_deg for plan in own), key=abs)
            found.extend(own[k] for k in _read([_row_place(plan, turn) for plan in own], [plan.depth_m for plan in own]))
    return tuple(found)


def _read(places: Sequence[Place], depths_m: Sequence[float]) -> list[int]:
    """Numbers of things line by line: one that begins not much further south than the first of a line stands on it."""
    lines: list[list[int]] = []
    for k in sorted(range(len(places)), key=lambda k: (places[k][1], places[k][0], k)):
        first = lines[-1][0] if lines else None
        if first is not None and places[k][1] - places[first][1] <= SAME_LINE * depths_m[first]:
            lines[-1].append(k)
        else:
            lines.append([k])
    return [k for line in lines for k in sorted(line, key=lambda k: (places[k][0], k))]


def _cell_place(cell: Cell) -> Place:
    return cell.outline.bounds[0], -cell.outline.bounds[3]


def _cell_depth_m(cell: Cell) -> float:
    return cell.outline.bounds[3] - cell.outline.bounds[1]


def _row_place(plan: RowPlan, azimuth_deg: float) -> Place:
    """North-west end of a row in the frame of its cell's lines."""
    turn = radians(plan.azimuth_deg - azimuth_deg)
    west, east = plan.slabs[0].west_m, plan.east_m(plan.slabs[-1])
    corners = [(x, y) for x in (west, east) for y in (plan.north_m - plan.depth_m, plan.north_m)]
    xs = [x * cos(turn) - y * sin(turn) for x, y in corners]
    ys = [x * sin(turn) + y * cos(turn) for x, y in corners]
    return min(xs), -max(ys)
