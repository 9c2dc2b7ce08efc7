"""The frame beside the plan: title, north arrow, legend of the kinds present, scale bar, tables; all paint."""

from collections.abc import Sequence
from dataclasses import dataclass

from layoutgen.drawings.frame_tables import facility_table, paint_tables, parameter_table
from layoutgen.drawings.layers import Layer, Profile
from layoutgen.drawings.pen import TEXT_SHARE, Pen
from layoutgen.drawings.round_length import round_length
from layoutgen.drawings.sheet import Hatch, Line, Text
from layoutgen.drawings.words import shorten
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.plan import Plan

INK = (60, 60, 60)
PAPER = (255, 255, 255)
BARE_LOOKS = ("site", "block")  # the legend shows their line, not their fill
LINE_LOOKS = (
    "community",
    "off_site.land",
    "off_site.at",
    "neighbour_window",
    "ground.garage",
    "ground.fire_ground",
    "note.building_line",
)
LEGEND_GROUPS = (
    *("site", "community", "block", "building", "context", "neighbour_window", "off_site"),
    *("note", "ground", "stall", "way", "lot", "keep_out"),
)
HEAD_ROWS = 10.5  # title, subtitle and north arrow above the legend
LEAST_ROWS = 10
MARGIN = 1.0  # right of the tables
COLUMNS_MOST = 2
COLUMN_ROWS = 12.0  # width of a legend column, in row heights
SQUARE_M_PER_HECTARE = 10_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands beside the plan."""

    title: str
    bounds: tuple[float, float, float, float]  # plan and frame together
    text_height_m: float
    hatches: tuple[Hatch, ...]
    lines: tuple[Line, ...]
    texts: tuple[Text, ...]


def frame_of(
    plan: Plan,
    profile: Profile,
    codes: set[str],
    plan_bounds: tuple[float, float, float, float],
    facilities: Sequence[FacilityLine] = (),
) -> Frame:
    """Frame to the right of the plan: the kinds whose layer codes are present, the facilities and the parameters."""
    west, south, east, north = plan_bounds
    row = max(east - west, north - south) * profile.size("panel_row")
    pen = Pen(
        code=profile.holding("paint.frame").code,
        text_code=profile.holding("paint.frame").code,
        left=east + 2.0 * row,
        top=north,
        row=row,
    )
    title = _titles(plan, pen)
    _north_arrow(pen)
    layers = legend_layers(profile, codes)
    rows = max(LEAST_ROWS, int((north - south) / row - HEAD_ROWS - 3.0), -(-len(layers) // COLUMNS_MOST))
    columns, depth = _legend(pen, layers, profile, rows)
    _scale_bar(pen, HEAD_ROWS + depth + 1.5)
    beside = max(columns, 1.5) * COLUMN_ROWS
    width, foot = paint_tables(pen, beside, (facility_table(plan, facilities, profile), parameter_table(plan)))
    low = min(south, pen.at(0.0, max(HEAD_ROWS + depth + 3.0, foot))[1])
    right = pen.at(beside + width + MARGIN, 0.0)[0]
    return Frame(
        title=title,
        bounds=(west - row, low - row, right, north + row),
        text_height_m=round(row * TEXT_SHARE / 2.0, 2),
        hatches=tuple(pen.hatches),
        lines=tuple(pen.lines),
        texts=tuple(pen.texts),
    )


def _titles(plan: Plan, pen: Pen) -> str:
    facts = plan.facts
    size = f"{facts.people} 人 · {plan.boundary.area / SQUARE_M_PER_HECTARE:.2f} 公顷"
    homes = sum(building.dwellings for building in plan.buildings)
    parts = f" · {len(plan.communities)} 个社区" if plan.communities else ""
    pen.say(0.0, 0.6, "居住社区总平面图", 1.15)
    pen.say(0.0, 2.2, f"{size} · {homes} 户{parts}", 0.7)
    name = shorten(facts.site_file, 40)
    if name:
        pen.say(0.0, 3.4, name, TEXT_SHARE)
    return "居住社区总平面图 " + " · ".join(part for part in (name, size) if part)


def _north_arrow(pen: Pen) -> None:
    x, tip, foot = 1.0, 4.7, 7.9
    pen.fill(((x, tip), (x - 0.9, foot), (x, foot - 0.7)), INK)
    pen.fill(((x, tip), (x + 0.9, foot), (x, foot - 0.7)), PAPER)
    pen.draw(((x, tip), (x - 0.9, foot), (x, foot - 0.7), (x + 0.9, foot), (x, tip)))
    pen.say(x + 1.5, (tip + foot) / 2, "北 N", 0.7)


def legend_layers(profile: Profile, codes: set[str]) -> list[tuple[Layer, bool]]:
    """Layers of the legend, group by group; true where only the line is shown."""
    holds = [*profile.fill_by_holds, *LINE_LOOKS]
    ordered = [one for group in LEGEND_GROUPS for one in holds if one.partition(".")[0] == group]
    rows = [(profile.holding(one), one in BARE_LOOKS or one in LINE_LOOKS) for one in ordered]
    return [(layer, is_bare) for layer, is_bare in rows if layer.code in codes]


def _legend(pen: Pen, layers: list[tuple[Layer, bool]], profile: Profile, rows: int) -> tuple[int, int]:
    pen.say(0.0, HEAD_ROWS - 0.4, "图例", 0.75)
    for index, (layer, is_bare) in enumerate(layers):
        x, y = COLUMN_ROWS * (index // rows), HEAD_ROWS + 0.8 + index % rows
        corners = ((x, y - 0.35), (x + 1.7, y - 0.35), (x + 1.7, y + 0.35), (x, y + 0.35))
        if not is_bare:
            pen.fill(corners, profile.fill_by_holds[layer.holds], layer.code)
        pen.draw((*corners, corners[0]), layer.code)
        pen.say(x + 2.2, y, layer.zh)
    return -(-len(layers) // rows), min(rows, len(layers))


def _scale_bar(pen: Pen, y: float) -> None:
    step = round_length(2.5 * pen.row)
    width = step / pen.row
    for part in range(4):
        x = part * width
        corners = ((x, y), (x + width, y), (x + width, y + 0.3), (x, y + 0.3))
        pen.fill(corners, INK if part % 2 == 0 else PAPER)
        pen.draw((*corners, corners[0]))
    for mark in (0, 1, 2, 4):
        pen.say(mark * width, y - 0.55, f"{mark * step:g}" + (" m" if mark == 4 else ""), 0.45, is_left=False)
