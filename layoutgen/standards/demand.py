"""From people to figures: every facility sized, with its arithmetic and the clause that governs it."""

from collections.abc import Sequence
from math import ceil

from layoutgen.model.brief import Brief, DwellingType
from layoutgen.model.kinds import SHOP_KINDS, UTILITY_KINDS, FacilityKind
from layoutgen.model.program import DwellingDemand, Need, Program
from layoutgen.standards.clause import Standard
from layoutgen.standards.demand_ground import ground_needs
from layoutgen.standards.law_figures import least, listed

HEATED_ZONES = ("I", "II", "VI", "VII")  # zones with district heating, where CRC-09 asks for heat


def size_program(brief: Brief, standard: Standard) -> Program:
    """Size everything a complete community of the brief's population must have.

    Parameters
    ----------
    brief
        Settled brief; its parameters are used as they stand.
    standard
        Packs in force: every figure of the law comes from their clauses.

    Source: figures of CRC-00…CRC-16, guide B02, B03; demand formulas of JGJ 39 and D.11, D.12.
    """
    households = ceil(brief.population / brief.household_size)
    dwellings = share_out(households, brief.mix)
    housing_m2 = sum(d.area_m2 * d.count for d in dwellings)
    children = (kindergarten_need(brief, standard), nursery_need(brief, standard))
    care = service_needs(brief, standard)
    trade = trade_needs(brief, standard)
    utilities = utility_needs(brief)
    ground = ground_needs(brief, standard, households)
    facility_m2 = sum(n.figure("gfa_m2") for n in (*children, *care, *trade, *utilities) if "gfa_m2" in dict(n.figures))
    garage_m2 = next(n for n in ground if n.kind == "stalls").figure("garage_m2")
    office = property_need(standard, housing_m2, facility_m2, garage_m2)
    return Program(
        population=brief.population,
        households=households,
        household_size=brief.household_size,
        dwellings=dwellings,
        housing_gfa_m2=housing_m2,
        needs=(*children, *care, office, *trade, *utilities, *ground),
        parameters=brief.parameters,
    )


def share_out(households: int, mix: Sequence[DwellingType]) -> tuple[DwellingDemand, ...]:
    """Whole dwellings of each type by largest remainders; they sum to the households."""
    exact = [households * kind.share for kind in mix]
    counts = [int(value) for value in exact]
    order = sorted(range(len(mix)), key=lambda i: (counts[i] - exact[i], i))
    for i in order[: households - sum(counts)]:
        counts[i] += 1
    return tuple(DwellingDemand(name=k.name, area_m2=k.area_m2, count=n) for k, n in zip(mix, counts, strict=True))


def kindergarten_need(brief: Brief, standard: Standard) -> Need:
    """Kindergarten by classes: places from the population, floor and land area in proportion to the classes."""
    rate, size = brief.parameter("children_per_1000"), brief.parameter("class_size")
    least_classes = int(least(standard, "CRC-02.classes")) or 6
    places = brief.population * rate / 1000.0
    classes = max(least_classes, 3 * ceil(places / (3.0 * size) - 1e-9))
    gfa = least(standard, "CRC-02.gfa") * classes / least_classes
    land = least(standard, "CRC-02.land") * classes / least_classes
    children = classes * size
    own, shared = least(standard, "CRC-B02.out1"), least(standard, "CRC-B02.out2")
    return Need(
        kind=FacilityKind.KINDERGARTEN,
        figures=(
            ("count", 1.0),
            ("classes", float(classes)),
            ("children", children),
            ("gfa_m2", gfa),
            ("land_m2", land),
            ("class_ground_m2", own * size),
            ("shared_ground_m2", shared * children),
            ("outdoor_m2", (own + shared) * children),
        ),
        derivation=(
            f"places = {brief.population} x {rate:g} / 1000 = {places:.0f}; classes = max({least_classes}, "
            f"3 x ceil(places / {3 * size:g})) = {classes}; floor and land area x {classes}/{least_classes}"
        ),
        clauses=("CRC-B02.scale", "CRC-02.classes", "CRC-02.gfa", "CRC-02.land", "CRC-B02.out1", "CRC-B02.out2"),
    )


def nursery_need(brief: Brief, standard: Standard) -> Need:
    """Nursery by places under three, never below the standard's floor area."""
    rate, area = brief.parameter("nursery_places_per_1000"), brief.parameter("nursery_area_per_place")
    places = ceil(brief.population * rate / 1000.0)
    floor = least(standard, "CRC-03.gfa")
    gfa = max(floor, places * area)
    places = max(places, int(floor / area))
    outdoor = least(standard, "CRC-B03.out")
    return Need(
        kind=FacilityKind.NURSERY,
        figures=(("count", 1.0), ("children", float(places)), ("gfa_m2", gfa), ("outdoor_m2", outdoor * places)),
        rooms=listed(standard, "CRC-B03.parts"),
        derivation=f"places = {brief.population} x {rate:g} / 1000; floor area = max({floor:g}, places x {area:g}) = {gfa:g}",
        clauses=("CRC-03.gfa", "CRC-B03.out"),
    )


def service_needs(brief: Brief, standard: Standard) -> tuple[Need, ...]:
    """Service station, elderly station, day care, health station and culture station."""
    target = least(standard, "CRC-01.gfa", middle=True)
    rows = (
        (FacilityKind.SERVICE_STATION, target, "CRC-01.rooms", ("CRC-01.gfa", "CRC-01.count")),
        (FacilityKind.ELDERLY_STATION, brief.parameter("elderly_station_area"), "CRC-04.services", ("CRC-04.count",)),
        (
            FacilityKind.DAY_CARE,
            max(least(standard, "CRC-04.daycare"), brief.parameter("day_care_area")),
            "",
            ("CRC-04.daycare",),
        ),
        (
            FacilityKind.HEALTH_STATION,
            max(least(standard, "CRC-05.gfa"), brief.parameter("health_station_area")),
            "CRC-05.services",
            ("CRC-05.gfa", "CRC-05.count"),
        ),
        (FacilityKind.CULTURE_STATION, brief.parameter("culture_station_area"), "", ()),
    )
    return tuple(
        Need(
            kind=kind,
            figures=(("count", 1.0), ("gfa_m2", area)),
            rooms=listed(standard, rooms) if rooms else (),
            derivation=f"one for {brief.population} persons, {area:g} m2 of floor area",
            clauses=clauses,
        )
        for kind, area, rooms, clauses in rows
    )


def trade_needs(brief: Brief, standard: Standard) -> tuple[Need, ...]:
    """Supermarket, parcel station with lockers, and the other shops."""
    market = max(least(standard, "CRC-06.gfa"), brief.parameter("supermarket_area"))
    share = brief.parameter("usable_share")
    usable = least(standard, "CRC-07.station")
    parcel = max(usable / share, brief.parameter("parcel_station_area"))
    rate = brief.parameter("parcels_per_person_day")
    items = brief.population * rate
    cells = ceil(items * least(standard, "CRC-07.cells.min") * 1.05)  # 5 % inside the band 1.0–1.3
    shops = tuple(
        Need(
            kind=kind,
            figures=(("count", 1.0), ("gfa_m2", brief.parameter("shop_area"))),
            derivation=f"named in the standard, no area asked: {brief.parameter('shop_area'):g} m2 by our default",
            clauses=("CRC-08.types",),
        )
        for kind in SHOP_KINDS
    )
    return (
        Need(
            kind=FacilityKind.SUPERMARKET,
            figures=(("count", 1.0), ("gfa_m2", market)),
            derivation=f"one of at least {least(standard, 'CRC-06.gfa'):g} m2",
            clauses=("CRC-06.gfa", "CRC-06.count"),
        ),
        Need(
            kind=FacilityKind.PARCEL_STATION,
            figures=(("count", 1.0), ("gfa_m2", parcel), ("usable_m2", round(parcel * share, 2))),
            derivation=f"usable area >= {usable:g} m2; floor area = usable / {share:g}",
            clauses=("CRC-07.station",),
        ),
        Need(
            kind="lockers",
            figures=(("cells", float(cells)), ("items_per_day", items)),
            derivation=f"{brief.population} x {rate:g} items a day = {items:.0f}; cells = 1.05 x items",
            clauses=("CRC-07.cells.min", "CRC-07.lockers"),
        ),
        *shops,
    )


def utility_needs(brief: Brief) -> tuple[Need, ...]:
    """One room above ground for each municipal system; heat only where districts are heated."""
    area = brief.parameter("utility_room_area")
    kinds = [k for k in UTILITY_KINDS if k is not FacilityKind.HEAT_ROOM or brief.place.climate_zone in HEATED_ZONES]
    return tuple(
        Need(
            kind=kind,
            figures=(("count", 1.0), ("gfa_m2", area)),
            derivation=f"one room, {area:g} m2 by our default",
            clauses=("CRC-09.systems",),
        )
        for kind in kinds
    )


def property_need(standard: Standard, housing_m2: float, facility_m2: float, garage_m2: float) -> Need:
    """Property rooms: per mille of all floor area, above ground and below, and never under the floor (F-01, F-02)."""
    clause = standard.clause("CRC-16.office")
    share, floor = clause.number("share"), clause.bound.low or 0.0
    total = housing_m2 + facility_m2 + garage_m2
    area = max(floor, share * total * 1.06)  # 6 %: what is drawn may exceed what is asked
    return Need(
        kind=FacilityKind.PROPERTY_OFFICE,
        figures=(("count", 1.0), ("gfa_m2", round(area, 1))),
        derivation=f"max({floor:g}, {share:g} x {total:.0f} m2 of all floor area, garage included)",
        clauses=("CRC-16.office",),
    )
