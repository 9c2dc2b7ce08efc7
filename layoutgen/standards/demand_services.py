"""Service station, elderly station, day care, health station, culture station and property rooms."""

from dataclasses import replace

from layoutgen.model.kinds import FacilityKind
from layoutgen.model.program import Derivation, Need
from layoutgen.standards.basis import Basis, need_of

DEFAULTS = {  # kind -> our default where no clause asks for more
    FacilityKind.SERVICE_STATION: (),
    FacilityKind.ELDERLY_STATION: ("elderly_station_area",),
    FacilityKind.DAY_CARE: ("day_care_area",),
    FacilityKind.HEALTH_STATION: ("health_station_area",),
    FacilityKind.CULTURE_STATION: ("culture_station_area",),
}
OFFICE = FacilityKind.PROPERTY_OFFICE
ACTIVITIES = "activities"  # bearer of what is asked of several kinds together


def service_needs(basis: Basis) -> tuple[Need, ...]:
    """Care and services of the cluster, each as large as the greatest clause in force or our default asks."""
    needs = []
    for kind, defaults in DEFAULTS.items():
        rooms, asking = basis.law.named("facility.rooms", kind)
        figures = (basis.count(kind), basis.asked("gfa_m2", kind, *defaults), *_activity_share(basis, kind))
        needs.append(need_of(kind, figures, rooms, asking))
    return tuple(needs)


def _activity_share(basis: Basis, kind: FacilityKind) -> tuple[Derivation, ...]:
    """Share of a facility's floor area for residents' activities, where a clause asks for one."""
    bids = basis.law.bids("activity_share", ACTIVITIES, basis.numbers, {"kinds": kind})
    return (basis.greatest("activity_share", bids),) if bids else ()


def property_need(basis: Basis) -> Need:
    """Property rooms: per mille of all floor area, above ground and below, and never under the floor (F-01, F-02).

    How much of the garage counts is a parameter, for the text leaves it open; narrower readings of the base are told too.
    """
    total = basis.reckon("all_floor_area_m2", "housing_gfa_m2 + facility_gfa_m2 + property_underground_share * garage_m2")
    asked = replace(basis.knowing(total).asked("gfa_m2", OFFICE), figure="asked_m2")
    drawn = basis.knowing(asked).reckon("gfa_m2", "asked_m2 * property_margin", asked.clause)
    narrower = (
        _by_base(basis, "asked_by_housing_alone_m2", "people * floor_area_per_person"),
        _by_base(basis, "asked_by_floors_above_ground_m2", "housing_gfa_m2 + facility_gfa_m2"),
    )
    return need_of(OFFICE, (basis.count(OFFICE), *narrower, total, asked, drawn))


def _by_base(basis: Basis, figure: str, base: str) -> Derivation:
    """What would be asked if the base were another."""
    total = basis.reckon("all_floor_area_m2", base)
    return replace(basis.knowing(total).asked("gfa_m2", OFFICE), figure=figure)
