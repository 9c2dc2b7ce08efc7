"""A review by hand of the hand-made plan, and files of every sort to mark it on."""

from dataclasses import replace

import ezdxf
import pytest
from ezdxf.document import Drawing
from shapely.geometry import Point

from layoutgen.drawings.compose import compose
from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.review.remark import Remark, Review, Severity, Spot
from layoutgen.drawings.survey_frame import in_survey_frame
from layoutgen.drawings.write_dxf import write_dxf


@pytest.fixture(scope="session")
def review(plan):
    """One breach of a building, forty of stalls, one of the whole and one that is advice."""
    house = next(building for building in plan.buildings if building.id == "K1-00")
    stalls = [Spot(shape=stall.outline, says="2.30 m，要求 ≥ 2.50 m") for stall in plan.stalls[:40]]
    rows = [
        (Severity.FAIL, "FIRE-08", (Spot(shape=house.footprint, says="0 m，要求 ≥ 4 m"),)),
        (Severity.FAIL, "PARK-01", tuple(stalls)),
        (Severity.BLOCKED, "CRC-11.bus", ()),
        (Severity.ADVICE, "CRC-B.walk", (Spot(shape=Point(200.0, 150.0), says="648 m，要求 ≤ 500 m"),)),
    ]
    remarks = tuple(
        Remark(number=n, severity=severity, clause=clause, demand="要求", asked="≥ 1 m", found="K1-00：0 m", spots=spots)
        for n, (severity, clause, spots) in enumerate(rows, start=1)
    )
    return Review(lang="zh", summary=("结论：不通过", "本图层每次重写"), remarks=remarks)


def _ours(profile="default"):
    return lambda plan, path: write_dxf(compose(plan, profile=load_profile(profile)), path)


def _saved_as(version):
    def write(plan, path):
        _ours()(plan, path)
        doc = ezdxf.readfile(path)
        if version == "R12":
            doc = _as_r12(doc)
        doc.dxfversion = version
        doc.saveas(path)

    return write


def _as_r12(doc: Drawing) -> Drawing:
    """The legal layers, in entities that R12 knows."""
    old = ezdxf.new("R12")
    old.appids.add("LAYOUTGEN")
    for entity in doc.modelspace().query("LWPOLYLINE TEXT POINT"):
        layer = entity.dxf.layer.replace("PAINT", "X")
        if entity.dxftype() == "LWPOLYLINE":
            old.modelspace().add_polyline2d(list(entity.vertices()), close=entity.closed, dxfattribs={"layer": layer})
        elif entity.dxftype() == "TEXT":
            at = entity.dxf.align_point if entity.dxf.hasattr("align_point") else entity.dxf.insert
            old.modelspace().add_text(entity.dxf.text, dxfattribs={"layer": layer, "insert": at, "height": 0.5})
        else:
            old.modelspace().add_point(entity.dxf.location, dxfattribs={"layer": layer})
    return old


def _binary(plan, path):
    _ours()(plan, path)
    ezdxf.readfile(path).saveas(path, fmt="bin")


def _with_line_ends_of_windows(plan, path):
    _ours()(plan, path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def _in_survey_frame(plan, path):
    write_dxf(in_survey_frame(compose(plan), plan.facts.origin), path)


WRITERS = {
    "default": _ours(),
    "gbk": _ours("gbk"),
    "submission": _ours("submission"),
    "R12": _saved_as("R12"),
    "R2000": _saved_as("R2000"),
    "R2018": _saved_as("R2018"),
    "binary": _binary,
    "windows": _with_line_ends_of_windows,
    "survey": _in_survey_frame,
}


@pytest.fixture(scope="session")
def far_plan(plan):
    """The plan with an origin of the survey, as its facts tell it."""
    return replace(plan, facts=replace(plan.facts, origin=(3100000.0, 38500000.0)))


@pytest.fixture(scope="session")
def drawings(far_plan, tmp_path_factory):
    """Path of the plan in a file of a sort, written once."""
    folder = tmp_path_factory.mktemp("drawings")

    def of(name):
        path = folder / f"{name}.dxf"
        if not path.exists():
            WRITERS[name](far_plan, path)
        return path

    return of
