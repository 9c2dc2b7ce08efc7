"""The table of findings 审查意见表 beside the drawing, in millimetres of the printed sheet."""

from collections.abc import Iterator

from layoutgen.drawings.paper.flow import flow_tables
from layoutgen.drawings.paper.pen import PaperPen
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.drawings.review.remark import Remark, Review
from layoutgen.drawings.review.taste import Taste

TITLES = {"zh": "审查意见表", "en": "Findings"}
HEADS = {
    "zh": ("序号", "结论", "条文", "要求", "限值", "实测"),
    "en": ("No.", "Verdict", "Clause", "Demand", "Limit", "Measured"),
}
WIDTHS_MM = (12.0, 22.0, 42.0, 84.0, 30.0, 92.0)
COLUMNS_MOST = 20  # of a table that goes on beside itself
PLACED = {"zh": "图上以云线标出", "en": "Marked by clouds"}
WHOLE = {"zh": "涉及全图，图上无云线", "en": "About the whole: no cloud"}
CONTINUED = "（续）"


def findings_table(review: Review, taste: Taste, height_mm: float) -> PaperPen:
    """Paint the table, its upper left corner at (0, 0); where it is higher than asked it goes on to the right."""
    columns = tuple(
        Column(head=head, width_mm=width, anchor="middle" if number in (0, 1) else "left")
        for number, (head, width) in enumerate(zip(HEADS[review.lang], WIDTHS_MM, strict=True))
    )
    table = Table(title=TITLES[review.lang], columns=columns, rows=tuple(_rows(review, taste)))
    room = (0.0, -height_mm, COLUMNS_MOST * 2.0 * table.width_mm, 0.0)
    return flow_tables([table], room, table.width_mm)[0]


def _rows(review: Review, taste: Taste) -> Iterator[Row]:
    yield from (Row(cells=(line,), is_heading=True) for line in review.summary)
    placed = [remark for remark in review.remarks if remark.spots]
    whole = [remark for remark in review.remarks if not remark.spots]
    for title, remarks in ((PLACED, placed), (WHOLE, whole)):
        if remarks:
            yield Row(cells=(title[review.lang],), is_heading=True)
        yield from (_row(remark, review, taste) for remark in remarks)


def _row(remark: Remark, review: Review, taste: Taste) -> Row:
    word = taste.tints[remark.severity].word(review.lang)
    return Row(cells=(str(remark.number), word, remark.clause, remark.demand, remark.asked, remark.found))
