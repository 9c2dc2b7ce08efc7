"""What the stages hand on: structure, allocation, massing and grounds."""

from dataclasses import dataclass

from shapely.geometry import LineString, Polygon

from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.plan import Block, Building, Facility, Ground, Lot, Spot, Stall, Way, Window
from layoutgen.model.program import Program
from layoutgen.model.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Commission:
    """What every stage is given: the site, what is asked, how much of it, and the designer's choices."""

    site: Site
    brief: Brief
    program: Program
    choices: Choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Ground between streets that may be built on: a block, or one group of a block with attached streets."""

    id: str  # "C1"
    outline: Polygon
    block: str  # id of the block it lies in; "" before allocation


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The planning structure 规划结构: streets and the cells between them."""

    streets: tuple[Way, ...]  # STREET or ATTACHED
    cells: tuple[Cell, ...]
    is_public: bool  # streets are public branch roads; else attached roads inside one block
    azimuth_deg: float  # dominant direction of the streets, 0…90, counter-clockwise from east
    pattern: str = ""  # street pattern that won; "" = no streets
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """Lots taken out, blocks and buildable cells left.

    Lots and cells do not overlap; the union of a block's cells and attached streets is the block.
    """

    lots: tuple[Lot, ...]
    blocks: tuple[Block, ...]
    cells: tuple[Cell, ...]  # every cell lies in a block and names it
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of slabs: they share azimuth, storeys and the line of their north walls."""

    cell: str
    buildings: tuple[str, ...]  # ids, west to east
    lane: LineString  # centre of the access and fire lane along the north walls, west to east, over the row's whole run
    azimuth_deg: float  # direction of the row's east axis, counter-clockwise from east


@dataclass(frozen=True, slots=True, kw_only=True)
class Massing:
    """Buildings with their facilities, windows, doors and the grounds that belong to facility lots."""

    buildings: tuple[Building, ...]
    facilities: tuple[Facility, ...]
    windows: tuple[Window, ...]
    doors: tuple[Spot, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Everything on the ground between the buildings."""

    ways: tuple[Way, ...]  # without the streets of the structure
    grounds: tuple[Ground, ...]
    stalls: tuple[Stall, ...]
    spots: tuple[Spot, ...]  # gates, lockers, waste points
    facilities: tuple[Facility, ...] = ()
    notes: tuple[str, ...] = ()
