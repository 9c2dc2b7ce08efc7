from collections.abc import Callable
from pathlib import Path

import ezdxf
import pytest
from ezdxf.document import Drawing
from ezdxf.layouts import Modelspace

from layoutgen.errors import InputError
from layoutgen.inputs.features import Frame
from layoutgen.inputs.site import look_at_site, read_site
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import Site

SQUARE = ((0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (0.0, 300.0))  # 12 ha
Draw = Callable[[Modelspace], object]


@pytest.fixture
def site_of(tmp_path: Path) -> Callable[..., Site]:
    """Read the site of a drawing made by a function."""

    def read(draw: Draw, *, insunits: int = 6, version: str = "R2010", **options: str) -> Site:
        document = ezdxf.new(version)
        document.header["$INSUNITS"] = insunits
        draw(document.modelspace())
        path = tmp_path / "总平面.dxf"
        document.saveas(path)
        return read_site(path, **options)

    return read


def outline(points: object, layer: str = "用地红线", *, close: bool = True) -> Draw:
    return lambda space: space.add_lwpolyline(points, close=close, dxfattribs={"layer": layer})


@pytest.mark.parametrize(
    "layer",
    ["用地红线", "规划用地红线", "A-用地红线", "M-用地红线-REDL", "redl", "SITE", "boundary", "SP-SITE-用地红线", "PARCEL"],
)
def test_the_boundary_is_found_by_the_custom_of_its_layer(layer: str, site_of: Callable[..., Site]) -> None:
    def draw(space: Modelspace) -> None:
        outline(SQUARE, layer)(space)
        outline([(-300, -300), (900, -300), (900, 900), (-300, 900)], "图框")(space)
        outline([(10, 10), (390, 10), (390, 290), (10, 290)], "A-REDL-ARCH")(space)

    assert site_of(draw).boundary.area == 120_000.0


def test_the_one_closed_outline_needs_no_name_but_it_is_said(site_of: Callable[..., Site]) -> None:
    site = site_of(outline(SQUARE, "0"))
    assert site.boundary.area == 120_000.0
    assert any("the one closed outline" in note.en for note in site.assumptions)


@pytest.mark.parametrize("layer", ["0", "用地红线"])
def test_two_outlines_are_refused_with_their_areas(layer: str, site_of: Callable[..., Site]) -> None:
    def draw(space: Modelspace) -> None:
        outline(SQUARE, layer)(space)
        outline([(x + 500, y) for x, y in SQUARE[:3]], layer)(space)

    with pytest.raises(InputError, match=r"boundary = 2 outlines: 1: 120,000 m2 at \(200.0, 150.0\); 2: 60,000 m2"):
        site_of(draw)
    assert site_of(draw, boundary="2").boundary.area == 60_000.0
    for wrong in ("3", "1,3", "0"):
        with pytest.raises(InputError, match=r"2 outlines"):
            site_of(draw, boundary=wrong)
    with pytest.raises(InputError, match=r"2 outlines in 2 pieces: expected outlines that adjoin"):
        site_of(draw, boundary="1,2")


@pytest.mark.parametrize("slit", [0.0, 0.03])
def test_two_plots_that_adjoin_are_joined_where_the_user_asks(slit: float, site_of: Callable[..., Site]) -> None:
    def draw(space: Modelspace) -> None:
        outline(SQUARE)(space)
        outline([(400 + slit, 0), (500 + slit, 0), (500 + slit, 300), (400 + slit, 300)])(space)

    site = site_of(draw, boundary="1,2")
    assert site.boundary.area == pytest.approx(150_000.0 + 300.0 * slit, abs=0.1)  # 500 m x 300 m, and the slit
    assert len(site.boundary.exterior.coords) <= 9
    assert any("2 outlines that adjoin are joined" in repair.en for repair in site.repairs)


def test_an_open_and_a_missing_boundary_are_refused(site_of: Callable[..., Site]) -> None:
    with pytest.raises(InputError, match=r"boundary = open: loose ends at \(0.00, 0.00\), \(0.00, 300.00\)"):
        site_of(outline(SQUARE, close=False))
    with pytest.raises(InputError, match="boundary = missing: expected a closed outline on a layer such as 用地红线"):
        site_of(lambda space: space.add_text("empty"))
    with pytest.raises(InputError, match="nothing in model space"):
        site_of(lambda _: None)


def test_a_bow_tie_is_refused(site_of: Callable[..., Site]) -> None:
    with pytest.raises(InputError, match="crosses itself"):
        site_of(outline([SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]]))


@pytest.mark.parametrize("insunits", [0, 4, 6])
def test_a_drawing_in_millimetres_is_converted_whatever_its_header_says(insunits: int, site_of: Callable[..., Site]) -> None:
    site = site_of(outline([(x * 1000, y * 1000) for x, y in SQUARE]), insunits=insunits)
    assert site.boundary.area == pytest.approx(120_000.0)
    assert any("taken as millimetres" in repair.en for repair in site.repairs)


@pytest.mark.parametrize("insunits", [0, 1, 4, 6])
def test_a_drawing_in_metres_is_taken_so_whatever_its_header_says(insunits: int, site_of: Callable[..., Site]) -> None:
    site = site_of(outline(SQUARE), insunits=insunits)
    assert site.boundary.area == 120_000.0
    assert bool(site.repairs) == (insunits in (1, 4))


def test_a_unit_that_makes_sense_twice_asks_for_the_users_word(site_of: Callable[..., Site]) -> None:
    # 12 ha in metres or 120 000 x 0.3048^2 = 11 148 m2 = 1.11 ha in feet
    with pytest.raises(InputError, match=r"ambiguous: 1.11 ha in feet or 12.00 ha in metres: expected the unit by --unit ft"):
        site_of(outline(SQUARE), insunits=2)
    assert site_of(outline(SQUARE), insunits=2, unit="m").boundary.area == 120_000.0


@pytest.mark.parametrize("gap", [0.0, 0.002])
def test_an_outline_that_only_looks_closed_is_closed_and_said(gap: float, site_of: Callable[..., Site]) -> None:
    site = site_of(outline([*SQUARE, (0.0, gap)], close=False))
    assert site.boundary.area == pytest.approx(120_000.0, abs=1.0)
    assert any("closed" in repair.en for repair in site.repairs)


def test_loose_lines_with_small_gaps_are_joined_and_said(site_of: Callable[..., Site]) -> None:
    def draw(space: Modelspace) -> None:
        ends = list(zip(SQUARE, (*SQUARE[1:], SQUARE[0]), strict=True))
        for (x0, y0), (x1, y1) in [*ends, ends[0]]:  # one of them twice
            space.add_line((x0 + 0.003, y0), (x1, y1 + 0.002), dxfattribs={"layer": "用地红线"})

    site = site_of(draw)
    assert site.boundary.area == pytest.approx(120_000.0, abs=3.0)
    assert any("joined from loose lines" in repair.en for repair in site.repairs)


def test_an_outline_drawn_twice_and_hatched_counts_once(site_of: Callable[..., Site]) -> None:
    def draw(space: Modelspace) -> None:
        outline(SQUARE)(space)
        outline(SQUARE)(space)
        hatch = space.add_hatch(dxfattribs={"layer": "用地红线"})
        hatch.paths.add_polyline_path(SQUARE, is_closed=True)

    site = site_of(draw)
    assert site.boundary.area == 120_000.0
    assert any("drawn twice" in repair.en for repair in site.repairs)


def test_a_bulge_becomes_chords_within_5_mm(site_of: Callable[..., Site]) -> None:
    # the east side is a half circle of radius 150 m: 120 000 + pi x 150^2 / 2 = 155 342.9 m2;
    # chords within 5 mm lose less than the arc's 471.2 m x 5 mm
    site = site_of(
        lambda space: space.add_lwpolyline(
            [(0, 0, 0), (400, 0, 1), (400, 300, 0), (0, 300, 0)], format="xyb", close=True, dxfattribs={"layer": "用地红线"}
        )
    )
    assert site.boundary.area == pytest.approx(155_342.9, abs=471.2 * 0.005)


def test_a_boundary_in_a_scaled_and_turned_block_is_found(site_of: Callable[..., Site]) -> None:
    def draw(space: Modelspace) -> None:
        document = space.doc
        assert isinstance(document, Drawing)
        inner = document.blocks.new("inner")
        inner.add_lwpolyline([(x / 1000, y / 1000) for x, y in SQUARE], close=True, dxfattribs={"layer": "0"})
        outer = document.blocks.new("outer")
        outer.add_blockref("inner", (0, 0), dxfattribs={"layer": "0", "rotation": 90})
        space.add_blockref("outer", (1000, 0), dxfattribs={"layer": "用地红线", "xscale": 1000, "yscale": 1000, "zscale": 1000})

    site = site_of(draw)
    assert site.boundary.area == pytest.approx(120_000.0)
    assert site.boundary.bounds == pytest.approx((700.0, 0.0, 1000.0, 400.0))


def test_gbk_drawings_are_read_whether_their_header_says_so_or_lies(tmp_path: Path) -> None:
    document = ezdxf.new("R2004")
    document.encoding = "gbk"
    document.header["$DWGCODEPAGE"] = "ANSI_936"
    document.header["$INSUNITS"] = 6
    document.layers.add("用地红线")
    outline(SQUARE)(document.modelspace())
    outline([(450, 0), (470, 0), (470, 60), (450, 60)], "现状建筑")(document.modelspace())
    document.modelspace().add_text("6层", dxfattribs={"layer": "文字"}).set_placement((455, 30))
    path = tmp_path / "gbk.dxf"
    document.saveas(path)
    lying = tmp_path / "lying.dxf"
    lying.write_bytes(path.read_bytes().replace(b"ANSI_936", b"ANSI_1252"))
    for file in (path, lying):
        site = read_site(file)
        assert site.boundary.area == 120_000.0
        assert [one.height_m for one in site.context] == [18.0]  # 6 storeys of 3 m


def test_ponds_neighbours_roads_and_stops_are_understood_and_the_rest_is_listed(site_of: Callable[..., Site]) -> None:
    def draw(space: Modelspace) -> None:
        outline(SQUARE)(space)
        space.add_circle((200, 150), 20, dxfattribs={"layer": "水体"})
        outline([(440, 100), (455, 100), (455, 160), (440, 160)], "现状建筑")(space)
        space.add_mtext("H=24.5 protected=yes", dxfattribs={"layer": "文字", "insert": (445, 120)})
        outline([(440, 200), (455, 200), (455, 260), (440, 260)], "现状建筑")(space)
        space.add_line((-50, -18), (450, -18), dxfattribs={"layer": "次干路中心线"})
        space.add_point((150, -25), dxfattribs={"layer": "公交站"})
        space.add_point((200, 0), dxfattribs={"layer": "出入口"})
        outline([(0, 500), (10, 500), (10, 510)], "小品")(space)

    site = site_of(draw)
    # a circle of 20 m: 1 256.6 m2, its chords within 5 mm
    assert [keep_out.area for keep_out in site.keep_outs] == [pytest.approx(1256.6, abs=126 * 0.005)]
    assert [(one.height_m, one.is_protected) for one in site.context] == [(24.5, True), (18.0, False)]
    assert site.edges[0].road_class is RoadClass.COLLECTOR
    assert [(stop.x, stop.y) for stop in site.bus_stops] == [(150.0, -25.0)]
    notes = "\n".join(note.en for note in site.assumptions)
    assert "1 existing buildings without a height are taken as 18 m" in notes
    assert "1 entrances are drawn" in notes
    assert any("小品 (1)" in note.en for note in site.unread)


def test_what_cannot_be_read_is_counted_not_dropped(site_of: Callable[..., Site]) -> None:
    def draw(space: Modelspace) -> None:
        outline(SQUARE)(space)
        space.add_3dface([(0, 0), (9, 0), (9, 9)], dxfattribs={"layer": "地形"})

    assert any("1 3DFACE not read, on 地形" in note.en for note in site_of(draw).unread)


def test_a_damaged_drawing_is_recovered_and_said(tmp_path: Path) -> None:
    document = ezdxf.new("R2010")
    document.header["$INSUNITS"] = 6
    outline(SQUARE)(document.modelspace())
    path = tmp_path / "whole.dxf"
    document.saveas(path)
    cut = tmp_path / "cut.dxf"
    cut.write_bytes(path.read_bytes()[:-100])
    site = read_site(cut)
    assert site.boundary.area == 120_000.0
    assert any("damaged" in repair.en for repair in site.repairs)


def test_what_a_layer_holds_is_said_by_the_user_and_outranks_its_name(tmp_path: Path) -> None:
    document = ezdxf.new("R2010")
    space = document.modelspace()
    outline(SQUARE, "图层1")(space)
    outline([(100, 100), (150, 100), (150, 150), (100, 150)], "现状建筑")(space)
    space.add_line((-50, -20), (450, -20), dxfattribs={"layer": "图层3"})
    path = tmp_path / "a.dxf"
    document.saveas(path)
    frame = Frame(layers=("图层1=boundary", "现状建筑=keep-out", "图层3=road_arterial"))
    site = look_at_site(path, frame).site
    assert (site.boundary.area, [one.area for one in site.keep_outs], site.context) == (120_000.0, [2500.0], ())
    assert site.edges[0].road_class is RoadClass.ARTERIAL
    for wrong in ("图层1=castle", "boundary", "=boundary"):
        with pytest.raises(InputError, match=r"--layer = .*a kind of boundary, building"):
            look_at_site(path, Frame(layers=(wrong,)))


def test_marks_are_points_blocks_symbols_or_words_wherever_they_stand(site_of: Callable[..., Site]) -> None:
    def draw(space: Modelspace) -> None:
        outline(SQUARE)(space)
        document = space.doc
        assert isinstance(document, Drawing)
        symbol, base = document.blocks.new("站"), document.blocks.new("底图")
        symbol.add_circle((0, 0), 1.5, dxfattribs={"layer": "0"})
        symbol.add_text("公交", dxfattribs={"layer": "0"}).set_placement((2, 0))
        base.add_blockref("站", (100, -20), dxfattribs={"layer": "公交站"})  # in a block within a block
        outline([(200, -21), (203, -21), (203, -19), (200, -19)], "公交站")(base)  # a little house and a point in it
        base.add_point((201.5, -20), dxfattribs={"layer": "公交站"})
        base.add_lwpolyline([(0, -10), (400, -10)], dxfattribs={"layer": "公交站"})  # a bus line, no stop
        space.add_blockref("底图", (0, 0))
        space.add_text("古树", dxfattribs={"layer": "古树"}).set_placement((50, 50))
        space.add_point((50, 50), dxfattribs={"layer": "古树"})
        space.add_text("幼儿园 6班", dxfattribs={"layer": "场外设施"}).set_placement((-50, 100))

    site = site_of(draw)
    assert [(stop.x, stop.y) for stop in site.bus_stops] == [(100.0, -20.0), (201.5, -20.0)]
    assert [(one.kind, one.classes) for one in site.off_site] == [("kindergarten", 6)]
    told = "\n".join(note.en for note in site.unread)
    assert "1 things on layers of stops and entrances are too large" in told
    assert "points where only outlines count: 古树 (1)" in told


def test_runs_of_the_boundary_tell_their_road_and_setback_by_a_text_beside_them(site_of: Callable[..., Site]) -> None:
    def draw(space: Modelspace) -> None:
        outline(SQUARE)(space)
        for (start, end), words in zip(
            ((SQUARE[0], SQUARE[1]), (SQUARE[1], SQUARE[2]), (SQUARE[2], SQUARE[3])),
            ("E1 临路边界 road=collector setback=12.5 gate=no", "主干路 退界15m", "待定"),
            strict=True,
        ):
            space.add_line(start, end, dxfattribs={"layer": "临路边界"})
            middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + 0.3
            space.add_text(words, dxfattribs={"layer": "临路边界"}).set_placement(middle)

    site = site_of(draw)
    south, east, north, _ = site.edges
    assert (south.road_class, south.setback_m, south.allows_gate) == (RoadClass.COLLECTOR, 12.5, False)
    assert (east.road_class, east.setback_m, east.allows_gate) == (RoadClass.ARTERIAL, 15.0, True)
    assert (north.road_class, north.setback_m) == (RoadClass.LOCAL, None)
    assert any("临路边界 (2)" in note.en for note in site.unread)  # the undecided one and its words


def test_our_own_drawing_is_a_site_file_too(site_of: Callable[..., Site], tmp_path: Path) -> None:
    from layoutgen.drawings.compose import compose
    from layoutgen.drawings.write_dxf import write_dxf
    from tests.drawings.hand_made import make_plan

    plan = make_plan()
    write_dxf(compose(plan), tmp_path / "plan.dxf")
    site = read_site(tmp_path / "plan.dxf")
    assert site.boundary.equals(plan.boundary)
    assert [(e.road_class, e.setback_m) for e in site.edges if e.line.length > 60] == [
        (e.road_class, e.setback_m) for e in plan.edges if e.line.length > 60
    ]
