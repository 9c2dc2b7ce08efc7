"""Shapefile, GeoPackage, KML and KMZ, read by GDAL where the extra `gis` is installed."""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import numpy as np
import numpy.typing as npt
import shapely

from layoutgen.errors import InputError
from layoutgen.inputs.feature_things import Feature
from layoutgen.inputs.features import Frame, survey_features
from layoutgen.inputs.geometries import features_of
from layoutgen.inputs.survey import Survey
from layoutgen.sentence import Sentence, harmless

STARTS = {  # what a file of the kind begins with: GDAL guesses by content, and other kinds may point elsewhere
    ".shp": (b"\x00\x00\x27\x0a",),
    ".gpkg": (b"SQLite format 3\x00",),
    ".kml": (b"<?xml", b"<kml"),
    ".kmz": (b"PK\x03\x04",),
}
KML_ROOT = b"<kml"
SIDECARS = (".shx", ".dbf")
WARNINGS_MOST = 3

Objects = npt.NDArray[np.object_]


def read_gis_site(path: Path, data: bytes, frame: Frame) -> Survey:
    """Survey of every layer of a GIS file; a layer's name tells what its features are, where they do not say it.

    Raises
    ------
    InputError
        If the extra is not installed, the file is damaged or lacks its companions, layers lie in different coordinate
        systems, or there is no single usable boundary.
    """
    _require_kind(path, data)
    file = str(path)
    with warnings.catch_warnings(record=True) as met:
        warnings.simplefilter("always")
        systems, features = _layers(path)
    if len(systems) > 1:
        raise InputError(file, "crs", " and ".join(harmless(one) for one in systems), "layers in one coordinate system")
    own = systems[0] if systems else None
    survey = survey_features(features, file=file, frame=replace(frame, crs=frame.crs or own))
    said = tuple(_told(str(one.message).replace(str(path), path.name)) for one in met[:WARNINGS_MOST])
    return replace(survey, unread=(*survey.unread, *said))


def _require_kind(path: Path, data: bytes) -> None:
    kind = path.suffix.casefold()
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip() if kind == ".kml" else data
    if not start.startswith(STARTS[kind]) or (kind == ".kml" and KML_ROOT not in start[:4096]):
        raise InputError(str(path), "", f"no {kind} file", f"an intact {kind} file")
    missing = [end for end in SIDECARS if kind == ".shp" and not _beside(path, end)]
    if missing:
        raise InputError(str(path), "", f"{' and '.join(missing)} missing beside it", "a Shapefile with its .shx and .dbf")


def _beside(path: Path, end: str) -> Path | None:
    return next((one for one in (path.with_suffix(end), path.with_suffix(end.upper())) if one.is_file()), None)


def _layers(path: Path) -> tuple[list[str], list[Feature]]:
    """Coordinate systems met, and the features of all layers."""
    try:
        import pyogrio
    except ImportError:
        expected = 'pyogrio to read it (pip install "layoutgen[gis]"), or the site as GeoJSON or DXF'
        raise InputError(str(path), "", f"a {path.suffix} file", expected) from None
    systems: list[str] = []
    features: list[Feature] = []
    try:
        for name, _ in pyogrio.list_layers(path):
            meta, _, geometries, columns = pyogrio.raw.read(path, layer=name, encoding=_encoding(path))
            if geometries is not None and len(geometries):
                system = str(meta["crs"]) if meta["crs"] else ""
                systems += [system] if system and system not in systems else []
                features += _features(str(name), path, [str(field) for field in meta["fields"]], geometries, columns)
    except Exception as error:  # the library raises whatever a damaged file makes of it
        _refuse(path, error)
    return systems, features


def _refuse(path: Path, error: Exception) -> NoReturn:
    raise InputError(str(path), "", f"not readable ({harmless(str(error), 160)})", f"an intact {path.suffix} file") from None


def _encoding(path: Path) -> str | None:
    """Encoding of a Shapefile's table that does not say it: UTF-8 if it can be, else GBK."""
    table = _beside(path, ".dbf")
    if path.suffix.casefold() != ".shp" or table is None or _beside(path, ".cpg") is not None:
        return None
    try:
        table.read_bytes()[32:].decode("utf-8")
    except UnicodeDecodeError:
        return "GBK"
    return "UTF-8"


def _features(layer: str, path: Path, fields: list[str], geometries: Objects, columns: Sequence[Objects]) -> Iterator[Feature]:
    shapes = shapely.from_wkb(geometries, on_invalid="warn")
    for row, shape in enumerate(shapes):
        if shape is None:
            continue
        said = {field: column[row] for field, column in zip(fields, columns, strict=True)}
        properties = {
            field: value.item() if hasattr(value, "item") else value for field, value in said.items() if value is not None
        }
        properties.setdefault("图层", layer)
        if path.suffix.casefold() in (".kml", ".kmz") and properties.get("Name"):
            properties.setdefault("类型", str(properties["Name"]))
        yield from features_of(shape, properties)


def _told(message: str) -> Sentence:
    words = harmless(message, 160)
    return Sentence(en=f"GDAL says: {words}", zh=f"GDAL 提示：{words}")
