from dataclasses import replace

import ezdxf
import pytest
from shapely.geometry import Polygon

from layoutgen.drawings.compose import compose
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.errors import InputError
from layoutgen.geometry.parts import snap_polygon
from layoutgen.model.reading import Defect

SITE, HOUSE, GREEN, CENTRE = "SP-SITE-用地红线", "SP-BLDG-HOUSE-住宅", "SP-GROUND-GREEN-绿地", "SP-ROADC-MAIN-街坊主路中心线"


@pytest.fixture
def edit(plan, tmp_path):
    """Write the plan, let a hand change the drawing, read it again."""
    path = tmp_path / "plan.dxf"

    def run(change):
        write_dxf(compose(plan), path)
        doc = ezdxf.readfile(path)
        change(doc.modelspace())
        doc.saveas(path)
        return read_dxf(path).plan

    return run


def of(space, kind, layer):
    return next(entity for entity in space if entity.dxftype() == kind and entity.dxf.layer == layer)


def said(plan):
    return [defect.says for defect in plan.defects]


def square(space, x, y, layer, *, close=True):
    return space.add_lwpolyline([(x, y), (x + 9, y), (x + 9, y + 9), (x, y + 9)], close=close, dxfattribs={"layer": layer})


def label(space, x, y, text, layer):
    space.add_text(text, dxfattribs={"layer": layer}).set_placement((x, y))


def test_other_peoples_layers_are_nobodys_business(plan, edit):
    def change(space):
        square(space, 500, 500, "A-WALL")
        space.add_circle((0, 0), 5, dxfattribs={"layer": "0"})
        space.add_arc((0, 0), 5, 0, 90, dxfattribs={"layer": "SP-PAINT-FRAME-指北针图例"})

    assert edit(change) == plan


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda space: square(space, 30, 100, GREEN, close=False), "is not closed"),
        (lambda space: square(space, 130, 200, GREEN), "has no label"),
        (lambda space: label(space, 40, 110, "G-green-1 绿地", GREEN), "more than one label"),
        (lambda space: label(space, -500, 0, "G-x 绿地", GREEN), "belongs to nothing"),
        (lambda space: of(space, "TEXT", HOUSE).dxf.set("text", "K1-00 住宅 6F H1/2/x 100.00㎡"), "no number"),
        (lambda space: of(space, "TEXT", HOUSE).dxf.set("text", "K1-00 住宅"), "must be said"),
        (lambda space: of(space, "TEXT", HOUSE).dxf.set("text", "lonely"), "needs an id and a word"),
        (lambda space: square(space, 0, 0, "SP-SWIMMING-泳池"), "is not known"),
        (lambda space: square(space, 500, 500, SITE), "2 red lines"),
        (lambda space: space.add_circle((30, 100), 2, dxfattribs={"layer": GREEN}), "has no label"),
        (
            lambda space: space.add_solid([(0, 0), (9, 0), (9, 9), (0, 9)], dxfattribs={"layer": GREEN}),
            "SOLID is not understood",
        ),
        (
            lambda space: space.add_lwpolyline([(0, 0), (1, 0), (1, 0)], close=True, dxfattribs={"layer": GREEN}),
            "cannot be used",
        ),
        (
            lambda space: space.add_lwpolyline([(0, 0), (9, 9), (9, 0), (0, 9)], close=True, dxfattribs={"layer": GREEN}),
            "cannot be used",
        ),
        (lambda space: label(space, 0, -99, "people=2400", "SP-META-设计条件"), "stands twice"),
    ],
)
def test_what_is_not_understood_is_said_in_a_sentence(edit, change, words):
    assert any(words in defect.says for defect in edit(change).defects)


def test_a_plan_without_a_red_line_has_an_empty_boundary(edit):
    def change(space):
        for entity in [entity for entity in space if entity.dxf.layer == SITE]:
            space.delete_entity(entity)

    found = edit(change)
    assert found.boundary.is_empty
    assert Defect(says="The drawing has 0 red lines 用地红线, not one.", role="site") in found.defects


def test_an_unlabelled_red_line_is_still_the_boundary(plan, edit):
    found = edit(lambda space: space.delete_entity(of(space, "TEXT", SITE)))
    assert found == plan  # its label says no more than an id


def test_a_centre_line_without_its_outline_is_a_defect(edit):
    def change(space):
        space.add_lwpolyline([(0, 200), (50, 200)], dxfattribs={"layer": CENTRE})
        label(space, 25, 200, "R-main-9 街坊主路中心线", CENTRE)

    assert said(edit(change)) == ["The main centre line R-main-9 has no outline."]


def test_an_outline_without_its_centre_line_is_no_way(edit):
    found = edit(lambda space: space.delete_entity(of(space, "LWPOLYLINE", CENTRE)))
    assert [way.id for way in found.ways if way.kind == "main"] == []
    assert any("has no centre line" in defect.says for defect in found.defects)


@pytest.mark.parametrize("content", [b"", b"hello", b"\x00\x01\x02" * 99, b"0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n"])
def test_a_file_that_is_no_drawing_is_an_input_error(tmp_path, content):
    path = tmp_path / "图.dxf"
    path.write_bytes(content)
    with pytest.raises(InputError):
        read_dxf(path)


def test_a_missing_file_or_a_folder_is_an_input_error(tmp_path):
    for path in (tmp_path / "none.dxf", tmp_path):
        with pytest.raises(InputError):
            read_dxf(path)


def test_a_file_cut_short_is_an_input_error_or_full_of_defects(plan, tmp_path):
    path = tmp_path / "plan.dxf"
    write_dxf(compose(plan), path)
    whole = path.read_bytes()
    for share in (0.3, 0.6, 0.9):
        path.write_bytes(whole[: int(len(whole) * share)])
        try:
            assert read_dxf(path).plan.defects
        except InputError:
            continue


def test_a_folder_that_is_not_there_is_an_input_error_and_leaves_nothing(plan, tmp_path):
    with pytest.raises(InputError):
        write_dxf(compose(plan), tmp_path / "none" / "plan.dxf")
    assert list(tmp_path.iterdir()) == []


def test_an_edge_of_a_millimetre_at_the_end_of_a_ring_is_read_as_drawn(plan, tmp_path):
    # Without its last corner the ring would run below (0.134, 0.995) and cross itself.
    ring = [(0.0, 0.997), (0.134, 0.995), (0.11, -0.504), (1.776, -0.531), (1.8, 0.968), (0.0, 0.998)]
    outline = snap_polygon(Polygon(ring))
    changed = replace(plan, lots=(replace(plan.lots[0], outline=outline), *plan.lots[1:]))
    path = tmp_path / "plan.dxf"
    write_dxf(compose(changed), path)
    assert outline in [lot.outline for lot in read_dxf(path).plan.lots]
