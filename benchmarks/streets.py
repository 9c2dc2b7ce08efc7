"""The structure stage alone: quality of the cells, slivers, dead ends, network, gates, road share and seconds, a line a site.

    python -m benchmarks.streets [--quick] [--scale 0.79 …] [--one-road] [--sheet FILE.svg] [ID …]

Boundaries are made up; where the environment variable LAYOUTGEN_SHARED names the measuring data, its boundaries of 6 ha
and more are added. With --one-road a site's longest edge is its only road. Seconds are the processor's, of one call in
this process, the first one not counted. With --sheet the streets and cells of every site are drawn on one sheet: roads
round the site dark, neighbours' land red.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely.affinity import rotate, scale
from shapely.geometry import LineString, Point, Polygon, box

from benchmarks.communities import by_area, real_communities
from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.edges import EdgeWish
from layoutgen.inputs.site import read_site
from layoutgen.inputs.templates import load_choices
from layoutgen.model.choices import StreetChoices
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import Site
from layoutgen.model.stages import Commission, Structure
from layoutgen.stages.program import size_lots
from layoutgen.stages.structure import lay_structure
from layoutgen.stages.structure.quality import cell_quality
from layoutgen.standards.demand import size_program
from layoutgen.standards.load import load_standard

LEAST_M2 = 60_000.0  # smaller boundaries of the measuring data are left out
SLIVER_M2 = 10_000.0
PERSONS_PER_HA = 430
PACKS = ("crc-2020", "guide-2021", "gb-50180", "sunlight")
MADE_UP = {
    "square": box(0, 0, 450, 450),
    "skew": Polygon([(0, 0), (500, 0), (520, 400), (20, 400)]),
    "strip": box(0, 0, 640, 140),
    "L": Polygon([(0, 0), (500, 0), (500, 200), (220, 200), (220, 480), (0, 480)]),
    "U": Polygon([(0, 0), (560, 0), (560, 400), (380, 400), (380, 150), (180, 150), (180, 400), (0, 400)]),
    "triangle": Polygon([(0, 0), (620, 0), (240, 520)]),
    "trapezoid": Polygon([(0, 0), (620, 30), (480, 400), (90, 360)]),
    "bent": Polygon([(0, 0), (300, 40), (560, 200), (460, 400), (240, 270), (-20, 220)]),
    "star": Polygon([(300, 620), (220, 380), (0, 300), (230, 230), (290, 0), (370, 230), (600, 310), (380, 390)]),
    "rhombus": rotate(box(0, 0, 360, 330), 45.0),
    "large": box(0, 0, 900, 660),
}
HEADS = ("site", "pattern", "ha", "cells", "q", "in range", "rect", "slivers", "dead", "parts", "gates", "share", "bends", "s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """One site and its structure."""

    name: str
    site: Site
    structure: Structure
    seconds: float


def main() -> None:
    """Print the table and its means; draw the sheet where it is asked for."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("ids", nargs="*")
    words.add_argument("--quick", action="store_true")
    words.add_argument("--scale", action="append", type=float)
    words.add_argument("--one-road", action="store_true")
    words.add_argument("--sheet", type=Path)
    given, _ = words.parse_known_args()
    made: list[Laid] = []
    print("| " + " | ".join(HEADS) + " |\n|" + "---|" * len(HEADS))
    figures: list[tuple[float, ...]] = []
    for name, boundary in boundaries(given):
        if not made:
            lay(name, boundary, is_one_road=given.one_road)
        made.append(lay(name, boundary, is_one_road=given.one_road))
        figures.append(measures(made[-1]))
        print(line(name, made[-1].structure.pattern, figures[-1]), flush=True)
    print(line("mean", "", tuple(float(v) for v in np.mean(np.array(figures), axis=0))))
    if given.sheet:
        given.sheet.write_text(sheet(made), encoding="utf-8")


def boundaries(given: argparse.Namespace) -> Iterator[tuple[str, Polygon]]:
    """Made-up boundaries, then real ones, all in the asked scales."""
    real = [] if given.quick else [(one.name, one.boundary) for one in by_area(real_communities(), [])]
    for factor in given.scale or (1.0,):
        for name, shape in (*MADE_UP.items(), *real):
            grown = scale(shape, factor, factor, origin=(0.0, 0.0))
            is_asked = name in given.ids if given.ids else name in MADE_UP or grown.area >= LEAST_M2
            if is_asked:
                yield name if factor == 1.0 else f"{name} x {factor:g}", grown


def lay(name: str, boundary: Polygon, *, is_one_road: bool) -> Laid:
    """Read the boundary as a site and time its structure."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "site.wkt"
        path.write_text(boundary.wkt, encoding="utf-8")
        site = read_site(path, crs="none")
        if is_one_road:
            others = sorted(site.edges, key=lambda edge: edge.line.length)[:-1]
            site = read_site(path, crs="none", edges=[EdgeWish(where=e.id, road_class=RoadClass.NONE) for e in others])
    people = int(site.boundary.area / 1e4 * PERSONS_PER_HA)
    brief = settle_brief(Asked(population=min(people, 12_000)), site.boundary.area)
    choices = load_choices()
    program = size_lots(size_program(brief, load_standard(PACKS)), choices)
    commission = Commission(site=site, brief=brief, program=program, choices=choices)
    since = time.process_time()
    structure = lay_structure(commission, np.random.default_rng(0))
    return Laid(name=name, site=site, structure=structure, seconds=time.process_time() - since)


def measures(laid: Laid) -> tuple[float, ...]:
    """Figures of one structure in the order of the heads."""
    choices: StreetChoices = load_choices().streets
    cells = [cell.outline for cell in laid.structure.cells]
    area = np.array([cell.area for cell in cells])
    fits = (area >= choices.block_area_min_m2) & (area <= choices.block_area_max_m2)
    boxes = np.array([shapely.oriented_envelope(cell).area for cell in cells])
    dead, gates = ends(laid)
    streets = sum(way.outline.area for way in laid.structure.streets)
    return (
        laid.site.boundary.area / 1e4,
        float(len(cells)),
        float(np.sum(cell_quality(cells, choices) * area) / area.sum()),
        float(area[fits].sum() / area.sum()),
        float(np.sum(area * np.minimum(area / boxes, 1.0)) / area.sum()),
        float(np.sum(area < SLIVER_M2)),
        float(dead),
        float(parts(laid)),
        float(gates),
        streets / laid.site.boundary.area,
        float(sum(len(way.centre.coords) - 2 - straight(way.centre) for way in laid.structure.streets)),
        laid.seconds,
    )


def straight(centre: LineString) -> int:
    """Inner vertices of a line at which it goes straight on: junctions."""
    steps = np.diff(shapely.get_coordinates(centre), axis=0)
    rays = steps / np.hypot(*steps.T)[:, None]
    return int(np.sum(np.sum(rays[:-1] * rays[1:], axis=1) > 0.999))


def ends(laid: Laid) -> tuple[int, int]:
    """Street ends on neighbours' land, and on roads."""
    roads = [edge.line for edge in laid.site.edges if edge.road_class is not RoadClass.NONE]
    tips = [Point(c) for way in laid.structure.streets for c in (way.centre.coords[0], way.centre.coords[-1])]
    tips = [tip for tip in tips if laid.site.boundary.exterior.distance(tip) < 0.01]
    gates = sum(any(road.distance(tip) < 0.01 for road in roads) for tip in tips)
    return len(tips) - gates, gates


def parts(laid: Laid) -> int:
    """Parts of the street network, the roads round the site joining nothing."""
    lines = [way.centre for way in laid.structure.streets]
    groups = list(range(len(lines)))
    for n, one in enumerate(lines):
        for m in range(n):
            if groups[n] != groups[m] and one.distance(lines[m]) < 0.01:
                groups = [groups[n] if g == groups[m] else g for g in groups]
    return len(set(groups))


def line(name: str, pattern: str, figures: tuple[float, ...]) -> str:
    """One row of the table."""
    digits = (1, 1, 3, 3, 3, 2, 1, 2, 1, 3, 1, 3)
    return "| " + " | ".join((name, pattern, *(f"{value:.{d}f}" for value, d in zip(figures, digits, strict=True)))) + " |"


def sheet(made: list[Laid], columns: int = 6, frame: float = 300.0) -> str:
    """All structures on one sheet, each fitted to its frame."""
    drawn: list[str] = []
    for n, laid in enumerate(made):
        west, south, east, north = laid.site.boundary.bounds
        factor = 0.86 * frame / max(east - west, north - south)
        x, y = (n % columns) * frame + 10.0, (n // columns) * frame + 24.0
        shift = f"translate({x:.1f} {y:.1f}) scale({factor:.5f} {-factor:.5f}) translate({-west:.2f} {-north:.2f})"
        drawn.append(f'<g transform="{shift}">{figure(laid)}</g>')
        size = f"{laid.site.boundary.area / 1e4:.1f} ha, {len(laid.structure.cells)} cells"
        title = f"{laid.name}: {size}, {laid.structure.pattern}"
        drawn.append(f'<text x="{x:.0f}" y="{y - 8:.0f}" font-size="13">{title}</text>')
    height = (-(-len(made) // columns)) * frame
    extent = f'width="{columns * frame:.0f}" height="{height:.0f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {extent}><rect {extent} fill="white"/>{"".join(drawn)}</svg>'


def figure(laid: Laid) -> str:
    """Cells, streets, centre lines and edges of one site in metres."""
    drawn = [path(cell.outline.exterior.coords, "#dfeacb", "#789", 1.0) for cell in laid.structure.cells]
    drawn += [path(way.outline.exterior.coords, "#bbb", "none", 0.0) for way in laid.structure.streets]
    drawn += [path(way.centre.coords, "none", "#c60", 1.5) for way in laid.structure.streets]
    drawn += [path(shape.exterior.coords, "#8bd", "#357", 1.0) for shape in laid.site.keep_outs]
    colours = {True: "#333", False: "#e22"}
    drawn += [path(e.line.coords, "none", colours[e.road_class is not RoadClass.NONE], 5.0) for e in laid.site.edges]
    return "".join(drawn)


def path(coords: shapely.coords.CoordinateSequence, fill: str, stroke: str, width: float) -> str:
    """One path."""
    points = " L".join(f"{x:.2f} {y:.2f}" for x, y in coords)
    return f'<path d="M{points}" fill="{fill}" stroke="{stroke}" stroke-width="{width}"/>'


if __name__ == "__main__":
    main()
