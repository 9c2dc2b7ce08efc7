"""Boundaries drawn by hand, and the commission of a site whose every edge is a local road."""

import json
import os
from pathlib import Path

import pytest
import shapely
from shapely import affinity
from shapely.geometry import LineString, Polygon, box

from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.templates import load_choices
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import Edge, Site
from layoutgen.model.stages import Commission
from layoutgen.stages.program import size_lots
from layoutgen.standards.demand import size_program
from layoutgen.standards.load import load_standard

PACKS = ("crc-2020", "guide-2021", "gb-50180", "sunlight")

BOUNDARIES = {
    "square": box(0, 0, 450, 450),
    "strip": box(0, 0, 600, 150),
    "L": Polygon([(0, 0), (500, 0), (500, 200), (220, 200), (220, 480), (0, 480)]),
    "triangle": Polygon([(0, 0), (520, 0), (200, 460)]),
    "turned": affinity.rotate(box(0, 0, 480, 360), 25.0),
    "U": Polygon([(0, 0), (560, 0), (560, 400), (380, 400), (380, 150), (180, 150), (180, 400), (0, 400)]),
    "small": box(0, 0, 220, 170),
    "middling": box(0, 0, 280, 290),
}


def turned(boundary: Polygon, degrees: float) -> Polygon:
    return Polygon(shapely.get_coordinates(affinity.rotate(boundary, degrees, origin=(0.0, 0.0)).exterior))


def commission_of(boundary: Polygon, people: int | None = None, roads: tuple[int, ...] | None = None) -> Commission:
    """400 persons per hectare unless said; edges not in ``roads`` are neighbours' land."""
    outline = shapely.orient_polygons(boundary)
    ring = shapely.get_coordinates(outline.exterior)
    edges = tuple(
        Edge(
            id=f"E{n + 1}",
            line=LineString(ring[n : n + 2]),
            road_class=RoadClass.LOCAL if roads is None or n in roads else RoadClass.NONE,
            setback_m=None,
            allows_gate=True,
        )
        for n in range(len(ring) - 1)
    )
    brief = settle_brief(Asked(population=people or min(int(outline.area / 25.0), 12_000)), outline.area)
    choices = load_choices()
    program = size_lots(size_program(brief, load_standard(PACKS)), choices)
    return Commission(site=Site(boundary=outline, edges=edges), brief=brief, program=program, choices=choices)


def real_boundaries() -> list[Polygon]:
    """Boundaries of real communities, where the environment says where they lie."""
    shared = os.environ.get("LAYOUTGEN_SHARED")
    file = Path(shared) / "data" / "reco" / "dev.json" if shared else None
    if file is None or not file.is_file():
        pytest.skip("LAYOUTGEN_SHARED is not set")
    outlines = [shapely.make_valid(Polygon(site["boundary"])) for site in json.loads(file.read_text())]
    return [max((p for p in shapely.get_parts(o) if isinstance(p, Polygon)), key=lambda p: p.area) for o in outlines]
