"""Well-known text of the site's outline."""

from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import shapely

from layoutgen.errors import InputError
from layoutgen.inputs.features import Frame, survey_features
from layoutgen.inputs.geometries import features_of
from layoutgen.inputs.survey import Survey
from layoutgen.inputs.user_file import decode

DEEPEST = 30  # brackets in brackets; the library overflows its stack at thousands


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
    if _depth(text) > DEEPEST:
        raise InputError(file, "", "nested too deep", "a text such as POLYGON ((0 0, 400 0, 400 300, 0 0))")
    try:
        geometry = shapely.from_wkt(body if head else text)
    except shapely.errors.ShapelyError as error:
        reason = str(error).splitlines()[0]
        raise InputError(file, "", f"not WKT ({reason})", "a text such as POLYGON ((0 0, 400 0, 400 300, 0 0))") from None
    return survey_features(tuple(features_of(geometry, {})), file=file, frame=frame)


def _depth(text: str) -> int:
    """Most brackets that are open at once."""
    return max(accumulate((letter == "(") - (letter == ")") for letter in text if letter in "()"), default=0)
