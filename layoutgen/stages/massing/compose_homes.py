"""Rows become the plan's values: buildings with heights and mix, windows, doors and lanes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
from shapely.geometry import LineString, Point, Polygon

from layoutgen.geometry.parts import snap_line, snap_point, snap_polygon
from layoutgen.model.choices import Choices
from layoutgen.model.kinds import BuildingUse, SpotKind
from layoutgen.model.plan import Building, Spot, Window, tags_of
from layoutgen.model.stages import Cell, Row
from layoutgen.stages.massing.reading_order import in_reading_order
from layoutgen.stages.massing.row_lanes import row_lane
from layoutgen.stages.massing.rows_of_slabs import (
    RowPlan,
    SlabPlan,
    fire_height_m,
    footprints,
    openings,
    planning_height_m,
    shading_height_m,
    turned,
)
from layoutgen.standards.clause import Standard
from layoutgen.standards.lifts import lifts_needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Homes:
    """The dwelling part of a massing."""

    buildings: tuple[Building, ...]
    windows: tuple[Window, ...]
    doors: tuple[Spot, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def compose_homes(plans: Sequence[RowPlan], cells: Sequence[Cell], choices: Choices, standard: Standard) -> Homes:
    """Name and finish every slab; numbers run through a block from north-west to south-east."""
    numbers: Counter[str] = Counter()
    buildings: list[Building] = []
    windows: list[Window] = []
    doors: list[Spot] = []
    names: list[tuple[str, ...]] = []
    plans = in_reading_order(plans, cells)
    for plan in plans:
        ids: list[str] = []
        for slab, shape in zip(plan.slabs, footprints(plan), strict=True):
            numbers[plan.block] += 1
            lifts = lifts_needed(standard, slab.storeys, fire_height_m(slab.storeys, choices.housing))
            building = _building(f"{plan.block}-{numbers[plan.block]:02d}", plan, slab, shape, choices, lifts)
            ids.append(building.id)
            buildings.append(building)
            windows.extend(_windows(building.id, plan, slab, choices))
            doors.extend(_doors(building.id, plan, slab))
        names.append(tuple(ids))
    rows, notes = _rows(plans, names, cells, choices)
    return Homes(buildings=tuple(buildings), windows=tuple(windows), doors=tuple(doors), rows=rows, notes=notes)


def _rows(
    plans: Sequence[RowPlan], names: Sequence[tuple[str, ...]], cells: Sequence[Cell], choices: Choices
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """Rows with their lanes; what lies on one lane is one row."""
    by_id = {cell.id: cell for cell in cells}
    by_lane: dict[tuple[str, str], Row] = {}
    notes: list[str] = []
    for plan, ids in zip(plans, names, strict=True):
        others = [other for other in plans if other.cell == plan.cell and other is not plan]
        lane = row_lane(plan, others, by_id[plan.cell], choices.lanes)
        if lane is None:
            notes.append(f"{', '.join(ids)}: no lane reaches the loop")
            continue
        if lane.is_loop:
            notes.append(f"{', '.join(ids)}: the loop is the lane")
        key = (plan.cell, lane.line.wkb_hex)
        joined = (*by_lane[key].buildings, *ids) if key in by_lane else ids
        by_lane[key] = Row(cell=plan.cell, buildings=joined, lane=lane.line, azimuth_deg=plan.azimuth_deg)
    return tuple(by_lane.values()), tuple(notes)


def _building(name: str, plan: RowPlan, slab: SlabPlan, shape: Polygon, choices: Choices, lifts: int) -> Building:
    housing = choices.housing
    footprint = snap_polygon(shape)
    mix = Counter(area for unit in slab.units for area in unit)
    words = ",".join(f"{area:.1f}:{count * slab.storeys}" for area, count in sorted(mix.items()))
    accessible = ceil(housing.accessible_share * slab.dwellings)
    return Building(
        id=name,
        use=BuildingUse.DWELLING,
        footprint=footprint,
        storeys=slab.storeys,
        storeys_below=0,
        planning_height_m=round(planning_height_m(slab.storeys, housing), 2),
        fire_height_m=round(fire_height_m(slab.storeys, housing), 2),
        shading_height_m=round(shading_height_m(slab.storeys, housing), 2),
        dwellings=slab.dwellings,
        floor_area_m2=round(footprint.area * slab.storeys, 2),
        block=plan.block,
        lot="",
        tags=tags_of(phase="1", rating="I", mix=words, lifts=str(lifts), accessible=str(accessible)),
    )


def _windows(building: str, plan: RowPlan, slab: SlabPlan, choices: Choices) -> list[Window]:
    housing = choices.housing
    y = plan.north_m - plan.depth_m
    found = []
    for n, opening in enumerate(openings(slab, plan.depth_m, housing.window_width_m), start=1):
        ends = turned(np.array([[opening.west_m, y], [opening.east_m, y]]), plan.azimuth_deg)
        found.append(
            Window(
                id=f"W-{building}-{n:02d}",
                building=building,
                dwelling=f"{opening.unit}{opening.letter}",
                line=snap_line(LineString(ends)),
                sill_m=round(housing.plinth_m + housing.sill_m, 2),
                room=opening.room,
            )
        )
    return found


def _doors(building: str, plan: RowPlan, slab: SlabPlan) -> list[Spot]:
    found = []
    x = slab.west_m
    for n, unit in enumerate(slab.units, start=1):
        width = sum(unit) / plan.depth_m
        middle = turned(np.array([[x + width / 2.0, plan.north_m]]), plan.azimuth_deg)[0]
        found.append(
            Spot(
                id=f"D-{building}-{n}",
                kind=SpotKind.DOOR,
                point=snap_point(Point(middle)),
                of=building,
                tags=tags_of(level="flush", unit=str(n)),
            )
        )
        x += width
    return found
