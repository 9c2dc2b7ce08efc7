"""Makers of files as offices send them, each with its faults; the site is 400 m by 300 m, but for arcs."""

import json
from collections.abc import Callable
from math import atan, pi, sin
from pathlib import Path

import ezdxf
from ezdxf.document import Drawing
from ezdxf.layouts import Modelspace
from pyproj import Geod

SQUARE = ((0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (0.0, 300.0))
RED = {"layer": "用地红线"}
WHOLE = 120_000.0  # 400 m x 300 m
HALF_ROUND = WHOLE + pi * 150.0**2 / 2.0  # the east side a half circle of radius 150 m
IN_DEGREES = abs(Geod(ellps="GRS80").polygon_area_perimeter([108.9, 108.904, 108.904, 108.9], [34.3, 34.3, 34.303, 34.303])[0])
SEGMENT_ANGLE = 4.0 * atan(0.2)
SEGMENT = (150.0 / sin(SEGMENT_ANGLE / 2.0)) ** 2 * (SEGMENT_ANGLE - sin(SEGMENT_ANGLE)) / 2.0  # on a chord of 300 m, bulge 0.2
CIRCLE = pi * 200.0**2
SIDES = tuple(zip(SQUARE, (*SQUARE[1:], SQUARE[0]), strict=True))


def drawing(draw: Callable[[Modelspace], object], *, unit: int = 6, version: str = "R2010") -> Callable[[Path], None]:
    def make(path: Path) -> None:
        document = ezdxf.new(version)
        document.header["$INSUNITS"] = unit
        draw(document.modelspace())
        document.saveas(path)

    return make


def document(space: Modelspace) -> Drawing:
    assert isinstance(space.doc, Drawing)
    return space.doc


def outline(space: Modelspace, points=SQUARE, layer: str = "用地红线", **more: object) -> None:
    space.add_lwpolyline(points, close=True, dxfattribs={"layer": layer, **more})


def millimetres(space: Modelspace) -> None:
    outline(space, [(x * 1000, y * 1000) for x, y in SQUARE])


def first_is_last(space: Modelspace) -> None:
    space.add_lwpolyline([*SQUARE, SQUARE[0]], close=False, dxfattribs=RED)


def gap(space: Modelspace) -> None:
    space.add_lwpolyline([*SQUARE, (0.0, 0.002)], close=False, dxfattribs=RED)


def loose_lines(space: Modelspace) -> None:
    for (x0, y0), (x1, y1) in (*SIDES, SIDES[0]):
        space.add_line((x0 + 0.003, y0), (x1, y1), dxfattribs=RED)


def overshoot(space: Modelspace) -> None:
    for (x0, y0), (x1, y1) in SIDES:  # each side half a metre too long at both ends
        step = ((x1 > x0) - (x1 < x0)) * 0.5, ((y1 > y0) - (y1 < y0)) * 0.5
        space.add_line((x0 - step[0], y0 - step[1]), (x1 + step[0], y1 + step[1]), dxfattribs=RED)


def bulge(space: Modelspace) -> None:
    space.add_lwpolyline([(0, 0, 0), (400, 0, 1), (400, 300, 0), (0, 300, 0)], format="xyb", close=True, dxfattribs=RED)


def arc_and_lines(space: Modelspace) -> None:
    for start, end in (SIDES[0], SIDES[2], SIDES[3]):
        space.add_line(start, end, dxfattribs=RED)
    space.add_arc((400, 150), 150, -90, 90, dxfattribs=RED)


def raised(space: Modelspace) -> None:
    space.add_polyline3d([(x, y, 150.0) for x, y in SQUARE], close=True, dxfattribs=RED)


def nested_block(space: Modelspace) -> None:
    doc = document(space)
    inner, outer = doc.blocks.new("里"), doc.blocks.new("外")
    inner.add_lwpolyline([(x / 1000, y / 1000) for x, y in SQUARE], close=True, dxfattribs={"layer": "0"})
    outer.add_blockref("里", (0, 0), dxfattribs={"layer": "0", "rotation": 90})
    space.add_blockref("外", (1000, 0), dxfattribs={**RED, "xscale": 1000, "yscale": 1000, "zscale": 1000})


def mirrored_block(space: Modelspace) -> None:
    block = document(space).blocks.new("用地")
    block.add_lwpolyline([(0, 0, 0), (400, 0, 1), (400, 300, 0), (0, 300, 0)], format="xyb", close=True, dxfattribs=RED)
    space.add_blockref("用地", (1000, 0), dxfattribs={"xscale": -1})


def below_the_paper(space: Modelspace) -> None:
    """Outline and text drawn looking from below: the extrusion points down and x is mirrored."""
    outline(space, [(-x, y) for x, y in SQUARE], extrusion=(0, 0, -1))
    outline(space, [(-450, 0), (-470, 0), (-470, 60), (-450, 60)], "现状建筑", extrusion=(0, 0, -1))
    space.add_text("6层", dxfattribs={"layer": "文字", "extrusion": (0, 0, -1)}).set_placement((-460, 30))


def hatch_only(space: Modelspace) -> None:
    hatch = space.add_hatch(dxfattribs=RED)
    hatch.paths.add_polyline_path(SQUARE, is_closed=True)
    hatch.paths.add_polyline_path([(100, 100), (150, 100), (150, 150), (100, 150)], is_closed=True, flags=16)


def three_times(space: Modelspace) -> None:
    for shift in (0.0, 0.02, 0.05):
        outline(space, [(x + shift, y + shift) for x, y in SQUARE])


def grid_of_blocks(space: Modelspace) -> None:
    outline(space)
    block = document(space).blocks.new("栋")
    block.add_lwpolyline([(0, 0), (40, 0), (40, 12), (0, 12)], close=True, dxfattribs={"layer": "0"})
    space.add_blockref("栋", (50, 320), dxfattribs={"layer": "现状建筑"}).grid((2, 2), (30.0, 60.0))


def slip_of_the_pen(space: Modelspace) -> None:
    outline(space, [(0, 0), (400, 0), (400, 300), (200, 300), (199.9, 300.1), (200.1, 300.1), (199.95, 300), (0, 300)])


def closed_spline(space: Modelspace) -> None:
    """Of degree 2: it touches the sides in their middles, and cuts a third of each corner's triangle off."""
    space.add_spline(dxfattribs=RED).set_closed([(x, y, 0.0) for x, y in SQUARE], degree=2)


def spline_that_meets_itself(space: Modelspace) -> None:
    """A circle of 200 m as a clamped spline whose ends meet, not marked closed."""
    corner = 2**0.5 / 2
    points = [(200, 0), (200, 200), (0, 200), (-200, 200), (-200, 0), (-200, -200), (0, -200), (200, -200), (200, 0)]
    space.add_rational_spline(
        points,
        [1, corner, 1, corner, 1, corner, 1, corner, 1],
        degree=2,
        knots=[0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4],
        dxfattribs=RED,
    )


def whole_ellipse(space: Modelspace) -> None:
    space.add_ellipse((0, 0), major_axis=(200, 0), ratio=0.75, dxfattribs=RED)


def old_polyline(space: Modelspace) -> None:
    space.add_polyline2d([(0, 0, 0), (400, 0, 1), (400, 300, 0), (0, 300, 0)], format="xyb", close=True, dxfattribs=RED)


def frozen_twin(space: Modelspace) -> None:
    outline(space)
    layer = document(space).layers.add("旧用地红线")
    outline(space, [(x + 100, y) for x, y in SQUARE], "旧用地红线")
    layer.freeze()


def external_reference(space: Modelspace) -> None:
    outline(space)
    document(space).add_xref_def("地形图.dwg", "地形图")
    space.add_blockref("地形图", (0, 0))


def frame_on_paper(space: Modelspace) -> None:
    outline(space)
    document(space).layout("Layout1").add_lwpolyline([(0, 0), (841, 0), (841, 594), (0, 594)], close=True, dxfattribs=RED)


def legend_and_corner_marks(space: Modelspace) -> None:
    outline(space)
    outline(space, [(500, 0), (530, 0), (530, 20), (500, 20)])
    for x, y in SQUARE:
        space.add_circle((x, y), 1.0, dxfattribs=RED)
        space.add_text("J", dxfattribs=RED).set_placement((x, y))


def far_away_things(space: Modelspace) -> None:
    outline(space)
    space.add_line((1e20, 0), (2e20, 0), dxfattribs=RED)
    space.add_line((0, 0), (1e300, 1e300), dxfattribs={"layer": "0"})


def swapped_axes(space: Modelspace) -> None:
    outline(space, [(3_795_000 + y, 514_000 + x) for x, y in SQUARE])


def no_name_but_alone(space: Modelspace) -> None:
    outline(space, SQUARE, "图层1")
    for x in range(10, 390, 20):  # small things beside it on layers without meaning
        space.add_circle((x, 20), 3, dxfattribs={"layer": "树"})


def survey_base_map(space: Modelspace) -> None:
    """Layers as the survey offices' program names them; heights of houses by their structure and storeys."""
    outline(space, SQUARE, "JZD")
    for y, words in ((0, "砼6"), (80, "混3"), (160, "简")):
        space.add_lwpolyline([(450, y), (470, y), (470, y + 40), (450, y + 40)], close=True, dxfattribs={"layer": "JMD"})
        space.add_text(words, dxfattribs={"layer": "JMD"}).set_placement((460, y + 20))
    for x, height in ((50, 401.0), (250, 403.0)):
        space.add_point((x, 50, height), dxfattribs={"layer": "GCD"})
    space.add_point((50, 250, 401.0), dxfattribs={"layer": "GCD"})
    space.add_lwpolyline([(0, 100), (400, 120)], dxfattribs={"layer": "DGX", "elevation": 402.0})


def multilines(space: Modelspace) -> None:
    outline(space)
    space.add_mline([(-50, -20), (450, -20)], dxfattribs={"layer": "次干路"})


def annotation(space: Modelspace) -> None:
    outline(space)
    space.add_linear_dim(base=(0, -10), p1=(0, 0), p2=(400, 0)).render()
    space.add_3dface([(0, 0), (9, 0), (9, 9)], dxfattribs={"layer": "地形"})


def office(space: Modelspace) -> None:
    """A drawing as an office has it, in millimetres and survey coordinates; with a circle's segment at its east side."""

    def at(x: float, y: float) -> tuple[float, float]:
        return (514_000 + x) * 1000.0, (3_795_000 + y) * 1000.0

    doc = document(space)
    corners = [(*at(0, 0), 0.0), (*at(400, 0), 0.2), (*at(400, 300), 0.0), (*at(0, 300), 0.0)]
    space.add_lwpolyline(corners, format="xyb", close=True, dxfattribs=RED)
    outline(space, [at(500, -90), at(530, -90), at(530, -70), at(500, -70)])
    space.add_circle(at(150, 200), 25_000, dxfattribs={"layer": "水体"})
    for y, words in ((0, "6F"), (100, "H=24.5"), (200, "砼3")):
        outline(space, [at(445, y), at(460, y), at(460, y + 60), at(445, y + 60)], "周边建筑")
        space.add_text(words, dxfattribs={"layer": "文字"}).set_placement(at(452, y + 30))
    space.add_line(at(-80, -20), at(480, -20), dxfattribs={"layer": "道路中心线"})
    space.add_text("凤城五路（次干路 红线宽40m）", dxfattribs={"layer": "路名"}).set_placement(at(150, -14))
    space.add_line(at(-25, -90), at(-25, 390), dxfattribs={"layer": "主干路中心线"})
    symbol = doc.blocks.new("公交站牌")
    symbol.add_circle((0, 0), 800)
    space.add_blockref("公交站牌", at(120, -30))
    space.add_lwpolyline([at(196, -1), at(204, -1), at(200, 4)], close=True, dxfattribs={"layer": "出入口"})
    for x in range(30, 400, 90):
        for y in range(40, 300, 80):
            space.add_point((*at(x, y), (401.0 + x / 100.0) * 1000.0), dxfattribs={"layer": "高程点"})
    space.add_spline(
        [(*at(-60, 180), 0), (*at(-30, 230), 0), (*at(20, 260), 0), (*at(60, 330), 0)], dxfattribs={"layer": "河道"}
    )
    space.add_lwpolyline([at(60, 80), at(100, 80), at(100, 120)], close=True, dxfattribs={"layer": "小品"})
    doc.layers.add("旧用地红线").freeze()
    outline(space, [at(-10, -10), at(380, 0), at(0, 290)], "旧用地红线")


def self_holding_block(space: Modelspace) -> None:
    outline(space)
    block = document(space).blocks.new("环")
    block.add_blockref("环", (1, 1))
    space.add_blockref("环", (0, 0))


def repeated_corners(space: Modelspace) -> None:
    outline(space, [SQUARE[0], SQUARE[0], SQUARE[1], (400, 150), (600, 150), (400, 150), SQUARE[2], SQUARE[3]])


def bytes_changed(
    draw: Callable[[Modelspace], object], version: str, change: Callable[[bytes], bytes], encoding: str = ""
) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        document = ezdxf.new(version)
        document.header["$INSUNITS"] = 6
        if encoding:
            document.encoding = encoding
            document.header["$DWGCODEPAGE"] = "ANSI_936"
        draw(document.modelspace())
        document.saveas(path)
        path.write_bytes(change(path.read_bytes()))

    return make


def escaped(path: Path) -> None:
    document = ezdxf.new("R2004")  # in Western encoding: every Chinese letter is written as an escape
    document.header["$INSUNITS"] = 6
    outline(document.modelspace())
    document.saveas(path)


def proxy(path: Path) -> None:
    drawing(outline)(path)
    text = path.read_text(encoding="utf-8")
    wall = "  0\nTCH_WALL\n  5\nFFF1\n100\nAcDbEntity\n  8\nWALL\n"
    at = text.index("  2\nENTITIES\n") + len("  2\nENTITIES\n")
    path.write_text(text[:at] + wall + text[at:], encoding="utf-8")


def home_made(path: Path) -> None:
    """What a small program writes: no header, no tables, names in UTF-8 in a file that claims nothing."""
    vertices = "".join(f"0\nVERTEX\n8\n用地红线\n10\n{x}\n20\n{y}\n" for x, y in SQUARE)
    rows = f"0\nSECTION\n2\nENTITIES\n0\nPOLYLINE\n8\n用地红线\n66\n1\n70\n1\n{vertices}0\nSEQEND\n0\nENDSEC\n0\nEOF\n"
    path.write_text(rows, encoding="utf-8")


def binary(path: Path) -> None:
    document = ezdxf.new("R2010")
    document.header["$INSUNITS"] = 6
    outline(document.modelspace())
    document.saveas(path, fmt="bin")


def text(words: str, encoding: str = "utf-8") -> Callable[[Path], None]:
    return lambda path: path.write_bytes(words.encode(encoding))


def survey_points(row: str, head: str = "", foot: str = "") -> str:
    """A row for every corner, its X to the north and its Y to the east, in survey coordinates."""
    rows = [row.format(n=n, x=3_795_000 + y, y=514_000 + x) for n, (x, y) in enumerate(SQUARE, 1)]
    return "\n".join([*([head] if head else []), *rows, *([foot] if foot else [])])


def degrees(row: str) -> str:
    """Corners of a rectangle of 0.004 by 0.003 degrees north-east of Xi'an."""
    corners = ((108.9, 34.3), (108.904, 34.3), (108.904, 34.303), (108.9, 34.303))
    return "\n".join(
        row.format(n=n, lon=lon, lat=lat, lon_dms=dms(lon), lat_dms=dms(lat)) for n, (lon, lat) in enumerate(corners, 1)
    )


def dms(angle: float) -> str:
    seconds = round(angle * 3600, 3)
    return f"{int(seconds // 3600)}°{int(seconds % 3600 // 60)}′{seconds % 60:.2f}″"


def features(*things: tuple[object, str, object], **members: object) -> str:
    listed = [
        {"type": "Feature", "properties": properties, "geometry": {"type": form, "coordinates": coordinates}}
        for properties, form, coordinates in things
    ]
    return json.dumps({"type": "FeatureCollection", "features": listed, **members}, ensure_ascii=False)


RING = [[*SQUARE, SQUARE[0]]]
