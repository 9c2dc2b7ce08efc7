"""Features of a file, of whatever format, become a survey."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from layoutgen.errors import InputError
from layoutgen.inputs.cad.names import mend_foreign_word
from layoutgen.inputs.chosen_outline import join_outlines, numbers_of
from layoutgen.inputs.feature_things import (
    KIND_KEYS,
    Feature,
    Ring,
    area_of,
    buildings_of,
    entrances_drawn,
    level_of,
    off_site_of,
    place_of,
    roads_of,
    windows_of,
)
from layoutgen.inputs.layer_customs import Customs, load_customs
from layoutgen.inputs.projection import Project, choose_projection
from layoutgen.inputs.survey import Survey
from layoutgen.inputs.units import METRES, choose_unit
from layoutgen.sentence import Sentence, listed, plural

FORMS = {  # which forms of a kind are understood
    "boundary": ("area", "line"),
    "keep_out": ("area",),
    "building": ("area",),
    "road": ("area", "line"),
    "edge": ("area", "line"),
    "bus_stop": ("area", "line", "point"),
    "entrance": ("area", "line", "point"),
    "neighbour_window": ("line",),
    "off_site": ("area", "line", "point"),
    "level": ("point",),
}
FARTHEST = 1e9  # no coordinate on the Earth is larger, in metres, millimetres of a plan or degrees
Site = tuple[int, ...]  # which features are the boundary
POINTS_MOST = 500_000  # of a file
WORDS_MOST = 2000  # characters of an attribute that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a file's coordinates are to be read, and which outline is the site's."""

    crs: str | None = None  # "none" = plain metres; None = as the file says
    unit: str | None = None
    layers: tuple[str, ...] = ()  # what layers hold by the user's word, as "图层3=building"
    boundary: str | None = None  # the word of a kind or layer, or an outline's number; None = found out


def survey_features(features: Sequence[Feature], *, file: str, frame: Frame) -> Survey:
    """Survey in metres.

    Raises
    ------
    InputError
        If the features do not hold exactly one usable boundary, or a property has a wrong value.
    """
    customs = load_customs(frame.layers)
    _check_coordinates(features, file)
    features = [_harmless(feature) for feature in features]
    kinds = [_kind(feature, customs) for feature in features]
    site = _boundary(features, kinds, file, frame.boundary)
    project, notes = choose_projection(_hull(features[site[0]].rings[0]), frame.crs, file)
    metric, more = _to_metres(features, site[0], project, frame.unit, file)
    by_kind = {kind: _of_kind(metric, kinds, kind, site) for kind in FORMS}
    parts = [area_of(metric[i], file, "boundary") for i in site]
    outline, joined = join_outlines([part for part, _, _ in parts], file)
    keep_outs = [area_of(feature, file, "keep-out") for feature in by_kind["keep_out"]]
    return Survey(
        boundary=outline,
        keep_outs=(*(hole for _, holes, _ in parts for hole in holes), *(area for area, _, _ in keep_outs)),
        buildings=buildings_of(by_kind["building"], customs, file),
        roads=roads_of([*by_kind["road"], *by_kind["edge"]], customs, file),
        off_site=tuple(off_site_of(feature, customs, file) for feature in by_kind["off_site"]),
        windows=tuple(windows_of(feature, file) for feature in by_kind["neighbour_window"]),
        bus_stops=tuple(place_of(feature) for feature in by_kind["bus_stop"]),
        entrances=tuple(place_of(feature) for feature in by_kind["entrance"]),
        levels=tuple(level for feature in by_kind["level"] if (level := level_of(feature)) is not None),
        unused=_unused(metric, kinds, site),
        source=(_read(features),),
        repairs=(*notes, *more, *joined, *(note for _, _, found in (*parts, *keep_outs) for note in found)),
        assumptions=entrances_drawn(len(by_kind["entrance"])),
        unread=_not_used(features, kinds, site),
    )


def _harmless(feature: Feature) -> Feature:
    return replace(feature, properties={_word_of(key): _clean(value) for key, value in feature.properties.items()})


def _clean(value: object) -> object:
    if isinstance(value, str):
        return _word_of(value)
    return [_clean(part) for part in value] if isinstance(value, list) else value


def _word_of(value: str) -> str:
    return mend_foreign_word(value[:WORDS_MOST])


def _check_coordinates(features: Sequence[Feature], file: str) -> None:
    count = sum(len(ring) for feature in features for ring in feature.rings)
    if count > POINTS_MOST:
        raise InputError(file, "coordinates", f"{count} points", f"at most {POINTS_MOST}: the site and what stands around it")
    for feature in features:
        for ring in feature.rings:
            wrong = next((point for point in ring if not all(abs(value) <= FARTHEST for value in point)), None)
            if wrong is not None:
                raise InputError(file, "coordinates", wrong, "finite numbers of metres or degrees")


def _kind(feature: Feature, customs: Customs) -> str:
    for key in KIND_KEYS:
        word = str(feature.properties.get(key, "")).strip()
        kind = word.casefold().replace("-", "_")
        role = kind if kind in FORMS else customs.role(word) if word else ""
        if role:
            return "road" if role.startswith("road_") else role
    return ""


def _of_kind(features: Sequence[Feature], kinds: Sequence[str], kind: str, site: Site) -> list[Feature]:
    return [
        f for i, (f, k) in enumerate(zip(features, kinds, strict=True)) if k == kind and f.form in FORMS[kind] and i not in site
    ]


def _boundary(features: Sequence[Feature], kinds: Sequence[str], file: str, asked: str | None) -> Site:
    found = _candidates(features, kinds, asked)
    numbers = numbers_of(asked)
    if numbers and all(0 < number <= len(found) for number in numbers):
        return tuple(found[number - 1] for number in dict.fromkeys(numbers))
    if len(found) > 1 or (numbers and found):
        listing = "; ".join(_tell(n, features[i]) for n, i in enumerate(found[:8], 1))
        expected = "one; say which by --boundary 1, or 1,2 where they adjoin, or give one the property kind = boundary"
        raise InputError(file, "boundary", f"{len(found)} outlines: {listing}", expected)
    if not found:
        forms = ", ".join(sorted({feature.form for feature in features})) or "nothing"
        raise InputError(file, "boundary", f"missing (the file holds {forms})", "a polygon")
    return (found[0],)


def _candidates(features: Sequence[Feature], kinds: Sequence[str], asked: str | None) -> list[int]:
    if asked is not None and not numbers_of(asked):
        wanted = asked.strip().casefold()
        said = [{str(f.properties.get(key, "")).casefold() for key in KIND_KEYS} for f in features]
        return [i for i, feature in enumerate(features) if wanted in said[i] and feature.form != "point"]
    named = [i for i, kind in enumerate(kinds) if kind == "boundary" and features[i].form != "point"]
    found = named or [i for i, kind in enumerate(kinds) if not kind and features[i].form == "area"]
    return found or [i for i, kind in enumerate(kinds) if not kind and features[i].form == "line"]


def _tell(number: int, feature: Feature) -> str:
    words = " ".join(str(value) for value in feature.properties.values() if isinstance(value, str) and value)[:30]
    x, y = feature.rings[0][0]
    return f"{number}: {words or feature.form} at ({x:g}, {y:g})"


def _hull(ring: Ring) -> BaseGeometry:
    return LineString(np.asarray([*ring, ring[0]])).convex_hull


def _to_metres(
    features: Sequence[Feature], site: int, project: Project | None, unit: str | None, file: str
) -> tuple[tuple[Feature, ...], tuple[Sentence, ...]]:
    if project is not None:
        return tuple(replace(f, rings=tuple(_ring(project(np.asarray(ring))) for ring in f.rings)) for f in features), ()
    area = float(_hull(features[site].rings[0]).area)
    chosen, notes = choose_unit(area, "", unit, file)
    factor = METRES[chosen]
    if factor == 1.0:
        return tuple(features), notes
    return tuple(replace(f, rings=tuple(_ring(np.asarray(ring) * factor) for ring in f.rings)) for f in features), notes


def _ring(points: npt.NDArray[np.float64]) -> Ring:
    return tuple((float(x), float(y)) for x, y in points)


def _read(features: Sequence[Feature]) -> Sentence:
    forms = Counter(feature.form for feature in features)
    areas, lines, points = (forms[form] for form in ("area", "line", "point"))
    return Sentence(
        en=f"{plural(areas, 'area')}, {plural(lines, 'line')}, {plural(points, 'point')} in the file",
        zh=f"文件中有面 {areas} 个、线 {lines} 条、点 {points} 个",
    )


def _unused(features: Sequence[Feature], kinds: Sequence[str], site: Site) -> tuple[LineString, ...]:
    """Outlines and lines that nothing is made of, for the picture."""
    spare = [f for i, (f, kind) in enumerate(zip(features, kinds, strict=True)) if i not in site and f.form not in _forms(kind)]
    return tuple(LineString(ring) for feature in spare for ring in feature.rings if len(ring) > 1)


def _forms(kind: str) -> tuple[str, ...]:
    return FORMS.get(kind, ()) if kind != "boundary" else ()


def _not_used(features: Sequence[Feature], kinds: Sequence[str], site: Site) -> tuple[Sentence, ...]:
    said = []
    spare = [(f, k) for i, (f, k) in enumerate(zip(features, kinds, strict=True)) if i not in site and f.form not in _forms(k)]
    unknown = Counter(_word(feature) for feature, kind in spare if kind not in FORMS)
    if unknown:
        count, names = unknown.total(), listed(unknown)
        said.append(
            Sentence(
                en=f"{count} features without a known kind: not used: {names}", zh=f"{count} 个要素类别不明，未采用：{names}"
            )
        )
    wrong = Counter(f"{kind} {feature.form}" for feature, kind in spare if kind in FORMS)
    if wrong:
        names = listed(wrong)
        said.append(
            Sentence(en=f"of a form that their kind has not: not used: {names}", zh=f"几何类型与类别不符，未采用：{names}")
        )
    return tuple(said)


def _word(feature: Feature) -> str:
    """What an unknown feature says of itself."""
    return next((str(feature.properties[key]) for key in KIND_KEYS if feature.properties.get(key)), feature.form)
