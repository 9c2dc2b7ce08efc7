"""A small site by hand: two blocks beside a public street, all lots, rows of slabs; facility buildings by their own stage."""

from dataclasses import fields, is_dataclass, replace

import numpy as np
import pytest
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.templates import load_choices
from layoutgen.model.kinds import BuildingUse, LotKind, RoadClass, SpotKind, WayKind
from layoutgen.model.plan import Block, Building, Lot, Spot, Way, tags_of
from layoutgen.model.site import Edge, Site
from layoutgen.model.stages import Allocation, Cell, Commission, Grounds, Massing, Row, Structure
from layoutgen.stages.grounds import lay_grounds
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.massing.facility_buildings import place_facilities
from layoutgen.stages.program import size_lots
from layoutgen.standards.demand import size_program
from layoutgen.standards.load import load_standard

PACKS = ("crc-2020", "guide-2021", "sunlight")  # what sizing and sunny ground ask for
GARDEN_TAGS = tags_of(is_open="yes", rest="seats,pavilion", refuge="yes")
LOTS = (
    ("L-shops-1", LotKind.SHOPS, box(0, 0, 50, 40)),
    ("L-service-1", LotKind.SERVICE, box(50, 0, 130, 40)),
    ("L-waste_station-1", LotKind.WASTE_STATION, box(130, 0, 152, 40)),
    ("L-utility-1", LotKind.UTILITY, box(152, 0, 192, 40)),
    ("L-kindergarten-1", LotKind.KINDERGARTEN, box(208, 0, 298, 80)),
    ("L-garden-1", LotKind.GARDEN, box(298, 0, 420, 80)),
)
# west wall, south wall, length, depth, storeys, dwellings, units of each building, row by row
ROWS = (
    ("C1", "K1", ((15, 160), (98, 160)), 65.0, 13.0, 11, 66, 3),
    ("C1", "K1", ((15, 105), (98, 105)), 65.0, 13.0, 11, 66, 3),
    ("C1", "K1", ((15, 54), (98, 54)), 65.0, 13.0, 11, 66, 3),
    ("C2", "K2", ((222, 155), (286, 155), (350, 155)), 56.0, 12.5, 6, 36, 3),
    ("C2", "K2", ((222, 98), (286, 98)), 56.0, 12.5, 6, 36, 3),
)


def _edge(name: str, ring: tuple[tuple[float, float], ...], road: RoadClass) -> Edge:
    return Edge(id=name, line=LineString(ring), road_class=road, setback_m=None, allows_gate=road is not RoadClass.NONE)


def _housing() -> tuple[tuple[Building, ...], tuple[Spot, ...], tuple[Row, ...]]:
    buildings: list[Building] = []
    doors: list[Spot] = []
    rows: list[Row] = []
    for cell, block, corners, length, depth, storeys, dwellings, units in ROWS:
        names = []
        for west, south in corners:
            name = f"{block}-{len([b for b in buildings if b.block == block]) + 1:02d}"
            names.append(name)
            height = storeys * 3.0
            buildings.append(
                Building(
                    id=name,
                    use=BuildingUse.DWELLING,
                    footprint=box(west, south, west + length, south + depth),
                    storeys=storeys,
                    storeys_below=0,
                    planning_height_m=height + 1.5,
                    fire_height_m=height,
                    shading_height_m=height + 3.0,
                    dwellings=dwellings,
                    floor_area_m2=length * depth * storeys,
                    block=block,
                    lot="",
                    tags=tags_of(phase="1"),
                )
            )
            for unit in range(units):
                x = west + length * (unit + 0.5) / units
                doors.append(
                    Spot(
                        id=f"D-{name}-{unit + 1}",
                        kind=SpotKind.DOOR,
                        point=Point(x, south + depth),
                        of=name,
                        tags=tags_of(level="flush"),
                    )
                )
        north = corners[0][1] + depth
        lane = LineString([(corners[0][0], north + 7.0), (corners[-1][0] + length, north + 7.0)])
        rows.append(Row(cell=cell, buildings=tuple(names), lane=lane, azimuth_deg=0.0))
    return tuple(buildings), tuple(doors), tuple(rows)


Stages = tuple[Commission, Structure, Allocation, Massing]


def _stages() -> Stages:
    boundary = box(0, 0, 420, 190)
    site = Site(
        boundary=boundary,
        edges=(
            _edge("E1", ((0, 0), (420, 0)), RoadClass.LOCAL),
            _edge("E2", ((420, 0), (420, 190)), RoadClass.NONE),
            _edge("E3", ((420, 190), (0, 190)), RoadClass.NONE),
            _edge("E4", ((0, 190), (0, 0)), RoadClass.COLLECTOR),
        ),
    )
    choices = load_choices()
    brief = settle_brief(Asked(population=5000), boundary.area)
    standard = load_standard(PACKS)
    commission = Commission(site=site, brief=brief, program=size_lots(size_program(brief, standard), choices), choices=choices)
    street = Way(
        id="R-street-1",
        kind=WayKind.STREET,
        centre=LineString([(200, 0), (200, 190)]),
        outline=box(192, 0, 208, 190),
        carriageway_m=8.0,
        footway_m=3.0,
        is_fire_lane=True,
        block="",
    )
    structure = Structure(
        streets=(street,),
        cells=(Cell(id="C1", outline=box(0, 0, 192, 190), block=""), Cell(id="C2", outline=box(208, 0, 420, 190), block="")),
        is_public=True,
        azimuth_deg=0.0,
    )
    lands = (("1", box(0, 40, 192, 190)), ("2", box(208, 80, 420, 190)))
    allocation = Allocation(
        lots=tuple(
            Lot(
                id=name,
                kind=kind,
                outline=outline,
                tags=GARDEN_TAGS if kind is LotKind.GARDEN else (),
            )
            for name, kind, outline in LOTS
        ),
        blocks=tuple(Block(id=f"K{n}", outline=land, is_gated=False) for n, land in lands),
        cells=tuple(Cell(id=f"C{n}", outline=land, block=f"K{n}") for n, land in lands),
    )
    placed = place_facilities(commission, allocation, standard)
    buildings, doors, rows = _housing()
    massing = Massing(
        buildings=(*buildings, *placed.buildings),
        facilities=placed.facilities,
        windows=placed.windows,
        doors=(*doors, *placed.doors),
        rows=rows,
    )
    return commission, structure, allocation, massing


def _turned(value: object, angle_deg: float) -> object:
    """The same value with every geometry turned about the origin."""
    if isinstance(value, BaseGeometry):
        return affinity.rotate(value, angle_deg, origin=(0.0, 0.0))
    if isinstance(value, tuple):
        return tuple(_turned(item, angle_deg) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {f.name: getattr(value, f.name) for f in fields(value)}
        moved = {name: _turned(item, angle_deg) for name, item in kept.items()}
        if "azimuth_deg" in moved:
            moved["azimuth_deg"] = kept["azimuth_deg"] + angle_deg
        return type(value)(**moved)
    return value


@pytest.fixture(scope="session", params=[0.0, 17.0], ids=["square to north", "turned"])
def stages(request: pytest.FixtureRequest) -> Stages:
    commission, structure, allocation, massing = _stages()
    angle = float(request.param)
    site = _turned(commission.site, angle)
    assert isinstance(site, Site)
    moved = [_turned(value, angle) for value in (structure, allocation, massing)]
    return (replace(commission, site=site), *moved) if angle else (commission, structure, allocation, massing)  # type: ignore[return-value]


@pytest.fixture(scope="session")
def grounds(stages: Stages) -> Grounds:
    commission, structure, allocation, massing = stages
    standard = load_standard(PACKS)
    return lay_grounds(commission, structure, allocation, massing, standard, np.random.default_rng(0))


@pytest.fixture(scope="session")
def boundary(stages: Stages) -> Polygon:
    return stages[0].site.boundary


@pytest.fixture
def board(stages: Stages) -> Board:
    """An empty site of 420 x 190 m, square to north, with one building of 60 x 14 m on it."""
    commission, structure, allocation, massing = stages
    wall = replace(massing.buildings[0], id="K1-01", footprint=box(80, 100, 140, 114), fire_height_m=33.0)
    alone = replace(massing, buildings=(wall,), rows=(), doors=(), facilities=())
    site = replace(commission.site, boundary=box(0, 0, 420, 190), edges=())
    return Board(
        commission=replace(commission, site=site),
        structure=replace(structure, streets=()),
        allocation=allocation,
        massing=alone,
        standard=load_standard(("fire",)),
    )
