"""The pages of the sun."""

import pytest

from layoutgen.drawings.book import compose_book
from layoutgen.drawings.compose import compose
from layoutgen.drawings.leaves.sun_words import clock_of, hours_text, period_text
from layoutgen.model.brief import Place
from layoutgen.standards.load import load_standard
from layoutgen.standards.sun_standard import dwelling_sun

XIAN = Place(city="xian", latitude_deg=34.3, climate_zone="II", is_large_city=True)
NOWHERE = Place(city="", latitude_deg=34.3, climate_zone="II", is_large_city=True)


@pytest.fixture(scope="module")
def pages(plan, judged_report):
    book = compose_book(plan, compose(plan), judged_report, (), load_standard(["sunlight"]))
    return {page.key: page for page in book.pages}


def test_hours_are_told_to_the_minute_and_never_rounded_up():
    assert hours_text(2.5) == "2h30′"
    assert hours_text(1.9999) == "1h59′"
    assert hours_text(0.0) == "0h00′"


def test_periods_stand_by_the_clock_where_the_city_is_known():
    # Xi'an lies at 108.9 east: 4 x (120 - 108.9) = 44 min after Beijing's meridian, and the sun is 11 min late on that day
    sun = dwelling_sun(load_standard(["sunlight"]), XIAN)
    assert period_text(((8.0, 9.5), (13.0, 16.0)), clock_of(XIAN, sun)) == "8:55–10:25、13:55–16:55"
    assert period_text(((8.0, 9.5),), clock_of(NOWHERE, sun)) == "8:00–9:30"
    assert period_text((), clock_of(NOWHERE, sun)) == "无"


def test_the_map_shows_bands_the_line_of_the_standard_and_every_dwelling_building(plan, pages):
    page = pages["sun"]
    assert page.views[0].muted
    words = {text.text for text in page.texts}
    assert "地面 2 h 等日照线" in words
    assert {"图例", "计算条件", "住宅最不利窗日照时间表"} <= words
    assert len({fill.rgb for fill in page.fills}) > 7


def test_every_dwelling_has_its_row_in_the_table_of_windows(plan, pages):
    words = [text.text for text in pages["sun-windows"].texts]
    homes = {(window.building, window.dwelling) for window in plan.windows if window.room in ("living", "bedroom")}
    for building, dwelling in homes:
        assert building in words
        assert dwelling in words


def test_without_a_law_of_the_sun_there_is_no_page_of_it(plan, judged_report):
    book = compose_book(plan, compose(plan), judged_report, (), load_standard(["drawing"]))
    assert not [page.key for page in book.pages if page.key.startswith("sun")]
