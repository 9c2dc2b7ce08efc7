"""A marked copy: the user's bytes stay, the judge reads the same plan, the marks are where they belong."""

import re
from collections import Counter
from itertools import combinations

import ezdxf
import pytest
import shapely
from shapely.geometry import LineString, Polygon, box

from layoutgen.drawings.read_drawing import read_drawing
from layoutgen.drawings.review.mark_dxf import marked_dxf
from layoutgen.errors import InputError

EVERY = ["default", "gbk", "submission", "R12", "R2000", "R2018", "binary", "windows", "survey"]
AS_THEY_ARE = [name for name in EVERY if name != "binary"]
LAYER = b"SP-PAINT-REVIEW"


@pytest.fixture
def marked(drawings, review, tmp_path):
    """Mark a drawing of a sort; the copy."""

    def of(name):
        target = tmp_path / f"{name}.marked.dxf"
        target.write_bytes(marked_dxf(drawings(name), read_drawing(drawings(name)), review))
        return target

    return of


def parts(data):
    """Tables' records, entities and what stands between them, as bytes; the word of the next free handle left out."""
    head, seed, rest = data.replace(b"\r\n", b"\n").partition(b"$HANDSEED\n")
    after = rest.split(b"\n", 2)[2] if seed else rest
    return (head + seed + after).split(b"\n  0\n")


def theirs(data):
    """Parts that are neither on the layer of the marks, nor its record or that of the text style."""
    return [part for part in parts(data) if LAYER not in part and not (part.startswith(b"STYLE") and b"SP-HZ" in part)]


def marks(path):
    """Entities on the layer of the marks."""
    return [one for one in ezdxf.readfile(path).modelspace() if one.dxf.layer.startswith(LAYER.decode())]


@pytest.mark.parametrize("name", AS_THEY_ARE)
def test_every_byte_of_the_users_file_stands_in_the_copy_in_its_order(name, drawings, marked):
    before = drawings(name).read_bytes()
    after = marked(name).read_bytes()
    assert theirs(after) == theirs(before)
    assert drawings(name).read_bytes() == before


@pytest.mark.parametrize("name", EVERY)
def test_the_judge_reads_the_same_plan_of_the_copy(name, drawings, marked):
    assert read_drawing(marked(name)).plan == read_drawing(drawings(name)).plan


@pytest.mark.parametrize("name", ["default", "R12", "gbk", "windows"])
def test_marking_the_copy_again_gives_the_same_bytes(name, review, marked):
    first = marked(name)
    assert marked_dxf(first, read_drawing(first), review) == first.read_bytes()


@pytest.mark.parametrize("name", EVERY)
def test_a_cad_library_finds_nothing_wrong_and_the_marks_in_words(name, marked):
    doc = ezdxf.readfile(marked(name))
    assert not doc.audit().errors
    assert "SP-PAINT-REVIEW" in {layer.dxf.name[:15] for layer in doc.layers}
    found = marks(marked(name))
    said = [one.dxf.text for one in found if one.dxftype() == "TEXT"]
    plain = [re.sub(r"\\U\+([0-9A-F]{4})", lambda found: chr(int(found[1], 16)), text) for text in said]
    assert "审查意见表" in plain
    assert any("FIRE-08" in text and "4 m" in text for text in plain)
    kinds = Counter(one.dxftype() for one in found)
    assert kinds["SOLID"] >= 3
    assert kinds["POLYLINE" if name == "R12" else "LWPOLYLINE"] > 10


def clouds(path):
    """Rings whose sides are arcs."""
    lines = (one for one in marks(path) if one.dxftype() == "LWPOLYLINE" and one.has_arc)
    return [(one, Polygon([(x, y) for x, y, *_ in one.get_points()])) for one in lines]


def test_a_red_cloud_goes_round_the_building_and_bulges_outwards(marked, far_plan):
    house = next(building.footprint for building in far_plan.buildings if building.id == "K1-00")
    cloud, ring = next(one for one in clouds(marked("default")) if one[1].contains(house))
    assert cloud.dxf.color == 1
    assert ring.area < 4.0 * house.area
    path = ezdxf.path.make_path(cloud)
    assert Polygon([(v.x, v.y) for v in path.flattening(0.01)]).area > ring.area


def test_in_the_surveys_frame_the_cloud_is_round_the_building_there(marked, far_plan):
    house = next(building.footprint for building in far_plan.buildings if building.id == "K1-00")
    there = shapely.affinity.translate(house, *far_plan.facts.origin)
    assert any(ring.contains(there) for _, ring in clouds(marked("survey")))


def panels(path):
    """White grounds of the notes."""
    solids = [one for one in marks(path) if one.dxftype() == "SOLID"]
    return [shapely.MultiPoint([(v.x, v.y) for v in one.vertices()]).envelope for one in solids]


def test_no_note_covers_another_note_or_a_caption_of_the_drawing(marked):
    notes = panels(marked("default"))
    assert len(notes) >= 3
    assert not any(one.intersection(other).area > 0.0 for one, other in combinations(notes, 2))
    texts = ezdxf.readfile(marked("default")).modelspace().query('TEXT[layer ? "SP-PAINT-TEXT.*"]')
    middles = [text.dxf.align_point for text in texts]
    assert len(middles) > 10
    assert not any(note.contains(shapely.Point(at.x, at.y)) for note in notes for at in middles)


def test_the_table_stands_east_of_everything_drawn(marked, far_plan):
    doc = ezdxf.readfile(marked("default"))
    frame = max(x for line in doc.modelspace().query('LWPOLYLINE[layer ? "SP-PAINT-FRAME.*"]') for x, *_ in line.get_points())
    title = next(text for text in marks(marked("default")) if text.dxftype() == "TEXT" and text.dxf.text == "审查意见表")
    assert title.dxf.align_point.x > frame
    rows = [one.dxf.text for one in marks(marked("default")) if one.dxftype() == "TEXT"]
    assert {"不通过", "无法判定", "提示", "涉及全图，图上无云线"} <= set(rows)


def test_stalls_side_by_side_share_a_cloud_that_tells_how_many(marked):
    said = [one.dxf.text for one in marks(marked("default")) if one.dxftype() == "TEXT"]
    assert any("PARK-01" in text and "等" in text for text in said)


def test_a_drawing_without_a_red_line_is_refused(review, tmp_path):
    ezdxf.new().saveas(tmp_path / "empty.dxf")
    with pytest.raises(InputError, match="red line"):
        marked_dxf(tmp_path / "empty.dxf", read_drawing(tmp_path / "empty.dxf"), review)


def test_leaders_end_at_their_clouds(marked):
    ends = [line for line in marks(marked("default")) if line.dxftype() == "LWPOLYLINE" and len(line) == 2]
    frames = [box(*panel.bounds) for panel in panels(marked("default"))]
    rings = [ring.exterior for _, ring in clouds(marked("default"))]
    for frame in frames:
        leads = [LineString([(x, y) for x, y, *_ in line.get_points()]) for line in ends]
        mine = [lead for lead in leads if frame.exterior.distance(shapely.Point(lead.coords[0])) < 0.01]
        assert any(min(ring.distance(shapely.Point(lead.coords[-1])) for ring in rings) < 3.0 for lead in mine)
