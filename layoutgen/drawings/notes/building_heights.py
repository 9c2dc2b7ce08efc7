"""Under a building's number and storeys: its height and the level of its ground floor."""

from collections.abc import Sequence
from dataclasses import replace
from math import cos, radians, sin

from layoutgen.drawings.captions import sides_of
from layoutgen.drawings.notes.building_labels import heights_of
from layoutgen.drawings.notes.callouts import text_width
from layoutgen.drawings.sheet import Text
from layoutgen.model.plan import Building, Plan

BETWEEN = 0.35  # of a note's height, between the two lines
ALONG, ACROSS = 0.92, 0.92  # of a building's sides


def with_heights(plan: Plan, captions: Sequence[Text], layer: str, text_m: float) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """Captions, those of buildings on their layer and moved up a little, and the lines below them where both find room."""
    buildings = {building.id: building for building in plan.buildings}
    moved: list[Text] = []
    below: list[Text] = []
    for caption in captions:
        building = buildings.get(caption.id)
        told = replace(caption, layer=layer) if building is not None else caption
        pair = _pair(told, building, layer, text_m) if building is not None else None
        moved.append(pair[0] if pair else told)
        below += [pair[1]] if pair else []
    return tuple(moved), tuple(below)


def _pair(caption: Text, building: Building, layer: str, text_m: float) -> tuple[Text, Text] | None:
    words = heights_of(building)
    long, short, _ = sides_of(building.footprint)
    wide = text_width(words, text_m)
    deep = caption.height_m + text_m * (1.0 + BETWEEN)
    if wide > ALONG * long or deep > ACROSS * short:
        return None
    up = -sin(radians(caption.turn_deg)), cos(radians(caption.turn_deg))
    x, y = caption.point
    rise, drop = (deep - caption.height_m) / 2.0, (deep - text_m) / 2.0
    first = replace(caption, point=(round(x + up[0] * rise, 3), round(y + up[1] * rise, 3)))
    place = round(x - up[0] * drop, 3), round(y - up[1] * drop, 3)
    return first, Text(layer=layer, id="", point=place, text=words, height_m=text_m, turn_deg=caption.turn_deg)
