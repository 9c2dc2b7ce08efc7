"""界址点坐标表: every corner of the red line, X north and Y east, with the length to the next."""

from itertools import pairwise
from math import dist

from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.model.plan import Plan

HEADS = (("点号", 0.15), ("X（北）m", 0.31), ("Y（东）m", 0.31), ("至下一点 m", 0.23))  # with their shares of the width


def corner_table(plan: Plan, width_mm: float) -> Table:
    """Corners in the order of the drawing, J1 first."""
    east, north = plan.facts.origin
    ring = list(plan.boundary.exterior.coords)
    columns = tuple(Column(head=head, width_mm=width_mm * share, anchor="middle") for head, share in HEADS)
    rows = tuple(
        Row(cells=(f"J{number}", f"{a[1] + north:.3f}", f"{a[0] + east:.3f}", f"{dist(a, b):.2f}"))
        for number, (a, b) in enumerate(pairwise(ring), 1)
    )
    return Table(title="界址点坐标表", columns=columns, rows=rows)
