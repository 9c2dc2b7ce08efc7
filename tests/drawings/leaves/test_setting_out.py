"""总平面定位图 of the hand-made plan."""

from dataclasses import replace

from layoutgen.drawings.compose import compose
from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.leaves.setting_out import building_corner_table, setting_out_leaves
from layoutgen.drawings.paper.leaf import Told, plan_paper


def told(plan):
    return Told(plan=plan, sheet=compose(plan), report=None, facilities=(), paper=plan_paper(plan))


def test_every_building_has_two_corners_in_the_surveys_frame(plan):
    moved = replace(plan, facts=replace(plan.facts, origin=(500000.0, 3800000.0)))
    rows = {row.cells[0]: row.cells[1:] for row in building_corner_table(moved, load_profile(), 190.0).rows}
    # K1-00 stands 54 x 13.2 m from (20, 70); X is north.
    assert rows["K1-00"] == ("3800070.000", "500020.000", "3800083.200", "500074.000")
    assert len(rows) == len(plan.buildings)


def test_the_view_shows_dimensions_and_coordinates_but_neither_trees_nor_names_of_gates(plan):
    (leaf,) = setting_out_leaves(told(plan))
    hidden = leaf.views[0].hidden
    assert {"PAINT-TREE", "PAINT-GATENAME", "PAINT-FACNAME", "PAINT-FIRE"} <= hidden
    assert not {"PAINT-DIM", "PAINT-COORD", "PAINT-BLDGCOORD", "PAINT-BUILDLINE", "SITE", "BLDG-HOUSE"} & hidden


def test_without_buildings_there_is_no_such_page(plan):
    assert setting_out_leaves(told(replace(plan, buildings=(), facilities=()))) == ()
