from pathlib import Path

import ezdxf
import pytest

from layoutgen.inputs.cad.names import mend_word
from layoutgen.inputs.cad.read import read_cad
from layoutgen.inputs.heights import building_height
from layoutgen.inputs.layer_customs import load_customs


def test_straight_vertices_come_back_to_the_last_bit(tmp_path: Path) -> None:
    points = ((0.1 + 0.2, 1 / 3), (40_512_345.678, 3_412_345.123), (1e-9, 7.0))
    document = ezdxf.new("R2010")
    space = document.modelspace()
    flat = space.add_lwpolyline(points, close=True, dxfattribs={"layer": "SP-SITE-用地红线"})
    space.add_polyline3d([(x, y, 150.0) for x, y in points])
    space.add_line(points[0], points[1])
    space.add_point(points[2])
    path = tmp_path / "a.dxf"
    document.saveas(path)
    first, second, third, fourth = read_cad(path).shapes
    assert (first.points, first.is_closed, first.layer, first.handle) == (points, True, "SP-SITE-用地红线", flat.dxf.handle)
    assert (second.points, second.is_closed) == (points, False)
    assert (third.points, fourth.points) == (points[:2], points[2:])


def test_blocks_hand_on_their_layer_and_their_rows_and_columns(tmp_path: Path) -> None:
    document = ezdxf.new("R2010")
    block = document.blocks.new("stall")
    block.add_lwpolyline([(0, 0), (2.5, 0), (2.5, 5.3), (0, 5.3)], close=True, dxfattribs={"layer": "0"})
    block.add_line((0, 0), (1, 0), dxfattribs={"layer": "paint"})
    reference = document.modelspace().add_blockref("stall", (10, 20), dxfattribs={"layer": "车位"})
    reference.grid((2, 2), (6.0, 2.5))
    reference.add_attrib("NO", "A1", (10, 20))
    path = tmp_path / "a.dxf"
    document.saveas(path)
    shapes = read_cad(path).shapes
    assert [shape.layer for shape in shapes if shape.kind == "LWPOLYLINE"] == ["车位"] * 4
    assert [shape.layer for shape in shapes if shape.kind == "LINE"] == ["paint"] * 4
    assert [(shape.kind, shape.text) for shape in shapes if shape.text] == [("INSERT", "stall"), ("ATTRIB", "A1")]


def test_a_closed_spline_is_one_closed_shape(tmp_path: Path) -> None:
    document = ezdxf.new("R2010")
    spline = document.modelspace().add_spline()
    spline.set_closed([(0, 0, 0), (10, 0, 0), (10, 10, 0), (0, 10, 0)])
    path = tmp_path / "a.dxf"
    document.saveas(path)
    (shape,) = read_cad(path).shapes
    assert (shape.is_closed, shape.is_curved) == (True, True)
    assert len(set(shape.points)) == len(shape.points) > 4


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (r"SP-\U+7528\U+5730", "SP-用地"),
        ("用地红线".encode().decode("cp1252", errors="surrogateescape"), "用地红线"),
        ("用地红线".encode("gbk").decode("cp1252", errors="surrogateescape"), "用地红线"),
        ("住宅".encode("gbk").decode("latin-1"), "住宅"),
        ("A-WALL", "A-WALL"),
        ("道路", "道路"),
        ("Straße", "Straße"),
    ],
)
def test_words_from_a_wrong_encoding_are_set_right_and_sound_ones_left(raw: str, word: str) -> None:
    assert mend_word(raw) == word


@pytest.mark.parametrize(
    ("words", "height"),
    [
        (["H=18.5"], 18.5),
        (["6F", "H=18.5"], 18.5),
        (["高度：24.0m"], 24.0),
        (["18.5m"], 18.5),
        (["18F/-2F"], 54.0),
        (["砼6"], 18.0),
        (["6层"], 18.0),
        (["N1 现状建筑 height=21.00 protected=yes"], 21.0),
        (["幼儿园"], None),
        ([], None),
    ],
)
def test_heights_are_read_from_the_words_in_an_outline(words: list[str], height: float | None) -> None:
    assert building_height(words, 3.0) == height


@pytest.mark.parametrize(
    ("layer", "role"),
    [
        ("用地红线", "boundary"),
        ("道路红线", "road_local"),
        ("建筑红线", "ignored"),
        ("A-REDL", "boundary"),
        ("A-REDL-ARCH", "ignored"),
        ("SITE-BLDG", "ignored"),
        ("WEBSITE", ""),
        ("城市主干路", "road_arterial"),
        ("保留建筑", "building"),
        ("保留用地", "keep_out"),
        ("SP-KEEPOUT-保留用地", "keep_out"),
        ("SP-NEIGHBOUR-现状建筑", "building"),
        ("西湖家园", ""),
    ],
)
def test_the_longest_word_of_a_layers_name_decides(layer: str, role: str) -> None:
    assert load_customs().role(layer) == role


def test_a_reference_to_a_block_that_the_file_has_not_holds_nothing(tmp_path: Path) -> None:
    document = ezdxf.new("R2010")
    outer = document.blocks.new("outer")
    outer.add_blockref("gone", (5, 5), dxfattribs={"layer": "车位"})
    outer.add_line((0, 0), (1, 0), dxfattribs={"layer": "车位"})
    document.modelspace().add_blockref("outer", (10, 20), dxfattribs={"layer": "车位"})
    document.modelspace().add_blockref("", (10, 20), dxfattribs={"layer": "车位"}).grid((2, 2), (6.0, 2.5))
    path = tmp_path / "a.dxf"
    document.saveas(path)
    assert [shape.points for shape in read_cad(path).shapes if shape.kind == "LINE"] == [((10.0, 20.0), (11.0, 20.0))]
