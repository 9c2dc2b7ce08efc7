"""Paint in the drawing file as the CAD library finds it there."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import ezdxf
import pytest
from ezdxf.math import bulge_radius
from shapely.geometry import box

from layoutgen.drawings.compose import compose
from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.write_dxf import write_dxf


@pytest.fixture(scope="module")
def sheet(plan):
    return compose(plan)


@pytest.fixture(scope="module")
def doc(sheet, tmp_path_factory):
    path = tmp_path_factory.mktemp("paint") / "plan.dxf"
    write_dxf(sheet, path)
    return ezdxf.readfile(path)


def test_dimensions_are_real_and_measure_what_they_say(doc, sheet):
    found = doc.modelspace().query("DIMENSION")
    assert len(found) == len(sheet.dimensions)
    for dimension, drawn in zip(found, sheet.dimensions, strict=True):
        assert dimension.get_measurement() == pytest.approx(drawn.length_m, abs=1e-6)
        assert dimension.dxf.dimstyle == "SP-DIM"
        picture = doc.blocks.get(dimension.dxf.geometry)
        assert Counter(entity.dxftype() for entity in picture)["TEXT"] == 1
        assert next(entity.dxf.text for entity in picture if entity.dxftype() == "TEXT") == drawn.text


def test_programs_that_draw_dimensions_by_the_header_find_the_same_there(doc):
    assert doc.header["$DIMDEC"] == 2
    assert doc.header["$DIMZIN"] == 0
    assert doc.header["$DIMDSEP"] == ord(".")
    assert doc.header["$DIMTXT"] == doc.dimstyles.get("SP-DIM").dxf.dimtxt > 0.0


def test_trees_are_one_block_put_many_times(doc, sheet):
    found = doc.modelspace().query("INSERT")
    assert len(found) == len(sheet.trees) > 0
    assert {insert.dxf.name for insert in found} == {"SP-TREE"}
    assert sorted(insert.dxf.xscale for insert in found) == sorted(tree.crown_m for tree in sheet.trees)


def test_kerbs_have_true_arcs_of_a_customary_radius(doc):
    kerbs = doc.modelspace().query('LWPOLYLINE[layer ? "SP-PAINT-KERB.*"]')
    radii = []
    for kerb in kerbs:
        points = kerb.get_points("xyb")
        radii += [bulge_radius(a[:2], b[:2], a[2]) for a, b in pairwise(points) if a[2]]
    assert radii
    assert all(2.0 < radius < 20.0 for radius in radii)


def test_a_green_round_something_is_filled_with_a_hole(plan, tmp_path):
    greens = [ground for ground in plan.grounds if ground.kind == "green"]
    # A frame of four rectangles round an empty square of 10 x 10 m.
    sides = [box(0, 0, 30, 10), box(0, 20, 30, 30), box(0, 10, 10, 20), box(20, 10, 30, 20)]
    framed = tuple(replace(greens[0], id=f"G-green-{n}", outline=side) for n, side in enumerate(sides))
    path = tmp_path / "plan.dxf"
    write_dxf(compose(replace(plan, grounds=framed)), path)
    (hatch,) = [h for h in ezdxf.readfile(path).modelspace().query("HATCH") if len(h.paths) > 1]
    corners = [[(x, y) for x, y, _ in ring.vertices] for ring in hatch.paths]
    assert sorted((min(c), max(c)) for c in corners) == [((0, 0), (30, 30)), ((10, 10), (20, 20))]


def test_rescue_grounds_are_hatched_with_lines(doc):
    hatches = doc.modelspace().query('HATCH[layer ? "SP-PAINT-FIRE.*"]')
    assert len(hatches) == 1
    assert hatches[0].dxf.pattern_name == "ANSI31"
    assert hatches[0].dxf.solid_fill == 0


@pytest.mark.parametrize("name", ["default", "submission", "gbk"])
def test_dimensions_are_there_in_every_profile(plan, sheet, tmp_path, name):
    path = tmp_path / "plan.dxf"
    write_dxf(compose(plan, profile=load_profile(name)), path)
    found = ezdxf.readfile(path)
    assert len(found.modelspace().query("DIMENSION")) == len(sheet.dimensions)
    assert not found.audit().errors
