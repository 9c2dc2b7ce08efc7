"""On the general plan and the page for setting out of the example sites no text covers another and no lead strikes one out."""

from pathlib import Path

import numpy as np
import pytest
import shapely
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from shapely import affinity
from shapely.geometry import LineString

from layoutgen.drawings.arcs import flattened
from layoutgen.drawings.compose import compose
from layoutgen.drawings.dimension_picture import picture_of
from layoutgen.drawings.facility_numbers import numbered
from layoutgen.drawings.fonts import font_path
from layoutgen.drawings.leaves import general, setting_out
from layoutgen.drawings.paper.leaf import plan_paper
from layoutgen.drawings.plan_json import read_plan_json
from tests.conftest import Generate

SITES = Path(__file__).parent.parent / "templates" / "sites"
EXAMPLES = ("mill-lane", "pond-field", "riverside")
INK = 0.8  # height of what is printed of a text, of its letters' height
LEAST_MM = 2.0
COVERED = 0.02  # share of a text that counts as covered
LINES = (
    "note.main_dimension",
    "note.dimension",
    "note.corner",
    "note.building_corner",
    "note.building",
    "note.road",
    "note.gate",
)


@pytest.fixture(scope="module", params=EXAMPLES)
def drawn(request, generate: Generate):
    site = request.param
    made = generate(str(SITES / f"{site}.geojson"), "--brief", str(SITES / f"{site}.toml"), "--draft")
    plan = read_plan_json(made.folder / "plan.json")
    registerFont(TTFont("test", str(font_path())))
    return plan, compose(plan)


def shown_on(page, holds):
    if page == "general":
        return holds not in general.ELSEWHERE and holds != "paint.frame"
    return holds in setting_out.SHOWN


def texts_of(sheet, page):
    holds = {layer.code: layer.holds for layer in sheet.profile.layers}
    texts = [*sheet.captions, *(picture_of(dimension).text for dimension in sheet.dimensions)]
    return [text for text in texts if shown_on(page, holds[text.layer])]


def box_of(text, ink=INK):
    """Ground that a text covers, as wide as the printed font makes it."""
    wide, high = stringWidth(text.text, "test", text.height_m), ink * text.height_m
    x, y = text.point
    left = x if text.is_left else x - wide / 2.0
    return affinity.rotate(shapely.box(left, y - high / 2.0, left + wide, y + high / 2.0), text.turn_deg, origin=(x, y))


def leads_of(sheet, page):
    holds = {layer.code: layer.holds for layer in sheet.profile.layers}
    wanted = [code for code, kind in holds.items() if kind in LINES and shown_on(page, kind)]
    yield from (LineString(flattened(line.points, line.bulges)) for line in sheet.paint_lines if line.layer in wanted)
    yield from (LineString(picture_of(one).line) for one in sheet.dimensions if one.layer in wanted)


@pytest.mark.parametrize("page", ["general", "setting-out"])
def test_no_text_covers_another(drawn, page):
    texts = texts_of(drawn[1], page)
    boxes = np.array([box_of(text) for text in texts], dtype=object)
    assert len(texts) > 100
    covered = [
        (texts[i].text, texts[j].text)
        for i, j in shapely.STRtree(boxes).query(boxes, predicate="intersects").T.tolist()
        if i < j and boxes[i].intersection(boxes[j]).area > COVERED * min(boxes[i].area, boxes[j].area)
    ]
    assert covered == []


@pytest.mark.parametrize("page", ["general", "setting-out"])
def test_no_lead_and_no_dimension_line_runs_through_a_text(drawn, page):
    texts, leads = texts_of(drawn[1], page), list(leads_of(drawn[1], page))
    inner = np.array([box_of(text, INK / 2.0) for text in texts], dtype=object)
    struck = shapely.STRtree(inner).query(leads, predicate="intersects")[1]
    assert [texts[number].text for number in struck] == []


@pytest.mark.parametrize("page", ["general", "setting-out"])
def test_every_text_can_be_read_on_paper(drawn, page):
    plan, sheet = drawn
    scale = plan_paper(plan).scale
    assert min(text.height_m for text in texts_of(sheet, page)) * 1000.0 / scale >= LEAST_MM


def test_the_general_plan_tells_few_dimensions(drawn):
    plan, sheet = drawn
    main = sheet.profile.holding("note.main_dimension").code
    told = [dimension for dimension in sheet.dimensions if dimension.layer == main]
    blocks = len(plan.blocks) + len(plan.lots)
    assert len(plan.blocks) <= len(told) <= 6 * blocks  # two gaps and four distances from red lines at most


def test_every_facility_has_its_number_on_the_general_plan(drawn):
    plan, sheet = drawn
    code = sheet.profile.holding("note.facility").code
    told: list[int] = []
    for text in (text.text for text in sheet.captions if text.layer == code):
        for run in text.split("、"):
            first, _, last = run.partition("–")
            told += range(int(first), int(last or first) + 1)
    assert sorted(told) == [number for number, _ in numbered(plan)]
