"""Shapefile, GeoPackage, KML and KMZ as site files, written by GDAL itself or by hand."""

import os
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Geod

from layoutgen.errors import InputError
from layoutgen.inputs.site import read_site
from layoutgen.model.kinds import RoadClass

if os.environ.get("LAYOUTGEN_REQUIRE_CLIENTS") == "1":
    import pyogrio
else:
    pyogrio = pytest.importorskip("pyogrio", reason="the extra gis is not installed")

GAUSS = "EPSG:4547"  # CGCS2000, zone of 3 degrees, central meridian 114
X, Y = 514_000.0, 3_795_000.0
SITE = shapely.box(X, Y, X + 400.0, Y + 300.0)  # 12 ha
POND = shapely.box(X + 50, Y + 50, X + 90, Y + 80)
HOUSE = shapely.box(X + 450, Y, X + 470, Y + 40)
ROAD = shapely.LineString([(X - 50, Y - 20), (X + 450, Y - 20)])
DEGREES = [(108.9, 34.3), (108.904, 34.3), (108.904, 34.303), (108.9, 34.303), (108.9, 34.3)]


def write(path: Path, shapes, *, crs: str | None = GAUSS, layer: str | None = None, **columns) -> Path:
    pyogrio.raw.write(
        path,
        geometry=np.array([shape.wkb for shape in shapes], dtype=object),
        field_data=[np.array(column, dtype=object) for column in columns.values()],
        fields=list(columns),
        geometry_type=shapes[0].geom_type,
        crs=crs,
        layer=layer,
        append=path.exists() and layer is not None,
    )
    return path


def test_a_shapefile_goes_by_its_name_and_its_projection(tmp_path: Path) -> None:
    site = read_site(write(tmp_path / "用地红线.shp", [SITE], 名称=["地块一"]))
    assert (site.boundary.area, site.origin) == (pytest.approx(120_000.0), (X, Y))


def test_a_table_in_gbk_without_a_word_of_it_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "parcel.shp", [SITE, HOUSE], 图层=["用地红线", "现状建筑"], 层数=["6", "6"])
    table = path.with_suffix(".dbf")
    told = table.read_bytes()
    assert "用地红线".encode() in told
    head = told.replace("图层".encode(), "图层".encode("gbk").ljust(6, b"\0")).replace(
        "层数".encode(), "层数".encode("gbk").ljust(6, b"\0")
    )
    for word in ("用地红线", "现状建筑"):
        head = head.replace(word.encode(), word.encode("gbk").ljust(12, b" "))
    table.write_bytes(head)
    path.with_suffix(".cpg").unlink()
    site = read_site(path)
    assert site.boundary.area == pytest.approx(120_000.0)
    assert [one.height_m for one in site.context] == [18.0]  # 6 storeys of 3 m


def test_a_geopackage_tells_by_its_layers(tmp_path: Path) -> None:
    path = tmp_path / "site.gpkg"
    write(path, [SITE], layer="用地红线")
    write(path, [POND], layer="水体")
    write(path, [ROAD], layer="次干路")
    write(path, [HOUSE], layer="管线")
    site = read_site(path)
    assert site.boundary.area == pytest.approx(120_000.0)
    assert [one.area for one in site.keep_outs] == [pytest.approx(1200.0)]
    assert site.edges[0].road_class is RoadClass.COLLECTOR
    assert any("管线 (1)" in note.en for note in site.unread)


KML = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>地块</name>
<Placemark><name>用地红线</name><Polygon><outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing>
</outerBoundaryIs></Polygon></Placemark>
<Placemark><name>公交站</name><Point><coordinates>108.902,34.2998,0</coordinates></Point></Placemark>
</Folder></Document></kml>"""


@pytest.mark.parametrize("name", ["site.kml", "site.kmz"])
def test_a_kml_is_told_by_the_names_of_its_places(name: str, tmp_path: Path) -> None:
    text = KML.format(ring=" ".join(f"{x},{y},0" for x, y in DEGREES))
    path = tmp_path / name
    if name.endswith("z"):
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("doc.kml", text)
    else:
        path.write_text(text, encoding="utf-8")
    site = read_site(path)
    geodesic_m2, _ = Geod(ellps="GRS80").polygon_area_perimeter(*np.transpose(DEGREES))
    assert site.boundary.area == pytest.approx(abs(geodesic_m2), rel=3e-4)
    assert len(site.bus_stops) == 1


def test_a_map_projection_that_stretches_is_projected_anew(tmp_path: Path) -> None:
    # In the web's Mercator the same ground measures 1 / cos^2(34.3 deg) = 1.465 times as much.
    from pyproj import Transformer

    to_web = Transformer.from_crs("EPSG:4326", "EPSG:3857", always_xy=True)
    ring = shapely.Polygon(np.column_stack(to_web.transform(*np.transpose(DEGREES))))
    site = read_site(write(tmp_path / "boundary.gpkg", [ring], crs="EPSG:3857", layer="boundary"))
    geodesic_m2, _ = Geod(ellps="GRS80").polygon_area_perimeter(*np.transpose(DEGREES))
    assert site.boundary.area == pytest.approx(abs(geodesic_m2), rel=1e-3)
    assert any("stretches lengths by 1.2" in note.en for note in site.repairs)  # 1 / cos(34.3 deg) = 1.21


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.shp", b"no shapefile", "no .shp file"),
        ("a.gpkg", b"SQLite format 3\x00 and nothing else", "not readable"),
        ("a.kml", b"<OGRVRTDataSource></OGRVRTDataSource>", "no .kml file"),
        ("a.kml", b"<kml><Placemark>", "expected"),
        ("a.kmz", b"PK\x03\x04 cut", "not readable"),
    ],
)
def test_a_damaged_file_is_refused(name: str, content: bytes, expected: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError, match=expected):
        read_site(path)


def test_a_shapefile_without_its_companions_says_which(tmp_path: Path) -> None:
    path = write(tmp_path / "site.shp", [SITE])
    path.with_suffix(".shx").unlink()
    with pytest.raises(InputError, match=r"\.shx missing beside it"):
        read_site(path)


def test_without_the_extra_the_refusal_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "site.shp", [SITE])
    monkeypatch.setitem(sys.modules, "pyogrio", None)
    with pytest.raises(InputError, match=r'pip install "layoutgen\[gis\]"'):
        read_site(path)
