"""Everything that is noted on a plan, in the order in which it takes its room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from layoutgen.drawings.building_names import building_names
from layoutgen.drawings.captions import caption_box
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.notes.along import NamePen
from layoutgen.drawings.notes.building_labels import building_labels
from layoutgen.drawings.notes.building_sizes import BuildingSizes
from layoutgen.drawings.notes.callouts import CalloutPen
from layoutgen.drawings.notes.control_lines import control_lines, setbacks
from layoutgen.drawings.notes.corners import building_corners, red_line_corners
from layoutgen.drawings.notes.court_lines import court_lines
from layoutgen.drawings.notes.dimension_pen import DimensionPen
from layoutgen.drawings.notes.facility_marks import facility_marks
from layoutgen.drawings.notes.fire_notes import fire_grounds, fire_lanes
from layoutgen.drawings.notes.garage_notes import garages, ramps
from layoutgen.drawings.notes.gate_names import gate_names
from layoutgen.drawings.notes.road_notes import kerb_radii, road_widths
from layoutgen.drawings.notes.room import EVERYWHERE, FAINT, LEAD, MARK, SOLID, TEXT, Box, Room
from layoutgen.drawings.notes.stall_counts import stall_counts
from layoutgen.drawings.paper.leaf import EDGE_MM, plan_paper, plan_window
from layoutgen.drawings.sheet import Dimension, Hatch, Line, Text
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Building, Plan

CLEAR = 0.4  # a name so little disliked stands on no building
SMALL = 0.8  # height of what is noted for setting out, of that of other notes
SCALE_MOST = 1000
ENTRANCES = (SpotKind.VEHICLE_GATE, SpotKind.PEDESTRIAN_GATE)  # whose arrows no text may cover
AROUND_MM = 40.0  # paper round the plan on which texts may stand


@dataclass(slots=True)
class Notes:
    """What is noted; it grows while the notes are placed."""

    dimensions: list[Dimension] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    hatches: list[Hatch] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def add(self, lines: Sequence[Line], texts: Sequence[Text] = ()) -> None:
        """Take lines and texts."""
        self.lines += lines
        self.texts += texts


def note_height(plan: Plan, profile: Profile) -> float:
    """Height of the notes' texts, at the scale at which the plan is printed [m].

    A plan printed smaller than 1:1000 is an overview: its notes are for the screen and for prints of a part.
    """
    scale = SCALE_MOST if plan.boundary.is_empty else min(SCALE_MOST, plan_paper(plan).scale)
    return profile.size("note_mm") * scale / 1000.0


def notes_of(plan: Plan, profile: Profile, captions: Sequence[Text], kerbs: Sequence[Line]) -> Notes:
    """Notes of a plan; they keep off its captions.

    Those of the general plan take their room first. Those that only the page for setting out shows keep off what stands on
    both, and off the rest where they can.

    Parameters
    ----------
    kerbs
        Edges of its roads, whose radii are told.
    """
    if plan.boundary.is_empty:
        return Notes()
    text_m = note_height(plan, profile)
    desk = _Desk(plan=plan, profile=profile, text_m=text_m, room=_room(plan, profile, captions, text_m))
    notes = Notes()
    sizes = BuildingSizes(plan)
    notes.add(*red_line_corners(plan.boundary, plan.facts.origin, desk.callouts("note.corner", EVERYWHERE)))
    control = control_lines(plan, profile.holding("note.building_line").code)
    notes.add(control)
    notes.add(court_lines(plan, profile.holding("note.court").code))
    notes.add(
        *building_labels(desk.unnamed(captions), building_names(plan, profile), desk.callouts("note.building", EVERYWHERE))
    )
    arrows, names = ramps(plan, desk.names("note.garage"))
    notes.add(arrows, names)
    for arrow in arrows:
        desk.room.take_line(arrow.points, LEAD)
    notes.dimensions += sizes.main(desk.dimensions("note.main_dimension", EVERYWHERE))
    notes.add(*facility_marks(plan, desk.callouts("note.facility")))
    notes.add(*gate_names(plan, desk.callouts("note.gate")))
    _name_ground(notes, desk)
    fine = replace(desk, text_m=SMALL * text_m, room=desk.room.of_other_page())
    _set_out(notes, fine, sizes)
    notes.dimensions += setbacks(control, plan, fine.dimensions())
    notes.add(*kerb_radii(kerbs, profile.holding("note.road").code, fine.dimensions()))
    return notes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What the notes are written with."""

    plan: Plan
    profile: Profile
    text_m: float
    room: Room

    def callouts(self, holds: str, ink: int = TEXT) -> CalloutPen:
        return CalloutPen(layer=self.profile.holding(holds).code, text_m=self.text_m, room=self.room, ink=ink)

    def names(self, holds: str, dislike_most: float = TEXT) -> NamePen:
        code = self.profile.holding(holds).code
        return NamePen(layer=code, text_m=self.text_m, room=self.room, dislike_most=dislike_most)

    def dimensions(self, holds: str = "note.dimension", ink: int = TEXT) -> DimensionPen:
        return DimensionPen(layer=self.profile.holding(holds).code, text_m=self.text_m, room=self.room, ink=ink)

    def unnamed(self, captions: Sequence[Text]) -> list[Building]:
        named = {caption.id for caption in captions}
        return [building for building in self.plan.buildings if building.id not in named]


def _set_out(notes: Notes, desk: _Desk, sizes: BuildingSizes) -> None:
    """Gaps and distances first, then roads and buildings, and their corners."""
    pen = desk.dimensions()
    notes.dimensions += sizes.gaps(pen)
    notes.dimensions += road_widths(desk.plan, pen)
    notes.dimensions += sizes.sizes(pen)
    walls = desk.callouts("note.building_corner")
    for building in desk.plan.buildings:
        notes.add(*building_corners(building.footprint, desk.plan.facts.origin, walls))


def _name_ground(notes: Notes, desk: _Desk) -> None:
    """Rescue grounds, fire lanes, garages and stalls."""
    fire = desk.profile.holding("note.fire")
    hatches, texts = fire_grounds(desk.plan, fire, desk.names("note.fire"))
    notes.hatches += hatches
    notes.texts += texts
    notes.add(*fire_lanes(desk.plan, desk.names("note.fire_lane")))
    notes.add((), garages(desk.plan, desk.names("note.garage", CLEAR)))
    notes.add((), stall_counts(desk.plan, desk.names("note.stall")))


def _room(plan: Plan, profile: Profile, captions: Sequence[Text], text_m: float) -> Room:
    """Raster on which buildings, edges of roads and captions stand."""
    room = Room(_bounds(plan, AROUND_MM * text_m / profile.size("note_mm")), text_m)
    for outline in (*(building.footprint for building in plan.buildings), *(stays.footprint for stays in plan.context)):
        room.take_polygon(outline, SOLID)
    for line in _edges(plan):
        room.take_line(line, FAINT)
    for spot in plan.spots:
        if spot.kind in ENTRANCES:
            size = profile.size("arrow")
            room.take(Box(middle=(float(spot.point.x), float(spot.point.y)), width=size, height=size), MARK)
    building = profile.holding("note.building").code
    for caption in captions:
        room.take_polygon(caption_box(caption, profile), EVERYWHERE if caption.layer == building else TEXT)
    return room


def _bounds(plan: Plan, margin: float) -> tuple[float, float, float, float]:
    """Ground on which texts may stand: round the plan, as far as its pages show it."""
    west, south, east, north = plan.boundary.bounds
    seen = plan_window(plan, plan_paper(plan), EDGE_MM)
    return max(west - margin, seen[0]), max(south - margin, seen[1]), min(east + margin, seen[2]), min(north + margin, seen[3])


def _edges(plan: Plan) -> Iterator[Sequence[tuple[float, float]]]:
    for outline in (plan.boundary, *(way.outline for way in plan.ways)):
        yield [(float(x), float(y)) for x, y in outline.exterior.coords]
