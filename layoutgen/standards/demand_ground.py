"""From people to open ground, stalls and waste: the part of the program that is not floor area."""

from math import ceil

from layoutgen.model.brief import Brief
from layoutgen.model.kinds import FacilityKind
from layoutgen.model.program import Need
from layoutgen.standards.clause import Standard
from layoutgen.standards.law_figures import least, listed, most

ROOM_TO_SPARE = 1.02  # drawn pieces stand this far inside their floors
ACCESSIBLE_SHARE = 0.01  # generate to the stricter 1 % of GB 55019 (F-40); 0.5 % decides


def ground_needs(brief: Brief, standard: Standard, households: int) -> tuple[Need, ...]:
    """Garden, sports and activity ground, block green, stalls, bicycles, waste and toilet."""
    return (
        garden_need(brief, standard),
        Need(
            kind="activity_ground",
            figures=(("count", 1.0), ("land_m2", least(standard, "CRC-14.ground") * ROOM_TO_SPARE * 2.0)),
            rooms=listed(standard, "CRC-14.equip"),
            derivation="one piece, twice the floor of the standard so that play and fitness stand apart",
            clauses=("CRC-14.ground", "CRC-14.equip"),
        ),
        Need(
            kind="central_green",
            figures=(("m2_per_person", least(standard, "GB180-4.0.7.area")),),
            derivation="per person of each block",
            clauses=("GB180-4.0.7.area",),
        ),
        stall_need(brief, households),
        Need(
            kind="bicycles",
            figures=(("places", float(ceil(brief.parameter("bicycles_per_household") * households))),),
            derivation=f"{households} households x {brief.parameter('bicycles_per_household'):g}",
            clauses=("CRC-10.bike",),
        ),
        Need(
            kind=FacilityKind.WASTE_STATION,
            figures=(
                ("count", 1.0),
                ("gfa_m2", brief.parameter("waste_house_area")),
                ("land_m2", least(standard, "CRC-13.station.land")),
            ),
            derivation="one, by its land area",
            clauses=("CRC-13.station.land", "CRC-13.station"),
        ),
        Need(
            kind=FacilityKind.TOILET,
            figures=(("count", 1.0), ("gfa_m2", max(least(standard, "CRC-13.toilet.gfa"), brief.parameter("toilet_area")))),
            derivation="one, by its floor area",
            clauses=("CRC-13.toilet.gfa", "CRC-13.toilet"),
        ),
    )


def garden_need(brief: Brief, standard: Standard) -> Need:
    """Garden that is the public green too and holds the sports ground as its sport part (F-14)."""
    sports = least(standard, "CRC-14.sports") * ROOM_TO_SPARE
    share_min, share_max = least(standard, "CRC-15.sport.min"), most(standard, "CRC-15.sport.max") or 1.0
    floor = least(standard, "CRC-15.garden")
    green = least(standard, "GB180-4.0.4.a") * brief.population
    land = max(floor, green, sports / share_max) * 1.005
    sport = max(sports, (share_min + share_max) / 2.0 * land)
    return Need(
        kind="garden",
        figures=(("count", 1.0), ("land_m2", land), ("sport_m2", min(sport, share_max * land))),
        rooms=listed(standard, "CRC-15.rest"),
        derivation=(
            f"max({floor:g} m2, 1 m2/person x {brief.population}, sports ground {sports:g} m2 / {share_max:.0%}) = "
            f"{land:.0f} m2; sport part {sport:.0f} m2"
        ),
        clauses=("CRC-15.garden", "GB180-4.0.4.a", "CRC-15.sport.min", "CRC-14.sports"),
    )


def stall_need(brief: Brief, households: int) -> Need:
    """Car stalls by household, the planning conditions before the parameter; all ready for chargers."""
    asked = brief.conditions.stalls_per_household_min
    rate = max(asked or 0.0, brief.parameter("stalls_per_household"))
    stalls = ceil(rate * households)
    return Need(
        kind="stalls",
        figures=(
            ("stalls", float(stalls)),
            ("accessible", float(ceil(ACCESSIBLE_SHARE * stalls))),
            ("ev_share", 1.0),
            ("garage_m2", stalls * brief.parameter("garage_area_per_stall")),
        ),
        derivation=f"{households} households x {rate:g}; accessible {ACCESSIBLE_SHARE:.0%} rounded up; all EV-ready",
        clauses=("CRC-10.ratio", "CRC-10.ev", "CRC-B10.acc"),
    )
