"""A drawing that was moved, turned or mirrored as a whole: laid back by plan.json, told without it."""

from math import radians

import ezdxf
import pytest
from ezdxf.math import Matrix44

from layoutgen.drawings.compose import compose
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import write_dxf

FACTS_LAYER = "SP-META-设计条件"
MIRROR = Matrix44.scale(-1.0, 1.0, 1.0)


@pytest.fixture(scope="module")
def path(plan, tmp_path_factory):
    path = tmp_path_factory.mktemp("lying") / "plan.dxf"
    write_dxf(compose(plan), path)
    return path


@pytest.fixture
def transformed(path, tmp_path):
    """Read the drawing again after a hand moved all of it."""

    def run(matrix, before=None, *facts):
        doc = ezdxf.readfile(path)
        for entity in doc.modelspace().query("LWPOLYLINE TEXT POINT"):
            entity.transform(matrix)
        for fact in facts:
            doc.modelspace().add_text(fact, dxfattribs={"layer": FACTS_LAYER})
        doc.saveas(tmp_path / "in.dxf")
        return read_dxf(tmp_path / "in.dxf", before)

    return run


def said(found):
    return " | ".join(sentence.en for sentence in found.reading.said)


@pytest.mark.parametrize(
    ("matrix", "words"),
    [
        (Matrix44.translate(1234.5678, -77.1, 0), "moved by (1234.568, -77.100) m"),
        (Matrix44.z_rotate(radians(33.0)), "turned by 33.000 degrees counter-clockwise"),
        (Matrix44.z_rotate(radians(180.0)) @ Matrix44.translate(420, 300, 0), "turned by 180.000 degrees"),
        (MIRROR, "mirrored"),
        (MIRROR @ Matrix44.z_rotate(radians(-20.0)) @ Matrix44.translate(5e5, 4e6, 0), "mirrored, turned by -20.000 degrees"),
        (Matrix44.scale(1000.0) @ Matrix44.z_rotate(radians(90.0)), "turned by 90.000 degrees"),
    ],
)
def test_beside_its_plan_json_it_is_the_plan_it_was(plan, transformed, matrix, words):
    # The red line is a rectangle: which of its four ways it lies is told by the buildings.
    found = transformed(matrix, plan)
    assert found.plan == plan
    assert f"the drawing as a whole was {words}" in said(found)
    assert "laid back" in said(found)


def test_beside_its_plan_json_a_drawing_that_was_not_moved_says_nothing(plan, transformed):
    found = transformed(Matrix44(), plan)
    assert found.plan == plan
    assert found.reading.said == ()


def test_a_plan_json_with_another_red_line_moves_nothing(plan, make_plan, transformed):
    from dataclasses import replace

    from shapely import box

    other = replace(plan, boundary=box(0, 0, 400, 300))
    found = transformed(Matrix44.translate(100.0, 0, 0), other)
    assert found.plan.boundary.bounds == (100.0, 0.0, 520.0, 300.0)


def test_a_mirrored_drawing_without_plan_json_is_judged_as_drawn_with_windows_that_look_out(plan, transformed):
    found = transformed(MIRROR)
    assert found.plan.defects == ()
    assert "the drawing was mirrored: its windows look into their buildings" in said(found)
    # Windows of the south wall look south: west to east they would look there with the building on their left.
    for window in found.plan.windows:
        (x0, _), (x1, _) = window.line.coords
        assert x0 < x1
    (line,) = found.plan.window_lines
    assert line.line.coords[0] < line.line.coords[-1]


def test_facts_that_all_stand_askew_ask_for_north_and_north_answers(transformed):
    turned = Matrix44.z_rotate(radians(15.0))
    (doubt,) = transformed(turned).plan.defects
    assert "turned by 15 degrees" in doubt.says
    assert "write north=-15" in doubt.says
    assert transformed(turned, None, "north=-15.0").plan.defects == ()
    assert transformed(turned, None, "north=0").plan.defects == ()


def test_without_labels_plan_json_tells_the_unit(plan, path, tmp_path):
    doc = ezdxf.readfile(path)
    space = doc.modelspace()
    for entity in list(space.query("LWPOLYLINE TEXT POINT")):
        if entity.dxftype() == "TEXT" and "BLDG" in entity.dxf.layer:
            space.delete_entity(entity)
        else:
            entity.transform(Matrix44.scale(1 / 0.3048))
    doc.saveas(tmp_path / "in.dxf")
    found = read_dxf(tmp_path / "in.dxf", plan)
    assert found.plan.boundary == plan.boundary
    assert "the drawing is in feet by the red line of plan.json" in said(found)
