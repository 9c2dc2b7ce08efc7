"""Tables that flow down columns and pages."""

import pytest

from layoutgen.drawings.paper.flow import flow_largest, flow_tables
from layoutgen.drawings.paper.table import Column, Row, Table

ROOM = (30.0, 15.0, 330.0, 115.0)  # two columns of 147 mm with 6 mm between
COLUMN_MM = 147.0


def table(count, name="楼栋"):
    columns = (Column(head="楼号", width_mm=47.0), Column(head="高度", width_mm=100.0, anchor="right"))
    return Table(title=name, columns=columns, rows=tuple(Row(cells=(f"{name}{n}", f"{n}.00")) for n in range(count)))


def said(pen):
    return [text.text for text in pen.texts]


def test_a_long_table_fills_columns_then_pages_and_every_row_stands_once_in_order():
    # A row is 3 x 1.5 + 1.2 = 5.7 mm; title and head take 15.7 of the 100 mm: 14 rows a column, 28 a page, 60 rows on three.
    pens = flow_tables([table(60)], ROOM, COLUMN_MM)
    names = [text for pen in pens for text in said(pen) if text.startswith("楼栋") and text[2:].isdecimal()]
    assert names == [f"楼栋{n}" for n in range(60)]
    assert [sum(text.startswith("楼栋") and text[2:].isdecimal() for text in said(pen)) for pen in pens] == [28, 28, 4]


def test_a_table_that_is_continued_says_so_and_has_its_head_again():
    (pen,) = flow_tables([table(20)], ROOM, COLUMN_MM)
    assert said(pen).count("楼栋") == 1
    assert said(pen).count("楼栋（续）") == 1
    assert said(pen).count("楼号") == 2


def test_a_table_of_which_hardly_a_row_would_fit_begins_in_the_next_column():
    # 12 rows end 100 - 84.1 = 15.9 mm above the foot: no room for title, head and three rows
    (pen,) = flow_tables([table(12), table(5, "界址点")], ROOM, COLUMN_MM)
    (at,) = [text.at_mm for text in pen.texts if text.text == "界址点"]
    assert at[0] > ROOM[0] + COLUMN_MM


def test_nothing_is_painted_outside_the_room():
    for pen in flow_tables([table(60), table(31, "设施")], ROOM, COLUMN_MM):
        points = [point for line in pen.lines for point in line.points_mm]
        points += [point for fill in pen.fills for point in fill.points_mm]
        assert all(ROOM[0] <= x <= ROOM[2] and ROOM[1] <= y <= ROOM[3] for x, y in points)


def test_a_table_without_rows_is_not_painted():
    (pen,) = flow_tables([table(0)], ROOM, COLUMN_MM)
    assert not pen.texts


def test_letters_are_the_largest_that_need_no_more_pages():
    # Room for one column of 147 to 196 mm: 14 rows at 3 mm. At 4 mm a row is 7.2 and title and head 17.2 mm: 11 rows.
    room = (30.0, 15.0, 230.0, 115.0)
    for count, height in ((11, 4.0), (12, 3.5), (14, 3.0), (28, 3.0)):
        pens = flow_largest([table(count)], room, COLUMN_MM)
        (first,) = [text for text in pens[0].texts if text.text == "楼栋0"]
        assert first.height_mm == pytest.approx(height), count


def test_columns_of_one_page_are_filled_evenly():
    # 20 rows in letters of 3 mm stand on one page of two columns: ten rows each, not fourteen and six
    (pen,) = flow_largest([table(20)], ROOM, COLUMN_MM)
    lefts = [text.at_mm[0] for text in pen.texts if text.text.startswith("楼栋") and text.text[2:].isdecimal()]
    assert sorted(lefts.count(left) for left in set(lefts)) == [10, 10]
    assert len(lefts) == 20
