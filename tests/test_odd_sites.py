"""Odd sites: thin, U, triangle, star, with things that stay, with a road across, with one road, with ragged edges."""

import json
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry import Point, Polygon

from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.site import read_site
from layoutgen.inputs.templates import load_choices
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import Site
from layoutgen.model.stages import Commission, Structure
from layoutgen.stages.program import size_lots
from layoutgen.stages.structure import lay_structure
from layoutgen.standards.demand import size_program
from layoutgen.standards.load import load_standard
from tests.conftest import Generate

FOLDER = Path(__file__).parent / "sites" / "odd"
PEOPLE = {
    "thin": 2000, "U": 3000, "triangle": 3000, "star": 2500, "kept": 4500, "through_road": 4000,
    "one_road": 4000, "notched": 4200,
}  # fmt: skip
SLIVER_M2 = 8000.0  # two thirds of the least block of the template; on a site without acute arms no cell is smaller


def read(name: str) -> Site:
    return read_site(FOLDER / f"{name}.geojson", crs="none")


def laid(site: Site, people: int) -> Structure:
    brief = settle_brief(Asked(population=people), site.boundary.area)
    choices = load_choices()
    program = size_lots(size_program(brief, load_standard(("crc-2020",))), choices)
    commission = Commission(site=site, brief=brief, program=program, choices=choices)
    return lay_structure(commission, np.random.default_rng(0))


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_an_odd_site_is_laid_out_lawfully_or_the_reason_is_told(generate: Generate, name: str) -> None:
    made = generate(str(FOLDER / f"{name}.geojson"), "--population", str(PEOPLE[name]), "--crs", "none", "--draft")
    assert made.exit_code in (0, 3), made.printed
    if made.exit_code == 3:
        assert "no plan" in made.printed.casefold() or "persons" in made.printed
    else:
        assert json.loads((made.folder / "report.json").read_text(encoding="utf-8"))["verdict"] == "pass"


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_streets_and_cells_tile_an_odd_site(name: str) -> None:
    site = read(name)
    structure = laid(site, PEOPLE[name])
    pieces = [way.outline for way in structure.streets] + [cell.outline for cell in structure.cells]
    assert shapely.union_all(pieces).symmetric_difference(site.boundary).area < 0.5
    assert sum(piece.area for piece in pieces) == pytest.approx(site.boundary.area, rel=1e-6)
    assert min(cell.outline.area for cell in structure.cells) >= SLIVER_M2


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_every_street_is_reached_from_a_road_and_every_cell_lies_on_one(name: str) -> None:
    site = read(name)
    structure = laid(site, PEOPLE[name])
    roads = shapely.union_all([edge.line for edge in site.edges if edge.road_class is not RoadClass.NONE])
    reached, left = roads, [way.centre for way in structure.streets]
    while joined := [line for line in left if line.distance(reached) < 0.01]:
        reached = shapely.union_all([reached, *joined])
        left = [line for line in left if line not in joined]
    assert left == []
    ways = shapely.union_all([roads, *(way.outline for way in structure.streets)])
    for cell in structure.cells:
        assert shapely.intersection(cell.outline.exterior, ways.buffer(0.05)).length > 20.0


def test_a_road_that_crosses_the_site_stays_where_it_is() -> None:
    structure = laid(read("through_road"), PEOPLE["through_road"])
    # the road leads from (180, -40) to (215, 340): 35 m eastward in 380 m
    on_it = [Point(180.0 + 35.0 * (y + 40.0) / 380.0, y) for y in (1.0, 80.0, 150.0, 220.0, 299.0)]
    carriageways = shapely.union_all([way.centre for way in structure.streets])
    assert all(carriageways.distance(point) < 0.01 for point in on_it)


def test_streets_miss_what_stays() -> None:
    site = read("kept")
    streets = shapely.union_all([way.outline for way in laid(site, PEOPLE["kept"]).streets])
    assert site.keep_outs
    assert all(streets.intersection(shape).area == 0.0 for shape in site.keep_outs)


def test_a_street_that_ends_at_a_neighbour_has_a_turning_place(generate: Generate) -> None:
    made = generate(str(FOLDER / "one_road.geojson"), "--population", str(PEOPLE["one_road"]), "--crs", "none", "--draft")
    plan = json.loads((made.folder / "plan.json").read_text(encoding="utf-8"))["plan"]
    heads = [Polygon(ground["outline"]) for ground in plan["grounds"] if ground["kind"] == "turning_head"]
    ends = [
        Point(end)
        for way in plan["ways"]
        if way["kind"] == "street"
        for end in (way["centre"][0], way["centre"][-1])
        if end[0] in (0.0, 380.0) or end[1] == 340.0  # only the south side of 380 by 340 m lies on a road
    ]
    assert ends
    assert all(any(head.distance(end) < 1.0 for head in heads) for end in ends)
