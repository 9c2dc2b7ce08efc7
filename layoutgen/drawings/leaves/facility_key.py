"""The key of the numbers on the plan: which facility each is, and on which floors above the first."""

from layoutgen.drawings.facility_numbers import numbered
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.model.plan import Plan

TITLE = "配套设施编号"
ACROSS = 3  # facilities in a row
NUMBER_MM = 9.0


def facility_key(plan: Plan, profile: Profile, width_mm: float) -> Table:
    """Numbers with their names, column by column."""
    told = [(str(number), _name(profile.holding(f"facility.{one.kind}").zh, one.floors)) for number, one in numbered(plan)]
    deep = -(-len(told) // ACROSS)
    told += [("", "")] * (deep * ACROSS - len(told))
    rows = tuple(
        Row(cells=tuple(cell for column in range(ACROSS) for cell in told[column * deep + row])) for row in range(deep)
    )
    each = (Column(head="", width_mm=NUMBER_MM, anchor="middle"), Column(head="", width_mm=width_mm / ACROSS - NUMBER_MM))
    return Table(title=TITLE, columns=each * ACROSS, rows=rows)


def _name(zh: str, floors: tuple[int, ...]) -> str:
    return f"{zh}（{'、'.join(f'{floor}F' for floor in floors)}）" if min(floors, default=1) > 1 else zh
