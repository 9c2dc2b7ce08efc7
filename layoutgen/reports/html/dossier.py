"""Everything that a page tells of: a judged plan, its drawing and the law it was judged by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from layoutgen.drawings.sheet import Sheet
from layoutgen.model.plan import Plan
from layoutgen.model.reading import Reading
from layoutgen.model.report import Report
from layoutgen.reports.json_values import Json
from layoutgen.standards.clause import Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What the page is made of."""

    plan: Plan
    report: Report
    given: Mapping[str, Json]  # as for `report_json`
    standard: Standard
    sheet: Sheet
    reading: Reading = field(default_factory=Reading)  # how the drawing was read
