"""Sound files of every kind that the program reads: what the mutations begin with."""

import tempfile
from collections.abc import Mapping
from dataclasses import fields, replace
from io import StringIO
from pathlib import Path

import ezdxf
from ezdxf.layouts import Modelspace

from benchmarks.edited.office import draw_as_office
from layoutgen.drawings.compose import compose
from layoutgen.drawings.plan_json import write_plan_json
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.inputs.template_files import templates_folder
from layoutgen.inputs.templates import PARTS
from layoutgen.jobs.validate import validate
from layoutgen.model.plan import Plan
from layoutgen.reports.report_json import report_json

SITES = ("mill-lane", "pond-field", "riverside", "newtown")
RING = ((0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (0.0, 300.0))
KEPT = 5  # things of every sort in the small drawing
POINTS = "点号,X,Y\n" + "".join(f"J{n},{3_790_000 + y:.3f},{514_000 + x:.3f}\n" for n, (x, y) in enumerate(RING, 1))
EXCHANGE = "[属性描述]\n坐标系=2000国家大地坐标系\n[地块坐标]\n4,12.0,1,地块,面,,,,@\n" + "".join(
    f"J{n},1,{3_790_000 + y:.3f},{514_000 + x:.3f}\n" for n, (x, y) in enumerate(RING, 1)
)
DEGREES = "1 34°15'00\" 108°56'00\"\n2 34°15'00\" 108°56'16\"\n3 34°15'10\" 108°56'16\"\n4 34°15'10\" 108°56'00\"\n"
WKT = (
    "POLYGON ((0 0, 400 0, 400 300, 0 300, 0 0), (100 100, 100 140, 140 140, 100 100))",
    "SRID=4547;POLYGON ((514000 3790000, 514400 3790000, 514400 3790300, 514000 3790300, 514000 3790000))",
    "GEOMETRYCOLLECTION (POLYGON ((0 0, 400 0, 400 300, 0 300, 0 0)), LINESTRING Z (0 -9 1, 400 -9 1), POINT (9 9))",
)
KML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>用地红线</name>'
    "<Polygon><outerBoundaryIs><LinearRing><coordinates>108.93,34.25,0 108.934,34.25,0 108.934,34.253,0 108.93,34.253,0 "
    "108.93,34.25,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>\n"
)
BRIEF = (
    'population = 5000\ncity = "Xi\'an"\nfar_max = 2.2\nhousehold_size = 3.1\nstoreys_max = 18\ngreen_min = 0.3\nseed = 3\n'
    'streets = "public"\nmode = "new"\npacks = ["crc-2020", "fire"]\nfeatures = []\nprotect_north = true\nlatitude = 34.3\n'
    "[parameters]\nchildren_per_1000 = 32\n"
    '[edges]\nsouth = "collector"\nE2 = { road = "none", setback_m = 8.0, gate = false }\n'
    '[[mix]]\nname = "A90"\narea_m2 = 90.0\nshare = 0.4\n[[mix]]\nname = "B110"\narea_m2 = 110.0\nshare = 0.6\n'
    '[[off_site]]\nkind = "kindergarten"\nat = [450.0, 100.0]\nclasses = 9\nchildren = 270\n'
)
HEAD = 'title_zh = "本市"\ntitle_en = "Our city"\nstatus = "in_force"\njurisdiction = "一市"\n'
CLAUSES = (
    '[[override]]\nid = "CRC-06.gfa"\nlimit = 640.0\nreason = "市里要求"\n'
    '[[clause]]\nid = "OUR-1"\nmeasure = "facility.land_area"\nof = "kindergarten"\ndemand = "at_least"\nlimit = 3500.0\n'
    'unit = "m2"\nforce = "must"\nscope = "both"\nwhen = { climate_zone = ["I", "II"], people_from = 100 }\n'
    'source = "ours"\nwhere = "row 2"\n'
    'says_zh = "够大"\nsays_en = "large enough"\nconfidence = "primary"\noutranks = ["CRC-02.land"]\n'
)
WAIVERS = (
    '[[waiver]]\nclause = "drawing.inside"\nreason = "规划条件已同意"\nby = "张三"\nuntil = "2027-12-31"\n'
    '[[waiver]]\nclause = "drawing.overlaps"\nreason = "to be widened"\nby = "Li Si"\nuntil = 2027-01-01\n'
)
EDITED = Path(__file__).parent.parent / "edited"  # maps of other offices' drawings
SUBMISSION = 'base = "submission"\ntext_style = "GHBZ"\n[[layer]]\nholds = "site"\nzh = "红线"\naci = 1\nrgb = [255, 0, 0]\n'

Corpus = Mapping[str, tuple[bytes, ...]]


def make_corpus(plan: Plan) -> Corpus:
    """Seeds by the name of the reader; drawings are made of the plan."""
    templates, sites = templates_folder(), templates_folder() / "sites"
    plan_json, plan_dxf = _drawn(thinned(plan))
    return {
        "site dxf": ((sites / "riverside.dxf").read_bytes(), _of_every_entity("R2010"), _of_every_entity("R2000")),
        "site geojson": tuple((sites / f"{name}.geojson").read_bytes() for name in SITES),
        "site points": tuple(text.encode() for text in (POINTS, EXCHANGE, DEGREES)),
        "site wkt": tuple(text.encode() for text in WKT),
        "site kml": (KML.encode(),),
        "drawing dxf": (plan_dxf,),
        "marked dxf": (plan_dxf,),
        "foreign dxf": (_of_an_office(thinned(plan)),),
        "plan json": (plan_json,),
        "plan json beside": (plan_json,),
        "map": tuple(
            path.read_bytes().replace(b"[brief]", b"[brief]\npopulation = 5000") for path in sorted(EDITED.glob("*.toml"))
        ),
        "waivers": (WAIVERS.encode(),),
        "earlier report": (_judged(plan_json),),
        "brief": (BRIEF.encode(), *((sites / f"{name}.toml").read_bytes() for name in SITES)),
        "pack clauses": (CLAUSES.encode(),),
        "pack head": (HEAD.encode(),),
        "template": tuple((templates / part).read_bytes() for part in PARTS),
        "profile": (SUBMISSION.encode(), _of_looks((templates / "drawing" / "default.toml").read_bytes())),
    }


def _of_looks(default: bytes) -> bytes:
    """Profile that says fills, strokes and sizes anew."""
    return b'base = "default"\n' + default[default.index(b"[fill]") :]


def thinned(plan: Plan) -> Plan:
    """Plan with the first few things of every sort."""
    things = {field.name: getattr(plan, field.name) for field in fields(plan)}
    return replace(plan, **{name: value[:KEPT] for name, value in things.items() if isinstance(value, tuple)})


def _drawn(plan: Plan) -> tuple[bytes, bytes]:
    with tempfile.TemporaryDirectory() as name:
        table, drawing = Path(name) / "plan.json", Path(name) / "plan.dxf"
        write_plan_json(plan, table)
        write_dxf(compose(plan), drawing)
        return table.read_bytes(), drawing.read_bytes()


def _of_an_office(plan: Plan) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "office.dxf"
        draw_as_office(plan, path)
        return path.read_bytes()


def _judged(plan_json: bytes) -> bytes:
    """Report of a plan."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "plan.json"
        path.write_bytes(plan_json)
        judged = validate(path)
        return report_json(judged.report, judged.given).encode()


def _of_every_entity(version: str) -> bytes:
    document = ezdxf.new(version, setup=False)
    document.header["$INSUNITS"] = 6
    space = document.modelspace()
    space.add_lwpolyline([(*RING[0], 0, 0, 0.2), *RING[1:]], close=True, dxfattribs={"layer": "用地红线"})
    _curves(space)
    tree = document.blocks.new("TREE")
    tree.add_circle((0, 0), 2.0)
    tree.add_attdef("NAME", (0, 0), "x")
    grove = document.blocks.new("GROVE")
    grove.add_blockref("TREE", (5, 5))
    grove.add_lwpolyline([(0, 0), (9, 0), (9, 9)], close=True)
    space.add_blockref("TREE", (40, 40)).add_attrib("NAME", "树", (41, 41))
    space.add_blockref("GROVE", (60, 60), dxfattribs={"layer": "现状建筑", "column_count": 3, "column_spacing": 20.0})
    stream = StringIO()
    document.write(stream)
    return stream.getvalue().encode("utf-8" if version == "R2010" else "gb18030", "replace")


def _curves(space: Modelspace) -> None:
    space.add_polyline3d([(10, 10, 1), (50, 10, 2), (50, 40, 3)], close=True, dxfattribs={"layer": "保留"})
    space.add_polyline2d([(70, 10, 0.5), (90, 10, 0), (90, 40, 0)], format="xyb", close=True, dxfattribs={"layer": "现状建筑"})
    space.add_arc((200, 0), 50, 180, 360, dxfattribs={"layer": "道路"})
    space.add_circle((300, 100), 20, dxfattribs={"layer": "保留"})
    space.add_ellipse((300, 200), (30, 0), 0.4, dxfattribs={"layer": "保留"})
    space.add_spline([(0, -30), (100, -20), (200, -40), (400, -30)], dxfattribs={"layer": "支路"})
    closed = space.add_spline(dxfattribs={"layer": "保留"})
    closed.set_closed([(150, 150, 0), (180, 150, 0), (180, 180, 0), (150, 180, 0)])
    space.add_line((0, -15), (400, -15), dxfattribs={"layer": "道路中心线"})
    space.add_mline([(420, 0), (420, 300)], dxfattribs={"layer": "围墙"})
    hatch = space.add_hatch(dxfattribs={"layer": "绿地"})
    hatch.paths.add_polyline_path([(10, 200), (40, 200, 0.3), (40, 230)], is_closed=True)
    edges = hatch.paths.add_edge_path()
    edges.add_arc((60, 220), 10, 0, 360)
    space.add_text("次干路 18F H=54", dxfattribs={"layer": "文字"}).set_placement((200, -10))
    space.add_mtext("幼儿园\\P9班", dxfattribs={"layer": "站外设施"}).set_location((450, 100))
    space.add_point((10, 290, 391.25), dxfattribs={"layer": "高程点"})
