"""Well-known text of the site's outline."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.errors import InputError
from layoutgen.inputs.feature_things import Feature, Ring
from layoutgen.inputs.features import Frame, survey_features
from layoutgen.inputs.survey import Survey
from layoutgen.inputs.user_file import decode


def read_wkt_site(path: Path, data: bytes, frame: Frame) -> Survey:
    """Survey of a WKT site file; "SRID=4547;" before the text names its coordinate system.

    Raises
    ------
    InputError
        If it is no WKT, or not one polygon.
    """
    file = str(path)
    text = decode(data, file).strip()
    head, _, body = text.rpartition(";")
    if head.upper().startswith("SRID="):
        frame = replace(frame, crs=frame.crs or f"EPSG:{head[5:].strip()}")
    try:
        geometry = shapely.from_wkt(body if head else text)
    except shapely.errors.ShapelyError as error:
        reason = str(error).splitlines()[0]
        raise InputError(file, "", f"not WKT ({reason})", "a text such as POLYGON ((0 0, 400 0, 400 300, 0 0))") from None
    return survey_features(tuple(_features(geometry)), file=file, frame=frame)


def _features(geometry: BaseGeometry) -> Iterator[Feature]:
    for part in shapely.get_parts(geometry):
        if isinstance(part, Polygon) and not part.is_empty:
            yield Feature(form="area", rings=tuple(_ring(ring) for ring in (part.exterior, *part.interiors)))
        elif isinstance(part, LineString) and not part.is_empty:
            yield Feature(form="line", rings=(_ring(part),))
        elif isinstance(part, Point) and not part.is_empty:
            yield Feature(form="point", rings=(_ring(part),))
        elif not isinstance(part, (Polygon, LineString, Point)):
            yield from _features(part)


def _ring(line: BaseGeometry) -> Ring:
    return tuple((float(x), float(y)) for x, y, *_ in line.coords)
