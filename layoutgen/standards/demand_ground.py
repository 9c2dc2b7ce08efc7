"""From people to open ground, stalls and waste: the part of the program that is not floor area."""

from dataclasses import replace

from layoutgen.model.kinds import FacilityKind, GroundKind, LotKind
from layoutgen.model.program import Derivation, Need
from layoutgen.standards.basis import Basis, need_of

GARDEN, WASTE, TOILET = LotKind.GARDEN, FacilityKind.WASTE_STATION, FacilityKind.TOILET
ACTIVITY, SPORTS, CENTRAL = GroundKind.ACTIVITY_GROUND, GroundKind.SPORTS_GROUND, GroundKind.CENTRAL_GREEN

POCKET = GroundKind.POCKET_PARK
REFUGE = "refuge"  # no ground of its own


def ground_needs(basis: Basis) -> tuple[Need, ...]:
    """Garden, sports and activity ground, block green, stalls, bicycles, waste and toilet."""
    bicycles = basis.reckon("places", "ceil(bicycles_per_household * households)", "parameter.bicycles_per_household")
    waste = (basis.count(WASTE), basis.asked("gfa_m2", WASTE, "waste_house_area"), basis.asked("land_m2", WASTE))
    return (
        garden_need(basis),
        activity_need(basis),
        *pocket_park_needs(basis),
        *refuge_needs(basis),
        need_of(CENTRAL, (basis.asked("m2_per_person", CENTRAL),)),
        stall_need(basis),
        need_of("bicycles", (bicycles,)),
        need_of(WASTE, waste),
        need_of(TOILET, (basis.count(TOILET), basis.asked("gfa_m2", TOILET, "toilet_area"))),
    )


def garden_need(basis: Basis) -> Need:
    """Garden that is the public green too and holds the sports ground as its sport part (F-14)."""
    sports = replace(basis.asked("land_m2", SPORTS), figure="sports_asked_m2")
    share = basis.asked("sport_share", GARDEN)
    basis = basis.knowing(sports, share, _share_max(basis))
    by_sports = basis.bid("sports_asked_m2 * drawing_margin / sport_share_max", sports.clause)
    asked = basis.greatest("land_asked_m2", (*basis.law.bids("land_m2", GARDEN, basis.numbers), by_sports))
    basis = basis.knowing(asked)
    land = basis.reckon("land_m2", "land_asked_m2 * garden_margin", asked.clause)
    basis = basis.knowing(land)
    middle = "(sport_share + sport_share_max) / 2 * land_m2"
    sport = basis.reckon(
        "sport_m2", f"min(max(sports_asked_m2 * drawing_margin, {middle}), sport_share_max * land_m2)", sports.clause
    )
    rooms, resting = basis.law.named("lot.words", GARDEN)
    return need_of(GARDEN, (basis.count(GARDEN), sports, share, asked, land, sport), rooms, resting)


def _share_max(basis: Basis) -> Derivation:
    """Greatest sport part of the garden that a clause lets pass; the whole garden where none speaks."""
    high, clause = basis.law.most("garden.sport_share")
    return Derivation(figure="sport_share_max", value=high or 1.0, formula=f"{high or 1.0:g}", inputs=(), clause=clause)


def activity_need(basis: Basis) -> Need:
    """Activity ground in one piece, by default twice the floor of the annex so that play and fitness stand apart."""
    floor = replace(basis.asked("land_m2", ACTIVITY), figure="land_asked_m2")
    known = basis.knowing(floor)
    bids = (known.bid("land_asked_m2 * drawing_margin", floor.clause), known.given("activity_ground_area"))
    rooms, asking = basis.law.named("ground.words", ACTIVITY)
    return need_of(ACTIVITY, (basis.count(ACTIVITY), floor, known.greatest("land_m2", bids)), rooms, asking)


def pocket_park_needs(basis: Basis) -> tuple[Need, ...]:
    """A pocket park where a clause in force names one; the text gives no area."""
    if not basis.law.bids("count", POCKET, basis.numbers):
        return ()
    return (need_of(POCKET, (basis.count(POCKET), basis.asked("land_m2", POCKET, "pocket_park_area"))),)


def refuge_needs(basis: Basis) -> tuple[Need, ...]:
    """Open ground set aside as refuge, where a clause in force asks for it; it is garden and green as well."""
    bids = basis.law.bids("refuge_m2", REFUGE, basis.numbers)
    return (need_of(REFUGE, (basis.greatest("refuge_m2", bids),)),) if bids else ()


def stall_need(basis: Basis) -> Need:
    """Car stalls by household, accessible ones by the strictest clause (F-40), all ready for chargers."""
    rate = basis.asked("per_household", "stalls", "stalls_per_household")
    stalls = basis.knowing(rate).reckon("stalls", "ceil(per_household * households)", rate.clause)
    basis = basis.knowing(stalls)
    return need_of(
        "stalls",
        (
            rate,
            stalls,
            basis.asked("accessible", "stalls"),
            basis.asked("ev_share", "stalls"),
            basis.reckon("garage_m2", "stalls * garage_area_per_stall", "parameter.garage_area_per_stall"),
        ),
    )
