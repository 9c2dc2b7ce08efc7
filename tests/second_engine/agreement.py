"""Side by side: what the judge measures of a drawing, and what the second engine makes of the same file."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from layoutgen.geometry.tolerance import CORNER_INSET_M, FACADE_OFFSET_M
from layoutgen.indicators.green import central_green_m2, counted_green, green_ratio
from layoutgen.indicators.intensity import average_storeys, block_density, block_far, site_density, site_far
from layoutgen.indicators.land import block_area_m2, public_green_m2, site_area_m2
from layoutgen.indicators.parking import resident_stalls, surface_stalls
from layoutgen.indicators.people import block_people, dwellings_drawn
from layoutgen.jobs.validate import Judged
from layoutgen.model.plan import Plan
from layoutgen.standards.sun_standard import sun_limit, sun_of_clause
from layoutgen.validator.facilities import floor_area_m2
from layoutgen.validator.service_radius import homes, straight_to
from layoutgen.walking.distances import walks_from_homes
from layoutgen.walking.graph import walk_graph
from tests.second_engine import gaps
from tests.second_engine.drawing import Drawing
from tests.second_engine.quantities import Quantities
from tests.second_engine.rays import OWN, Conventions, hours_of
from tests.second_engine.walks import PLACES, Network

ROOMS = {"sun.dwelling_hours": ("living", "bedroom"), "sun.playroom_hours": ("playroom",)}
Values = Mapping[object, float]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """One quantity of one thing, measured twice."""

    quantity: str
    unit: str
    subject: str
    judge: float
    second: float

    @property
    def difference(self) -> float:
        """How far apart; both infinite is the same, and what only one of them knows is infinitely far."""
        if self.judge == self.second:
            return 0.0
        return math.inf if math.isnan(self.judge + self.second) else abs(self.judge - self.second)


def agreement(judged: Judged, drawing: Drawing, *, has_own_sun: bool = True, step_s: float = 10.0) -> Iterator[Pair]:
    """Every quantity that both measure, thing by thing.

    The sun is measured by the judge's declination and eye; where ``has_own_sun``, once more by the second engine's own.
    """
    for quantity, unit, judge, second in (
        *_land(judged.plan, Quantities(drawing)),
        *_intensity(judged.plan, Quantities(drawing)),
        *_gaps(judged, drawing),
        *_walks(judged.plan, Network(drawing)),
        *_sun(judged, drawing, step_s, has_own_sun=has_own_sun),
    ):
        for key in sorted({*judge, *second}, key=str):
            a, b = judge.get(key, math.nan), second.get(key, math.nan)
            name = " ".join(key) if isinstance(key, tuple) else str(key)
            yield Pair(quantity=quantity, unit=unit, subject=name, judge=float(a), second=float(b))


def _land(plan: Plan, found: Quantities) -> Iterator[tuple[str, str, Values, Values]]:
    blocks = {block.id: block_area_m2(block) for block in plan.blocks}
    land = {"site": site_area_m2(plan), "blocks": sum(blocks.values())} | blocks | {x.id: x.outline.area for x in plan.lots}
    yield "land", "m²", land, found.land()
    parts = {facility.id: floor_area_m2(plan, facility) for facility in plan.facilities}
    yield "floor area of a facility", "m²", parts, found.facility_floor_areas()
    counted = counted_green(plan)
    places = {"site": plan.boundary} | {x.id: x.outline for x in (*plan.blocks, *plan.lots)}
    yield "green ratio", "", {name: green_ratio(place, counted) for name, place in places.items()}, found.green()
    central = {block.id: central_green_m2(plan, block) for block in plan.blocks}
    yield "central green", "m²", central, found.central_green()
    yield "public green", "m²", {"site": public_green_m2(plan)}, {"site": found.public_green_m2()}


def _intensity(plan: Plan, found: Quantities) -> Iterator[tuple[str, str, Values, Values]]:
    far = {"site": site_far(plan)} | {block.id: block_far(plan, block) for block in plan.blocks}
    yield "floor area ratio", "", far, {name: value for name, value in found.far().items() if name in far}
    density = {"site": site_density(plan)} | {block.id: block_density(plan, block) for block in plan.blocks}
    yield "building density", "", density, found.density()
    storeys = {block.id: average_storeys(plan, block) for block in plan.blocks}
    yield "average storeys", "", {name: value for name, value in storeys.items() if value}, found.average_storeys()
    yield "people of a block", "", {block.id: block_people(plan, block) for block in plan.blocks}, found.block_people()
    stalls = {"surface": surface_stalls(plan), "residents": resident_stalls(plan), "dwellings": dwellings_drawn(plan)}
    yield "stalls and dwellings", "", stalls, found.stalls()


def _gaps(judged: Judged, drawing: Drawing) -> Iterator[tuple[str, str, Values, Values]]:
    measured = _measured(judged)
    every = {tuple(sorted(pair)): gap for pair, gap in gaps.building_gaps(drawing).items()}
    fire = {
        tuple(sorted(pair)): value for (measure, _), found in measured.items() if measure == "fire.gap" for pair, value in found
    }
    yield "gap between buildings", "m", fire, {pair: every.get(pair, math.nan) for pair in fire}
    for line in ("city", "neighbour"):
        judge = {
            subjects[0]: value
            for (measure, clause), found in measured.items()
            for subjects, value in found
            if measure == "buildings.setback" and _line_of(judged, clause) == line
        }
        second = gaps.setbacks(drawing, line)
        yield "setback from red lines", "m", judge, {name: second.get(name, math.nan) for name in judge}
    found = homes(judged.plan)
    for kind, codes in PLACES.items():
        judge = dict(zip(found.names, straight_to(judged.plan, found, kind).tolist(), strict=True))
        spots = gaps.places_of(drawing, codes)
        doors = {door.id: gaps.straight_to(door.points[0], spots) for door in drawing.of("DOOR") if door.id in judge}
        yield "straight way from a door", "m", judge, doors


def _walks(plan: Plan, network: Network) -> Iterator[tuple[str, str, Values, Values]]:
    graph = walk_graph(plan)
    for kind, codes in PLACES.items():
        walks = {(door, kind): walk for door, walk in walks_from_homes(plan, graph, kind)}
        second = network.from_homes(network.targets(codes))
        yield "walk from a door", "m", walks, {(door, kind): walk for door, walk in second.items()}


def _sun(judged: Judged, drawing: Drawing, step_s: float, *, has_own_sun: bool) -> Iterator[tuple[str, str, Values, Values]]:
    measured = [(key, found) for key, found in _measured(judged).items() if key[0] in ROOMS]
    for (measure, name), found in {(key[0], _day_of(judged, key[1])[0]): (key, found) for key, found in measured}.values():
        day, declination = _day_of(judged, name)
        said = "sun of a dwelling" if measure == "sun.dwelling_hours" else "sun of a playroom"
        judge = {key: hours * 60.0 for key, hours in found}
        same = Conventions(off_wall_m=FACADE_OFFSET_M, off_end_m=CORNER_INSET_M, declination_deg=declination, step_s=step_s)
        for by, note in ((same, ""), (OWN, ", own declination and eye"))[: 1 + has_own_sun]:
            second = hours_of(drawing, day, ROOMS[measure], by)
            yield f"{said}{note}", "min", judge, {key: hours * 60.0 for key, hours in second.items()}


def _day_of(judged: Judged, name: str) -> tuple[str, float]:
    """Standard day of a clause on sun, and its declination [deg]."""
    clause = next(clause for clause in judged.standard.clauses if clause.id == name)
    limit = sun_limit(clause, judged.plan.facts.place)
    sun = sun_of_clause(clause, limit.low if limit and limit.low else 0.0)
    return sun.day, sun.declination_deg


def _measured(judged: Judged) -> dict[tuple[str, str], list[tuple[tuple[str, ...], float]]]:
    """Measured numbers by measure and clause."""
    measure_of = {clause.id: clause.measure for clause in judged.standard.clauses}
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], float]]] = defaultdict(list)
    reports = (judged.report, *(community.report for community in judged.report.communities))
    for outcome in (outcome for report in reports for outcome in report.outcomes):
        for finding in outcome.findings:
            if isinstance(finding.measured, int | float):
                found[measure_of[outcome.clause], outcome.clause].append((finding.subjects, float(finding.measured)))
    return found


def _line_of(judged: Judged, name: str) -> str:
    return next(clause for clause in judged.standard.clauses if clause.id == name).text("line")
