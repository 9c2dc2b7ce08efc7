"""Outlines that were exploded, curved, filled or doubled are put together again, and the reading says so."""

import ezdxf
import pytest
from ezdxf.math import Matrix44

from layoutgen.drawings.compose import compose
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import write_dxf

HOUSE, GREEN, STALL = "SP-BLDG-HOUSE-住宅", "SP-GROUND-GREEN-绿地", "SP-PARK-CAR-机动车位"


@pytest.fixture(scope="module")
def path(plan, tmp_path_factory):
    path = tmp_path_factory.mktemp("apart") / "plan.dxf"
    write_dxf(compose(plan), path)
    return path


@pytest.fixture
def damaged(path, tmp_path):
    """Read the drawing again after a hand damaged it."""

    def run(damage):
        doc = ezdxf.readfile(path)
        damage(doc.modelspace())
        doc.saveas(tmp_path / "in.dxf")
        return read_dxf(tmp_path / "in.dxf")

    return run


def outlines(space, layer):
    return list(space.query(f'LWPOLYLINE[layer == "{layer}"]'))


def corners(line):
    return [(x, y) for x, y in line.get_points("xy")]


def said(found):
    return " | ".join(sentence.en for sentence in found.reading.said)


def explode_all(space):
    for line in list(space.query('LWPOLYLINE[layer ? "SP-.*"]')):
        if "PAINT" not in line.dxf.layer:
            line.explode()


def test_a_drawing_of_which_everything_was_exploded_is_the_plan_it_was(plan, damaged):
    found = damaged(explode_all)
    assert found.plan.defects == ()
    assert found.plan == plan
    assert "put together from loose pieces" in said(found)


def test_pieces_in_any_order_that_meet_within_a_centimetre_make_an_outline(plan, damaged):
    def damage(space):
        lines = outlines(space, HOUSE)
        pieces = []
        for line in lines:
            ring = corners(line)
            # Each side ends 4 mm short of its corner: the next one's 4 mm lie within 10 mm of it.
            for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
                share = 0.004 / (abs(x1 - x0) + abs(y1 - y0))
                pieces.append(((x0, y0), (x1 - share * (x1 - x0), y1 - share * (y1 - y0))))
            space.delete_entity(line)
        for start, end in pieces[::2] + pieces[1::2]:
            space.add_line(end, start, dxfattribs={"layer": HOUSE})

    found = damaged(damage)
    assert found.plan.defects == ()
    areas = {one.id: one.footprint.area for one in found.plan.buildings}
    for building in plan.buildings:
        assert areas[building.id] == pytest.approx(building.footprint.area, abs=0.5)


def test_a_gap_of_five_centimetres_is_closed_and_one_of_half_a_metre_is_a_defect(plan, damaged):
    def gaping(gap):
        def damage(space):
            line = outlines(space, HOUSE)[0]
            ring = corners(line)
            line.set_points([*ring, (ring[0][0], ring[0][1] + gap)], format="xy")
            line.closed = False

        return damage

    small = damaged(gaping(0.05))
    assert small.plan.defects == ()
    assert "closed over a gap of at most 0.1 m: BLDG-HOUSE (1)" in said(small)
    assert any("is not closed" in one.says for one in damaged(gaping(0.5)).plan.defects)


def test_a_closed_spline_is_an_outline_of_the_area_that_it_encloses(plan, damaged):
    # A circle of radius 10 m through its nodes: 314.16 m2; a spline through 32 of them leaves it by far less than 0.1 m2.
    from math import cos, pi, sin

    def damage(space):
        ring = [(1000 + 10 * cos(2 * pi * n / 32), 10 * sin(2 * pi * n / 32)) for n in range(33)]
        spline = space.add_spline(fit_points=ring, dxfattribs={"layer": GREEN})
        spline.closed = True
        space.add_text("G-green-9 绿地", dxfattribs={"layer": GREEN}).set_placement((1000, 0))

    found = damaged(damage)
    assert found.plan.defects == ()
    (round_one,) = [one for one in found.plan.grounds if one.id == "G-green-9"]
    assert round_one.outline.area == pytest.approx(314.16, abs=0.6)
    assert "with arcs or splines, read as chords within 5 mm: GROUND-GREEN (1)" in said(found)


@pytest.mark.parametrize("code", [6, 1])
def test_circles_and_arcs_are_read_as_chords_even_where_the_header_lies(plan, damaged, code):
    def damage(space):
        space.doc.header["$INSUNITS"] = code
        space.add_circle((1000, 0), 10, dxfattribs={"layer": GREEN})
        space.add_text("G-green-9 绿地", dxfattribs={"layer": GREEN}).set_placement((1000, 0))

    found = damaged(damage)
    (round_one,) = [one for one in found.plan.grounds if one.id == "G-green-9"]
    # Chords within 5 mm of the circle take off at most 5 mm of its 62.8 m.
    assert 314.16 - 0.32 <= round_one.outline.area <= 314.16


def test_three_dimensional_polylines_are_laid_flat(plan, damaged):
    def damage(space):
        for line in outlines(space, HOUSE):
            ring = [(x, y, 150.0) for x, y in corners(line)]
            space.add_polyline3d(ring, close=True, dxfattribs={"layer": HOUSE})
            space.delete_entity(line)

    assert damaged(damage).plan == plan


def test_a_fill_beside_its_outline_says_nothing_and_one_alone_is_the_outline(plan, damaged):
    def fill(space, line):
        hatch = space.add_hatch(dxfattribs={"layer": line.dxf.layer})
        hatch.paths.add_polyline_path(corners(line), is_closed=True)

    def beside(space):
        for line in outlines(space, HOUSE):
            fill(space, line)

    def alone(space):
        for line in outlines(space, HOUSE):
            fill(space, line)
            space.delete_entity(line)

    assert damaged(beside).plan == plan
    found = damaged(alone)
    assert found.plan == plan
    assert "taken from a fill that has no outline: BLDG-HOUSE (8)" in said(found)


def test_a_fill_with_a_hole_is_not_understood(damaged):
    def damage(space):
        hatch = space.add_hatch(dxfattribs={"layer": GREEN})
        hatch.paths.add_polyline_path([(900, 0), (950, 0), (950, 50), (900, 50)], is_closed=True)
        hatch.paths.add_polyline_path([(910, 10), (920, 10), (920, 20), (910, 20)], is_closed=True)

    assert any("HATCH is not understood" in one.says for one in damaged(damage).plan.defects)


def test_an_outline_drawn_twice_in_its_place_counts_once(plan, damaged):
    def damage(space):
        for line in outlines(space, STALL):
            space.add_lwpolyline(corners(line)[1:] + corners(line)[:1], close=True, dxfattribs={"layer": STALL})

    found = damaged(damage)
    assert found.plan == plan
    assert "drawn twice in the same place, counted once: PARK-CAR (38)" in said(found)


def test_mirrored_and_scaled_blocks_and_rows_of_blocks_stand_where_they_are_seen(plan, damaged):
    def damage(space):
        block = space.doc.blocks.new("楼")
        block.add_lwpolyline([(0, 0), (10, 0), (10, 1), (0, 1)], close=True, dxfattribs={"layer": GREEN})
        block.add_text("X 绿地", dxfattribs={"layer": GREEN}).set_placement((5, 0.5))
        space.add_blockref("楼", (1000, 0), dxfattribs={"xscale": -2, "yscale": 3})
        rows = {"row_count": 2, "column_count": 3, "row_spacing": 20, "column_spacing": 30}
        space.add_blockref("楼", (2000, 0), dxfattribs=rows)

    found = damaged(damage)
    boxes = sorted(one.outline.bounds for one in found.plan.grounds if one.outline.bounds[0] > 900)
    assert boxes[0] == (980.0, 0.0, 1000.0, 3.0)
    assert boxes[1:] == [(2000.0 + 30 * n, 20.0 * m, 2010.0 + 30 * n, 20.0 * m + 1.0) for n in range(3) for m in range(2)]


def test_labels_that_became_attributes_are_labels(plan, damaged):
    def damage(space):
        block = space.doc.blocks.new("字")
        block.add_point((0, 0), dxfattribs={"layer": "0"})
        for text in list(space.query(f'TEXT[layer == "{HOUSE}"]')):
            at = text.dxf.align_point
            insert = space.add_blockref("字", at, dxfattribs={"layer": "0"})
            insert.add_attrib("LABEL", text.dxf.text, at, dxfattribs={"layer": HOUSE})
            space.delete_entity(text)

    assert damaged(damage).plan == plan


def test_everything_moved_into_one_scaled_block_is_the_plan_it_was(plan, damaged):
    def damage(space):
        block = space.doc.blocks.new("整图")
        for entity in list(space):
            if entity.dxf.layer.startswith("SP-") and "PAINT" not in entity.dxf.layer:
                entity.transform(Matrix44.scale(1000.0))
                space.move_to_layout(entity, block)
        space.add_blockref("整图", (0, 0), dxfattribs={"xscale": 0.001, "yscale": 0.001, "zscale": 0.001})

    assert damaged(damage).plan == plan


def test_a_spike_is_no_part_of_an_outline_and_a_true_crossing_is_a_defect(plan, damaged):
    def spiked(space):
        line = outlines(space, HOUSE)[0]
        ring = corners(line)
        # A corner dragged 30 m out and back again on the same way encloses nothing.
        line.set_points([*ring, ring[-1], (ring[-1][0] - 30.0, ring[-1][1] + 30.0), ring[-1]], format="xy")

    def crossed(space):
        line = outlines(space, HOUSE)[0]
        a, b, c, d = corners(line)
        line.set_points([a, c, b, d], format="xy")

    found = damaged(spiked)
    assert found.plan == plan
    assert "freed of spikes, doubled corners or crossings of no size: BLDG-HOUSE (1)" in said(found)
    assert any("cannot be used" in one.says for one in damaged(crossed).plan.defects)


def entity(kind, layer):
    return f"  0\n{kind}\n  5\nFFFF1\n100\nAcDbEntity\n  8\n{layer}\n100\nAcDbProxyEntity\n 90\n498\n 91\n500\n"


@pytest.mark.parametrize("kind", ["ACAD_PROXY_ENTITY", "TCH_WALL", "REGION"])
def test_objects_that_nobody_can_read_are_a_defect_on_our_layers_and_told_on_others(path, tmp_path, kind):
    text = path.read_text(encoding="utf-8")
    for layer in (HOUSE, "A-WALL"):
        into = tmp_path / "in.dxf"
        marker = "  0\nENDSEC\n  0\nSECTION\n  2\nOBJECTS"
        assert marker in text
        into.write_text(text.replace(marker, entity(kind, layer) + marker), encoding="utf-8")
        found = read_dxf(into)
        if layer == HOUSE:
            assert any(f"a {kind} is not understood on this layer" in one.says for one in found.plan.defects)
        elif kind != "REGION":
            assert "objects of other programs, not read: A-WALL (1)" in said(found)
        else:
            assert found.plan.defects == ()
