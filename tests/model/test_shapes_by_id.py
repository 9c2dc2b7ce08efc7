from dataclasses import replace

from shapely.geometry import Polygon

from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.things import things_of
from layoutgen.model.limit import Demand, Limit
from layoutgen.model.report import Finding
from layoutgen.model.shapes_by_id import shapes_by_id
from layoutgen.model.spoken_of import spoken_of
from tests.drawings.hand_made import make_plan

ANY = Limit(demand=Demand.AT_LEAST, low=1.0)


def test_everything_drawn_has_its_shapes_under_its_id():
    plan = make_plan()
    shapes = shapes_by_id(plan)
    for thing in things_of(plan, load_profile()):
        assert any(shape.equals(thing.shape) for shape in shapes[thing.label.id]), thing.label.id
    assert set(shapes) == {thing.label.id for thing in things_of(plan, load_profile())} | {"site", "people", "drawing"}


def test_a_way_has_its_outline_and_its_centre_line():
    assert [shape.geom_type for shape in shapes_by_id(make_plan())["R-main-1"]] == ["Polygon", "LineString"]


def test_a_plan_without_a_red_line_has_no_shape_of_the_whole():
    shapes = shapes_by_id(replace(make_plan(), boundary=Polygon()))
    assert not {"site", "people", "drawing", "S1"} & set(shapes)


def test_a_finding_of_a_kind_is_about_all_of_the_kind_and_one_of_a_dwelling_about_its_windows():
    plan = make_plan()
    spoken = spoken_of(plan)
    window = plan.windows[0]
    lockers = tuple(sorted(spot.id for spot in plan.spots if spot.kind.value == "lockers"))
    assert lockers
    assert spoken.of(Finding(subjects=("lockers",), measured=1.0, limit=ANY)) == lockers
    assert window.id in spoken.of(Finding(subjects=(window.building, window.dwelling), measured=1.0, limit=ANY))
    assert spoken.of(Finding(subjects=("keep-out 1",), measured=1.0, limit=ANY)) == ("O0001",)
    assert spoken.of(Finding(subjects=("people",), measured=1.0, limit=ANY)) == ("S1",)
