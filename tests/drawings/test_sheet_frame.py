"""A drawing turned in its sheet, moved or in the survey's frame is the plan it was."""

from math import radians

import ezdxf
import pytest
from ezdxf.math import Matrix44

from layoutgen.drawings.compose import compose
from layoutgen.drawings.grid_phase import off_the_grid
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.sheet_frame import SheetFrame, laid_back, read_frame
from layoutgen.drawings.survey_frame import in_survey_frame
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.inputs.cad.shapes import Shape

ORIGIN = (40500000.0, 3790000.125)
FACTS_LAYER = "SP-META-设计条件"


@pytest.fixture
def turned(plan, tmp_path):
    """Write the plan, transform every entity of ours, add facts, read it again."""

    def run(matrix, *facts, origin=None):
        path = tmp_path / "plan.dxf"
        sheet = compose(plan)
        write_dxf(in_survey_frame(sheet, origin) if origin else sheet, path)
        doc = ezdxf.readfile(path)
        space = doc.modelspace()
        for entity in space.query("LWPOLYLINE TEXT POINT"):
            entity.transform(matrix)
        for fact in facts:
            space.add_text(fact, dxfattribs={"layer": FACTS_LAYER})
        doc.saveas(path)
        return read_dxf(path).plan

    return run


def test_north_is_told_clockwise_from_upward():
    # A sheet whose north is to its right: what lies 5 m to the right of a point lies 5 m north of it.
    right = Shape(layer="", kind="LINE", points=((0.0, 0.0), (5.0, 0.0)), is_closed=False)
    (line,) = laid_back([right], SheetFrame(north_deg=90.0))
    assert line.points == ((0.0, 0.0), (0.0, 5.0))


@pytest.mark.parametrize("degrees", [30.0, -90.0, 137.25, 180.0])
def test_a_drawing_turned_with_its_north_is_the_plan_it_was(plan, turned, degrees):
    # ezdxf turns counter-clockwise, so north goes counter-clockwise too.
    assert turned(Matrix44.z_rotate(radians(degrees)), f"north={-degrees}") == plan


def test_a_drawing_turned_about_another_point_is_the_plan_it_was_but_for_where_it_lies(plan, turned):
    about = Matrix44.translate(-210, -150, 0) @ Matrix44.z_rotate(radians(25.0)) @ Matrix44.translate(210, 150, 0)
    found = turned(about, "north=-25.0")
    assert found.defects == ()
    east, north = (found.boundary.bounds[axis] - plan.boundary.bounds[axis] for axis in (0, 1))
    for was, read in zip(plan.buildings, found.buildings, strict=True):
        assert [(round(x - east, 3), round(y - north, 3)) for x, y in read.footprint.exterior.coords] == [
            (x, y) for x, y in was.footprint.exterior.coords
        ]


def test_a_drawing_in_the_surveys_frame_may_be_turned_too(plan, turned):
    assert turned(Matrix44.z_rotate(radians(40.0)), "north=-40.0", origin=ORIGIN).boundary == plan.boundary


def test_a_drawing_moved_by_part_of_a_millimetre_is_the_plan_it_was(plan, turned):
    assert turned(Matrix44.translate(0.00037, -0.00041, 0)) == plan


def test_without_its_north_a_turned_drawing_is_read_as_drawn(plan, turned):
    found = turned(Matrix44.z_rotate(radians(90.0)))
    assert found.boundary.bounds == pytest.approx((-300.0, 0.0, 0.0, 420.0))


@pytest.mark.parametrize("fact", ["north=up", "north=1e3", "north=720.0", "frame=local"])
def test_a_malformed_fact_of_the_frame_is_told_and_not_used(plan, turned, fact):
    found = turned(Matrix44(), fact)
    assert found.boundary == plan.boundary
    assert [defect for defect in found.defects if "malformed" in defect.says]


def test_two_norths_are_none():
    assert read_frame(["north=3.0", "north=4.0"]) == SheetFrame()


def test_corners_that_agree_on_no_grid_are_left_where_they_are():
    assert off_the_grid([((0.0, 0.0004), (1.0, 0.0004), (2.0, 5.0004))]) == pytest.approx((0.0, 0.0004))
    assert off_the_grid([tuple((n * 0.61803, n * 0.41421) for n in range(99))]) == (0.0, 0.0)
