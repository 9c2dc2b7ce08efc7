"""What stands beside the boundary in a file of features: buildings, roads, windows, facilities off the site, spot heights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from shapely.geometry import LineString, MultiPoint, Point, Polygon

from layoutgen.errors import InputError
from layoutgen.geometry.crossings import crossings_exceed
from layoutgen.geometry.repair import CROSSINGS_MOST, Mended, mend_ring, repair_of
from layoutgen.inputs.checked import check_number, load_ranges
from layoutgen.inputs.heights import building_height
from layoutgen.inputs.layer_customs import Customs
from layoutgen.inputs.off_site import off_site_of_properties
from layoutgen.inputs.survey import Level, Road, SurveyedBuilding, SurveyedWindows
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import OffSite
from layoutgen.sentence import Sentence, plural

KIND_KEYS = ("kind", "role", "type", "layer", "Layer", "类型", "图层")
ROAD_KEYS = ("road_class", "class", "road", "等级", "道路等级")
HEIGHT_KEYS = ("height_m", "height", "高度", "建筑高度")
STOREY_KEYS = ("storeys", "floors", "levels", "层数", "Floor", "building:levels")
LEVEL_KEYS = ("level_m", "elevation", "height_m", "height", "高程", "标高", "z")
ROAD_CLASSES = {"road_arterial": RoadClass.ARTERIAL, "road_collector": RoadClass.COLLECTOR, "road_local": RoadClass.LOCAL}
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One simple thing of a file: the rings of an area (its holes after its outline), or the points of a line or mark."""

    form: str  # "area", "line", "point"
    rings: tuple[Ring, ...]
    properties: Mapping[str, object] = field(default_factory=dict)
    z: float = 0.0  # of its first point


def place_of(feature: Feature) -> Point:
    """Place of a mark, in the middle of a larger thing."""
    return MultiPoint(feature.rings[0]).centroid


def area_of(feature: Feature, file: str, key: str) -> tuple[Polygon, tuple[Polygon, ...], tuple[Sentence, ...]]:
    """Outline without its holes, the holes, and the repairs.

    Raises
    ------
    InputError
        If a ring is open or encloses nothing.
    """
    first, *rest = (_mend(ring, file, key) for ring in feature.rings)
    outline, holes = Polygon(first.outline.exterior), [Polygon(hole) for hole in first.outline.interiors]
    holes.extend(Polygon(hole.outline.exterior) for hole in rest)
    repairs = [note for mended in (first, *rest) for note in mended.repairs]
    if holes:
        count = len(holes)
        repairs.append(
            repair_of(key, f"{plural(count, 'hole')} taken as ground that is kept out", f"孔洞 {count} 个按保留用地处理")
        )
    return outline, tuple(holes), tuple(repairs)


def _mend(ring: Ring, file: str, key: str) -> Mended:
    return mend_ring(ring, is_closed=len(ring) > 1 and ring[0] == ring[-1], file=file, key=key)


def off_site_of(feature: Feature, customs: Customs, file: str) -> OffSite:
    """Facility off the site, as its properties say."""
    place = area_of(feature, file, "off_site")[0] if feature.form == "area" else place_of(feature)
    return off_site_of_properties(file, feature.properties, place, customs)


def windows_of(feature: Feature, file: str) -> SurveyedWindows:
    """Line of neighbours' windows."""
    sill = feature.properties.get("sill_m", feature.properties.get("sill"))
    sill_m = None if sill is None else check_number(file, "sill_m", sill, load_ranges("site")["height_m"])
    return SurveyedWindows(line=LineString(feature.rings[0]), sill_m=sill_m)


def level_of(feature: Feature) -> Level | None:
    """Spot height by its figure, else by the height it stands at; None where it has neither."""
    written = _number(feature, LEVEL_KEYS)
    height_m = feature.z if written is None else written
    return Level(at=place_of(feature), height_m=height_m) if height_m or written is not None else None


def buildings_of(features: Sequence[Feature], customs: Customs, file: str) -> tuple[SurveyedBuilding, ...]:
    """Buildings with their heights, assumed where they do not say it.

    Raises
    ------
    InputError
        If an outline cannot be mended or a height is out of its range.
    """
    found = []
    within = load_ranges("site")["height_m"]
    for feature in features:
        outline, _, _ = area_of(feature, file, "building")
        height, storeys = _number(feature, HEIGHT_KEYS), _number(feature, STOREY_KEYS)
        if height is None and storeys is not None:
            height = storeys * customs.assume("storey_height_m")
        if height is None:
            height = building_height([str(feature.properties.get("label", ""))], customs.assume("storey_height_m"))
        is_said = height is not None
        height = check_number(file, "building.height", customs.assume("height_m") if height is None else height, within)
        is_protected = feature.properties.get("protected") in (True, "yes", "true", 1)
        found.append(SurveyedBuilding(footprint=outline, height_m=height, is_protected=is_protected, is_height_said=is_said))
    return tuple(found)


def roads_of(features: Sequence[Feature], customs: Customs, file: str) -> tuple[Road, ...]:
    """Roads and edges with their classes.

    Raises
    ------
    InputError
        If a setback is out of its range, or a line crosses itself again and again.
    """
    return tuple(_road(feature, _road_class(feature, customs), file) for feature in features)


def entrances_drawn(count: int) -> tuple[Sentence, ...]:
    """Say that the layout places its own gates."""
    en = f"{count} entrances are drawn in the file; gates are placed by the layout, not there"
    return (Sentence(en=en, zh=f"文件中绘有出入口 {count} 处；出入口由布局确定，未采用其位置"),) if count else ()


def _number(feature: Feature, keys: Sequence[str]) -> float | None:
    for key in keys:
        try:
            return float(str(feature.properties[key]))
        except (KeyError, ValueError):
            continue
    return None


def _road_class(feature: Feature, customs: Customs) -> RoadClass:
    word = next((str(feature.properties[key]) for key in ROAD_KEYS if key in feature.properties), "")
    roles = [customs.role(str(feature.properties.get(key, ""))) for key in KIND_KEYS]
    by_layer = next((ROAD_CLASSES[role] for role in roles if role in ROAD_CLASSES), RoadClass.LOCAL)
    name = word.strip().casefold()
    if name in tuple(RoadClass):
        return RoadClass(name)
    return ROAD_CLASSES.get(customs.role(word), by_layer)


def _road(feature: Feature, road_class: RoadClass, file: str) -> Road:
    line = LineString(feature.rings[0])
    if crossings_exceed([line], CROSSINGS_MOST):
        raise InputError(file, "road", f"crosses itself more than {CROSSINGS_MOST} times", "the line of a road")
    setback = feature.properties.get("setback_m", feature.properties.get("setback"))
    within = load_ranges("brief")["setback_m"]
    return Road(
        line=line,
        road_class=road_class,
        setback_m=None if setback is None else check_number(file, "setback_m", setback, within),
        allows_gate=feature.properties.get("gate", True) not in (False, "no", "false", 0),
        is_edge=feature.properties.get("kind") == "edge",
    )
