"""What is noted on the hand-made plan, measured by other means."""

import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from shapely import affinity
from shapely.geometry import LineString, Point

from layoutgen.drawings.arcs import flattened
from layoutgen.drawings.captions import caption_box
from layoutgen.drawings.compose import compose
from layoutgen.drawings.dimension_picture import picture_of, text_width
from layoutgen.drawings.facility_numbers import numbered
from layoutgen.drawings.paper.leaf import plan_paper, plan_window

SHRUNK = 0.92  # of a text's box: letters are narrower than their places


@pytest.fixture(scope="module")
def sheet(plan):
    return compose(plan)


@pytest.fixture(scope="module")
def on(sheet):
    """Texts, lines and stripes on a layer of notes."""

    def find(holds):
        code = sheet.profile.holding(holds).code
        texts = [text for text in sheet.captions if text.layer == code]
        lines = [LineString(flattened(line.points, line.bulges)) for line in sheet.paint_lines if line.layer == code]
        return texts, lines, [hatch for hatch in sheet.hatches if hatch.layer == code]

    return find


def boxes_of(sheet):
    frame = sheet.profile.holding("paint.frame").code
    for text in sheet.captions:
        if text.layer != frame:
            box = caption_box(text, sheet.profile)
            half = (box.bounds[2] - box.bounds[0]) / 2.0 if text.is_left else 0.0
            yield text.text, affinity.scale(affinity.translate(box, half), SHRUNK * 0.9, SHRUNK * 0.7)
    for dimension in sheet.dimensions:
        text = picture_of(dimension).text
        x, y = text.point
        box = shapely.box(
            x - text_width(dimension) / 2.0, y - text.height_m / 2.0, x + text_width(dimension) / 2.0, y + text.height_m / 2.0
        )
        yield text.text, affinity.scale(affinity.rotate(box, text.turn_deg), SHRUNK, SHRUNK * 0.8)


def test_no_text_stands_on_another(sheet):
    told = list(boxes_of(sheet))
    boxes = np.array([box for _, box in told], dtype=object)
    pairs = shapely.STRtree(boxes).query(boxes, predicate="intersects").T.tolist()
    assert [(told[i][0], told[j][0]) for i, j in pairs if i < j] == []


def test_every_dimension_starts_at_a_wall_or_a_road_and_tells_its_length(plan, sheet):
    code = sheet.profile.holding("note.building_line").code
    control = [LineString(line.points) for line in sheet.paint_lines if line.layer == code]
    edges = shapely.union_all(
        [
            *control,
            plan.boundary.boundary,
            *(way.outline.boundary for way in plan.ways),
            *(b.footprint.boundary for b in plan.buildings),
        ]
        + [stays.footprint.boundary for stays in plan.context]
        + [way.centre.buffer(way.carriageway_m / 2.0, cap_style="flat").boundary for way in plan.ways]
    )
    assert sheet.dimensions
    for dimension in sheet.dimensions:
        ends = Point(dimension.start), Point(dimension.end)
        assert float(dimension.text) == pytest.approx(ends[0].distance(ends[1]), abs=0.006)
        assert max(end.distance(edges) for end in ends) < 0.002


def test_the_gap_between_gables_is_written_once(plan, sheet):
    # K1-03 ends at x = 20 + 54, K1-04 begins at x = 86: 12 m.
    gaps = [d for d in sheet.dimensions if {round(d.start[0], 3), round(d.end[0], 3)} == {74.0, 86.0}]
    assert {d.text for d in gaps} == {"12.00"}
    walls = {b.id: b.footprint for b in plan.buildings}
    between = [
        d for d in gaps if walls["K1-03"].distance(Point(d.start)) < 1e-6 or walls["K1-03"].distance(Point(d.end)) < 1e-6
    ]
    assert len(between) == 1


def test_corners_of_the_red_line_are_told_with_x_to_the_north_in_the_surveys_frame(plan, on):
    moved = replace(plan, facts=replace(plan.facts, origin=(40512345.6, 3812000.25)))
    told = {text.text for text in compose(moved).captions}
    # South-west corner at the origin; the north-east one 420 m east and 300 m north of it.
    assert {"J1", "J2", "J3", "J4", "X=3812000.250", "Y=40512345.600", "X=3812300.250", "Y=40512765.600"} <= told
    rings = [line for line in on("note.corner")[1] if line.is_ring]
    assert len(rings) == 4


def test_a_control_line_lies_where_the_edge_asks_for_it(plan, on):
    lines = shapely.union_all(on("note.building_line")[1])
    # The southern edge asks for 5.5 m: in the middle of the block the line stands there.
    near = lines.intersection(shapely.box(100, 0, 120, 20))
    assert near.length == pytest.approx(20.0)
    assert near.distance(LineString([(0, 0), (420, 0)])) == pytest.approx(5.5, abs=1e-6)


def test_the_setback_that_is_asked_is_dimensioned(sheet):
    ends = [(d.start[1], d.end[1]) for d in sheet.dimensions if d.text == "5.50"]
    assert any(sorted(pair) == [0.0, 5.5] for pair in ends)


def test_a_basketball_court_has_the_lines_of_its_field(on):
    lines = on("note.court")[1]
    whole = shapely.union_all(lines)
    # The ground is 28 x 15 m: the field fills it.
    assert whole.bounds == pytest.approx((260.0, 226.0, 288.0, 241.0), abs=1e-3)
    # Straight parts of the three-point line: 0.9 m from the side lines, as long as hoop and arc leave them.
    straight = 1.575 + math.sqrt(6.75**2 - 6.6**2)
    assert Point(260.0 + straight, 226.9).distance(whole) < 2e-3
    # The arc is 6.75 m from the hoop in the middle; the middle circle has a radius of 1.8 m.
    assert Point(260.0 + 1.575 + 6.75, 233.5).distance(whole) < 2e-3
    assert Point(274.0, 233.5 + 1.8).distance(whole) < 5e-3


def test_rescue_grounds_are_striped_and_named(plan, on):
    texts, _, hatches = on("note.fire")
    assert len(hatches) == 1
    assert hatches[0].stripe_m > 0.0
    assert any("登高" in text.text for text in texts)


def test_a_ramps_arrow_shows_from_the_road_down(on):
    # The ramp runs from the road at x = 14 east to x = 44.
    arrow = max(on("note.garage")[1], key=lambda line: line.length)
    assert arrow.coords[0][0] < 20.0
    assert arrow.coords[1][0] > 38.0


def test_roads_tell_their_widths(sheet):
    told = {dimension.text for dimension in sheet.dimensions}
    # The branch street: 16 m between its red lines, 9 m of carriageway.
    assert {"16.00", "9.00", "6.00"} <= told
    assert any("红线宽16.00m" in text.text for text in sheet.captions)


def test_buildings_tell_number_storeys_height_and_level(sheet):
    told = {text.text for text in sheet.captions}
    # K1-00: 6 storeys of 3 m and a parapet of 1.5 m, one storey below the ground.
    assert {"K1-00 6F/-1F", "H=19.50 ±0.00"} <= told


def test_what_stays_is_named_with_its_height(sheet):
    # The neighbour to the south is 54 m high, the one to the north 18.35 m; 20 x 20 m of land is kept.
    told = {text.text for text in sheet.captions}
    assert {"现状建筑 H=54.0", "保留用地"} <= told


def test_no_note_covers_the_arrow_of_a_gate(plan, sheet):
    gates = [spot.point.buffer(1.0) for spot in plan.spots if spot.kind.endswith("gate")]
    assert len(gates) == 2
    names = sheet.profile.holding("paint.text").code
    for text, box in boxes_of(sheet):
        if text not in {caption.text for caption in sheet.captions if caption.layer == names}:
            assert not any(gate.intersects(box) for gate in gates), text


def test_every_facility_has_its_number_on_it_or_beside_its_building(plan, on):
    texts, lines, _ = on("note.facility")
    numbers = {str(number): facility for number, facility in numbered(plan)}
    alone = [text for text in texts if text.text in numbers and not text.is_left]
    assert all(numbers[text.text].outline.contains(Point(text.point)) for text in alone)
    assert len([line for line in lines if line.is_ring]) == len(alone)
    told = [text.text for text in alone]
    for text in texts:
        for run in text.text.split("、") if text.is_left else ():
            first, _, last = run.partition("–")
            told += [str(number) for number in range(int(first), int(last or first) + 1)]
    assert sorted(told) == sorted(numbers)


def test_a_building_that_stands_askew_has_three_corners_told(plan):
    def corners(turn):
        turned = replace(
            plan, buildings=tuple(replace(b, footprint=affinity.rotate(b.footprint, turn)) for b in plan.buildings[-1:])
        )
        alone = replace(turned, facilities=(), grounds=(), spots=(), stalls=())
        sheet = compose(alone)
        code = sheet.profile.holding("note.building_corner").code
        return sum(text.layer == code and text.text.startswith("X=") for text in sheet.captions)

    assert corners(0.0) == 2
    assert corners(20.0) == 3


def test_no_note_stands_where_the_page_does_not_show_it(plan, sheet):
    west, south, east, north = plan_window(plan, plan_paper(plan))
    codes = {layer.code for layer in sheet.profile.layers if layer.holds.startswith("note.")}
    for text in sheet.captions:
        if text.layer in codes:
            assert west < text.point[0] < east, text.text
            assert south < text.point[1] < north, text.text
