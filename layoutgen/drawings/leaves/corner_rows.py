"""界址点坐标表: every corner of the red line, X north and Y east, with the length to the next."""

from itertools import pairwise
from math import dist

from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.model.plan import Plan

COLUMNS = (
    Column(head="点号", width_mm=27.0, anchor="middle"),
    Column(head="X（北）m", width_mm=55.0, anchor="right"),
    Column(head="Y（东）m", width_mm=55.0, anchor="right"),
    Column(head="至下一点 m", width_mm=40.0, anchor="right"),
)


def corner_table(plan: Plan) -> Table:
    """Corners in the order of the drawing, J1 first."""
    east, north = plan.facts.origin
    ring = list(plan.boundary.exterior.coords)
    rows = tuple(
        Row(cells=(f"J{number}", f"{a[1] + north:.3f}", f"{a[0] + east:.3f}", f"{dist(a, b):.2f}"))
        for number, (a, b) in enumerate(pairwise(ring), 1)
    )
    return Table(title="界址点坐标表", columns=COLUMNS, rows=rows)
