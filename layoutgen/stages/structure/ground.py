"""What the street search works on and is judged against: a boundary with its roads, kept-out ground and choices."""

from dataclasses import dataclass

from shapely.geometry import MultiLineString, MultiPolygon, Polygon

from layoutgen.model.choices import StreetChoices

ON_M = 0.01  # what lies this near to a line lies on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A piece of land that is cut into cells by streets."""

    boundary: Polygon
    smooth: Polygon  # the boundary without its wiggles
    roads: MultiLineString  # edges along roads
    keep_outs: MultiPolygon  # ground that centre lines miss
    directions: tuple[float, ...]  # that the boundary suggests, counter-clockwise from east [degrees]
    width_m: float  # of a street
    choices: StreetChoices
