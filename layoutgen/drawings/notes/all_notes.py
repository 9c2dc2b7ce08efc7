"""Everything that is noted on a plan, in the order in which it takes its room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layoutgen.drawings.captions import caption_box
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.notes.building_sizes import BuildingSizes
from layoutgen.drawings.notes.dimension_pen import DimensionPen
from layoutgen.drawings.notes.room import FAINT, SOLID, TEXT, Room
from layoutgen.drawings.notes.scale import note_scale
from layoutgen.drawings.sheet import Dimension, Hatch, Line, Text
from layoutgen.model.plan import Plan

AROUND_MM = 40.0  # paper round the plan on which texts may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What is noted."""

    dimensions: tuple[Dimension, ...] = ()
    lines: tuple[Line, ...] = ()
    hatches: tuple[Hatch, ...] = ()
    texts: tuple[Text, ...] = ()


def notes_of(plan: Plan, profile: Profile, captions: Sequence[Text]) -> Notes:
    """Notes of a plan; they keep off its captions."""
    text_m = profile.size("note_mm") * note_scale(plan) / 1000.0
    room = _room(plan, profile, captions, text_m)
    pen = DimensionPen(layer=profile.holding("note.dimension").code, text_m=text_m, room=room)
    return Notes(dimensions=tuple(BuildingSizes(plan, pen).all()))


def _room(plan: Plan, profile: Profile, captions: Sequence[Text], text_m: float) -> Room:
    """Raster on which buildings, edges of roads and captions stand."""
    margin = AROUND_MM * text_m / profile.size("note_mm")
    west, south, east, north = plan.boundary.bounds
    room = Room((west - margin, south - margin, east + margin, north + margin), text_m)
    for outline in (*(building.footprint for building in plan.buildings), *(stays.footprint for stays in plan.context)):
        room.take_polygon(outline, SOLID)
    for line in _edges(plan):
        room.take_line(line, FAINT)
    for caption in captions:
        room.take_polygon(caption_box(caption, profile), TEXT)
    return room


def _edges(plan: Plan) -> Iterator[Sequence[tuple[float, float]]]:
    yield list(plan.boundary.exterior.coords)
    for way in plan.ways:
        yield list(way.outline.exterior.coords)
