"""A plan becomes a neutral sheet: legal geometry with its labels and facts, and paint for the eye."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon

from layoutgen.drawings.captions import caption_box, captions_of, sides_of
from layoutgen.drawings.carriageways import carriageways_of, inner_kerbs
from layoutgen.drawings.encodings import in_encoding
from layoutgen.drawings.entrances import entrance_turns
from layoutgen.drawings.facts import write_facts
from layoutgen.drawings.frame import Frame, frame_of
from layoutgen.drawings.label_places import places_in, places_on
from layoutgen.drawings.labels import tell_label, write_label
from layoutgen.drawings.layers import Profile, load_profile
from layoutgen.drawings.markings import crossings_of
from layoutgen.drawings.notes.all_notes import Notes, note_height, notes_of
from layoutgen.drawings.notes.building_heights import with_heights
from layoutgen.drawings.paint_shapes import mark_outline
from layoutgen.drawings.planting import plant
from layoutgen.drawings.points import rounded_points
from layoutgen.drawings.sheet import Hatch, Line, Outline, PointMark, Points, Sheet, Text
from layoutgen.drawings.things import Thing, things_of
from layoutgen.geometry.parts import polygons
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.plan import Plan

LEGIBLE = 0.6  # of a note's height: a smaller name cannot be read
CUT = ("ground.green", "ground.central_green", "ground.paved")  # legal outlines have no holes
UNPAINTED = ("site", "block", "stall.")  # in the drawing file: grounds of others, and too many to be worth it


def compose(plan: Plan, facilities: Sequence[FacilityLine] = (), profile: Profile | None = None) -> Sheet:
    """Sheet of a plan.

    Parameters
    ----------
    facilities
        Lines of the painted table of facilities; without any there is no such table.
    profile
        Drawing profile; None = the default one.

    Raises
    ------
    ValueError
        If a thing cannot be drawn by the contract: an outline with a hole, an id that is empty, a number not finite.
    """
    profile = profile or load_profile()
    things = tuple(things_of(plan, profile))
    outlines = tuple(_outline(thing, thing.shape) for thing in things if isinstance(thing.shape, Polygon))
    building_note, text_m = profile.holding("note.building").code, note_height(plan, profile)
    captions, heights = with_heights(plan, captions_of(plan, profile, LEGIBLE * text_m), building_note, text_m)
    footways, kerbs = carriageways_of(plan, profile)
    kerbs = (*kerbs, *inner_kerbs(plan, profile))
    notes = notes_of(plan, profile, (*captions, *heights), kerbs)
    marks = _marks(plan, things)
    frame = frame_of(
        plan,
        profile,
        {*(thing.layer.code for thing in things), *(line.layer for line in notes.lines)},
        _bounds(things, notes),
        facilities,
    )
    sheet = Sheet(
        profile=profile,
        title=frame.title,
        bounds=frame.bounds,
        hatches=(
            *_hatches(things, profile),
            *footways,
            *crossings_of(plan, profile),
            *_entrances(marks, profile),
            *notes.hatches,
            *frame.hatches,
        ),
        outlines=outlines,
        lines=tuple(
            Line(layer=thing.layer.code, id=thing.label.id, points=_points(thing.shape.coords), title=tell_label(thing.label))
            for thing in things
            if isinstance(thing.shape, LineString)
        ),
        points=marks,
        labels=(*_labels(things, profile), *_fact_texts(plan, profile, frame)),
        trees=plant(plan, profile, [caption_box(caption, profile) for caption in captions]),
        paint_lines=(*kerbs, *notes.lines, *frame.lines),
        captions=(*captions, *heights, *notes.texts, *frame.texts),
        dimensions=tuple(notes.dimensions),
    )
    return in_encoding(sheet)


def _outline(thing: Thing, shape: Polygon) -> Outline:
    if shape.interiors:
        raise ValueError(f"{thing.label.id}: a legal outline has no hole")
    return Outline(
        layer=thing.layer.code,
        id=thing.label.id,
        points=_points(shape.exterior.coords[:-1]),
        title=tell_label(thing.label),
        height_m=thing.height_m,
    )


def _marks(plan: Plan, things: Sequence[Thing]) -> tuple[PointMark, ...]:
    shows = entrance_turns(plan)
    return tuple(
        PointMark(
            layer=thing.layer.code,
            id=thing.label.id,
            point=(thing.shape.x, thing.shape.y),
            title=tell_label(thing.label),
            turn_deg=shows.get(thing.label.id, 90.0),
        )
        for thing in things
        if isinstance(thing.shape, Point)
    )


def _entrances(marks: Sequence[PointMark], profile: Profile) -> tuple[Hatch, ...]:
    """Arrows of gates and doors, and squares of what else is a point, as fills: a drawing file shows points as crosses."""
    layer = profile.holding("paint.entrance").code
    return tuple(
        Hatch(layer=layer, of=mark.layer, points=rounded_points(mark_outline(mark, profile)), rgb=profile.coded(mark.layer).rgb)
        for mark in marks
    )


def _points(coords: Iterable[Sequence[float]]) -> Points:
    return tuple((float(at[0]), float(at[1])) for at in coords)


def _bounds(things: Sequence[Thing], notes: Notes) -> tuple[float, float, float, float]:
    if not things:
        return 0.0, 0.0, 1.0, 1.0
    leads = [LineString(line.points) for line in notes.lines]  # under texts that stand outside too
    each = np.array([shape.bounds for shape in (*(thing.shape for thing in things), *leads)])
    low, high = each[:, :2].min(axis=0), each[:, 2:].max(axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _hatches(things: Sequence[Thing], profile: Profile) -> tuple[Hatch, ...]:
    """Fills in painting order; grounds that are cut into parts without holes are filled as the whole that they are."""
    large: dict[str, list[Polygon]] = defaultdict(list)
    for thing in things:
        if isinstance(thing.shape, Polygon) and thing.shape.area >= profile.size("hatch_least_m2"):
            large[thing.layer.holds].append(thing.shape)
    code = profile.holding("paint.hatch").code
    return tuple(
        Hatch(
            layer=code,
            of=profile.holding(holds).code,
            points=_points(shape.exterior.coords[:-1]),
            rgb=rgb,
            holes=tuple(_points(ring.coords[:-1]) for ring in shape.interiors),
        )
        for holds, rgb in profile.fill_by_holds.items()
        if not holds.startswith(UNPAINTED)
        for shape in (polygons(shapely.union_all(large[holds])) if holds in CUT else large[holds])
    )


def _labels(things: Sequence[Thing], profile: Profile) -> list[Text]:
    by_layer: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        by_layer[thing.layer.code].append(thing)
    texts: list[Text] = []
    for group in by_layer.values():
        for thing, place in zip(group, _places(group), strict=True):
            text = write_label(thing.label)
            height, turn_deg = _label_size(thing, len(text), profile)
            texts.append(
                Text(
                    layer=thing.layer.code,
                    id=thing.label.id,
                    point=(place.x, place.y),
                    text=text,
                    height_m=height,
                    turn_deg=turn_deg,
                )
            )
    return texts


def _places(group: Sequence[Thing]) -> Sequence[Point]:
    outlines = [thing.shape for thing in group if isinstance(thing.shape, Polygon)]
    lines = [thing.shape for thing in group if isinstance(thing.shape, LineString)]
    return (*places_in(outlines), *places_on(lines), *(thing.shape for thing in group if isinstance(thing.shape, Point)))


def _label_size(thing: Thing, characters: int, profile: Profile) -> tuple[float, float]:
    """Height and turn: along its thing and small enough to stay on it, within the profile's range."""
    least, most = profile.size("label_least"), profile.size("label_most")
    if not isinstance(thing.shape, Polygon):
        return least, 0.0
    long, _, turn_deg = sides_of(thing.shape)
    return round(min(most, max(least, long / (characters * profile.size("character_width")))), 2), round(turn_deg, 2)


def _fact_texts(plan: Plan, profile: Profile, frame: Frame) -> list[Text]:
    layer, height = profile.holding("facts"), frame.text_height_m
    pitch = height * profile.size("line_pitch")
    left, low = frame.bounds[0], frame.bounds[1] - 2.0 * pitch
    return [
        Text(layer=layer.code, id="", point=(left, low - row * pitch), text=text, height_m=height, is_left=True)
        for row, text in enumerate(write_facts(plan.facts))
    ]
