"""What the fuzzing found, each mended: a clear refusal or a reading, soon."""

import tracemalloc
from dataclasses import replace
from pathlib import Path

import ezdxf
import pytest
import shapely
from shapely.geometry import Polygon

from benchmarks.fuzz import recipes as b
from layoutgen.drawings.compose import compose
from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.plan_json import read_plan_json, write_plan_json
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.errors import InputError
from layoutgen.geometry.crossings import crossings_exceed
from layoutgen.inputs.brief_file import read_brief_file
from layoutgen.inputs.cad.rings import find_rings
from layoutgen.inputs.cad.shapes import Shape
from layoutgen.inputs.features import Frame
from layoutgen.inputs.site import look_at_site
from layoutgen.standards.toml_text import tables_of

AREA = 400.0 * 300.0


def read(folder: Path, name: str, data: bytes):
    path = folder / name
    path.write_bytes(data)
    return look_at_site(path, Frame())


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("site.geojson", b.ring(b.SQUARE).replace(b"400.0", b"9" * 5000), "not JSON"),
        ("site.geojson", b.ring(b.SQUARE).replace(b"400.0", b"9" * 400), "finite numbers"),
        ("site.geojson", b.nested(100_000), "not JSON"),
        ("site.geojson", b.things(1, "road", {"type": "LineString", "coordinates": [[1, 1]]}), "a line of one point"),
        ("site.geojson", b.ring(b.scribble(300)), "crosses itself"),
        ("site.geojson", b.ring(b.zigzag(3000, 90.0)), "spikes"),
        ("site.geojson", b.ring(b.circle_of(20_001)), "simplify"),
        ("site.geojson", b.things(1, "road", {"type": "LineString", "coordinates": b.scribble(2000)}), "road"),
        ("site.wkt", b"GEOMETRYCOLLECTION (" * 5000 + b"POINT (0 0)" + b")" * 5000, "nested too deep"),
        ("site.dxf", b.lattice(250), "loose lines that cross"),
    ],
)
def test_a_site_that_would_take_minutes_or_the_stack_is_refused_with_a_reason(tmp_path, name, data, words):
    with pytest.raises(InputError, match=words):
        read(tmp_path, name, data)


def test_a_boundary_of_three_thousand_teeth_has_its_edges_soon(tmp_path):
    assert len(read(tmp_path, "site.geojson", b.ring(b.zigzag(3000))).site.edges) >= 3


@pytest.mark.parametrize("read_it", [lambda path: look_at_site(path, Frame()), read_dxf])
def test_a_drawing_whose_model_space_goes_by_another_name_is_refused(tmp_path, read_it):
    doc, path = ezdxf.new("R2010"), tmp_path / "site.dxf"
    doc.modelspace().add_lwpolyline([(0, 0), (200, 0), (200, 200)], close=True)
    doc.saveas(path)
    path.write_text(path.read_text().replace("\nModel\n", "\nModex\n"))
    with pytest.raises(InputError, match="no model space"):
        read_it(path)


def test_outlines_within_each_other_by_the_thousand_are_told_apart_by_their_corners():
    """Each pair of nested boxes compared would be two million."""
    nested = [shapely.box(-n, -n, n, n) for n in range(1, 2001)]
    shapes = [
        Shape(kind="LWPOLYLINE", layer="X", points=tuple(one.exterior.coords), is_closed=True) for one in [*nested, nested[7]]
    ]
    tracemalloc.start()
    found = find_rings(shapes, file="", key="")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(found.outlines) == 2000
    assert most < 20e6  # two arrays of two million numbers were 32 MB


@pytest.mark.parametrize("layer", [b.RED, "X"])
def test_a_block_set_out_nine_hundred_million_times_is_refused_on_any_layer(tmp_path, layer):
    with pytest.raises(InputError, match="in blocks"):
        read(tmp_path, "site.dxf", b.grid(layer)())


def test_a_chain_of_five_hundred_blocks_ends_where_blocks_in_blocks_do(tmp_path):
    blocks = b.many(b.block(f"B{n}", b.insert(f"B{n + 1}")) for n in range(1500))
    reading = read(tmp_path, "site.dxf", b.dxf(b.insert("B0"), blocks))
    assert reading.site.boundary.area == pytest.approx(AREA)
    assert any("nested INSERT" in note.en for note in reading.survey.unread)


def test_an_arc_of_the_earths_size_becomes_a_bounded_number_of_chords(tmp_path):
    circle = b.circle(1e11, "道路")
    assert read(tmp_path, "site.dxf", b.dxf(circle)).site.boundary.area == pytest.approx(AREA)


def test_an_ellipse_of_a_thousand_turns_is_counted_as_unread(tmp_path):
    head = ((0, "ELLIPSE"), (100, "AcDbEntity"), (8, "道路"), (100, "AcDbEllipse"), (10, 0), (20, 0), (30, 0))
    turns = b.dxf((*head, (11, 9), (21, 0), (31, 0), (40, 0.5), (41, 0), (42, 1e9))).replace(b"AC1009", b"AC1024")
    assert any("ELLIPSE" in note.en for note in read(tmp_path, "site.dxf", turns).survey.unread)


def test_a_text_of_three_million_letters_and_lines_drawn_thirty_thousand_times_are_read(tmp_path):
    text = ((0, "TEXT"), (8, "T"), (10, 0), (20, 0), (40, 2), (1, "一" * 3_000_000))
    assert read(tmp_path, "site.dxf", b.dxf(text)).site.boundary.area == pytest.approx(AREA)
    lines = b.many([b.line(5, 5, 9, 9)] * 3000)
    assert read(tmp_path, "site.dxf", b.dxf(lines)).site.boundary.area == pytest.approx(AREA)


def test_heights_that_no_building_or_ground_has_are_none(tmp_path):
    level = {"type": "Point", "coordinates": [1, 1, 1e308]}
    assert read(tmp_path, "site.geojson", b.things(3, "level", level)).survey.levels == ()
    house = b.outline(((10, 10), (30, 10), (30, 30), (10, 30)), "现状建筑")
    word = ((0, "TEXT"), (8, "T"), (10, 15), (20, 15), (40, 2), (1, "H=" + "9" * 400))
    reading = read(tmp_path, "site.dxf", b.dxf((*house, *word)))
    assert any("without a height" in note.en for note in reading.site.assumptions)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = " + "[" * 100_000, "nested too deep"),
        ("a = " + "9" * 5000, "not TOML"),
        (".".join("a" * 1000) + " = 1", "parts"),
        ('a = "' + "x" * 2_000_001 + '"', "characters"),
    ],
)
def test_a_toml_that_the_parser_cannot_bear_is_refused(text, words):
    with pytest.raises(InputError, match=words):
        tables_of(text, "own.toml")


@pytest.mark.parametrize("figure", ["0x" + "f" * 5000, "1e400", "inf", "nan"])
def test_a_figure_beyond_all_sense_is_refused_by_its_key(tmp_path, figure):
    for line in (f"population = {figure}", f"[parameters]\nchildren_per_1000 = {figure}", f"far = {figure}"):
        (tmp_path / "brief.toml").write_text(line, encoding="utf-8")
        with pytest.raises(InputError, match="expected a"):
            read_brief_file(tmp_path / "brief.toml")


def test_an_error_repeats_no_value_at_length():
    assert len(str(InputError("f", "k", "x" * 10_000, "less"))) < 1100
    assert "too many digits" in str(InputError("f", "k", 10**5000, "less"))


def test_crossings_are_counted_once_and_touching_ends_are_none():
    from shapely.geometry import LineString

    lattice = [LineString([(n, -1), (n, 9)]) for n in range(8)] + [LineString([(-1, n), (9, n)]) for n in range(8)]
    assert crossings_exceed(lattice, 63)
    assert not crossings_exceed(lattice, 64)  # eight by eight
    assert not crossings_exceed([LineString([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)])] * 9, 0)


@pytest.mark.parametrize("aci", ["0", "256", "1" * 100])
def test_a_colour_that_cad_has_not_is_refused_in_a_profile(tmp_path, aci):
    (tmp_path / "city.toml").write_text(f'base = "default"\n[[layer]]\nholds = "site"\naci = {aci}\n', encoding="utf-8")
    with pytest.raises(InputError, match="aci"):
        load_profile(str(tmp_path / "city.toml"))


def test_an_outline_of_a_hundred_kilometres_is_no_part_of_a_plan(tmp_path):
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("mended_hand_made", Path(__file__).parents[1] / "drawings" / "hand_made.py")
    hand_made = module_from_spec(spec)
    spec.loader.exec_module(hand_made)
    plan = hand_made.make_plan(6)
    wide = replace(plan, boundary=Polygon([(0, 0), (100_000, 0), (100_000, 300), (0, 300)]))
    write_plan_json(wide, tmp_path / "plan.json")
    with pytest.raises(InputError, match="20000 m"):
        read_plan_json(tmp_path / "plan.json")
    write_dxf(compose(plan), tmp_path / "plan.dxf")
    drawing = ezdxf.readfile(tmp_path / "plan.dxf")
    line = next(one for one in drawing.modelspace().query("LWPOLYLINE") if one.dxf.layer.startswith("SP-SITE"))
    line.set_points([(x * 1000.0, y) for x, y in line.get_points("xy")], format="xy")
    drawing.saveas(tmp_path / "plan.dxf")
    assert any("beyond every site" in defect.says for defect in read_dxf(tmp_path / "plan.dxf").plan.defects)


def test_a_fill_of_what_no_layer_holds_is_refused_in_a_profile(tmp_path):
    (tmp_path / "city.toml").write_text('base = "default"\n[fill]\nmoon = [1, 2, 3]\n', encoding="utf-8")
    with pytest.raises(InputError, match="moon"):
        load_profile(str(tmp_path / "city.toml"))
