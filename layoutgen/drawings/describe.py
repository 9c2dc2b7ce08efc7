"""What the label of each thing on a plan says."""

from layoutgen.drawings.labels import Label
from layoutgen.drawings.words import write_number, write_word, write_words, write_yes
from layoutgen.model.plan import Block, Building, Community, Facility, Ground, Lot, Spot, Stall, Tags, Way, Window
from layoutgen.model.site import ContextBuilding, Edge, OffSite, WindowLine

Pairs = tuple[tuple[str, str], ...]


def describe_community(community: Community, word: str) -> Label:
    """Label of a community."""
    return Label(id=community.id, word=word, pairs=(("people", str(community.people)),))


def describe_block(block: Block, word: str) -> Label:
    """Label of a block."""
    return Label(id=block.id, word=word, pairs=(("gated", write_yes(block.is_gated)),))


def describe_lot(lot: Lot, word: str) -> Label:
    """Label of a lot."""
    return Label(id=lot.id, word=word, pairs=_tags(lot.tags))


def describe_edge(edge: Edge, word: str) -> Label:
    """Label of a run of the boundary."""
    setback = () if edge.setback_m is None else (("setback", write_number(edge.setback_m)),)
    pairs = (("road", edge.road_class.value), ("gate", write_yes(edge.allows_gate)), *setback)
    return Label(id=edge.id, word=word, pairs=_sorted(pairs))


def describe_context(building: ContextBuilding, word: str) -> Label:
    """Label of a building that stays."""
    pairs = (("height", write_number(building.height_m)), ("protected", write_yes(building.is_protected)))
    return Label(id=building.id, word=word, pairs=_sorted(pairs))


def describe_window_line(line: WindowLine, word: str) -> Label:
    """Label of a line of windows outside the site."""
    return Label(id=line.id, word=word, pairs=(("sill", write_number(line.sill_m)),))


def describe_off_site(off: OffSite, word: str) -> Label:
    """Label of a facility off the site."""
    areas = {"floor_area": off.floor_area_m2, "land": off.land_m2}
    counts = {"classes": off.classes, "children": off.children}
    pairs = [
        *_names(kind=off.kind, name=off.name),
        *((key, write_number(value)) for key, value in areas.items() if value),
        *((key, str(value)) for key, value in counts.items() if value),
    ]
    if off.rooms:
        pairs.append(("rooms", write_words(off.rooms)))
    return Label(id=off.id, word=word, pairs=_sorted((*pairs, *_tags(off.tags))))


def describe_way(way: Way, word: str) -> Label:
    """Label of a way's outline."""
    pairs = (
        ("carriageway", write_number(way.carriageway_m)),
        ("footway", write_number(way.footway_m)),
        ("fire", write_yes(way.is_fire_lane)),
        *_names(block=way.block),
    )
    return Label(id=way.id, word=word, pairs=_sorted((*pairs, *_tags(way.tags))))


def describe_building(building: Building, word: str) -> Label:
    """Label of a building."""
    return Label(
        id=building.id,
        word=word,
        storeys=(building.storeys, building.storeys_below),
        heights_m=(building.planning_height_m, building.fire_height_m, building.shading_height_m),
        dwellings=building.dwellings or None,
        floor_area_m2=building.floor_area_m2,
        pairs=_sorted((*_names(block=building.block, lot=building.lot), *_tags(building.tags))),
    )


def describe_facility(facility: Facility, word: str) -> Label:
    """Label of a facility."""
    figures = {"classes": facility.classes, "children": facility.children}
    pairs = [
        *_names(building=facility.building, lot=facility.lot),
        ("floors", ",".join(str(floor) for floor in facility.floors)),
        *((key, str(value)) for key, value in figures.items() if value),
    ]
    if facility.usable_m2:
        pairs.append(("usable", write_number(facility.usable_m2)))
    if facility.rooms:
        pairs.append(("rooms", write_words(facility.rooms)))
    return Label(id=facility.id, word=word, pairs=_sorted((*pairs, *_tags(facility.tags))))


def describe_window(window: Window, word: str) -> Label:
    """Label of a window."""
    pairs = (
        *_names(building=window.building, dwelling=window.dwelling, room=window.room),
        ("sill", write_number(window.sill_m)),
    )
    return Label(id=window.id, word=word, pairs=_sorted(pairs))


def describe_ground(ground: Ground, word: str) -> Label:
    """Label of a piece of ground."""
    return Label(id=ground.id, word=word, pairs=_sorted((*_names(block=ground.block, lot=ground.lot), *_tags(ground.tags))))


def describe_stall(stall: Stall, word: str) -> Label:
    """Label of a stall."""
    return Label(id=stall.id, word=word, pairs=_names(block=stall.block, ev=stall.ev, lot=stall.lot, use=stall.use))


def describe_spot(spot: Spot, word: str) -> Label:
    """Label of a point."""
    return Label(id=spot.id, word=word, pairs=_sorted((*_names(of=spot.of), *_tags(spot.tags))))


def _names(**words: str) -> Pairs:
    return tuple((key, write_word(word)) for key, word in words.items() if word)


def _tags(tags: Tags) -> Pairs:
    return tuple((key, write_word(value, keeps=",")) for key, value in tags)


def _sorted(pairs: Pairs | tuple[tuple[str, str], ...]) -> Pairs:
    return tuple(sorted(pairs))
