"""Features of a text file, of whatever format, become a survey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
from shapely.geometry import LineString, MultiPoint, Polygon

from layoutgen.errors import InputError
from layoutgen.geometry.repair import Mended, mend_ring, repair_of
from layoutgen.inputs.checked import check_number, load_ranges
from layoutgen.inputs.heights import building_height
from layoutgen.inputs.layer_customs import Customs, load_customs
from layoutgen.inputs.off_site import off_site_of_properties
from layoutgen.inputs.projection import Project, choose_projection
from layoutgen.inputs.survey import Road, Survey, SurveyedBuilding, SurveyedWindows
from layoutgen.inputs.units import METRES, choose_unit
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import OffSite
from layoutgen.sentence import Sentence, plural

KINDS = ("boundary", "keep_out", "building", "road", "edge", "bus_stop", "entrance", "neighbour_window", "off_site")
KIND_KEYS = ("kind", "role", "type", "layer", "Layer", "类型")
ROAD_CLASSES = {"road_arterial": RoadClass.ARTERIAL, "road_collector": RoadClass.COLLECTOR, "road_local": RoadClass.LOCAL}
FARTHEST = 1e9  # no coordinate on the Earth is larger, in metres, millimetres of a plan or degrees
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One simple thing of a file: the rings of an area (its holes after its outline), or the points of a line or mark."""

    form: str  # "area", "line", "point"
    rings: tuple[Ring, ...]
    properties: Mapping[str, object] = field(default_factory=dict)


def survey_features(features: Sequence[Feature], *, file: str, crs: str | None, unit: str | None) -> Survey:
    """Survey in metres.

    Raises
    ------
    InputError
        If the features do not hold exactly one usable boundary, or a property has a wrong value.
    """
    customs = load_customs()
    _check_coordinates(features, file)
    kinds = [_kind(feature, customs) for feature in features]
    site = _boundary(features, kinds, file)
    project, notes = choose_projection(MultiPoint(features[site].rings[0]), crs, file)
    metric, more = _to_metres(features, site, project, unit, file)
    by_kind = {kind: [f for f, k in zip(metric, kinds, strict=True) if k == kind] for kind in KINDS}
    outline, holes, repairs = _area(metric[site], file, "boundary")
    keep_outs = [_area(feature, file, "keep-out") for feature in by_kind["keep_out"] if feature.form == "area"]
    buildings, unsaid = _buildings(by_kind["building"], customs, file)
    unused = _unused(kinds, site)
    return Survey(
        boundary=outline,
        keep_outs=(*holes, *(area for area, _, _ in keep_outs)),
        buildings=buildings,
        roads=tuple(
            _road(f, k, file) for f, k in zip(metric, _road_kinds(metric, kinds, customs), strict=True) if k is not None
        ),
        off_site=tuple(_off_site(feature, customs, file) for feature in by_kind["off_site"]),
        windows=tuple(_windows(feature, file) for feature in by_kind["neighbour_window"] if feature.form == "line"),
        bus_stops=tuple(MultiPoint(feature.rings[0]).centroid for feature in by_kind["bus_stop"]),
        repairs=(*notes, *more, *repairs, *(note for _, _, found in keep_outs for note in found)),
        assumptions=(*unsaid, *unused),
    )


def _off_site(feature: Feature, customs: Customs, file: str) -> OffSite:
    place = _area(feature, file, "off_site")[0] if feature.form == "area" else MultiPoint(feature.rings[0]).centroid
    return off_site_of_properties(file, feature.properties, place, customs)


def _windows(feature: Feature, file: str) -> SurveyedWindows:
    sill = feature.properties.get("sill_m", feature.properties.get("sill"))
    sill_m = None if sill is None else check_number(file, "sill_m", sill, load_ranges("site")["height_m"])
    return SurveyedWindows(line=LineString(feature.rings[0]), sill_m=sill_m)


def _check_coordinates(features: Sequence[Feature], file: str) -> None:
    for feature in features:
        for ring in feature.rings:
            wrong = next((point for point in ring if not all(abs(value) <= FARTHEST for value in point)), None)
            if wrong is not None:
                raise InputError(file, "coordinates", wrong, "finite numbers of metres or degrees")


def _unused(kinds: Sequence[str], site: int) -> tuple[Sentence, ...]:
    unknown = sum(not kind for i, kind in enumerate(kinds) if i != site)
    entrances = sum(kind == "entrance" for kind in kinds)
    not_used = Sentence(en=f"{unknown} features without a known kind: not used", zh=f"{unknown} 个要素类别不明：未采用")
    return (*((not_used,) if unknown else ()), *entrances_drawn(entrances))


def entrances_drawn(count: int) -> tuple[Sentence, ...]:
    """Say that the layout places its own gates."""
    en = f"{count} entrances are drawn in the file; gates are placed by the layout, not there"
    return (Sentence(en=en, zh=f"文件中绘有出入口 {count} 处；出入口由布局确定，未采用其位置"),) if count else ()


def heights_assumed(count: int, height_m: float) -> tuple[Sentence, ...]:
    """Say how high buildings are taken that do not say it."""
    en = f"{count} existing buildings without a height are taken as {height_m:g} m high"
    return (Sentence(en=en, zh=f"{count} 栋现状建筑未注高度，按 {height_m:g} m 计"),) if count else ()


def _kind(feature: Feature, customs: Customs) -> str:
    for key in KIND_KEYS:
        word = str(feature.properties.get(key, "")).strip()
        kind = word.casefold().replace("-", "_")
        role = kind if kind in KINDS else customs.role(word) if word else ""
        if role:
            return "road" if role.startswith("road_") else role
    return ""


def _boundary(features: Sequence[Feature], kinds: Sequence[str], file: str) -> int:
    named = [i for i, kind in enumerate(kinds) if kind == "boundary" and features[i].form != "point"]
    found = named or [i for i, kind in enumerate(kinds) if not kind and features[i].form == "area"]
    found = found or [i for i, kind in enumerate(kinds) if not kind and features[i].form == "line"]
    if len(found) > 1:
        raise InputError(file, "boundary", f"{len(found)} outlines", "one outline, or one with the property kind = boundary")
    if not found:
        forms = ", ".join(sorted({feature.form for feature in features})) or "nothing"
        raise InputError(file, "boundary", f"missing (the file holds {forms})", "a polygon")
    return found[0]


def _to_metres(
    features: Sequence[Feature], site: int, project: Project | None, unit: str | None, file: str
) -> tuple[tuple[Feature, ...], tuple[Sentence, ...]]:
    if project is not None:
        return tuple(replace(f, rings=tuple(_ring(project(np.asarray(ring))) for ring in f.rings)) for f in features), ()
    area = float(MultiPoint(features[site].rings[0]).convex_hull.area)
    chosen, notes = choose_unit(area, "", unit, file)
    factor = METRES[chosen]
    if factor == 1.0:
        return tuple(features), notes
    return tuple(replace(f, rings=tuple(_ring(np.asarray(ring) * factor) for ring in f.rings)) for f in features), notes


def _ring(points: npt.NDArray[np.float64]) -> Ring:
    return tuple((float(x), float(y)) for x, y in points)


def _area(feature: Feature, file: str, key: str) -> tuple[Polygon, tuple[Polygon, ...], tuple[Sentence, ...]]:
    """Outline without its holes, the holes, and the repairs."""
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


def _buildings(
    features: Sequence[Feature], customs: Customs, file: str
) -> tuple[tuple[SurveyedBuilding, ...], tuple[Sentence, ...]]:
    found, unsaid = [], 0
    within = load_ranges("site")["height_m"]
    for feature in features:
        if feature.form != "area":
            continue
        outline, _, _ = _area(feature, file, "building")
        height = _number(feature, ("height_m", "height", "高度"))
        storeys = _number(feature, ("storeys", "floors", "levels", "层数"))
        if height is None and storeys is not None:
            height = storeys * customs.assume("storey_height_m")
        if height is None:
            height = building_height([str(feature.properties.get("label", ""))], customs.assume("storey_height_m"))
        unsaid += height is None
        height = check_number(file, "building.height", customs.assume("height_m") if height is None else height, within)
        is_protected = feature.properties.get("protected") in (True, "yes", "true", 1)
        found.append(SurveyedBuilding(footprint=outline, height_m=height, is_protected=is_protected))
    return tuple(found), heights_assumed(unsaid, customs.assume("height_m"))


def _number(feature: Feature, keys: Sequence[str]) -> float | None:
    for key in keys:
        try:
            return float(str(feature.properties[key]))
        except (KeyError, ValueError):
            continue
    return None


def _road_kinds(features: Sequence[Feature], kinds: Sequence[str], customs: Customs) -> list[RoadClass | None]:
    """Class of each feature that is a road or an edge, None for the others."""
    classes: list[RoadClass | None] = []
    for feature, kind in zip(features, kinds, strict=True):
        if kind not in ("road", "edge") or feature.form == "point":
            classes.append(None)
            continue
        word = next(
            (str(feature.properties[key]) for key in ("road_class", "class", "road", "等级") if key in feature.properties), ""
        )
        roles = [customs.role(str(feature.properties.get(key, ""))) for key in KIND_KEYS]
        by_layer = next((ROAD_CLASSES[role] for role in roles if role in ROAD_CLASSES), RoadClass.LOCAL)
        classes.append(_road_class(word, customs) or by_layer)
    return classes


def _road_class(word: str, customs: Customs) -> RoadClass | None:
    name = word.strip().casefold()
    if name in tuple(RoadClass):
        return RoadClass(name)
    return ROAD_CLASSES.get(customs.role(word)) if word else None


def _road(feature: Feature, road_class: RoadClass, file: str) -> Road:
    setback = feature.properties.get("setback_m", feature.properties.get("setback"))
    within = load_ranges("brief")["setback_m"]
    return Road(
        line=LineString(feature.rings[0]),
        road_class=road_class,
        setback_m=None if setback is None else check_number(file, "setback_m", setback, within),
        allows_gate=feature.properties.get("gate", True) not in (False, "no", "false", 0),
        is_edge=feature.properties.get("kind") == "edge",
    )
