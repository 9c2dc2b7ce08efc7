import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from pyproj import Geod
from shapely.geometry import Polygon

from layoutgen.errors import InputError
from layoutgen.inputs.edges import EdgeWish
from layoutgen.inputs.site import read_site
from layoutgen.inputs.template_files import templates_folder
from layoutgen.model.kinds import RoadClass

Write = Callable[[str, bytes | str], Path]
PolygonFile = Callable[..., Path]
SQUARE = [[0, 0], [400, 0], [400, 300], [0, 300], [0, 0]]  # 12 ha


def refused(path: Path, **options: object) -> str:
    with pytest.raises(InputError) as caught:
        read_site(path, **options)  # type: ignore[arg-type]
    assert str(path) in str(caught.value)
    return str(caught.value).replace(str(path), "FILE")


def test_a_polygon_in_metres_is_read_as_it_is(polygon_file: PolygonFile) -> None:
    path = polygon_file(SQUARE)
    site = read_site(path)
    assert site.boundary.equals(Polygon(SQUARE))
    assert (site.origin, site.repairs) == ((0.0, 0.0), ())
    assert (site.file_name, site.sha256) == ("site.geojson", sha256(path.read_bytes()).hexdigest())
    assert [edge.id for edge in site.edges] == ["E1", "E2", "E3", "E4"]


@pytest.mark.parametrize(
    ("rings", "expected"),
    [
        ([[[0, 0], [400, 0], [400, 300], [0, 300]]], "FILE: boundary = open by 300.000 m at (0.00, 300.00): expected a closed"),
        ([[[0, 0], [400, 300], [400, 0], [0, 300], [0, 0]]], "crosses itself (Self-intersection[200 150]), parts of 30,000 m2"),
        ([[[0, 0], [2, 0], [2, 1.5], [0, 1.5], [0, 0]]], "FILE: boundary area = 3.00 m2: expected 0.1 to 1000 ha"),
        ([[[0, 0], [6000, 0], [6000, 5000], [0, 5000], [0, 0]]], "FILE: boundary area = 3,000.0 ha: expected 0.1 to 1000 ha"),
        ([[[0, 0], [400, 0], [0, 0]]], "an outline"),
        ([[[0, 0], [200, 0], [400, 0], [0, 0]]], "no area"),
        ([], "expected a GeoJSON with the site's boundary as a Polygon"),
        ([[["a", 0], [1, 1], [3, 3], ["a", 0]]], "positions of two numbers"),
        ([[[1e300, 0], [1, 1], [3, 3], [1e300, 0]]], "finite numbers"),
        ([[[34.3, 108.9], [34.304, 108.9], [34.304, 108.904], [34.3, 108.9]]], "these have the latitude first"),
    ],
)
def test_a_boundary_that_is_none_is_refused(rings: list[object], expected: str, polygon_file: PolygonFile) -> None:
    assert expected in refused(polygon_file(*rings))


def collection(*features: dict[str, object]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def feature(kind: str, form: str, coordinates: object, **properties: object) -> dict[str, object]:
    geometry = {"type": form, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"kind": kind, **properties}, "geometry": geometry}


OTHER = [[500, 0], [900, 0], [900, 300], [500, 300], [500, 0]]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("e.geojson", "", "FILE = an empty file: expected a file with content"),
        ("e.geojson", collection(), "FILE: features = none"),
        ("e.geojson", "{", "not JSON"),
        ("e.geojson", "[1, 2]", "FILE: type = missing"),
        ("e.geojson", '{"type": "Topology"}', "a GeoJSON geometry"),
        ("e.geojson", '{"type": "Point", "coordinates": [1, 2]}', "boundary = missing (the file holds point)"),
        ("e.geojson", collection(feature("", "Polygon", [SQUARE]), feature("", "Polygon", [OTHER])), "boundary = 2 outlines"),
        ("e.geojson", b"\xff\xfe\x00\x01", "not a text file"),
        ("e.wkt", "POLYGON ((0 0, 1", "not WKT"),
        ("e.wkt", "POINT (1 2)", "boundary = missing"),
        ("e.csv", "hello\nworld\n", "no boundary points"),
        ("e.csv", "1,2\n3,4\n", "boundary = 2 points: expected at least 3"),
        ("e.dxf", b"no drawing \x00\x01", "not a readable DXF"),
        ("e.dxf", b"AC1032 and so on", "a DWG file: expected DXF"),
        ("e.pdf", "%PDF-1.4", "a .pdf file: expected a site file"),
    ],
)
def test_a_file_that_cannot_be_understood_says_why(name: str, content: bytes | str, expected: str, write_file: Write) -> None:
    assert expected in refused(write_file(name, content))


def test_missing_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.dxf") == "FILE = no such file: expected a file that exists"
    assert refused(tmp_path) == "FILE = a folder: expected a file"


def test_a_file_without_permission_says_so(polygon_file: PolygonFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = polygon_file(SQUARE)
    monkeypatch.setattr(Path, "read_bytes", deny)
    assert refused(path) == "FILE = permission denied: expected a file that you may read"


def test_an_unknown_unit_or_coordinate_system_is_refused(polygon_file: PolygonFile) -> None:
    path = polygon_file(SQUARE)
    assert "unit = furlong: expected one of mm" in refused(path, unit="furlong")
    assert "crs = Atlantis" in refused(path, crs="Atlantis")
    assert "boundary area = 0.12 m2" in refused(path, unit="mm")


def test_millimetres_taken_for_metres_are_converted_and_said(polygon_file: PolygonFile) -> None:
    site = read_site(polygon_file([[x * 1000, y * 1000] for x, y in SQUARE]))
    assert site.boundary.area == pytest.approx(120_000.0)
    assert any("taken as millimetres" in repair.en for repair in site.repairs)


def test_degrees_are_projected_and_keep_their_area(polygon_file: PolygonFile) -> None:
    ring = [[108.9, 34.3], [108.904, 34.3], [108.904, 34.303], [108.9, 34.303], [108.9, 34.3]]
    site = read_site(polygon_file(ring))
    # the ellipsoid's own area by another method; the zone is less than a degree wide here: scale error < 0.03 %
    geodesic_m2, _ = Geod(ellps="GRS80").polygon_area_perimeter(*np.transpose(ring))
    assert site.boundary.area == pytest.approx(abs(geodesic_m2), rel=3e-4)
    assert any("WGS 84" in repair.en and "108°" in repair.en for repair in site.repairs)
    assert max(np.abs(site.boundary.bounds)) < 1000.0


def test_small_numbers_that_make_no_site_in_degrees_are_metres(polygon_file: PolygonFile) -> None:
    site = read_site(polygon_file([[0, 0], [100, 0], [100, 80], [0, 80], [0, 0]]))
    assert site.boundary.area == 8000.0


def test_survey_coordinates_are_moved_near_the_origin_by_whole_hundreds(polygon_file: PolygonFile) -> None:
    near = read_site(polygon_file(SQUARE))
    far = read_site(polygon_file([[x + 514_000, y + 3_795_000] for x, y in SQUARE]))
    assert far.origin == (514_000.0, 3_795_000.0)
    assert far.boundary.equals(near.boundary)
    assert far.edges == near.edges


def test_points_of_the_boundary_have_x_to_the_north(write_file: Write) -> None:
    # 300 m from south to north in X, 400 m from west to east in Y
    rows = "点号,X,Y,边长\nJ1,3795000,514000,400\nJ2,3795000,514400,300\nJ3,3795300,514400,400\nJ4,3795300,514000,300\n"
    for text in (rows, rows.split("\n", 1)[1], rows.replace(",", "\t"), rows.replace("X", "纵坐标").replace("Y", "横坐标")):
        site = read_site(write_file("界址点.csv", text.encode("gbk")))
        assert site.boundary.bounds == (0.0, 0.0, 400.0, 300.0)


def test_a_list_that_gives_the_easting_first_is_turned_round_and_said(write_file: Write) -> None:
    rows = "J1 37514000 3795000\nJ2 37514400 3795000\nJ3 37514400 3795300\nJ4 37514000 3795300\n"
    site = read_site(write_file("p.txt", rows))
    assert site.boundary.bounds == (0.0, 0.0, 400.0, 300.0)
    assert any("easting" in repair.en for repair in site.repairs)


def test_the_land_administrations_text_is_read_with_its_rings(write_file: Write) -> None:
    rings = ("1", ((0, 0), (0, 400), (300, 400), (300, 0))), ("2", ((100, 100), (100, 150), (150, 150), (150, 100)))
    rows = [f"J{i},{ring},{3795000 + x},{514000 + y}" for ring, points in rings for i, (x, y) in enumerate(points)]
    text = "[属性描述]\n坐标系=2000国家大地坐标系\n[地块坐标]\n8,12.0,1,地块,面,,住宅,,@\n" + "\n".join(rows)
    site = read_site(write_file("p.txt", text.encode("gbk")))
    assert site.boundary.area == 120_000.0
    assert [hole.area for hole in site.keep_outs] == [2500.0]


def test_well_known_text_with_a_hole_keeps_the_hole_out(write_file: Write) -> None:
    text = "POLYGON ((0 0, 400 0, 400 300, 0 300, 0 0), (100 100, 150 100, 150 150, 100 150, 100 100))"
    site = read_site(write_file("site.wkt", text))
    assert (site.boundary.area, [hole.area for hole in site.keep_outs]) == (120_000.0, [2500.0])
    assert any("kept out" in repair.en for repair in site.repairs)


def test_a_geojson_with_kinds_is_understood_whole(write_file: Write) -> None:
    inside = [[180, 100], [220, 100], [220, 112], [180, 112], [180, 100]]
    beside = [[450, 100], [462, 100], [462, 140], [450, 140], [450, 100]]
    pond = [[50, 50], [90, 50], [90, 80], [50, 80], [50, 50]]
    far_pond = [[550, 50], [590, 50], [590, 80], [550, 80], [550, 50]]
    path = write_file(
        "site.geojson",
        collection(
            feature("boundary", "Polygon", [SQUARE], name="西湖家园"),
            feature("keep_out", "Polygon", [pond]),
            feature("keep_out", "Polygon", [far_pond]),
            feature("building", "Polygon", [beside], storeys=6, protected=True),
            feature("building", "Polygon", [inside], height=9.5),
            feature("building", "Polygon", [[[x + 1000, y] for x, y in beside]], height=10),  # 1 050 m off: over 20 heights
            feature("road", "LineString", [[-50, -15], [450, -15]], **{"class": "collector", "setback_m": 12}),
            feature("bus_stop", "Point", [200, -20]),
            feature("tree", "Point", [10, 10]),
        ),
    )
    site = read_site(path)
    south, east, _, _ = site.edges
    assert (south.road_class, south.setback_m) == (RoadClass.COLLECTOR, 12.0)
    assert (east.road_class, east.setback_m) == (RoadClass.LOCAL, None)
    # 6 storeys of 3 m; the building that stands inside keeps its 40 x 12 m of ground, the pond its 40 x 30 m
    assert [(one.height_m, one.is_protected) for one in site.context] == [(9.5, False), (18.0, True)]
    assert [keep_out.area for keep_out in site.keep_outs] == [1200.0, 480.0]
    assert [(stop.x, stop.y) for stop in site.bus_stops] == [(200.0, -20.0)]
    assert any("1 buildings too far off" in note.en for note in site.assumptions)
    assert any("1 features without a known kind: not used: tree" in note.en for note in site.unread)
    assert any("1 keep-outs lie outside" in note.en for note in site.repairs)


def test_the_old_crs_member_and_the_users_crs_are_obeyed(write_file: Write) -> None:
    gauss = [[x + 500_000, y + 3_795_000] for x, y in SQUARE]
    named = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4547"}}
    path = write_file("site.geojson", json.dumps({"type": "Polygon", "coordinates": [gauss], "crs": named}))
    assert read_site(path).boundary.area == 120_000.0
    assert "longitude first" in refused(path, crs="EPSG:4326")


def test_the_example_sites_of_the_package_are_read_without_a_repair() -> None:
    sites = {path.name: read_site(path) for path in sorted((templates_folder() / "sites").glob("*.geojson"))}
    assert len(sites) >= 3
    for site in sites.values():
        assert site.repairs == ()
        assert 12e4 <= site.boundary.area <= 125e4


def test_the_example_as_dxf_is_the_same_site_in_survey_coordinates() -> None:
    folder = templates_folder() / "sites"
    plain, drawn = read_site(folder / "riverside.geojson"), read_site(folder / "riverside.dxf")
    assert drawn.origin == (514_000.0, 3_795_000.0)
    assert (drawn.boundary, drawn.edges, drawn.context, drawn.bus_stops) == (
        plain.boundary,
        plain.edges,
        plain.context,
        plain.bus_stops,
    )


def test_real_boundaries_are_read_as_they_are(shared_data: Path, polygon_file: PolygonFile) -> None:
    records = json.loads((shared_data / "reco" / "dev.json").read_text(encoding="utf-8"))
    for record in records:
        site = read_site(polygon_file(record["boundary"]))
        assert site.boundary.area == pytest.approx(Polygon(record["boundary"]).area, abs=0.5), record["_id"]
        assert sum(edge.line.length for edge in site.edges) == pytest.approx(site.boundary.exterior.length)


def test_wishes_for_edges_go_by_id_and_by_side_and_an_id_outranks_a_side(polygon_file: PolygonFile) -> None:
    wishes = (
        EdgeWish(where="E2", road_class=RoadClass.ARTERIAL),
        EdgeWish(where="east", road_class=RoadClass.NONE, setback_m=9.0),
        EdgeWish(where="north", allows_gate=False),
    )
    south, east, north, west = read_site(polygon_file(SQUARE), edges=wishes).edges
    assert (east.road_class, east.setback_m, east.allows_gate) == (RoadClass.ARTERIAL, 9.0, True)
    assert (north.road_class, north.allows_gate) == (RoadClass.LOCAL, False)
    assert {south.road_class, west.road_class} == {RoadClass.LOCAL}
    with pytest.raises(InputError, match=r"edge = E9: expected one of E1 \(south, 400 m\)"):
        read_site(polygon_file(SQUARE), edges=(EdgeWish(where="E9"),))
