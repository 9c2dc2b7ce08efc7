"""A drawing that went through other hands reads as the same plan: blocks, encodings, old entities, other versions."""

import re

import ezdxf
import pytest
from ezdxf.math import Matrix44

from layoutgen.drawings.compose import compose
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import write_dxf


@pytest.fixture(scope="module")
def path(plan, tmp_path_factory):
    path = tmp_path_factory.mktemp("edited") / "plan.dxf"
    write_dxf(compose(plan), path)
    return path


def ours(doc):
    return [entity for entity in doc.modelspace() if entity.dxf.layer.startswith("SP-")]


def test_a_plan_in_a_block_reads_as_the_same_plan(plan, path, tmp_path):
    doc = ezdxf.readfile(path)
    block = doc.blocks.new("整图")
    for entity in ours(doc):
        doc.modelspace().move_to_layout(entity, block)
    doc.modelspace().add_blockref("整图", (0, 0))
    doc.saveas(tmp_path / "in.dxf")
    assert read_dxf(tmp_path / "in.dxf").plan == plan


def test_a_plan_in_a_block_that_stands_elsewhere_is_moved_with_it(plan, path, tmp_path):
    doc = ezdxf.readfile(path)
    block = doc.blocks.new("整图")
    for entity in ours(doc):
        entity.transform(Matrix44.translate(-1000.0, 500.0, 0.0))
        doc.modelspace().move_to_layout(entity, block)
    doc.modelspace().add_blockref("整图", (1000, -500), dxfattribs={"layer": "SP-SITE-用地红线"})
    doc.saveas(tmp_path / "in.dxf")
    again = read_dxf(tmp_path / "in.dxf").plan
    assert again.defects == ()
    assert [one.id for one in again.buildings] == [one.id for one in plan.buildings]
    assert again.boundary.symmetric_difference(plan.boundary).area < 1e-3


@pytest.mark.parametrize(("version", "header"), [("AC1018", "ANSI_936"), ("AC1018", "ANSI_1252")])
def test_a_plan_saved_in_gbk_reads_as_the_same_plan_whatever_its_header_says(plan, path, tmp_path, version, header):
    text = path.read_text(encoding="utf-8").replace("AC1024", version, 1)
    text = re.sub(r"ANSI_\d+", header, text, count=1)
    target = tmp_path / "gbk.dxf"
    target.write_bytes(text.encode("gbk", errors="ignore"))
    again = read_dxf(target).plan
    assert [one.id for one in again.stalls] == [one.id for one in plan.stalls]
    assert [one.outline for one in again.lots] == [one.outline for one in plan.lots]
    assert [one for one in again.defects if "not known" in one.says] == []


def test_old_polylines_and_multiline_texts_read_as_the_same_plan(plan, path, tmp_path):
    doc = ezdxf.readfile(path)
    space = doc.modelspace()
    for entity in ours(doc):
        if entity.dxftype() == "LWPOLYLINE":
            points, is_closed = [point[:2] for point in entity.get_points()], entity.closed
            space.add_polyline2d(points, close=is_closed, dxfattribs={"layer": entity.dxf.layer})
            space.delete_entity(entity)
        elif entity.dxftype() == "TEXT" and "META" not in entity.dxf.layer:
            words = entity.plain_text()
            place = entity.dxf.align_point if entity.dxf.hasattr("align_point") else entity.dxf.insert
            space.add_mtext(words, dxfattribs={"layer": entity.dxf.layer, "insert": place})
            space.delete_entity(entity)
    doc.saveas(tmp_path / "in.dxf")
    assert read_dxf(tmp_path / "in.dxf").plan == plan


def test_binary_and_older_versions_read_as_the_same_plan(plan, path, tmp_path):
    doc = ezdxf.readfile(path)
    doc.saveas(tmp_path / "binary.dxf", fmt="bin")
    doc.dxfversion = "R2018"
    doc.saveas(tmp_path / "new.dxf")
    for name in ("binary.dxf", "new.dxf"):
        assert read_dxf(tmp_path / name).plan == plan
