"""A DXF of the site: boundary and what else is drawn, by the customs of layer names."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.strtree import STRtree

from layoutgen.errors import InputError
from layoutgen.inputs.cad.read import read_cad
from layoutgen.inputs.cad.rings import Rings, find_rings
from layoutgen.inputs.cad.shapes import CadFile, Shape, scaled
from layoutgen.inputs.dxf_boundary import candidates, find_boundary, lines_of
from layoutgen.inputs.dxf_left import left_over, unknown_layers
from layoutgen.inputs.dxf_marks import TEXTS, levels, marks, off_site_marks
from layoutgen.inputs.dxf_roads import closed_points, edges_of, roads_of
from layoutgen.inputs.feature_things import entrances_drawn
from layoutgen.inputs.features import Frame
from layoutgen.inputs.heights import building_height
from layoutgen.inputs.layer_customs import Customs, load_customs
from layoutgen.inputs.survey import Survey, SurveyedBuilding, SurveyedWindows
from layoutgen.inputs.units import METRES, NAMES_EN, NAMES_ZH, choose_unit
from layoutgen.sentence import Sentence

PROTECTED = "protected=yes"  # as our own drawings write it
BLOCK_ROLES = ("bus_stop", "entrance", "level")  # that a block's own name may tell
UNUSED = ("", "ignored", "edge")  # roles that nothing is made of
SAME_M = 0.01  # an outline this near the boundary is the boundary
Named = Mapping[str, list[Shape]]  # role -> shapes


def read_dxf_site(path: Path, frame: Frame) -> Survey:
    """Survey of a DXF site file.

    Raises
    ------
    InputError
        If the file cannot be read, or does not hold exactly one usable boundary.
    """
    file = str(path)
    cad, customs, boundary = read_cad(path), load_customs(frame.layers), frame.boundary
    _require_shapes(cad, file)
    drawn = _by_role(cad.shapes, customs)
    chosen, notes = choose_unit(_rough_area(candidates(drawn, boundary)[0], cad), cad.unit, frame.unit, file)
    named = {role: [scaled(shape, METRES[chosen]) for shape in shapes] for role, shapes in drawn.items()}
    try:
        site = find_boundary(named, customs, file, boundary)
    except InputError as error:
        raise _with_hidden(error, cad) from None
    keep_outs = find_rings(lines_of(named.get("keep_out", [])), file=file, key="keep-out")
    stand = find_rings(lines_of(named.get("building", [])), file=file, key="existing building")
    used: set[int] = set()  # texts that something was made of
    (entrances, too_large), (bus_stops, as_well) = (marks(named.get(role, []), customs) for role in ("entrance", "bus_stop"))
    return Survey(
        boundary=site.outline,
        keep_outs=(*keep_outs.outlines, *site.holes),
        buildings=_buildings(stand, named, customs, used),
        roads=(*roads_of(named, customs, used), *edges_of(named, customs, used)),
        windows=_windows(named),
        off_site=off_site_marks(named.get("off_site", []), customs, file),
        bus_stops=bus_stops,
        entrances=entrances,
        levels=levels(named.get("level", [])),
        unused=(*_unused(named, site.outline), *site.open_lines, *keep_outs.open_lines, *stand.open_lines),
        source=(_drawing(cad), *site.source),
        repairs=(*cad.repairs, *notes, *site.repairs, *keep_outs.repairs, *stand.repairs),
        assumptions=(*site.assumptions, *entrances_drawn(len(entrances))),
        unread=(
            *site.unread,
            *left_over(named, (keep_outs, stand), too_large + as_well),
            *unknown_layers(named, site.layer, used),
            *cad.unread,
        ),
    )


def _require_shapes(cad: CadFile, file: str) -> None:
    if not cad.shapes:
        met = "; ".join(note.en for note in (*cad.repairs, *cad.unread))
        raise InputError(file, "", f"nothing in model space{f' ({met})' if met else ''}", "a drawing with the site's boundary")


def _drawing(cad: CadFile) -> Sentence:
    count = len(cad.shapes)
    unit, unit_zh = NAMES_EN.get(cad.unit, "no unit"), NAMES_ZH.get(cad.unit, "无单位")
    return Sentence(
        en=f"DXF {cad.version}, {count} things in model space, its header says {unit}",
        zh=f"DXF {cad.version}，模型空间图元 {count} 个，文件头单位：{unit_zh}",
    )


def _by_role(shapes: Iterable[Shape], customs: Customs) -> dict[str, list[Shape]]:
    """Shapes by what their layer's name means; a block on a layer without meaning goes by its own name."""
    roles: dict[str, str] = {}
    blocks: dict[str, str] = {}
    named: dict[str, list[Shape]] = {}
    for shape in shapes:
        if shape.layer not in roles:
            roles[shape.layer] = customs.role(shape.layer)
        role, block = roles[shape.layer], shape.text if shape.kind == "INSERT" else shape.block
        if not role and block:
            if block not in blocks:
                blocks[block] = customs.role(block)
            role = blocks[block] if blocks[block] in BLOCK_ROLES else ""
        named.setdefault(role, []).append(shape)
    return named


def _rough_area(shapes: list[Shape], cad: CadFile) -> float:
    """Area of what is most likely the boundary, in squared drawing units: the largest closed shape, else the hull of all."""
    closed = [_hull_area(s.points) for s in shapes if s.is_closed and len(s.points) > 2]
    return max(closed) if closed else _hull_area([point for shape in shapes or cad.shapes for point in shape.points])


def _hull_area(points: Sequence[tuple[float, float]]) -> float:
    return float(shapely.area(shapely.convex_hull(shapely.linestrings(points)))) if len(points) > 1 else 0.0


def _with_hidden(error: InputError, cad: CadFile) -> InputError:
    """The refusal, with what the reader could not see."""
    hidden = "; ".join(note.en for note in cad.unread if note.en.startswith(("hidden", "external", "paper")))
    return InputError(error.file, error.key, f"{error.value} ({hidden})", error.expected) if hidden else error


def _buildings(rings: Rings, named: Named, customs: Customs, used: set[int]) -> tuple[SurveyedBuilding, ...]:
    texts = [shape for shapes in named.values() for shape in shapes if shape.kind in TEXTS]
    tree = STRtree([Point(text.points[0]) for text in texts])
    found = []
    for outline in rings.outlines:
        inside = [texts[i] for i in sorted(tree.query(outline, predicate="covers").tolist())]
        words = [text.text for text in inside]
        used.update(id(text) for text in inside)
        height = building_height(words, customs.assume("storey_height_m"))
        found.append(
            SurveyedBuilding(
                footprint=Polygon(outline.exterior),
                height_m=customs.assume("height_m") if height is None else height,
                is_protected=any(PROTECTED in word for word in words),
                is_height_said=height is not None,
            )
        )
    return tuple(found)


def _windows(named: Named) -> tuple[SurveyedWindows, ...]:
    drawn = [shape for shape in lines_of(named.get("neighbour_window", [])) if len(shape.points) > 1]
    lines = [LineString(closed_points(shape)) for shape in drawn]
    return tuple(SurveyedWindows(line=line, sill_m=None) for line in lines if line.length > 0.0)


def _unused(named: Named, boundary: Polygon) -> tuple[LineString, ...]:
    """What lies near the site on layers that nothing is made of, for the picture."""
    x0, y0, x1, y1 = boundary.bounds
    near = boundary.envelope.buffer(max(x1 - x0, y1 - y0) / 2.0)
    shapes = [shape for role in UNUSED for shape in lines_of(named.get(role, [])) if len(shape.points) > 1]
    found = (LineString(closed_points(shape)) for shape in shapes)
    return tuple(line for line in found if line.length > 0.0 and line.intersects(near) and not _is_ring_of(line, boundary))


def _is_ring_of(line: LineString, boundary: Polygon) -> bool:
    if not line.is_closed or any(abs(a - b) >= SAME_M for a, b in zip(line.bounds, boundary.bounds, strict=True)):
        return False
    return bool(line.hausdorff_distance(boundary.exterior) < SAME_M)
