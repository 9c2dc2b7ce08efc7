"""A drawing file becomes a plan, from geometry and labels alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from shapely.geometry import LineString, Polygon

from layoutgen.drawings import understand
from layoutgen.drawings.cad_entities import LayerItems, collect, open_drawing
from layoutgen.drawings.facts import read_facts
from layoutgen.drawings.labelled import Labelled
from layoutgen.drawings.labels import Label
from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.read_drawing import ReadDrawing
from layoutgen.drawings.words import shorten
from layoutgen.model.kinds import BuildingUse, FacilityKind, GroundKind, LotKind, SpotKind, StallKind, WayKind
from layoutgen.model.plan import Block, Building, Community, Facility, Ground, Lot, Plan, Spot, Stall, Way, Window
from layoutgen.model.reading import Defect, Reading
from layoutgen.model.site import ContextBuilding, Edge, OffSite, WindowLine

Named = TypeVar(
    "Named",
    Edge,
    ContextBuilding,
    WindowLine,
    OffSite,
    Community,
    Block,
    Lot,
    Way,
    Building,
    Facility,
    Window,
    Ground,
    Stall,
    Spot,
)


def read_dxf(path: Path, before: Plan | None = None) -> ReadDrawing:
    """Plan of a drawing; what is not understood stands in its ``defects``, a sentence each.

    Parameters
    ----------
    before
        The plan as it was before the drawing was edited, by its plan.json.

    Raises
    ------
    InputError
        If the file is missing, a folder, may not be read, or is no DXF.
    """
    profile = load_profile()
    doc, odd = open_drawing(path, profile)
    found = collect(doc, profile, path, before)
    on_meta = found.items.get(profile.holding("facts").code) or LayerItems()
    facts, missing = read_facts(one.text for one in on_meta.texts)
    unsaid = [Defect(says=sentence, role="facts") for sentence in missing]
    drawing = Labelled(profile, found.items, [*odd, *found.defects, *unsaid])
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
    defects = sorted(drawing.defects, key=lambda one: (one.says, one.role, one.at or (), one.handle))
    things = sorted(drawing.things, key=lambda one: (one.role, one.id, one.at, one.handle))
    return ReadDrawing(plan=replace(plan, defects=tuple(defects)), reading=Reading(things=tuple(things), said=found.said))


def _boundary(drawing: Labelled) -> Polygon:
    """Return the one red line; of several the largest, of none an empty polygon, both with a defect."""
    labelled = drawing.outlines("site", lambda label, outline: (understand.understand_plain(label), outline))
    lines = [outline for _, outline in labelled] or drawing.bare_outlines("site")
    count = max(len(lines), len(drawing.bare_outlines("site")))
    if count != 1:
        drawing.tell(f"The drawing has {count} red lines 用地红线, not one.", "site")
    return max(lines, key=lambda outline: outline.area, default=Polygon())


def _keep_outs(drawing: Labelled) -> tuple[Polygon, ...]:
    found = drawing.outlines("keep_out", lambda label, outline: (understand.understand_plain(label), outline))
    return tuple(outline for _, outline in sorted(found, key=lambda one: (one[0], one[1].bounds)))


def _off_site(drawing: Labelled) -> list[OffSite]:
    lands = drawing.outlines("off_site.land", understand.understand_off_site)
    return [*lands, *drawing.points("off_site.at", understand.understand_off_site)]


def _lots(drawing: Labelled) -> list[Lot]:
    return [lot for kind in LotKind for lot in drawing.outlines(f"lot.{kind}", partial(understand.understand_lot, kind=kind))]


def _ways(drawing: Labelled) -> list[Way]:
    """Join outlines and centre lines by id, kind by kind."""
    ways: list[Way] = []
    for kind in WayKind:
        found = drawing.lines(f"centre.{kind}", lambda label, line: (understand.understand_plain(label), line))
        centres: dict[str, LineString] = {}
        for name, line in sorted(found, key=lambda one: (one[0], one[1].wkb)):
            if name in centres:
                drawing.tell(f"Two {kind} centre lines share the id {shorten(name)}.", f"centre.{kind}")
            centres.setdefault(name, line)
        whole = drawing.outlines(f"way.{kind}", partial(_way, kind=kind, centres=centres))
        ways += whole
        for name in sorted(set(centres) - {way.id for way in whole}):
            drawing.tell(f"The {kind} centre line {shorten(name)} has no outline.", f"way.{kind}")
    return ways


def _way(label: Label, outline: Polygon, kind: WayKind, centres: Mapping[str, LineString]) -> Way:
    if label.id not in centres:
        raise ValueError(f"the {kind} outline has no centre line")
    return understand.understand_way(label, outline, centres[label.id], kind)


def _buildings(drawing: Labelled) -> list[Building]:
    return [
        building
        for use in BuildingUse
        for building in drawing.outlines(f"building.{use}", partial(understand.understand_building, use=use))
    ]


def _facilities(drawing: Labelled) -> list[Facility]:
    return [
        facility
        for kind in FacilityKind
        for facility in drawing.outlines(f"facility.{kind}", partial(understand.understand_facility, kind=kind))
    ]


def _grounds(drawing: Labelled) -> list[Ground]:
    return [
        ground
        for kind in GroundKind
        for ground in drawing.outlines(f"ground.{kind}", partial(understand.understand_ground, kind=kind))
    ]


def _stalls(drawing: Labelled) -> list[Stall]:
    return [
        stall
        for kind in StallKind
        for stall in drawing.outlines(f"stall.{kind}", partial(understand.understand_stall, kind=kind))
    ]


def _spots(drawing: Labelled) -> list[Spot]:
    return [
        spot for kind in SpotKind for spot in drawing.points(f"spot.{kind}", partial(understand.understand_spot, kind=kind))
    ]


def _sorted(drawing: Labelled, things: Iterable[Named]) -> tuple[Named, ...]:
    """Sort by id; an id that stands twice is a defect."""
    ordered = tuple(sorted(things, key=lambda thing: thing.id))
    for name, count in sorted(Counter(thing.id for thing in ordered).items()):
        if count > 1:
            drawing.tell(f"{count} things of one sort share the id {shorten(name)}.")
    return ordered
