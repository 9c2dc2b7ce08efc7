"""用地规划图: every piece of land in the colour of its use, with both vintages of codes, and the balance of land."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import shapely
from shapely.geometry import Polygon

from layoutgen.drawings.land_uses import LandUse, load_land_uses
from layoutgen.drawings.leaves.theme import begin_theme, end_theme, say_inside
from layoutgen.drawings.paper.key import Entry
from layoutgen.drawings.paper.leaf import Leaf, Shown
from layoutgen.drawings.paper.pen import MEDIUM, THIN
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.geometry.parts import largest
from layoutgen.indicators.intensity import floor_area_m2
from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan

TITLE = "用地规划图"
GREY = (110, 110, 110)
WORDS_MM = 5.0
CLEAR_M = 1.0  # round buildings, that words keep away
SQUARE_M_PER_HECTARE = 10_000.0
LEAST_M2 = 1.0  # of land without a use, to be told
PUBLIC = (WayKind.STREET, WayKind.CITY_ROAD)
BALANCE = (
    Column(head="用地代码", width_mm=22.0, anchor="middle"),
    Column(head="旧代码", width_mm=18.0, anchor="middle"),
    Column(head="用地名称", width_mm=72.0),
    Column(head="面积 hm²", width_mm=26.0, anchor="right"),
    Column(head="比例 %", width_mm=24.0, anchor="right"),
    Column(head="人均 ㎡", width_mm=28.0, anchor="right"),
)
LOTS = (
    Column(head="地块", width_mm=44.0),
    Column(head="用地代码", width_mm=22.0, anchor="middle"),
    Column(head="面积 ㎡", width_mm=32.0, anchor="right"),
    Column(head="地上建筑面积 ㎡", width_mm=36.0, anchor="right"),
    Column(head="容积率", width_mm=26.0, anchor="right"),
    Column(head="建筑密度 %", width_mm=30.0, anchor="right"),
)
NOTE = "用地代码按《国土空间调查、规划、用途管制用地用海分类指南》（2023）；旧代码按 GB 50137-2011（据记忆）。颜色为惯例。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A piece of land with its use."""

    id: str
    use: LandUse
    outline: Polygon
    is_lot: bool  # a block or a lot, not a road


def land_use_leaves(told: Shown) -> tuple[Leaf, ...]:
    """One page; none where nothing is divided."""
    uses = load_land_uses()
    pieces = tuple(land_of(told.plan, uses))
    if not any(piece.is_lot for piece in pieces):
        return ()
    theme = begin_theme(told, "land_use", TITLE)
    for piece in pieces:
        theme.ground.fill(piece.outline, piece.use.rgb)
        theme.ground.edge(piece.outline, MEDIUM if piece.is_lot else THIN)
    covers = [building.footprint for building in told.plan.buildings]
    for footprint in covers:
        theme.ground.edge(footprint, THIN, GREY)
    taken = shapely.union_all(shapely.buffer(covers, CLEAR_M))
    for piece in pieces:
        if piece.is_lot:
            area = f"{piece.outline.area / SQUARE_M_PER_HECTARE:.2f} hm²"
            free = largest(piece.outline.difference(taken)) or piece.outline
            say_inside(theme.ground, free, (piece.id, f"{piece.use.code} / {piece.use.old}", area), WORDS_MM)
    used = {piece.use.code: piece.use for piece in pieces}
    keys = [Entry(text=f"{use.code} {use.zh}", fill=use.rgb) for use in uses.values() if used.pop(use.code, None)]
    return (end_theme(theme, keys, (balance_table(told.plan, pieces), lot_table(told.plan, pieces), _notes())),)


def land_of(plan: Plan, uses: Mapping[str, LandUse]) -> Iterator[Land]:
    """Public roads, blocks and lots of a plan, as far as they have a use."""
    for way in plan.ways:
        if way.kind in PUBLIC:
            yield Land(id=way.id, use=uses[f"way.{way.kind}"], outline=way.outline, is_lot=False)
    for block in plan.blocks:
        yield Land(id=block.id, use=uses["block"], outline=block.outline, is_lot=True)
    for lot in plan.lots:
        yield Land(id=lot.id, use=uses[f"lot.{lot.kind}"], outline=lot.outline, is_lot=True)


def balance_table(plan: Plan, pieces: tuple[Land, ...]) -> Table:
    """Area of every use, its share of the site and what each person has of it."""
    site, people = plan.boundary.area, plan.facts.people
    areas: dict[str, float] = {}
    uses = {piece.use.code: piece.use for piece in pieces}
    for piece in pieces:
        areas[piece.use.code] = areas.get(piece.use.code, 0.0) + shapely.intersection(piece.outline, plan.boundary).area
    rows = [_balance_row((code, uses[code].old, uses[code].zh), areas[code], site, people) for code in sorted(areas)]
    rest = site - sum(areas.values())
    if rest > LEAST_M2:
        rows.append(_balance_row(("—", "—", "其他（保留用地等）"), rest, site, people))
    total = _balance_row(("", "", "总用地"), site, site, people)
    return Table(title="用地平衡表", columns=BALANCE, rows=(*rows, Row(cells=total.cells, is_strong=True)), text_mm=3.5)


def _balance_row(named: tuple[str, str, str], area_m2: float, site_m2: float, people: int) -> Row:
    each = f"{area_m2 / people:.2f}" if people else "—"
    return Row(cells=(*named, f"{area_m2 / SQUARE_M_PER_HECTARE:.2f}", f"{100.0 * area_m2 / site_m2:.1f}", each))


def lot_table(plan: Plan, pieces: tuple[Land, ...]) -> Table:
    """Blocks and lots with their floor area, FAR and density."""
    rows = []
    for piece in pieces:
        if piece.is_lot:
            own = [building for building in plan.buildings if piece.id in (building.block, building.lot)]
            area, floors = piece.outline.area, sum(floor_area_m2(building) for building in own)
            density = 100.0 * sum(building.footprint.area for building in own) / area
            cells = (piece.id, piece.use.code, f"{area:.0f}", f"{floors:.0f}", f"{floors / area:.2f}", f"{density:.1f}")
            rows.append(Row(cells=cells))
    return Table(title="地块一览表", columns=LOTS, rows=tuple(rows))


def _notes() -> Table:
    return Table(title="说明", columns=(Column(head="", width_mm=190.0),), rows=(Row(cells=(NOTE,)),))
