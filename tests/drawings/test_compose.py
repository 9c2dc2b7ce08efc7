from dataclasses import replace

import pytest
from shapely.geometry import Point, Polygon, box

from layoutgen.drawings.compose import compose
from layoutgen.drawings.entrances import entrance_turns
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.model.plan import Plan


def test_every_label_of_an_outline_stands_inside_it(plan):
    sheet = compose(plan)
    rings = {(outline.layer, outline.id): Polygon(outline.points) for outline in sheet.outlines}
    inside = [rings[text.layer, text.id].contains(Point(text.point)) for text in sheet.labels if (text.layer, text.id) in rings]
    assert len(inside) == len(rings)
    assert all(inside)


def test_stalls_are_lettered_small_and_homes_readable(plan):
    heights = {text.id: text.height_m for text in compose(plan).labels}
    assert heights["P-0001"] == 0.3
    assert heights["K1-00"] > 0.6


def test_an_outline_with_a_hole_is_not_drawn(plan):
    ring = box(0, 0, 9, 9).difference(box(3, 3, 6, 6))
    with pytest.raises(ValueError, match="no hole"):
        compose(replace(plan, blocks=(replace(plan.blocks[0], outline=ring),)))


def test_trees_stand_on_green_and_keep_off_everything_else(plan):
    greens = [ground.outline for ground in plan.grounds if ground.kind in ("green", "central_green")]
    hard = [way.outline for way in plan.ways] + [building.footprint for building in plan.buildings]
    trees = compose(plan).trees
    assert trees
    for tree in trees:
        assert any(green.contains(Point(tree.point)) for green in greens)
        assert all(outline.distance(Point(tree.point)) > tree.crown_m for outline in hard)


def test_a_door_shows_into_its_building(plan):
    # The door stands on the north wall of K1-00, so its arrow shows south: 270 degrees.
    assert entrance_turns(plan)["D-door-1"] % 360.0 == 270.0


@pytest.mark.parametrize("boundary", [box(0, 0, 100, 80), Polygon()])
def test_a_plan_with_nothing_on_it_is_drawn_and_read(plan, tmp_path, boundary):
    bare = Plan(facts=plan.facts, boundary=boundary)
    write_dxf(compose(bare), tmp_path / "bare.dxf")
    found = read_dxf(tmp_path / "bare.dxf").plan
    assert found.boundary.equals(boundary)
    assert len(found.defects) == int(boundary.is_empty)
