"""Commissions of one cell without lots, made by hand: the shape and the density are the test's choice."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from shapely import affinity
from shapely.geometry import LineString, Polygon

from layoutgen.inputs.templates import load_choices
from layoutgen.model.brief import Brief, Conditions, DwellingType, Place
from layoutgen.model.kinds import Mode, RoadClass, StreetMode
from layoutgen.model.plan import Block
from layoutgen.model.program import DwellingDemand, Program
from layoutgen.model.site import ContextBuilding, Edge, Site
from layoutgen.model.stages import Allocation, Cell, Commission, Massing, Structure
from layoutgen.stages.massing import mass, place_facilities
from layoutgen.standards.clause import Standard
from layoutgen.standards.load import load_standard

MIX = (
    DwellingType(name="A90", area_m2=90.0, share=0.3),
    DwellingType(name="B112", area_m2=112.0, share=0.4),
    DwellingType(name="C134", area_m2=134.0, share=0.3),
)
RECTANGLE = Polygon([(0, 0), (160, 0), (160, 170), (0, 170)])
SHAPES = {
    "rectangle": RECTANGLE,
    "turned": affinity.rotate(RECTANGLE, 20.0, origin=(0, 0)),
    "ell": Polygon([(0, 0), (190, 0), (190, 100), (100, 100), (100, 190), (0, 190)]),
    "triangle": Polygon([(0, 0), (240, 10), (90, 230)]),
}


@dataclass(frozen=True)
class Case:
    commission: Commission
    structure: Structure
    allocation: Allocation
    standard: Standard

    def mass(self) -> Massing:
        facilities = place_facilities(self.commission, self.allocation, self.standard)
        return mass(self.commission, self.structure, self.allocation, facilities, self.standard).massing


def program_of(households: int, size: float = 3.2) -> Program:
    counts = [round(households * kind.share) for kind in MIX[:-1]]
    counts.append(households - sum(counts))
    dwellings = tuple(DwellingDemand(name=k.name, area_m2=k.area_m2, count=n) for k, n in zip(MIX, counts, strict=True))
    return Program(
        population=int(households * size),
        households=households,
        household_size=size,
        dwellings=dwellings,
        housing_gfa_m2=sum(d.area_m2 * d.count for d in dwellings),
        needs=(),
        parameters=(),
    )


def case_of(
    cells: tuple[Polygon, ...],
    households: int,
    *,
    latitude: float = 34.3,
    conditions: Conditions = Conditions(),
    context: tuple[ContextBuilding, ...] = (),
) -> Case:
    boundary = Polygon(Polygon([p for c in cells for p in c.exterior.coords]).convex_hull.exterior)
    brief = Brief(
        population=int(households * 3.2),
        household_size=3.2,
        mix=MIX,
        conditions=conditions,
        place=Place(city="", latitude_deg=latitude, climate_zone="II", is_large_city=True),
        streets=StreetMode.AUTO,
        mode=Mode.NEW,
        packs=(),
        parameters=(),
        protect_north=False,
        template="default",
        seed=1,
        assumptions=(),
    )
    edge = Edge(
        id="E1", line=LineString(boundary.exterior.coords), road_class=RoadClass.LOCAL, setback_m=None, allows_gate=True
    )
    site = Site(boundary=boundary, edges=(edge,), context=context)
    commission = Commission(site=site, brief=brief, program=program_of(households), choices=load_choices())
    named = tuple(Cell(id=f"C{n}", outline=cell, block=f"K{n}") for n, cell in enumerate(cells, start=1))
    blocks = tuple(Block(id=cell.block, outline=cell.outline, is_gated=False) for cell in named)
    structure = Structure(streets=(), cells=named, is_public=True, azimuth_deg=0.0)
    allocation = Allocation(lots=(), blocks=blocks, cells=named)
    packs = ("gb-50180", "sunlight")
    return Case(commission=commission, structure=structure, allocation=allocation, standard=load_standard(packs, conditions))


@pytest.fixture(scope="session")
def make_case() -> Callable[..., Case]:
    return case_of


@pytest.fixture(scope="session")
def shapes() -> dict[str, Polygon]:
    return SHAPES
