"""Which reader a site file is for: by its name, else by its first bytes."""

from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.inputs.features import Frame
from layoutgen.inputs.geojson import read_geojson_site
from layoutgen.inputs.gis import read_gis_site
from layoutgen.inputs.points import read_points_site
from layoutgen.inputs.projection import choose_projection
from layoutgen.inputs.survey import Survey
from layoutgen.inputs.wkt import read_wkt_site

SUFFIXES = {
    ".dxf": "dxf",
    ".dwg": "dxf",
    ".geojson": "geojson",
    ".json": "geojson",
    ".csv": "points",
    ".txt": "points",
    ".wkt": "wkt",
    ".shp": "gis",
    ".gpkg": "gis",
    ".kml": "gis",
    ".kmz": "gis",
}
WKT_WORDS = (b"POLYGON", b"MULTIPOLYGON", b"SRID", b"GEOMETRYCOLLECTION", b"LINESTRING", b"POINT")
DXF_STARTS = (b"0\r\nSECTION", b"0\nSECTION", b"999", b"AutoCAD Binary DXF", b"AC10")


def read_survey(path: Path, data: bytes, frame: Frame) -> Survey:
    """Survey of a site file.

    Raises
    ------
    InputError
        If the file cannot be read, or holds no single usable boundary.
    """
    kind = SUFFIXES.get(path.suffix.casefold()) or _by_content(path, data)
    if kind == "points" and data.lstrip(b"\xef\xbb\xbf \t\r\n").upper().startswith(WKT_WORDS):
        kind = "wkt"
    if kind == "dxf":
        return _drawing(path, frame)
    if kind == "geojson":
        return read_geojson_site(path, data, frame)
    if kind == "wkt":
        return read_wkt_site(path, data, frame)
    if kind == "gis":
        return read_gis_site(path, data, frame)
    return read_points_site(path, data, frame)


def _drawing(path: Path, frame: Frame) -> Survey:
    from layoutgen.inputs.dxf_site import read_dxf_site  # its CAD library loads slowly: only where a drawing is read

    survey = read_dxf_site(path, frame)
    if choose_projection(survey.boundary, frame.crs or "none", str(path))[0] is not None:
        raise InputError(str(path), "crs", frame.crs, "metres: a DXF in degrees or other units is not read")
    return survey


def _by_content(path: Path, data: bytes) -> str:
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        return "geojson"
    if start.upper().startswith(WKT_WORDS):
        return "wkt"
    if start.startswith(DXF_STARTS):
        return "dxf"
    raise InputError(
        str(path),
        "",
        f"a {path.suffix or 'nameless'} file",
        "a site file: .dxf, .geojson, .csv, .txt, .wkt, .shp, .gpkg or .kml",
    )
