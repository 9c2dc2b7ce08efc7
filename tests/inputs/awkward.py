"""Awkward site files: the fault of each, the area by a hand sum, and what must be said."""

from collections.abc import Callable
from dataclasses import dataclass
from math import pi
from pathlib import Path

from tests.inputs import awkward_makers as make


@dataclass(frozen=True, slots=True, kw_only=True)
class Awkward:
    """A file with its fault, the area that a hand sum gives, and words that must be said."""

    name: str
    fault: str
    make: Callable[[Path], None]
    area: float = make.WHOLE
    within: float = 0.5  # m2
    says: tuple[str, ...] = ()
    buildings: int = 0


FILES = (
    Awkward(
        name="mm.dxf",
        fault="millimetres, header without a unit",
        make=make.drawing(make.millimetres, unit=0),
        says=("millimetres",),
    ),
    Awkward(
        name="inch.dxf",
        fault="metres, header says inches (as GDAL writes)",
        make=make.drawing(make.outline, unit=1),
        says=("inches",),
    ),
    Awkward(
        name="first_last.dxf",
        fault="first point is last, not marked closed",
        make=make.drawing(make.first_is_last),
        says=("not marked closed",),
    ),
    Awkward(name="gap.dxf", fault="open by 2 mm", make=make.drawing(make.gap), says=("open by 0.002 m",)),
    Awkward(
        name="loose.dxf",
        fault="four loose lines with gaps of 3 mm, one twice",
        make=make.drawing(make.loose_lines),
        within=3.0,
        says=("joined from loose lines",),
    ),
    Awkward(
        name="overshoot.dxf",
        fault="loose lines that run 0.5 m past each other",
        make=make.drawing(make.overshoot),
        says=("joined from loose lines", "open line"),
    ),
    Awkward(name="bulge.dxf", fault="arc as a bulge", make=make.drawing(make.bulge), area=make.HALF_ROUND, within=3.0),
    Awkward(
        name="arc.dxf",
        fault="an arc and three lines",
        make=make.drawing(make.arc_and_lines),
        area=make.HALF_ROUND,
        within=3.0,
        says=("joined from loose lines",),
    ),
    Awkward(
        name="old_polyline.dxf",
        fault="R12 file with an old-style polyline",
        make=make.drawing(make.old_polyline, version="R12"),
        area=make.HALF_ROUND,
        within=3.0,
    ),
    Awkward(name="raised.dxf", fault="3D polyline at z = 150", make=make.drawing(make.raised), says=("laid flat",)),
    Awkward(name="nested.dxf", fault="nested block, scaled by 1000 and turned", make=make.drawing(make.nested_block)),
    Awkward(
        name="mirrored.dxf",
        fault="mirrored block with an arc",
        make=make.drawing(make.mirrored_block),
        area=make.HALF_ROUND,
        within=3.0,
    ),
    Awkward(
        name="below.dxf",
        fault="drawn looking from below (extrusion down)",
        make=make.drawing(make.below_the_paper),
        buildings=1,
    ),
    Awkward(name="hatch.dxf", fault="only a hatch, with a hole", make=make.drawing(make.hatch_only), says=("kept out",)),
    Awkward(
        name="thrice.dxf",
        fault="outline drawn three times, 2 and 5 cm apart",
        make=make.drawing(make.three_times),
        within=40.0,
        says=("drawn twice",),
    ),
    Awkward(
        name="grid.dxf",
        fault="buildings as one block in rows and columns (MINSERT)",
        make=make.drawing(make.grid_of_blocks),
        buildings=4,
    ),
    Awkward(
        name="slip.dxf",
        fault="crosses itself by a slip of the pen",
        make=make.drawing(make.slip_of_the_pen),
        says=("made valid",),
    ),
    Awkward(
        name="repeated.dxf",
        fault="repeated corners and a spike",
        make=make.drawing(make.repeated_corners),
        says=("repeated point", "spike"),
    ),
    Awkward(
        name="spline.dxf",
        fault="closed spline",
        make=make.drawing(make.closed_spline),
        area=make.WHOLE - 4 * 200 * 150 / 2 / 3,
        within=6.0,
    ),
    Awkward(
        name="spline_open.dxf",
        fault="spline whose ends meet, not marked closed",
        make=make.drawing(make.spline_that_meets_itself),
        area=make.CIRCLE,
        within=7.0,
    ),
    Awkward(
        name="ellipse.dxf", fault="whole ellipse", make=make.drawing(make.whole_ellipse), area=pi * 200.0 * 150.0, within=7.0
    ),
    Awkward(
        name="gbk.dxf",
        fault="GBK bytes under a Western header",
        make=make.bytes_changed(make.outline, "R2004", lambda data: data.replace(b"ANSI_936", b"ANSI_1252"), "gbk"),
        says=("wrong encoding",),
    ),
    Awkward(
        name="utf8.dxf",
        fault="UTF-8 bytes under a Western header (as GDAL writes)",
        make=make.bytes_changed(make.outline, "R2010", lambda data: data.replace(b"AC1024", b"AC1018")),
        says=("wrong encoding",),
    ),
    Awkward(
        name="raw_gbk.dxf",
        fault="GBK bytes in a file that must be UTF-8",
        make=make.bytes_changed(
            make.outline, "R2010", lambda data: data.replace("用地红线".encode(), "用地红线".encode("gbk"))
        ),
        says=("wrong encoding",),
    ),
    Awkward(name="escapes.dxf", fault=r"layer names as \U+ escapes", make=make.escaped, says=("wrong encoding",)),
    Awkward(
        name="home_made.dxf",
        fault="a small program's file: only entities, names in UTF-8 without a word of it",
        make=make.home_made,
        says=("wrong encoding", "no unit"),
    ),
    Awkward(name="binary.dxf", fault="binary DXF", make=make.binary),
    Awkward(
        name="cut.dxf",
        fault="file cut off",
        make=make.bytes_changed(make.outline, "R2010", lambda data: data[:-100]),
        says=("damaged",),
    ),
    Awkward(
        name="bom.dxf",
        fault="byte order mark and Windows line ends",
        make=make.bytes_changed(
            make.outline, "R2010", lambda data: b"\xef\xbb\xbf" + data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        ),
    ),
    Awkward(
        name="frozen.dxf", fault="an older boundary on a frozen layer", make=make.drawing(make.frozen_twin), says=("hidden",)
    ),
    Awkward(
        name="xref.dxf",
        fault="base map as an external reference",
        make=make.drawing(make.external_reference),
        says=("external references", "地形图"),
    ),
    Awkward(
        name="paper.dxf",
        fault="sheet frame on the boundary's layer in paper space",
        make=make.drawing(make.frame_on_paper),
        says=("paper space",),
    ),
    Awkward(
        name="legend.dxf",
        fault="legend's sample and corner circles on the boundary's layer",
        make=make.drawing(make.legend_and_corner_marks),
        says=("5 small outlines",),
    ),
    Awkward(
        name="far.dxf",
        fault="stray things at 1e20 and 1e300",
        make=make.drawing(make.far_away_things),
        says=("beyond the Earth",),
    ),
    Awkward(
        name="swapped.dxf",
        fault="survey coordinates with X to the right",
        make=make.drawing(make.swapped_axes),
        says=("exchanged",),
    ),
    Awkward(
        name="unnamed.dxf",
        fault="no customary layer, small things beside",
        make=make.drawing(make.no_name_but_alone),
        says=("the one closed outline", "树 (19)"),
    ),
    Awkward(
        name="cass.dxf",
        fault="survey base map with pinyin layers",
        make=make.drawing(make.survey_base_map),
        buildings=3,
        says=("3 spot heights", "falling 1.0 % to the west", "DGX (1)", "1 existing buildings without a height"),
    ),
    Awkward(
        name="office.dxf",
        fault="all at once, as an office has it, in millimetres and survey coordinates",
        make=make.drawing(make.office, unit=4),
        area=make.WHOLE + make.SEGMENT,
        within=3.0,
        buildings=3,
        says=(
            "collector road (1)",
            "1 bus stop",
            "1 entrance",
            "falling 1.0 % to the west",
            "1 small outline beside",
            "1 open line",
            "hidden",
            "小品 (1)",
        ),
    ),
    Awkward(name="mline.dxf", fault="road as a multiline", make=make.drawing(make.multilines), says=("collector",)),
    Awkward(
        name="annotation.dxf", fault="dimensions and 3D faces", make=make.drawing(make.annotation), says=("DIMENSION", "3DFACE")
    ),
    Awkward(name="proxy.dxf", fault="walls of another program (天正)", make=make.proxy, says=("TCH_WALL", "T3")),
    Awkward(name="loop.dxf", fault="a block that holds itself", make=make.drawing(make.self_holding_block)),
    Awkward(
        name="points.csv",
        fault="界址点 in GBK, a title above, sums below, X is north",
        make=make.text(
            make.survey_points("J{n},{x},{y},100.0", "某地块界址点成果表\n点号,X(m),Y(m),边长", "面积,120000"), "gbk"
        ),
        says=("2 lines without a point", "面积,120000"),
    ),
    Awkward(
        name="points_named.txt",
        fault="界址点 as X= Y= in running text",
        make=make.text(make.survey_points("J{n} X={x:.3f} Y={y:.3f}")),
    ),
    Awkward(
        name="points_turned.txt",
        fault="界址点 with the easting (and its zone) first",
        make=make.text(make.survey_points("J{n} 37{y:.3f} {x:.3f}")),
        says=("easting",),
    ),
    Awkward(
        name="points_degrees.txt",
        fault="界址点 in degrees, minutes, seconds, the latitude first",
        make=make.text(make.degrees("{n}\t{lat_dms}\t{lon_dms}")),
        area=make.IN_DEGREES,
        within=40.0,
        says=("Gauss",),
    ),
    Awkward(
        name="points_longitude.txt",
        fault="界址点 in decimal degrees, the longitude first, without a head",
        make=make.text(make.degrees("{n} {lon} {lat}")),
        area=make.IN_DEGREES,
        within=40.0,
        says=("longitude",),
    ),
    Awkward(
        name="parcel.txt",
        fault="the land administration's exchange text",
        make=make.text(
            "[属性描述]\n坐标系=2000国家大地坐标系\n[地块坐标]\n4,12.0,1,甲地块,面,,住宅,,@\n"
            + make.survey_points("J{n},1,{x},{y}"),
            "gbk",
        ),
    ),
    Awkward(
        name="ewkt.wkt",
        fault="WKT with a hole and a coordinate system",
        make=make.text("SRID=4547;POLYGON ((0 0, 400 0, 400 300, 0 300, 0 0), (100 100, 150 100, 150 150, 100 150, 100 100))"),
        says=("kept out",),
    ),
    Awkward(
        name="nameless.json",
        fault="GeoJSON in GBK with Chinese words for kinds, forms that do not fit, an unknown kind",
        make=make.text(
            make.features(
                ({"类型": "用地红线"}, "Polygon", make.RING),
                ({"类型": "现状建筑", "层数": "6"}, "Polygon", [[[450, 0], [470, 0], [470, 40], [450, 0]]]),
                ({"类型": "水体"}, "LineString", [[0, 100], [400, 120]]),
                ({"类型": "猪圈"}, "Point", [10, 10]),
            ),
            "gbk",
        ),
        buildings=1,
        says=("keep_out line (1)", "猪圈 (1)"),
    ),
)
