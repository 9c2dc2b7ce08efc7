"""Labels in the contract's grammar for the things of a mapped drawing: only what the drawing or its map says."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from shapely.geometry import Polygon
from shapely.strtree import STRtree

from layoutgen.drawings.foreign.drawing_map import DrawingMap
from layoutgen.drawings.foreign.mapped_things import NAME, Thing
from layoutgen.drawings.labels import Label, write_label
from layoutgen.drawings.words import write_number, write_word
from layoutgen.inputs.cad.shapes import Shape
from layoutgen.model.reading import Defect

BELONG = ("building", "ground", "stall", "facility")  # what lies on a lot
COUNTED: Mapping[str, tuple[str, ...]] = {  # by the first word of what a layer holds
    "facility": ("classes", "children"),
    "off_site": ("classes", "children"),
    "ground": ("stalls", "levels", "places"),
}
MEASURED: Mapping[str, Mapping[str, str]] = {  # by what a text says it
    "facility": {"usable": "usable"},
    "window": {"sill": "sill"},
    "neighbour_window": {"sill": "sill"},
    "way": {"carriageway": "width"},
}
IN_BLOCK = ("building", "ground", "stall", "way")  # what lies in a block


def name_things(things: Sequence[Thing]) -> None:
    """Give each thing an id: its name, else the code of its layer with a number from south-west on."""
    counts: Counter[str] = Counter()
    for thing in sorted(things, key=lambda one: (one.layer.code, one.geometry.bounds[1], one.geometry.bounds[0])):
        named, code = thing.values.get(NAME, ""), thing.layer.code
        counts[code] += 1
        is_main = thing.layer.holds.startswith("building.")
        thing.id = named if named and is_main else f"{code}-{named or counts[code]}"
    _tie_ways(things)


def labels_of(things: Sequence[Thing], drawing_map: DrawingMap) -> Iterator[Shape]:
    """Text of each thing's label, standing in it."""
    lots, blocks = (_Holders([one for one in things if one.layer.holds.startswith(first)]) for first in ("lot.", "block"))
    buildings = _Holders([one for one in things if one.layer.holds.startswith("building.")])
    for thing in things:
        family = thing.layer.holds.partition(".")[0]
        pairs = dict(_pairs(thing, family, drawing_map))
        lot = lots.holding(thing) if family in BELONG else None
        block = None if lot or family not in IN_BLOCK else blocks.holding(thing)
        building = buildings.holding(thing) if family == "facility" else None
        for key, holder in (("lot", lot), ("block", block), ("building", building)):
            if holder:
                pairs[key] = write_word(holder.id)
        if building and "storeys" in building.values:
            pairs.setdefault("floors", ",".join(str(floor + 1) for floor in range(int(building.values["storeys"]))))
        pairs.update(thing.row.say)
        text = write_label(_label(thing, family, tuple(pairs.items()), drawing_map))
        at = thing.inner
        yield Shape(layer=thing.shape.layer, kind="TEXT", points=((at.x, at.y),), is_closed=False, text=text)


def doubts_of(things: Sequence[Thing]) -> Iterator[Defect]:
    """Tell what a building's label must say and neither the drawing nor the map does, and what a drawing says in two ways."""
    for thing in things:
        holds, at = thing.layer.holds, (thing.inner.x, thing.inner.y)
        for key in thing.doubtful:
            says = f"{thing.layer.code}: the texts in {thing.id} say {key} in two ways."
            yield Defect(says=says, role=holds, at=at, handle=thing.shape.handle, id=thing.id)
        if holds == "building.dwelling" and "dwellings" not in thing.values:
            says = f"{thing.layer.code}: nothing says how many dwellings {thing.id} has."
            yield Defect(says=says, role=holds, at=at, handle=thing.shape.handle, id=thing.id)


def _label(thing: Thing, family: str, pairs: tuple[tuple[str, str], ...], drawing_map: DrawingMap) -> Label:
    storeys = int(float(thing.values.get("storeys", 0)))
    height_m = height_of(thing, drawing_map)
    if family != "building" or not storeys or not height_m:
        return Label(id=thing.id, word=thing.layer.zh, pairs=pairs)
    area_m2 = float(thing.values.get("floor_area", 0.0)) or round(thing.geometry.area * storeys, 2)
    top_m = round(height_m + drawing_map.parapet_m, 2)
    is_home = thing.layer.holds == "building.dwelling" and "dwellings" in thing.values
    return Label(
        id=thing.id,
        word=thing.layer.zh,
        storeys=(storeys, int(float(thing.values.get("below", 0)))),
        heights_m=(top_m, height_m, top_m),
        dwellings=int(float(thing.values["dwellings"])) if is_home else None,
        floor_area_m2=area_m2,
        pairs=pairs,
    )


def height_of(thing: Thing, drawing_map: DrawingMap) -> float:
    """Height to the roof [m], as its texts say it or by its storeys; 0 where nothing tells."""
    said = float(thing.values.get("height", 0.0))
    return said or round(float(thing.values.get("storeys", 0)) * drawing_map.storey_height_m, 2)


def _pairs(thing: Thing, family: str, drawing_map: DrawingMap) -> Iterator[tuple[str, str]]:
    """Yield words of a label that its texts say, as far as its kind has them."""
    height_m = height_of(thing, drawing_map)
    if family == "context" and height_m:
        yield "height", write_number(height_m)
    for key in COUNTED.get(family, ()):
        if key in thing.values:
            yield key, str(int(float(thing.values[key])))
    for key, said in MEASURED.get(family, {}).items():
        if said in thing.values:
            yield key, write_number(float(thing.values[said]))


def _tie_ways(things: Sequence[Thing]) -> None:
    """A centre line takes the id of the outline in which most of it lies, each once; the outline gets its mean width."""
    for kind in sorted({thing.layer.holds.partition(".")[2] for thing in things if thing.layer.holds.startswith("way.")}):
        outlines = [one for one in things if one.layer.holds == f"way.{kind}"]
        centres = [one for one in things if one.layer.holds == f"centre.{kind}"]
        tree = STRtree([outline.geometry for outline in outlines])
        pairs = [
            (float(centre.geometry.intersection(outlines[index].geometry).length), number, index)
            for number, centre in enumerate(centres)
            for index in tree.query(centre.geometry, predicate="intersects").tolist()
        ]
        tied: set[int] = set()
        for length, number, index in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
            outline = outlines[index]
            if length and number not in tied and "width" not in outline.values:
                tied.add(number)
                centres[number].id = outline.id
                outline.values["width"] = f"{outline.geometry.area / length:.2f}"


class _Holders:
    """Outlines of some things, asked which of them holds another thing."""

    def __init__(self, things: Sequence[Thing]) -> None:
        self.things = [thing for thing in things if isinstance(thing.geometry, Polygon)]
        self.tree = STRtree([thing.geometry for thing in self.things])

    def holding(self, thing: Thing) -> Thing | None:
        """Return the smallest that holds the inner point of a thing, if any."""
        found = [self.things[index] for index in self.tree.query(thing.inner, predicate="intersects").tolist()]
        return min((one for one in found if one is not thing), key=lambda one: one.geometry.area, default=None)
