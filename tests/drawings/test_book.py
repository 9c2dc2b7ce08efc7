"""The pages of a judged plan."""

import pytest

from layoutgen.drawings.book import begin_book, compose_book, finish_book
from layoutgen.drawings.compose import compose
from layoutgen.drawings.pages import View
from layoutgen.drawings.paper.measure import width_mm
from layoutgen.model.waiver import Waiver
from layoutgen.standards.load import load_standard
from layoutgen.validator.waived import lay_waivers


@pytest.fixture(scope="module")
def book(plan, judged_report):
    return compose_book(plan, compose(plan), judged_report, ())


def test_a_book_begun_before_the_plan_is_judged_is_the_book_made_at_once(plan, judged_report):
    sheet, standard = compose(plan), load_standard(["sunlight", "fire"])
    begun = begin_book(plan, sheet, (), standard)
    assert any(leaves for leaves in begun.leaves if isinstance(leaves, tuple))  # what asks no report is there already
    assert finish_book(begun, judged_report) == compose_book(plan, sheet, judged_report, (), standard)


def texts(page):
    return [text.text for text in page.texts]


def row_of(page, name):
    """Texts of the line in which a name stands, from the left."""
    (at,) = [text.at_mm for text in page.texts if text.text == name]
    return [text.text for text in sorted(page.texts, key=lambda text: text.at_mm[0]) if text.at_mm[1] == at[1]]


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
    assert f"1:{view.scale}" in texts(page)


def test_the_red_line_is_the_last_outline_and_nothing_lies_on_it(book):
    profile = book.sheet.profile
    assert book.sheet.outlines[-1].layer == profile.holding("site").code
    assert all(profile.holding("edge").code in view.hidden for page in book.pages for view in page.views)


def test_a_view_of_100_by_50_m_at_1_to_500_is_200_by_100_mm():
    view = View(window_m=(10.0, 20.0, 110.0, 70.0), at_mm=(30.0, 40.0), scale=500)
    assert view.size_mm == (200.0, 100.0)
    assert view.on_paper((60.0, 45.0)) == (130.0, 90.0)  # the middles of both


def test_every_text_of_every_page_stands_inside_the_frame(book):
    for page in book.pages:
        for text in page.texts:
            wide = width_mm(text.text, text.height_mm)
            left = text.at_mm[0] - {"left": 0.0, "middle": 0.5, "right": 1.0}[text.anchor] * wide
            assert left >= 25.0, text.text
            assert left + wide <= page.size_mm[0] - 10.0 + 0.5, text.text
            assert text.at_mm[1] - text.height_mm / 2.0 >= 10.0, text.text
            assert text.at_mm[1] + text.height_mm / 2.0 <= page.size_mm[1] - 10.0, text.text


def test_every_page_is_numbered_and_says_what_it_is_not(book):
    titles = [page.title for page in book.pages]
    assert titles[0] == "总平面图"
    assert titles[-2:] == ["配套设施与楼栋一览表", "条文核对表"]
    assert len({page.key for page in book.pages}) == len(titles) < 100
    for number, page in enumerate(book.pages, 1):
        assert f"{number} / {len(titles)}" in texts(page)
        assert texts(page).count(f"总图-{number:02d}") == (2 if number == 1 else 1)
        assert "审图" in "".join(texts(page))
        assert "不通过" in texts(page)  # the verdict of a report with a breach that decides


def test_the_first_page_lists_them_all(book):
    for number, page in enumerate(book.pages[1:], 2):
        assert row_of(book.pages[0], page.title)[0] == f"总图-{number:02d}"


def test_the_indicators_are_those_of_the_plan(book):
    page = book.pages[0]
    # 420 x 300 m = 12.6 hm2; block 224 x 300 = 6.72 hm2 = 53.3 %; garden 178 x 90 = 1.602 hm2
    assert row_of(page, "总用地面积") == ["总用地面积", "hm²", "12.60", "126000.00 ㎡"]
    assert row_of(page, "　住宅用地（街坊）")[2:] == ["6.72", "53.3 %"]
    # homes 54 x 13.2 = 712.8 m2 with 6, 12, 15 … 30 storeys (8 of them): 6 + 147 = 153 storeys, 109 058.4 m2, 612 dwellings
    assert row_of(page, "　住宅")[2] == "109058"
    assert row_of(page, "居住总户（套）数")[2] == "612"
    # service 900 x 3 + kindergarten 960 x 3 = 5 580; shops 720 x 2 = 1 440; toilet 48, utility 300, waste 108
    assert row_of(page, "　公共服务设施")[2] == "5580"
    assert row_of(page, "　商业服务设施")[2] == "1440"
    assert row_of(page, "　市政公用设施")[2] == "456"
    # garage 200 x 240 = 48 000 on one level, basements of 8 homes 5 702.4
    assert row_of(page, "地下建筑面积（不计容）")[2] == "53702"
    assert row_of(page, "　地面")[2] == "40"
    assert row_of(page, "　地下")[2] == "420"
    assert row_of(page, "建筑密度")[3] == "规划条件 ≤ 28.0"


def test_assumptions_conditions_and_overrides_stand_in_the_notes(book):
    told = "".join("".join(texts(page)) for page in book.pages)
    for said in ("未给公交站", "容积率≤2", "建筑密度≤28%", "机动车位≥1辆/户"):
        assert said in told.replace(" ", "")


def test_a_waived_clause_is_told_apart_with_who_answers_for_it(plan, judged_report):
    signed = Waiver(clause="A.bad", reason="已批复", by="张工", until="2027-12-31")
    book = compose_book(plan, compose(plan), lay_waivers(judged_report, plan, (signed,), ""), ())
    told = "".join("".join(texts(page)) for page in book.pages).replace(" ", "")
    assert "豁免1：条文A.bad，已批复；张工签认，有效至2027-12-31，已计入豁免。" in told
    assert "豁免1条" in told  # in the title block
    assert "不通过0条" in told
    row = row_of(book.pages[-1], "A.bad")
    assert row[3:6] == ["0.5 m", "-0.50", "豁免"]  # the measured figure stays


def test_corners_are_told_in_the_survey_frame_north_first(book):
    # corner (420, 300) with the origin 40 500 000 east, 3 790 000.125 north
    (page,) = [page for page in book.pages if page.key == "setting-out"]
    assert row_of(page, "J3") == ["J3", "3790300.125", "40500420.000", "420.00"]


def test_a_clause_has_its_bound_finding_margin_verdict_and_source(book):
    row = row_of(book.pages[-1], "A.bad")
    assert row == ["A.bad", "要求A.bad", "≥ 1 m", "0.5 m", "-0.50", "不通过", "K1-00", "建科规〔2020〕7号 附件, 第 1 项"]
    assert row_of(book.pages[-1], "A.look")[5] == "人工核查"
