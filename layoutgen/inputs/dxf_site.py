"""A DXF of the site: boundary and what else is drawn, by the customs of layer names."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from shapely.geometry import LineString, MultiPoint, Point, Polygon
from shapely.strtree import STRtree

from layoutgen.errors import InputError
from layoutgen.inputs.cad.read import read_cad
from layoutgen.inputs.cad.rings import Rings, find_rings
from layoutgen.inputs.cad.shapes import CadFile, Shape, scaled
from layoutgen.inputs.features import entrances_drawn, heights_assumed
from layoutgen.inputs.heights import building_height
from layoutgen.inputs.layer_customs import Customs, load_customs
from layoutgen.inputs.off_site import off_site_of_words
from layoutgen.inputs.survey import Road, Survey, SurveyedBuilding, SurveyedWindows
from layoutgen.inputs.units import METRES, choose_unit
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import OffSite
from layoutgen.sentence import Sentence

ROADS = {"road_arterial": RoadClass.ARTERIAL, "road_collector": RoadClass.COLLECTOR, "road_local": RoadClass.LOCAL}
TEXTS = ("TEXT", "MTEXT", "ATTRIB")
MARKS = ("POINT", "INSERT", "CIRCLE")
PROTECTED = "protected=yes"  # as our own drawings write it
Named = dict[str, list[Shape]]  # role -> shapes


def read_dxf_site(path: Path, unit: str | None = None) -> Survey:
    """Survey of a DXF site file.

    Raises
    ------
    InputError
        If the file cannot be read, or does not hold exactly one usable boundary.
    """
    file = str(path)
    cad, customs = read_cad(path), load_customs()
    if not cad.shapes:
        damage = f" ({'; '.join(note.en for note in cad.notes)})" if cad.notes else ""
        raise InputError(file, "", f"nothing in model space{damage}", "a drawing with the site's boundary")
    named = _by_role(cad, customs)
    chosen, notes = choose_unit(_rough_area(named, cad), cad.unit, unit, file)
    named = {role: [scaled(shape, METRES[chosen]) for shape in shapes] for role, shapes in named.items()}
    rings, how = _boundary_rings(named, file)
    boundary = _the_one(rings, file, may_hold_others=not how)
    keep_outs = find_rings(_drawn(named, "keep_out"), file=file, key="keep-out")
    buildings, unsaid = _buildings(named, customs, file)
    return Survey(
        boundary=Polygon(boundary.exterior),
        keep_outs=(*keep_outs.outlines, *(Polygon(hole) for hole in boundary.interiors)),
        buildings=buildings,
        roads=_roads(named),
        windows=_windows(named),
        off_site=_off_site(named, customs, file),
        bus_stops=_marks(named.get("bus_stop", [])),
        repairs=(*cad.notes, *notes, *rings.repairs, *_holes(boundary), *keep_outs.repairs, *_refusals(keep_outs)),
        assumptions=(*how, *unsaid, *_entrances(named), *_unknown_layers(named)),
    )


def _by_role(cad: CadFile, customs: Customs) -> Named:
    roles = {layer: customs.role(layer) for layer in sorted({shape.layer for shape in cad.shapes})}
    named: Named = {}
    for shape in cad.shapes:
        named.setdefault(roles[shape.layer], []).append(shape)
    return named


def _drawn(named: Named, role: str) -> list[Shape]:
    return [shape for shape in named.get(role, []) if shape.kind not in (*TEXTS, "POINT", "INSERT")]


def _rough_area(named: Named, cad: CadFile) -> float:
    """Area of the hull of what is most likely the boundary, in squared drawing units."""
    on_layer = _drawn(named, "boundary")
    if on_layer:
        return float(MultiPoint([point for shape in on_layer for point in shape.points]).convex_hull.area)
    hulls = [MultiPoint(shape.points).convex_hull.area for shape in cad.shapes if len(shape.points) > 2]
    if hulls:
        return float(max(hulls))
    return float(MultiPoint([point for shape in cad.shapes for point in shape.points]).convex_hull.area)


def _boundary_rings(named: Named, file: str) -> tuple[Rings, tuple[Sentence, ...]]:
    on_layer = _drawn(named, "boundary")
    if on_layer:
        return find_rings(on_layer, file=file, key="boundary"), ()
    rest = _drawn(named, "")
    rings = find_rings(rest, file=file, key="boundary")
    said = Sentence(
        en="no layer is named like a boundary: the one closed outline of the drawing is taken",
        zh="没有图层名为用地红线：采用图中唯一的闭合轮廓",
    )
    return rings, (said,)


def _the_one(rings: Rings, file: str, *, may_hold_others: bool) -> Polygon:
    outer = _outermost(rings.outlines) if may_hold_others else list(rings.outlines)
    if not outer:
        _refuse_open(rings, file)
    if len(outer) > 1:
        listed = "; ".join(f"{p.area:,.0f} m2 at ({p.centroid.x:.1f}, {p.centroid.y:.1f})" for p in outer[:5])
        expected = "one closed outline; put the site alone on a layer such as 用地红线 or BOUNDARY"
        raise InputError(file, "boundary", f"{len(outer)} outlines: {listed}", expected)
    holes = [p.exterior for p in rings.outlines if p is not outer[0]]
    return Polygon(outer[0].exterior, holes) if holes else outer[0]


def _holes(boundary: Polygon) -> tuple[Sentence, ...]:
    count = len(boundary.interiors)
    en = f"boundary: {count} outlines inside it are taken as ground that is kept out"
    return (Sentence(en=en, zh=f"用地红线：其内 {count} 个轮廓按保留用地处理"),) if count else ()


def _outermost(outlines: Sequence[Polygon]) -> list[Polygon]:
    outer: list[Polygon] = []
    for outline in outlines:  # largest first
        if not any(whole.contains(outline) for whole in outer):
            outer.append(outline)
    return outer


def _refuse_open(rings: Rings, file: str) -> None:
    if rings.refused:
        raise rings.refused[0]
    if rings.open_lines:
        ends = Counter(end for line in rings.open_lines for end in (line.coords[0], line.coords[-1]))
        loose = sorted(end for end, count in ends.items() if count == 1)[:4]
        where = ", ".join(f"({x:.2f}, {y:.2f})" for x, y in loose)
        raise InputError(file, "boundary", f"open: loose ends at {where}", "a closed outline")
    raise InputError(file, "boundary", "missing", "a closed outline on a layer such as 用地红线, REDL, SITE or BOUNDARY")


def _buildings(named: Named, customs: Customs, file: str) -> tuple[tuple[SurveyedBuilding, ...], tuple[Sentence, ...]]:
    rings = find_rings(_drawn(named, "building"), file=file, key="existing building")
    texts = [shape for shapes in named.values() for shape in shapes if shape.kind in TEXTS]
    tree = STRtree([Point(text.points[0]) for text in texts])
    found, unsaid = [], 0
    for outline in rings.outlines:
        words = [texts[i].text for i in sorted(tree.query(outline, predicate="covers").tolist())]
        height = building_height(words, customs.assume("storey_height_m"))
        unsaid += height is None
        found.append(
            SurveyedBuilding(
                footprint=Polygon(outline.exterior),
                height_m=customs.assume("height_m") if height is None else height,
                is_protected=any(PROTECTED in word for word in words),
            )
        )
    return tuple(found), (*rings.repairs, *_refusals(rings), *heights_assumed(unsaid, customs.assume("height_m")))


def _refusals(rings: Rings) -> tuple[Sentence, ...]:
    return tuple(Sentence(en=f"left out: {error}", zh=f"略去：{error}") for error in rings.refused)


def _roads(named: Named) -> tuple[Road, ...]:
    return tuple(
        Road(line=LineString(_closed_points(shape)), road_class=road_class)
        for role, road_class in ROADS.items()
        for shape in _drawn(named, role)
        if len(shape.points) > 1 and LineString(shape.points).length > 0.0
    )


def _off_site(named: Named, customs: Customs, file: str) -> tuple[OffSite, ...]:
    """Outlines and marks of the role, each with the texts on it, or within reach of a mark."""
    shapes = named.get("off_site", [])
    texts = [shape for shape in shapes if shape.kind in TEXTS]
    tree = STRtree([Point(text.points[0]) for text in texts])
    places: list[Point | Polygon] = [*find_rings(_drawn(named, "off_site"), file=file, key="off-site facility").outlines]
    places += _marks([shape for shape in shapes if shape.kind in ("POINT", "INSERT")])
    reach = customs.assume("mark_text_m")
    found = []
    for place in places:
        near = tree.query(place, predicate="dwithin", distance=reach if isinstance(place, Point) else 0.0)
        found.append(off_site_of_words(file, [texts[i].text for i in sorted(near.tolist())], place, customs))
    return tuple(found)


def _windows(named: Named) -> tuple[SurveyedWindows, ...]:
    drawn = [shape for shape in _drawn(named, "neighbour_window") if len(shape.points) > 1]
    lines = [LineString(_closed_points(shape)) for shape in drawn]
    return tuple(SurveyedWindows(line=line, sill_m=None) for line in lines if line.length > 0.0)


def _closed_points(shape: Shape) -> tuple[tuple[float, float], ...]:
    return (*shape.points, shape.points[0]) if shape.is_closed else shape.points


def _marks(shapes: Sequence[Shape]) -> tuple[Point, ...]:
    marks = [shape for shape in shapes if shape.kind in MARKS and not shape.is_in_block]
    centres = (MultiPoint(shape.points).envelope.centroid for shape in marks)
    return tuple(
        sorted({(round(point.x, 3), round(point.y, 3)): point for point in centres}.values(), key=lambda p: (p.x, p.y))
    )


def _entrances(named: Named) -> tuple[Sentence, ...]:
    return entrances_drawn(len(_marks(named.get("entrance", []))))


def _unknown_layers(named: Named) -> tuple[Sentence, ...]:
    counts = Counter(shape.layer for shape in named.get("", []))
    listed = ", ".join(f"{layer} ({count})" for layer, count in sorted(counts.items()))
    said = Sentence(en=f"layers not understood, and not used: {listed}", zh=f"未识别、未采用的图层：{listed}")
    return (said,) if counts else ()
