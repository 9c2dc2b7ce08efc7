"""Geometry of a GIS library as features: parts taken one by one, collections taken apart."""

from collections.abc import Iterator, Mapping

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.inputs.feature_things import Feature, Ring


def features_of(geometry: BaseGeometry, properties: Mapping[str, object]) -> Iterator[Feature]:
    """Features of a geometry, each with its properties; empty parts are none."""
    for part in shapely.get_parts(geometry):
        if part.is_empty:
            continue
        if isinstance(part, Polygon):
            rings = tuple(_ring(ring) for ring in (part.exterior, *part.interiors))
            yield Feature(form="area", rings=rings, properties=properties)
        elif isinstance(part, LineString):
            yield Feature(form="line", rings=(_ring(part),), properties=properties)
        elif isinstance(part, Point):
            z = float(part.z) if part.has_z else 0.0
            yield Feature(form="point", rings=(_ring(part),), properties=properties, z=z)
        else:
            yield from features_of(part, properties)


def _ring(line: BaseGeometry) -> Ring:
    return tuple((float(x), float(y)) for x, y, *_ in line.coords)
