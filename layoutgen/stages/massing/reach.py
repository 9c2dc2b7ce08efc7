"""How much floor area rows of each storey number reach in each cell by the sun's pitch table, before anything is placed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from layoutgen.model.stages import Cell
from layoutgen.stages.massing.block_plan import Drafting
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.clearances import is_high, north_clear_m
from layoutgen.stages.massing.line_table import LineTable, Wall, line_table
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.row_pitch import Sky, endless_gap_m, row_gap_in_sun_m
from layoutgen.stages.massing.rows_of_slabs import Floats, fire_height_m, turned
from layoutgen.stages.massing.site_sun import SiteSun
from layoutgen.stages.massing.storey_options import StoreyOption, housing_type, manners
from layoutgen.stages.massing.storey_windows import SPAN as STEP_MAX
from layoutgen.standards.sun_standard import SunStandard

TALL = 0.4  # of what high-rise rows seem to gain by rising: their shade reaches beyond the walls that the table knows
BETTER = 1.03  # shorter slabs further apart must carry so much more than long ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What a cell reaches with one storey number, and in which of its manners."""

    gfa_m2: float
    manner: int
    more_m2: tuple[float, ...] = (0.0,)  # what rows add that rise by so many storeys


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Drawn:
    """A cell's ground and its lines, for one type of slab."""

    ground: CellGround
    table: LineTable


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _View:
    """A cell, and what lies in the sun north of it."""

    drawn: _Drawn
    walls: tuple[tuple[Floats, SunStandard], ...]
    base: SiteSun
    draft: Drafting

    @property
    def sky(self) -> Sky:
        """The sun that the homes are placed under."""
        return Sky(sun=self.base.dwellings.sun, latitude_deg=self.base.latitude_deg)

    def before(self, storeys: int) -> list[Wall]:
        """Walls before the cell's ground, with the room that rows of so many storeys leave them."""
        return _seen_from(self.drawn.ground, self.walls, storeys, self.base, self.draft)

    def top(self, option: StoreyOption) -> int:
        """Highest storey number of an option's class."""
        return max(other.storeys for other in self.draft.options if other.storey_class == option.storey_class)


def cell_reaches(cells: Sequence[Cell], base: SiteSun, draft: Drafting) -> dict[str, tuple[Reach, ...]]:
    """Reach of each cell with each of the options' storey numbers.

    Parameters
    ----------
    cells
        Of the whole site, north to south: a row of one cell keeps the sun of the cell north of it.
    base
        The sun before any home stands, with the windows that must keep theirs.
    """
    tables = {cell.id: _tables(cell, draft) for cell in cells}
    found: dict[str, list[Reach]] = {cell.id: [] for cell in cells}
    for option in draft.options:
        walls = [(watch.lines, watch.sun) for watch in (base.dwellings, *base.others)]
        kind = housing_type(option.storeys, draft.choices)
        for cell in cells:
            drawn = tables[cell.id].get(kind.storeys)
            if drawn is None:
                found[cell.id].append(Reach(gfa_m2=0.0, manner=0))
                continue
            view = _View(drawn=drawn, walls=tuple(walls), base=base, draft=draft)
            reach, lines = _reach(view, option)
            found[cell.id].append(reach)
            walls.append((_south_walls(drawn, lines[-1:], kind.depth_m), base.dwellings.sun))
    return {name: tuple(reaches) for name, reaches in found.items()}


def _reach(view: _View, option: StoreyOption) -> tuple[Reach, tuple[int, ...]]:
    """Reach in the best manner, and the lines that are built on."""
    drawn, draft = view.drawn, view.draft
    walls = view.before(option.storeys)
    best, built = Reach(gfa_m2=0.0, manner=0), tuple[int, ...]()
    most_up = min(STEP_MAX, view.top(option) - option.storeys)
    for number, manner in enumerate(manners(option.storeys, draft.kinds, draft.choices)):
        gap = row_gap_in_sun_m(manner, drawn.ground.azimuth_deg, view.sky, draft.choices)
        storey_m2, lines = drawn.table.most(manner, gap, walls)
        if storey_m2 * option.storeys > best.gfa_m2 * BETTER:
            more = tuple(_more_m2(view, manner, up, lines) for up in range(most_up + 1))
            best, built = Reach(gfa_m2=storey_m2 * option.storeys, manner=number, more_m2=more), lines
    return best, built


def _more_m2(view: _View, manner: SlabManner, up: int, lines: Sequence[int]) -> float:
    """What rows of a cell add that rise by so many storeys.

    The northern one rises where the walls in the north let it; as far as all may stand further north, the others move
    apart and rise.

    Parameters
    ----------
    lines
        As far south as they carry most.
    """
    if not up:
        return 0.0
    low, high, first = manner.storeys, manner.storeys + up, lines[0]
    table, azimuth = view.drawn.table, view.drawn.ground.azimuth_deg
    now_m2, then_m2 = (table.floors_m2(manner, view.before(storeys)) for storeys in (low, high))
    risen = next((k for k in range(first + 1) if then_m2[k] >= now_m2[first]), None)
    most_north = next(k for k in range(first + 1) if now_m2[k] >= now_m2[first]) if risen is None else risen
    gaps_m = [endless_gap_m(storeys, azimuth, view.sky, view.draft.choices) for storeys in (low, high)]
    others_m2 = [now_m2[k] for k in lines[1:]]
    storeys = min(int((table.ys[most_north] - table.ys[first]) * up / max(gaps_m[1] - gaps_m[0], 1.0)), up * len(others_m2))
    mean_m2 = sum(others_m2) / max(len(others_m2), 1)
    more_m2 = (0.0 if risen is None else now_m2[first] * up) + storeys * mean_m2
    return more_m2 * (TALL if is_high(fire_height_m(low, view.draft.choices.housing), view.draft.choices) else 1.0)


def _tables(cell: Cell, draft: Drafting) -> Mapping[int, _Drawn]:
    """By the type's storeys."""
    found: dict[int, _Drawn] = {}
    azimuth = draft.azimuths(cell)[0]
    for kind in draft.choices.housing.types:
        ground = draft.ground(cell, azimuth, kind.storeys)
        if ground is not None:
            clear = north_clear_m(fire_height_m(kind.storeys, draft.choices.housing), draft.choices)
            found[kind.storeys] = _Drawn(ground=ground, table=line_table(ground, kind.depth_m, clear))
    return found


def _south_walls(drawn: _Drawn, lines: Sequence[int], depth_m: float) -> Floats:
    """South walls (n, 2, 2) of lines of rows, on the site."""
    table = drawn.table
    ends = [[[run[0], table.ys[k] - depth_m], [run[1], table.ys[k] - depth_m]] for k in lines for run in table.runs[k]]
    return turned(np.array(ends).reshape(-1, 2, 2), drawn.ground.azimuth_deg)


def _seen_from(
    ground: CellGround, walls: Sequence[tuple[Floats, SunStandard]], storeys: int, base: SiteSun, draft: Drafting
) -> list[Wall]:
    """Walls and windows (n, 2, 2) of the site that lie before a ground, in its frame, with the room that rows leave them."""
    found: list[Wall] = []
    west, south, east, north = ground.buildable.bounds
    for lines, sun in walls:
        sky = Sky(sun=sun, latitude_deg=base.latitude_deg)
        gap = endless_gap_m(storeys, ground.azimuth_deg, sky, draft.choices)
        ends = turned(lines, -ground.azimuth_deg)
        lows, highs = ends.min(axis=1), ends.max(axis=1)
        is_near = (lows[:, 0] < east) & (highs[:, 0] > west) & (lows[:, 1] > south) & (lows[:, 1] < north + gap)
        near = zip(lows[is_near, 0].tolist(), highs[is_near, 0].tolist(), lows[is_near, 1].tolist(), strict=True)
        found.extend((x0, x1, y, gap) for x0, x1, y in near)
    return found
