"""Facilities 配套设施: name and floor area inside the outline where both are legible, else beside the building with a lead."""

from collections.abc import Sequence
from math import cos, radians, sin

from shapely.geometry import Polygon

from layoutgen.drawings.captions import sides_of
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.notes.callouts import PITCH, CalloutPen, text_width
from layoutgen.drawings.notes.room import Box
from layoutgen.drawings.sheet import Line, Text
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Building, Facility, Plan

ALONG, ACROSS = 0.94, 0.9  # of an outline's sides
UPRIGHT_DEG = 60.0  # a text that leans more is turned only where nothing else fits


def facility_names(plan: Plan, profile: Profile, pen: CalloutPen) -> tuple[list[Line], list[Text]]:
    """Names and areas of all facilities, what is entered from the ground first, then the buildings that hold them."""
    buildings = {building.id: building for building in plan.buildings}
    lines: list[Line] = []
    texts: list[Text] = []
    for facility in sorted(plan.facilities, key=lambda one: (min(one.floors, default=0), one.id)):
        words = _words(facility, profile)
        inside = _inside(facility.outline, words, pen)
        at = facility.outline.representative_point()
        middle = buildings[facility.building].footprint.centroid if facility.building in buildings else at
        more, told = ([], inside) if inside else pen.call((at.x, at.y), words, (at.x - middle.x, at.y - middle.y))
        lines += more
        texts += told
    return lines, texts


def building_names(buildings: Sequence[Building], profile: Profile, pen: CalloutPen) -> tuple[list[Line], list[Text]]:
    """Use, storeys and height of buildings that have no name inside."""
    lines: list[Line] = []
    texts: list[Text] = []
    for building in buildings:
        is_home = building.use is BuildingUse.DWELLING
        name = building.id if is_home else profile.holding(f"building.{building.use}").zh
        words = f"{name} {storeys_of(building)}", heights_of(building)
        corner = min(building.footprint.exterior.coords, key=lambda at: at[0] - at[1])
        more, told = pen.call((float(corner[0]), float(corner[1])), words, (-1.0, 1.0))
        lines += more
        texts += told
    return lines, texts


def storeys_of(building: Building) -> str:
    """Storeys above and below the ground."""
    return f"{building.storeys}F" + (f"/-{building.storeys_below}F" if building.storeys_below else "")


def heights_of(building: Building) -> str:
    """Height, and the level of the ground floor."""
    return f"H={building.planning_height_m:.2f} ±0.00"


def _words(facility: Facility, profile: Profile) -> tuple[str, str]:
    area_m2 = facility.outline.area * max(1, len(facility.floors))
    floors = "、".join(f"{floor}F" for floor in facility.floors) if min(facility.floors, default=1) > 1 else ""
    return profile.holding(f"facility.{facility.kind}").zh + (f"（{floors}）" if floors else ""), f"{area_m2:.0f}㎡"


def _inside(outline: Polygon, words: tuple[str, str], pen: CalloutPen) -> list[Text]:
    """Two lines in the outline, upright if they fit so; or none."""
    rectangle = outline.minimum_rotated_rectangle
    if not isinstance(rectangle, Polygon) or outline.area < ACROSS * rectangle.area:
        return []
    long, short, turn = sides_of(outline)
    across = turn - 90.0 if turn > 0.0 else turn + 90.0
    wide, high = max(text_width(word, pen.text_m) for word in words), (1.0 + PITCH) * pen.text_m
    for lie, length, depth in sorted(((turn, long, short), (across, short, long)), key=lambda one: abs(one[0]) > UPRIGHT_DEG):
        box = Box(middle=(outline.centroid.x, outline.centroid.y), width=wide, height=high, turn_deg=round(lie, 2))
        if wide <= ALONG * length and high <= ACROSS * depth and pen.room.best([box]) is not None:
            pen.room.take(box)
            return [_line(word, box, half, pen) for word, half in zip(words, (0.5, -0.5), strict=True)]
    return []


def _line(word: str, box: Box, half: float, pen: CalloutPen) -> Text:
    turn, off = radians(box.turn_deg), half * PITCH * pen.text_m
    place = round(box.middle[0] - sin(turn) * off, 3), round(box.middle[1] + cos(turn) * off, 3)
    return Text(layer=pen.layer, id="", point=place, text=word, height_m=pen.text_m, turn_deg=box.turn_deg)
