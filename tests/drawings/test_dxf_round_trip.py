import os
import subprocess
import sys
import time
from dataclasses import replace

import ezdxf
import pytest
from shapely import affinity

from layoutgen.drawings.compose import compose
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import APPID, write_dxf
from layoutgen.geometry.parts import snap_polygon

WRITE_ONCE = """
import importlib.util, sys
from pathlib import Path
spec = importlib.util.spec_from_file_location("hand_made", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
from layoutgen.drawings.compose import compose
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.drawings.write_svg import write_svg
sheet = compose(module.make_plan())
write_dxf(sheet, Path("plan.dxf"))
write_svg(sheet, Path("plan.svg"))
"""


@pytest.fixture
def drawing(plan, tmp_path):
    path = tmp_path / "plan.dxf"
    write_dxf(compose(plan), path)
    return path


def test_a_drawing_reads_back_as_the_plan_it_was(plan, drawing):
    assert read_dxf(drawing).plan == plan


def test_without_its_extended_data_it_is_the_same_plan(plan, drawing):
    doc = ezdxf.readfile(drawing)
    carriers = [entity for entity in doc.modelspace() if entity.has_xdata(APPID)]
    assert carriers
    for entity in carriers:
        entity.discard_xdata(APPID)
    doc.saveas(drawing)
    assert read_dxf(drawing).plan == plan


def test_a_client_that_writes_mtext_old_polylines_and_own_layer_names_changes_nothing(plan, drawing):
    doc = ezdxf.readfile(drawing)
    space = doc.modelspace()
    for text in list(space.query("TEXT")):
        place = text.get_placement()[1]
        space.add_mtext(text.dxf.text, dxfattribs={"layer": text.dxf.layer.lower(), "insert": place})
        space.delete_entity(text)
    for line in list(space.query("LWPOLYLINE")):
        corners = [(x, y) for x, y in line.get_points("xy")]
        corners += corners[:1] if line.closed else []
        layer = line.dxf.layer.rpartition("-")[0]  # the Chinese word is lost, the code stays
        space.add_polyline2d(corners, dxfattribs={"layer": layer})
        space.delete_entity(line)
    doc.saveas(drawing)
    assert read_dxf(drawing).plan == plan


def test_a_turned_plan_with_odd_corners_reads_back_as_it_was(plan, tmp_path):
    def turn(shape):
        return snap_polygon(affinity.rotate(shape, 17.3, origin=(0, 0)))

    turned = replace(
        plan,
        boundary=turn(plan.boundary),
        grounds=tuple(replace(ground, outline=turn(ground.outline)) for ground in plan.grounds),
        stalls=tuple(replace(stall, outline=turn(stall.outline)) for stall in plan.stalls),
    )
    path = tmp_path / "turned.dxf"
    write_dxf(compose(turned), path)
    assert read_dxf(path).plan == turned


def test_the_same_plan_gives_the_same_bytes_whatever_the_hash_seed_and_the_folder(hand_made_file, tmp_path):
    for seed in ("1", "2"):
        folder = tmp_path / f"folder {seed}"
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", WRITE_ONCE, str(hand_made_file)], cwd=folder, env=environment, check=True)
    for name in ("plan.dxf", "plan.svg"):
        assert (tmp_path / "folder 1" / name).read_bytes() == (tmp_path / "folder 2" / name).read_bytes()


def test_a_large_plan_is_written_and_read_in_seconds(make_plan, tmp_path):
    plan = make_plan(1500)
    path = tmp_path / "large.dxf"
    started = time.perf_counter()
    write_dxf(compose(plan), path)
    written = time.perf_counter()
    assert read_dxf(path).plan == plan
    # The budget is 2 s each; four times that leaves room for a busy machine.
    assert written - started < 8.0
    assert time.perf_counter() - written < 8.0


def test_the_file_says_metres_extents_and_registered_name(drawing):
    doc = ezdxf.readfile(drawing)
    assert doc.dxfversion == "AC1024"
    assert doc.header["$INSUNITS"] == 6
    assert APPID in doc.appids
    # The site is 420 m x 300 m from the origin, neighbours 40 m to the south.
    west, south, _ = doc.header["$EXTMIN"]
    east, north, _ = doc.header["$EXTMAX"]
    assert west < 0.0 < 420.0 < east
    assert south < -40.0 < 334.0 < north
    assert not doc.audit().errors
