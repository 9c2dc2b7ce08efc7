"""A GeoJSON of the site: features with a kind, degrees or metres."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import inf
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.inputs.feature_things import Feature, Ring
from layoutgen.inputs.features import Frame, survey_features
from layoutgen.inputs.survey import Survey
from layoutgen.inputs.user_file import decode

HIGHEST_M = 1e5  # of a spot height
Properties = Mapping[str, object]


def read_geojson_site(path: Path, data: bytes, frame: Frame) -> Survey:
    """Survey of a GeoJSON site file.

    Raises
    ------
    InputError
        If it is no GeoJSON, or does not hold exactly one usable boundary.
    """
    file = str(path)
    try:
        document: object = json.loads(decode(data, file))
    except (ValueError, RecursionError) as error:  # also a number of too many digits
        raise InputError(file, "", f"not JSON ({error})", "a GeoJSON file") from None
    if not isinstance(document, dict) or "type" not in document:
        raise InputError(file, "type", "missing", "a GeoJSON FeatureCollection, Feature or geometry")
    try:
        features = tuple(_features(document, {}, file))
    except RecursionError:
        raise InputError(file, "", "nested too deep", "a GeoJSON file") from None
    if not features:
        raise InputError(file, "features", "none", "a GeoJSON with the site's boundary as a Polygon")
    return survey_features(features, file=file, frame=replace(frame, crs=frame.crs or _own_crs(document)))


def _own_crs(document: Properties) -> str | None:
    """Name in the old `crs` member, which many programs still write; "none" for an explicit null."""
    if "crs" not in document:
        return None
    member = document["crs"]
    properties = member.get("properties") if isinstance(member, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else member
    return "none" if name is None else str(name)


def _features(item: object, properties: Properties, file: str) -> Iterator[Feature]:
    if item is None:
        return
    if not isinstance(item, dict):
        raise InputError(file, "features", item, "GeoJSON objects")
    kind = item.get("type")
    if kind == "FeatureCollection":
        for feature in _list(item.get("features"), file, "features"):
            yield from _features(feature, properties, file)
    elif kind == "Feature":
        own = item.get("properties")
        yield from _features(item.get("geometry"), own if isinstance(own, dict) else {}, file)
    elif kind == "GeometryCollection":
        for geometry in _list(item.get("geometries"), file, "geometries"):
            yield from _features(geometry, properties, file)
    else:
        yield from _geometry(str(kind), item.get("coordinates"), properties, file)


def _geometry(kind: str, coordinates: object, properties: Properties, file: str) -> Iterator[Feature]:
    if kind == "Polygon":
        rings = tuple(_ring(ring, file) for ring in _list(coordinates, file, "coordinates"))
        if rings:
            yield Feature(form="area", rings=rings, properties=properties)
    elif kind == "LineString":
        line = _ring(coordinates, file)
        if len(line) < 2:
            raise InputError(file, "coordinates", "a line of one point", "lines of two points or more")
        yield Feature(form="line", rings=(line,), properties=properties)
    elif kind == "Point":
        ring = _ring([coordinates], file)
        yield Feature(form="point", rings=(ring,), properties=properties, z=_height(coordinates))
    elif kind in ("MultiPolygon", "MultiLineString", "MultiPoint"):
        for part in _list(coordinates, file, "coordinates"):
            yield from _geometry(kind.removeprefix("Multi"), part, properties, file)
    else:
        raise InputError(file, "type", kind, "a GeoJSON geometry such as Polygon")


def _ring(coordinates: object, file: str) -> Ring:
    ring = []
    for position in _list(coordinates, file, "coordinates"):
        pair = _list(position, file, "coordinates")[:2]
        numbers = [_float(value) for value in pair if isinstance(value, (int, float)) and not isinstance(value, bool)]
        if len(numbers) != 2:
            raise InputError(file, "coordinates", position, "positions of two numbers, [x, y]")
        ring.append((numbers[0], numbers[1]))
    if not ring:
        raise InputError(file, "coordinates", "none", "positions of two numbers, [x, y]")
    return tuple(ring)


def _height(position: object) -> float:
    """Third coordinate of a position, 0 where it has none."""
    height = position[2] if isinstance(position, list) and len(position) > 2 else 0.0
    number = _float(height) if isinstance(height, (int, float)) else 0.0
    return number if abs(number) <= HIGHEST_M else 0.0


def _float(number: float) -> float:
    """Number of a document; a whole one that is too large for any figure is infinite."""
    try:
        return float(number)
    except OverflowError:
        return inf


def _list(value: object, file: str, key: str) -> list[object]:
    if not isinstance(value, list):
        raise InputError(file, key, value, "a list")
    return value
