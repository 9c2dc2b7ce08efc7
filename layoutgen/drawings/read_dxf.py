"""A drawing file becomes a plan, from geometry and labels alone."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from shapely.geometry import LineString, Point, Polygon

from layoutgen.drawings import understand
from layoutgen.drawings.bearers import named_still, renamed_defects, renamed_plan, renamed_traces
from layoutgen.drawings.belongings import placed
from layoutgen.drawings.cad_entities import LayerItems, collect, open_drawing
from layoutgen.drawings.copies import Named, rebound, told_apart
from layoutgen.drawings.edits import reading_of, settle_strays
from layoutgen.drawings.facts import read_facts
from layoutgen.drawings.facts_of_before import facts_of_before
from layoutgen.drawings.foreign.drawing_map import read_drawing_map
from layoutgen.drawings.foreign.set_right_by_map import set_right_by_map
from layoutgen.drawings.known_things import known_things
from layoutgen.drawings.labelled import MADE, Labelled, Meant
from layoutgen.drawings.labels import Label
from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.likeness import SAME
from layoutgen.drawings.read_drawing import ReadDrawing
from layoutgen.drawings.set_right import set_right
from layoutgen.drawings.tidings import Tiding
from layoutgen.drawings.words import shorten
from layoutgen.model.kinds import BuildingUse, FacilityKind, GroundKind, LotKind, SpotKind, StallKind, WayKind
from layoutgen.model.plan import Building, Facility, Facts, Ground, Lot, Plan, Spot, Stall, Way
from layoutgen.model.reading import Defect
from layoutgen.model.site import OffSite
from layoutgen.sentence import Sentence


def read_dxf(path: Path, before: Plan | None = None, by_map: Path | None = None) -> ReadDrawing:
    """Plan of a drawing; what is not understood stands in its ``defects``, a sentence each.

    Parameters
    ----------
    before
        The plan as it was before the drawing was edited, by its plan.json: it names what lost its label.
    by_map
        Map of a drawing of another office: what its layers hold; None = the drawing is one of ours.

    Raises
    ------
    InputError
        If the file is missing, a folder, may not be read, or is no DXF.
    """
    profile = load_profile()
    drawing_map = None if by_map is None else read_drawing_map(by_map, profile)
    doc, odd = open_drawing(path, profile, is_ours_only=drawing_map is None)
    whole = set_right_by_map(doc, profile, path, drawing_map) if drawing_map else set_right(doc, profile, path, before)
    found = collect(whole, profile)
    on_meta = found.items.get(profile.holding("facts").code) or LayerItems()
    facts, missing = read_facts(one.text for one in on_meta.texts)
    unsaid = [Defect(says=sentence, role="facts") for sentence in missing]
    known = known_things(before if _is_of(before, facts) else None, profile)
    drawing = Labelled(profile, found.items, known, [*odd, *found.defects, *unsaid])
    plan = Plan(
        facts=facts,
        boundary=_boundary(drawing),
        edges=_sorted(drawing, drawing.lines("edge", understand.understand_edge)),
        keep_outs=_keep_outs(drawing),
        context=_sorted(drawing, drawing.outlines("context", understand.understand_context)),
        window_lines=_sorted(drawing, drawing.lines("neighbour_window", understand.understand_window_line)),
        off_site=_sorted(drawing, _off_site(drawing)),
        communities=_sorted(drawing, drawing.outlines("community", understand.understand_community)),
        blocks=_sorted(drawing, drawing.outlines("block", understand.understand_block)),
        lots=_sorted(drawing, _lots(drawing)),
        ways=_sorted(drawing, _ways(drawing)),
        buildings=_sorted(drawing, _buildings(drawing)),
        facilities=_sorted(drawing, _facilities(drawing)),
        windows=_sorted(drawing, drawing.lines("window", understand.understand_window)),
        grounds=_sorted(drawing, _grounds(drawing)),
        stalls=_sorted(drawing, _stalls(drawing)),
        spots=_sorted(drawing, _spots(drawing)),
    )
    read = _settled(plan, drawing, found.said)
    return read if on_meta.texts or drawing_map else facts_of_before(read, before, missing)


def _settled(plan: Plan, drawing: Labelled, said: tuple[Sentence, ...]) -> ReadDrawing:
    """Settle what belongs to what, where labels share an id or say none."""
    defects, left = settle_strays(drawing.strays, drawing.traces, drawing.known)
    drawing.defects += defects
    drawing.told += left
    names = named_still(plan, drawing.traces)
    traces = renamed_traces(drawing.traces, names)
    defects = sorted(renamed_defects(drawing.defects, names), key=lambda one: (one.says, one.role, one.at or (), one.handle))
    plan = rebound(renamed_plan(plan, names), traces)
    plan = placed(plan, {defect.id for defect in defects if defect.id})
    reading = reading_of(traces, drawing.told, drawing.known)
    reading = replace(reading, said=(*said, *reading.said))
    return ReadDrawing(plan=replace(plan, defects=tuple(defects)), reading=reading)


def _is_of(before: Plan | None, facts: Facts) -> bool:
    """Whether a plan.json is of a drawing, by what that one's facts say; what they do not say speaks for neither."""
    if before is None:
        return False
    told = ((facts.site_sha256, before.facts.site_sha256), (facts.template, before.facts.template))
    is_one = all(here in ("", there) for here, there in told)
    return is_one and (not facts.site_sha256 or facts.seed == before.facts.seed)


def _boundary(drawing: Labelled) -> Polygon:
    """Return the one red line; of several the largest, of none an empty polygon, both with a defect."""
    found = drawing.outlines("site", lambda label, outline: (understand.understand_plain(label), outline))
    drawing.traces += [one.trace for one in found]
    if len(found) != 1:
        drawing.tell(f"The drawing has {len(found)} red lines 用地红线, not one.", "site")
    return max((one.thing[1] for one in found), key=lambda outline: outline.area, default=Polygon())


def _keep_outs(drawing: Labelled) -> tuple[Polygon, ...]:
    found = drawing.outlines("keep_out", lambda label, outline: (understand.understand_plain(label), outline))
    drawing.traces += [one.trace for one in found]
    things = [one.thing for one in found]
    return tuple(outline for _, outline in sorted(things, key=lambda one: (one[0], one[1].bounds)))


def _off_site(drawing: Labelled) -> list[Meant[OffSite]]:
    lands = drawing.outlines("off_site.land", understand.understand_off_site)
    return [*lands, *drawing.points("off_site.at", understand.understand_off_site)]


def _lots(drawing: Labelled) -> list[Meant[Lot]]:
    return [lot for kind in LotKind for lot in drawing.outlines(f"lot.{kind}", partial(understand.understand_lot, kind=kind))]


def _ways(drawing: Labelled) -> list[Meant[Way]]:
    """Join outlines and centre lines by id, kind by kind; a centre line that tells no id belongs to the outline it is in."""
    ways: list[Meant[Way]] = []
    for kind in WayKind:
        found = drawing.lines(f"centre.{kind}", lambda label, line: (understand.understand_plain(label), line))
        drawing.traces += [one.trace for one in found]
        centres: dict[str, list[LineString]] = defaultdict(list)
        for name, line in sorted((one.thing for one in found), key=lambda one: (one[0], one[1].wkb)):
            centres["" if name.startswith(MADE) else name].append(line)
        ways += drawing.outlines(f"way.{kind}", partial(_way, kind=kind, centres=centres))
        for name, line in ((name, line) for name, lines in sorted(centres.items()) for line in lines):
            at = line.interpolate(0.5, normalized=True)
            drawing.tell(f"The {kind} centre line {shorten(name) or _at(at)} has no outline.", f"way.{kind}", at)
    return ways


def _way(label: Label, outline: Polygon, kind: WayKind, centres: dict[str, list[LineString]]) -> Way:
    """Way of an outline and of its centre line, which is taken from those that are left."""
    own, nobodys = centres.get(label.id, []), centres.get("", [])
    inside = own or [line for line in nobodys if line.intersection(outline).length >= SAME * line.length]
    if not inside:
        raise ValueError(f"the {kind} outline has no centre line")
    centre = inside[0] if len(inside) == 1 else max(inside, key=lambda line: line.intersection(outline).length)
    way = understand.understand_way(label, outline, centre, kind)
    (own or nobodys).remove(centre)
    return way


def _at(place: Point) -> str:
    return f"at ({place.x:.2f}, {place.y:.2f})"


def _buildings(drawing: Labelled) -> list[Meant[Building]]:
    return [
        building
        for use in BuildingUse
        for building in drawing.outlines(f"building.{use}", partial(understand.understand_building, use=use))
    ]


def _facilities(drawing: Labelled) -> list[Meant[Facility]]:
    return [
        facility
        for kind in FacilityKind
        for facility in drawing.outlines(f"facility.{kind}", partial(understand.understand_facility, kind=kind))
    ]


def _grounds(drawing: Labelled) -> list[Meant[Ground]]:
    return [
        ground
        for kind in GroundKind
        for ground in drawing.outlines(f"ground.{kind}", partial(understand.understand_ground, kind=kind))
    ]


def _stalls(drawing: Labelled) -> list[Meant[Stall]]:
    return [
        stall
        for kind in StallKind
        for stall in drawing.outlines(f"stall.{kind}", partial(understand.understand_stall, kind=kind))
    ]


def _spots(drawing: Labelled) -> list[Meant[Spot]]:
    return [
        spot for kind in SpotKind for spot in drawing.points(f"spot.{kind}", partial(understand.understand_spot, kind=kind))
    ]


def _sorted(drawing: Labelled, things: Iterable[Meant[Named]]) -> tuple[Named, ...]:
    """Sort by id; those that share one are told apart."""
    kept, twice = told_apart(things, drawing.known)
    drawing.told += [(Tiding.TWICE, name) for name in twice]
    drawing.traces += [one.trace for one in kept]
    return tuple(sorted((one.thing for one in kept), key=lambda thing: thing.id))
