"""The key of the numbers on the plan: which facilities they are, and on which floors above the first."""

from layoutgen.drawings.facility_numbers import numbered, runs_of
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.model.plan import Plan

TITLE = "配套设施编号"
ACROSS = 3  # names in a row
NUMBER_MM = 18.0


def facility_key(plan: Plan, profile: Profile, width_mm: float) -> Table:
    """Numbers with their names, column by column; those of one name stand together."""
    numbers: dict[str, list[int]] = {}
    for number, one in numbered(plan):
        numbers.setdefault(_name(profile.holding(f"facility.{one.kind}").zh, one.floors), []).append(number)
    told = [("、".join(runs_of(of_name)), name) for name, of_name in numbers.items()]
    deep = -(-len(told) // ACROSS)
    told += [("", "")] * (deep * ACROSS - len(told))
    rows = tuple(Row(cells=tuple(cell for pair in told[row::deep] for cell in pair)) for row in range(deep))
    each = (Column(head="", width_mm=NUMBER_MM, anchor="middle"), Column(head="", width_mm=width_mm / ACROSS - NUMBER_MM))
    return Table(title=TITLE, columns=each * ACROSS, rows=rows)


def _name(zh: str, floors: tuple[int, ...]) -> str:
    return f"{zh}（{'、'.join(f'{floor}F' for floor in floors)}）" if min(floors, default=1) > 1 else zh
