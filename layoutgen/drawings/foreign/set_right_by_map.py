"""A drawing of another office becomes shapes and labels of the contract, as far as its map tells."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import floor
from pathlib import Path

from ezdxf.document import Drawing

from layoutgen.drawings.drawn_unit import find_unit
from layoutgen.drawings.facts import write_facts
from layoutgen.drawings.foreign.drawing_map import DrawingMap, Row
from layoutgen.drawings.foreign.mapped_labels import doubts_of, labels_of, name_things
from layoutgen.drawings.foreign.mapped_things import MappedThings, Thing, things_by
from layoutgen.drawings.joined import FARTHEST_M, TEXTS, Joined, join
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.set_right import SetRight
from layoutgen.drawings.sheet_frame import SheetFrame, laid_back
from layoutgen.errors import InputError
from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.brief_defaults import load_defaults
from layoutgen.inputs.cad.flatten import Wish
from layoutgen.inputs.cad.met import missing_references, paper_space
from layoutgen.inputs.cad.names import mend_foreign_word
from layoutgen.inputs.cad.read import shapes_of
from layoutgen.inputs.cad.shapes import CadFile, Shape, scaled
from layoutgen.inputs.units import METRES
from layoutgen.model.brief_facts import facts_of_brief
from layoutgen.model.plan import Facts
from layoutgen.model.reading import Defect
from layoutgen.sentence import Sentence, listed

NEAR_ORIGIN_M = 100_000.0  # a drawing farther from the origin is brought near it
FACTS = "facts"


def set_right_by_map(document: Drawing, profile: Profile, path: Path, drawing_map: DrawingMap) -> SetRight:
    """Shapes of a mapped drawing by what they are, each with a label.

    Raises
    ------
    InputError
        If the map's brief cannot be settled, or the drawing stands for too many things.
    """
    rows_of: dict[str, tuple[Row, ...]] = {}
    file, unit_said, doubts, metres = _in_metres(document, path, drawing_map, rows_of)
    upright, origin = _near_origin([scaled(shape, metres) for shape in file.shapes], drawing_map)
    done = Joined()
    by_name: dict[str, list[Shape]] = {}
    for shape in upright:
        if shape.kind not in TEXTS and rows_of.get(shape.layer):
            by_name.setdefault(shape.layer, []).append(shape)
    joined = {name: join(rows_of[name][0].layer, found, done) for name, found in by_name.items()}
    found = things_by(rows_of, joined, [shape for shape in upright if _speaks(shape, drawing_map)], drawing_map)
    name_things(found.things)
    facts = _facts(found.things, drawing_map, origin, path)
    return SetRight(
        shapes=_shapes(found, facts, drawing_map),
        defects=(*doubts, *doubts_of(found.things), *_untold(drawing_map, profile)),
        said=(
            _said(found, drawing_map),
            *_not_mapped(upright, rows_of, drawing_map),
            *unit_said,
            *file.repairs,
            *done.said(),
            *file.unread,
            *missing_references(document),
            *paper_space(document),
        ),
    )


def _in_metres(
    document: Drawing, path: Path, drawing_map: DrawingMap, rows_of: dict[str, tuple[Row, ...]]
) -> tuple[CadFile, tuple[Sentence, ...], tuple[Defect, ...], float]:
    """Shapes in drawing units, and the metres in a unit; fills the rows of each layer as it is met."""

    def is_wanted(name: str) -> bool:
        if name not in rows_of:
            rows_of[name] = drawing_map.rows_of(name)
        return True

    hidden = frozenset(str(layer.dxf.name) for layer in document.layers if layer.is_off() or layer.is_frozen())
    wish = Wish(layers=is_wanted, mend=mend_foreign_word, hidden=hidden, farthest=FARTHEST_M / min(METRES.values()))
    file = shapes_of(document, wish, str(path), drawing_map.unit)
    if drawing_map.unit:
        return file, (), (), METRES[drawing_map.unit]
    site = [shape for shape in file.shapes if any(row.layer.holds == "site" for row in rows_of.get(shape.layer, ()))]
    unit = find_unit({"site": site}, file.unit)
    if unit.name != file.unit and any(shape.is_curved for shape in file.shapes):
        file = shapes_of(document, wish, str(path), unit.name)
    return file, unit.said, unit.defects, unit.metres


def _near_origin(shapes: Sequence[Shape], drawing_map: DrawingMap) -> tuple[tuple[Shape, ...], tuple[float, float]]:
    """Shapes with north up and near the origin, and the shift that was taken off."""
    turned = laid_back(shapes, SheetFrame(north_deg=drawing_map.north_deg))
    outlines = [shape for shape in turned if shape.is_closed]
    west, south = (min((point[axis] for shape in outlines for point in shape.points), default=0.0) for axis in (0, 1))
    if max(abs(west), abs(south)) <= NEAR_ORIGIN_M:
        return turned, (0.0, 0.0)
    origin = float(floor(west)), float(floor(south))
    return laid_back(turned, SheetFrame(origin=origin)), origin


def _speaks(shape: Shape, drawing_map: DrawingMap) -> bool:
    is_named = not drawing_map.texts or any(name.fullmatch(shape.layer) for name in drawing_map.texts)
    return shape.kind in TEXTS and is_named


def _facts(things: Sequence[Thing], drawing_map: DrawingMap, origin: tuple[float, float], path: Path) -> Facts:
    asked = replace(drawing_map.asked, mix=drawing_map.asked.mix or load_defaults().mix)
    asked, notes = _with_people(asked, things, drawing_map.file)
    brief = settle_brief(asked)
    if drawing_map.storey_height_m:
        height = f"{drawing_map.storey_height_m:g}"
        notes.append(
            Sentence(
                en=f"by the map: heights that no text says are storeys x {height} m",
                zh=f"依对照表：未注高度者按层数 × {height} m",
            )
        )
    assumptions = (*notes, *brief.assumptions)
    return replace(facts_of_brief(brief), origin=origin, site_file=path.name, assumptions=assumptions)


def _with_people(asked: Asked, things: Sequence[Thing], file: str) -> tuple[Asked, list[Sentence]]:
    """What is asked, with people by the dwellings where the map names none."""
    if asked.population is not None or asked.far is not None:
        return asked, []
    homes = sum(int(float(one.values.get("dwellings", 0))) for one in things if one.layer.holds == "building.dwelling")
    size = float(asked.household_size or load_defaults().household_size)
    if not homes:
        raise InputError(file, "brief.population", "missing, and nothing says how many dwellings there are", "a population")
    people = round(homes * size)
    said = Sentence(
        en=f"people by the dwellings: {homes} x {size:g} = {people}", zh=f"人口按套数推算：{homes} × {size:g} = {people}"
    )
    return replace(asked, population=people), [said]


def _shapes(found: MappedThings, facts: Facts, drawing_map: DrawingMap) -> dict[str, list[Shape]]:
    shapes: dict[str, list[Shape]] = {}
    for thing, label in zip(found.things, labels_of(found.things, drawing_map), strict=True):
        kind = "POINT" if thing.layer.geometry == "point" else thing.shape.kind
        shapes.setdefault(thing.layer.holds, []).extend((replace(thing.shape, kind=kind, text=""), label))
    for layer, shape in found.others:
        is_of_mark = layer.geometry == "point" and shape.block  # the mark's block stands for the point
        if shape.kind != "INSERT" and not is_of_mark:  # a block's parts are here as well
            shapes.setdefault(layer.holds, []).append(shape)
    texts = write_facts(facts)
    shapes[FACTS] = [Shape(layer="", kind="TEXT", points=((0.0, 0.0),), is_closed=False, text=text) for text in texts]
    return shapes


def _untold(drawing_map: DrawingMap, profile: Profile) -> Iterable[Defect]:
    """Kinds of things of which the map says neither where they are drawn nor that there are none."""
    for layer in drawing_map.unmapped(profile):
        says = f"The map names no layer for {layer.holds} ({layer.zh}), and does not say that there is none."
        yield Defect(says=says, role=layer.holds)


def _said(found: MappedThings, drawing_map: DrawingMap) -> Sentence:
    counts = Counter(thing.layer.zh for thing in found.things)
    name = Path(drawing_map.file).name
    return Sentence(
        en=f"a drawing of another office, read by {name}: {listed(counts)}",
        zh=f"外来图纸，按 {name} 对照读入：{listed(counts)}",
    )


def _not_mapped(shapes: Iterable[Shape], rows_of: dict[str, tuple[Row, ...]], drawing_map: DrawingMap) -> tuple[Sentence, ...]:
    counts = Counter(shape.layer for shape in shapes if not rows_of.get(shape.layer) and not _speaks(shape, drawing_map))
    if not counts:
        return ()
    return (Sentence(en=f"layers that the map does not name: {listed(counts)}", zh=f"对照表未列的图层：{listed(counts)}"),)
