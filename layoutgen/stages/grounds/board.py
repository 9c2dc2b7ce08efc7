"""The drafting board of the grounds stage: what is laid so far. Lives inside the stage only."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons, snap_point, snap_to_grid
from layoutgen.model.kinds import GroundKind, LotKind, SpotKind, StallKind, WayKind
from layoutgen.model.plan import Building, Ground, Lot, Spot, Stall, Way, tags_of
from layoutgen.model.stages import Allocation, Commission, Massing, Structure
from layoutgen.standards.clause import Standard


@dataclass(slots=True, kw_only=True)
class Board:
    """Everything given, and everything laid so far; grows in order of priority."""

    commission: Commission
    structure: Structure
    allocation: Allocation
    massing: Massing
    standard: Standard
    ways: list[Way] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)
    stalls: list[Stall] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    kept_free: list[Polygon] = field(default_factory=list)  # where nothing may stand: before rescue grounds
    turns: list[BaseGeometry] = field(default_factory=list)  # arcs of fire engines, where nothing may stand up
    notes: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def number(self, stem: str) -> str:
        """Next id of a stem: "R-main-K1" gives "R-main-K1-1", then "-2"."""
        self.counts[stem] = self.counts.get(stem, 0) + 1
        return f"{stem}-{self.counts[stem]}"

    def add_ground(
        self, kind: GroundKind, outline: Polygon, *, block: str = "", lot: str = "", **tags: str
    ) -> tuple[Ground, ...]:
        """Lay a piece of ground; the grid may take it in parts."""
        laid = tuple(
            Ground(id=self.number(f"G-{kind}"), kind=kind, outline=part, block=block, lot=lot, tags=tags_of(**tags))
            for part in snap_to_grid(outline)
        )
        self.grounds.extend(laid)
        return laid

    def add_stall(self, kind: StallKind, outline: Polygon, *, block: str, lot: str, use: str) -> None:
        """Lay a surface stall."""
        self.counts["P"] = self.counts.get("P", 0) + 1
        name = f"P-{self.counts['P']:04d}"
        shape = snap_to_grid(outline)[0]
        self.stalls.append(Stall(id=name, kind=kind, outline=shape, block=block, lot=lot, use=use, ev="reserved"))

    def add_spot(self, kind: SpotKind, point: Point, of: str, **tags: str) -> None:
        """Set a point."""
        stem = {SpotKind.VEHICLE_GATE: "E-car", SpotKind.PEDESTRIAN_GATE: "E-foot", SpotKind.WASTE_POINT: "S-waste"}
        name = self.number(f"{stem.get(kind, f'S-{kind}')}{f'-{of}' if of else ''}")
        self.spots.append(Spot(id=name, kind=kind, point=snap_point(point), of=of, tags=tags_of(**tags)))

    def walls(self) -> NDArray[np.object_]:
        """Footprints of all buildings, kept and neighbouring ones and keep-outs too."""
        site = self.commission.site
        shapes = [b.footprint for b in self.massing.buildings]
        return as_array([*shapes, *(c.footprint for c in site.context), *site.keep_outs])

    def all_ways(self) -> list[Way]:
        """Streets of the structure and ways laid so far."""
        return [*self.structure.streets, *self.ways]

    def way_outlines(self) -> NDArray[np.object_]:
        """Outlines of all ways, streets first."""
        return as_array([way.outline for way in self.all_ways()])

    def laid_outlines(self, but: Iterable[GroundKind] = (GroundKind.GARAGE,)) -> NDArray[np.object_]:
        """Outlines of grounds and stalls so far, without kinds that others may cover."""
        left_out = frozenset(but)
        shapes = [g.outline for g in self.grounds if g.kind not in left_out]
        return as_array([*shapes, *(s.outline for s in self.stalls)])

    def lots(self, *kinds: LotKind) -> list[Lot]:
        """Lots of some kinds, by id."""
        return sorted((lot for lot in self.allocation.lots if lot.kind in kinds), key=lambda lot: lot.id)

    def buildings_of(self, block: str) -> list[Building]:
        """Buildings of a block, by id."""
        return sorted((b for b in self.massing.buildings if b.block == block), key=lambda b: b.id)

    def households(self, block: str) -> int:
        """Dwellings of a block."""
        return sum(building.dwellings for building in self.buildings_of(block))


def as_array(shapes: Iterable[BaseGeometry]) -> NDArray[np.object_]:
    """Shapes as an array for whole-array calls."""
    listed = list(shapes)
    array: NDArray[np.object_] = np.empty(len(listed), dtype=object)
    array[:] = listed
    return array


def near(shapes: NDArray[np.object_], place: BaseGeometry, reach_m: float = 0.0) -> NDArray[np.object_]:
    """Those of the shapes within reach [m] of a place."""
    if not len(shapes):
        return shapes
    shapely.prepare(place)
    kept: NDArray[np.object_] = shapes[shapely.dwithin(place, shapes, reach_m)]
    return kept


def without(place: BaseGeometry, shapes: NDArray[np.object_], gap_m: float = 0.0) -> BaseGeometry:
    """A place less all shapes near it, each grown by a gap [m]."""
    close = near(shapes, place, gap_m)
    if not len(close):
        return place
    grown = shapely.buffer(close, gap_m, join_style="mitre") if gap_m else close
    return areal(shapely.difference(areal(place), shapely.union_all(grown)))


def areal(shape: BaseGeometry) -> MultiPolygon:
    """The polygons of an overlay result, without the lines and points that come with them."""
    return MultiPolygon(list(polygons(shape)))


def is_walkable(way: Way) -> bool:
    """Whether people walk along a way: access lanes, paths, and any way with a footway."""
    return way.kind in (WayKind.ACCESS, WayKind.FOOTPATH) or way.footway_m > 0.0


def walk_lines(ways: Iterable[Way]) -> list[LineString]:
    """Centre lines that people walk along."""
    return [way.centre for way in ways if is_walkable(way)]
