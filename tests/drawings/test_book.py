"""The pages of a judged plan."""

import pytest

from layoutgen.drawings.book import compose_book
from layoutgen.drawings.compose import compose
from layoutgen.drawings.pages import View


@pytest.fixture(scope="module")
def book(plan):
    return compose_book(plan, compose(plan))


def test_the_drawing_on_the_pages_carries_no_second_frame_and_no_labels_of_the_contract(book):
    frame = book.sheet.profile.holding("paint.frame").code
    drawn = (*book.sheet.hatches, *book.sheet.paint_lines, *book.sheet.captions)
    assert not book.sheet.labels
    assert not [one for one in drawn if one.layer == frame]


def test_the_site_stands_inside_the_frame_at_the_scale_told(plan, book):
    page = book.pages[0]
    (view,) = page.views
    west, south, east, north = plan.boundary.bounds
    (left, low), (right, top) = view.on_paper((west, south)), view.on_paper((east, north))
    assert 25.0 < left < right < page.size_mm[0] - 10.0
    assert 10.0 < low < top < page.size_mm[1] - 10.0
    assert (right - left) * view.scale == pytest.approx((east - west) * 1000.0)
    assert any(f"1:{view.scale}" in text.text for text in page.texts)


def test_a_view_of_100_by_50_m_at_1_to_500_is_200_by_100_mm():
    view = View(window_m=(10.0, 20.0, 110.0, 70.0), at_mm=(30.0, 40.0), scale=500)
    assert view.size_mm == (200.0, 100.0)
    assert view.on_paper((60.0, 45.0)) == (130.0, 90.0)  # the middles of both
