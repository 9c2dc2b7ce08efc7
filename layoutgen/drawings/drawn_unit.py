"""In which unit a drawing is drawn, whatever its header says: told by the labels, else by the size of its site."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import median

import numpy as np
from shapely.geometry import Point, Polygon
from shapely.strtree import STRtree

from layoutgen.drawings.labels import parse_label
from layoutgen.inputs.cad.shapes import Shape
from layoutgen.inputs.units import HECTARE_M2, METRES, NAMES_EN, NAMES_ZH, area_range
from layoutgen.model.reading import Defect
from layoutgen.sentence import Sentence

LIKELY = ("m", "mm", "cm", "ft", "in", "dm", "km")  # units in which plans are found, the most likely first
NEAR = 0.03  # a length by its labels may differ from the unit by this share
FEWEST = 3  # buildings that must agree before a scale that is no unit is told
TEXTS = ("TEXT", "MTEXT", "ATTRIB")


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnUnit:
    """The unit that was found, and what is to be said of it."""

    name: str
    said: tuple[Sentence, ...] = ()
    defects: tuple[Defect, ...] = ()

    @property
    def metres(self) -> float:
        """Length of the unit [m]."""
        return METRES[self.name]


def find_unit(by_layer: Mapping[str, Sequence[Shape]], header: str, known_m2: float = 0.0) -> DrawnUnit:
    """Find the unit of the shapes on our layers.

    Parameters
    ----------
    by_layer
        Shapes in drawing units, by what their layer holds.
    header
        Unit by the file's own word, "" where it says none.
    known_m2
        Area inside the red line by plan.json; 0 where there is none.
    """
    scales = sorted(_scales(by_layer))
    if unit := _named(median(scales) if scales else 0.0):
        return DrawnUnit(name=unit, said=_told(unit, header, "the floor areas on the labels", "标注的建筑面积"))
    if unit := _named(_scale_by_site(by_layer, known_m2)):
        return DrawnUnit(name=unit, said=_told(unit, header, "the red line of plan.json", "plan.json 的用地红线"))
    fits = _fitting(by_layer)
    unit = header if header in fits else (fits[0] if fits else header or "m")
    others = [name for name in fits if name in ("m", header) and name != unit]
    if header not in ("", "m") and others:
        return DrawnUnit(name=unit, defects=(_unsure(header),))
    is_scaled = len(scales) >= FEWEST and scales[-1] <= scales[0] * (1.0 + NEAR)
    odd = (_at_a_scale(median(scales) / METRES[unit]),) if is_scaled else ()
    return DrawnUnit(name=unit, said=_told(unit, header, "the size of the site", "用地大小"), defects=odd)


def _scales(by_layer: Mapping[str, Sequence[Shape]]) -> Iterator[float]:
    """Metres in a drawing unit by each building: its label says the floor area, its outline the footprint."""
    for holds, shapes in by_layer.items():
        if not holds.startswith("building."):
            continue
        rings = [Polygon(shape.points) for shape in shapes if shape.kind not in TEXTS and len(shape.points) > 2]
        rings = [ring for ring in rings if ring.is_valid and 0.0 < ring.area < np.inf]
        if not rings:
            continue
        tree = STRtree(rings)
        for shape in shapes:
            footprint = _footprint_m2(shape)
            found = tree.query(Point(shape.points[0]), predicate="intersects").tolist() if footprint else []
            if found:
                yield sqrt(footprint / min(rings[index].area for index in found))


def _named(scale: float) -> str:
    """Unit of a length [m]; "" where it is none's."""
    return next((name for name in LIKELY if abs(scale / METRES[name] - 1.0) <= NEAR), "")


def _scale_by_site(by_layer: Mapping[str, Sequence[Shape]], known_m2: float) -> float:
    rings = [Polygon(shape.points) for shape in by_layer.get("site", ()) if shape.is_closed and len(shape.points) >= FEWEST]
    areas = [ring.area for ring in rings if ring.is_valid and 0.0 < ring.area < np.inf]
    return sqrt(known_m2 / max(areas)) if areas else 0.0


def _footprint_m2(shape: Shape) -> float:
    """Floor area by storeys, as a building's label says them; 0 of any other shape."""
    if shape.kind not in TEXTS:
        return 0.0
    try:
        label = parse_label(shape.text.replace("\n", " "))
    except ValueError:
        return 0.0
    return label.floor_area_m2 / label.storeys[0] if label.floor_area_m2 and label.storeys and label.storeys[0] else 0.0


def _fitting(by_layer: Mapping[str, Sequence[Shape]]) -> list[str]:
    """Units in which the land that the site's line encloses is as large as a site, the most likely first."""
    points = np.array([point for shape in by_layer.get("site", ()) if shape.kind not in TEXTS for point in shape.points])
    if len(points) < FEWEST or not np.isfinite(points).all():
        return []
    allowed, rough = area_range(), float(np.prod(np.ptp(points, axis=0)))
    return [name for name in LIKELY if allowed.low <= rough * METRES[name] ** 2 / HECTARE_M2 <= allowed.high]


def _told(unit: str, header: str, by_en: str, by_zh: str) -> tuple[Sentence, ...]:
    if unit == "m" and header == "m":
        return ()
    says = f"its header says {NAMES_EN[header]}" if header else "its header says no unit"
    says_zh = f"文件头单位为{NAMES_ZH[header]}" if header else "文件头未写单位"
    done = "" if unit == "m" else ": brought to metres"
    done_zh = "" if unit == "m" else "，已换算为米"
    return (
        Sentence(
            en=f"the drawing is in {NAMES_EN[unit]} by {by_en} ({says}){done}",
            zh=f"依{by_zh}，图纸单位为{NAMES_ZH[unit]}（{says_zh}）{done_zh}",
        ),
    )


def _unsure(header: str) -> Defect:
    return Defect(says=f"The drawing's header says {NAMES_EN[header]}; its site may as well be in metres, and no label tells.")


def _at_a_scale(scale: float) -> Defect:
    return Defect(says=f"The drawing is scaled: by the floor areas on its labels 1 m is drawn as {1.0 / scale:.4g} m.")
