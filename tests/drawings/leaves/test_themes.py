"""The themes: what each tells, measured by hand."""

from dataclasses import replace

import pytest
from shapely.geometry import LineString, Point, box

from layoutgen.drawings.book import compose_book
from layoutgen.drawings.compose import compose
from layoutgen.drawings.leaves import basement, fire, greens, traffic
from layoutgen.drawings.leaves.basement import garage_table
from layoutgen.drawings.leaves.fire import rescue_sides
from layoutgen.drawings.leaves.numbered import RADIUS_MM, Mark, paint_marks
from layoutgen.drawings.leaves.ramp_arrows import ramps_of, way_down
from layoutgen.drawings.leaves.services import home_walks, kinds_within
from layoutgen.drawings.leaves.traffic import road_table
from layoutgen.drawings.pages import View
from layoutgen.drawings.paper.ground_pen import GroundPen, upright_deg
from layoutgen.drawings.paper.measure import width_mm
from layoutgen.drawings.paper.pen import PaperPen
from layoutgen.standards.load import load_standard
from layoutgen.standards.measures import load_measures
from tests.validator.plan_from_case import plan_from_case

THEMES = ("sun", "sun-windows", "fire", "traffic", "services", "green", "basement")


@pytest.fixture(scope="module")
def pages(plan, judged_report):
    book = compose_book(plan, compose(plan), judged_report, (), load_standard(["sunlight", "fire"]))
    return {page.key: page for page in book.pages}


@pytest.fixture
def ground():
    view = View(window_m=(0.0, 0.0, 100.0, 100.0), at_mm=(10.0, 10.0), scale=1000)
    return GroundPen(pen=PaperPen(), view=view)


def test_every_theme_has_a_page_over_a_grey_plan(pages):
    assert set(THEMES) <= set(pages)
    for key in THEMES:
        page = pages[key]
        assert all(view.muted for view in page.views), key
        assert len(page.views) == (0 if key == "sun-windows" else 1)


def test_a_grey_plan_shows_no_notes_and_is_the_same_for_every_theme(plan, pages):
    (view,) = {view for key in THEMES for view in pages[key].views}
    profile = compose(plan).profile
    shown = [layer.holds for layer in profile.layers if layer.code not in view.hidden]
    assert not [holds for holds in shown if holds.startswith("note.")]
    assert {"site", "block", "way.main", "building.dwelling", "paint.kerb"} <= set(shown)


def test_every_text_of_a_theme_stands_inside_the_frame(pages):
    for key in THEMES:
        for text in pages[key].texts:
            wide = width_mm(text.text, text.height_mm) if not text.turn_deg else text.height_mm
            left = text.at_mm[0] - {"left": 0.0, "middle": 0.5, "right": 1.0}[text.anchor] * wide
            assert left >= 25.0, text.text
            assert left + wide <= pages[key].size_mm[0] - 10.0 + 0.5, text.text


def test_a_drawing_that_tells_no_latitude_has_its_themes_but_the_sun(plan, judged_report):
    nowhere = replace(plan, facts=replace(plan.facts, place=replace(plan.facts.place, city="", latitude_deg=0.0)))
    book = compose_book(nowhere, compose(nowhere), judged_report, (), load_standard(["sunlight", "fire"]))
    keys = {page.key for page in book.pages}
    assert "green" in keys
    assert not [key for key in keys if key.startswith("sun")]


def test_the_pages_are_the_same_a_second_time(plan, judged_report, pages):
    again = compose_book(plan, compose(plan), judged_report, (), load_standard(["sunlight", "fire"]))
    assert {page.key: page for page in again.pages} == pages


def test_the_rescue_side_is_the_one_before_which_the_ground_lies():
    plan = plan_from_case(
        {
            "building": [{"id": "B1", "box": [50, 50, 80, 62], "storeys": 18}],
            "ground": [{"kind": "fire_ground", "box": [50, 67, 80, 77], "of": "B1"}],
        }
    )
    (side,) = rescue_sides(plan, plan.buildings[0])
    assert {y for _, y in side.line.coords} == {62.0}


def test_a_ramp_goes_down_away_from_the_road():
    plan = plan_from_case({"ground": [{"kind": "ramp", "box": [10, 0, 16, 40]}]})
    road = box(0.0, -10.0, 100.0, -4.0)
    down = way_down(ramps_of(plan)[0], road)
    (_, start), (_, end) = down.coords
    assert start == pytest.approx(6.0)  # 0.15 of 40 m
    assert end == pytest.approx(34.0)


def _walk_to_kindergarten(length):
    return plan_from_case(
        {
            "building": [
                {"id": "B1", "box": [0, 2, 10, 12], "storeys": 6, "dwellings": 12},
                {"id": "B2", "use": "kindergarten", "box": [length, 2, length + 10, 12], "storeys": 3},
            ],
            "facility": [{"id": "F1", "kind": "kindergarten", "building": "B2", "box": [length, 2, length + 10, 12]}],
            "way": [{"kind": "footpath", "at": [0, 1, length + 10, 1], "width": 2.0}],
            "spot": [
                {"id": "D1", "kind": "door", "at": [5, 2], "of": "B1"},
                {"id": "D2", "kind": "door", "at": [length + 5, 2], "of": "B2"},
            ],
            "boundary": [-10, -10, length + 20, 100],
        }
    )


@pytest.mark.parametrize(("length", "count"), [(280.0, 1), (310.0, 0)])  # the radius is 300 m
def test_a_home_counts_a_kind_within_its_radius_on_foot(length, count):
    plan = _walk_to_kindergarten(length)
    assert kinds_within(plan, home_walks(plan)) == {"B1": count}


def test_the_road_table_adds_up_the_lengths_of_a_class():
    plan = plan_from_case(
        {
            "way": [
                {"id": "R1", "kind": "footpath", "at": [0, 0, 30, 40], "width": 2.0},
                {"id": "R2", "kind": "footpath", "at": [30, 40, 30, 100], "width": 1.8},
            ]
        }
    )
    row = road_table(plan).rows[0]
    assert row.cells[1:4] == ("2", "110", "1.8、2")  # 50 + 60 m


def test_a_garage_counts_no_more_stalls_than_its_outline_holds():
    # 30 x 40 m of one level at 30 m2 a stall: 40 stalls, whatever the label says
    plan = plan_from_case(
        {"ground": [{"id": "G-garage-1", "kind": "garage", "box": [0, 0, 30, 40], "levels": "1", "stalls": "55"}]}
    )
    first, total = garage_table(plan).rows
    assert first.cells[4] == "55 / 40"
    assert first.cells[5] == "30.0"
    assert total.cells[4] == "40"


def test_numbers_at_one_place_do_not_cover_each_other(ground):
    marks = [Mark(at=Point(50.0, 50.0), word=str(number), rgb=(0, 0, 0)) for number in range(9)]
    paint_marks(ground, marks)
    at = [text.at_mm for text in ground.pen.texts]
    gaps = [Point(a).distance(Point(b)) for place, a in enumerate(at) for b in at[:place]]
    assert min(gaps) >= 2.0 * RADIUS_MM


def test_ground_outside_the_view_is_cut_off(ground):
    ground.fill(box(50.0, 50.0, 250.0, 60.0), (1, 2, 3))
    (fill,) = ground.pen.fills
    assert max(x for x, _ in fill.points_mm) == pytest.approx(110.0)  # 10 mm + 100 m at 1:1000


def test_a_hatch_fills_a_square_with_lines_at_45_degrees(ground):
    ground.hatch(box(20.0, 20.0, 40.0, 40.0), 2.0, (0, 0, 0))
    for line in ground.pen.lines:
        (x0, y0), (x1, y1) = line.points_mm
        assert x1 - x0 == pytest.approx(y1 - y0)
    # lines 2 mm apart cover the square of 20 mm with 400 / 2 mm of line, but for what is lost at the corners
    length = sum(LineString(line.points_mm).length for line in ground.pen.lines)
    assert length == pytest.approx(200.0, rel=0.05)


def test_words_along_a_line_are_never_upside_down():
    assert upright_deg(LineString([(10.0, 0.0), (0.0, 0.0)])) == 0.0
    assert upright_deg(LineString([(0.0, 10.0), (0.0, 0.0)])) == 90.0
    assert upright_deg(LineString([(0.0, 0.0), (0.0, 10.0)])) == 90.0


@pytest.mark.parametrize("theme", [basement, fire, greens, traffic])
def test_a_theme_asks_for_measures_that_exist(theme):
    assert set(theme.MEASURES) <= set(load_measures())
