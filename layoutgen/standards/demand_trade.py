"""Supermarket, parcel station with lockers, and the other shops that clauses name."""

from dataclasses import replace

from layoutgen.model.kinds import SHOP_KINDS, TRADE_KINDS, FacilityKind, SpotKind
from layoutgen.model.program import Need
from layoutgen.standards.basis import Basis, need_of

MARKET, PARCEL, LOCKERS = FacilityKind.SUPERMARKET, FacilityKind.PARCEL_STATION, SpotKind.LOCKERS

AREAS = {FacilityKind.CANTEEN: "canteen_area", FacilityKind.RECYCLING_POINT: "recycling_area"}  # where the shops' does not fit


def trade_needs(basis: Basis) -> tuple[Need, ...]:
    """Commerce of the community: what every community has, and what packs in force name besides."""
    named, _ = basis.law.named("facility.kinds", "")
    kinds = [kind for kind in TRADE_KINDS if kind in SHOP_KINDS or kind in named or basis.law.bids("count", kind, {})]
    market = (basis.count(MARKET), basis.asked("gfa_m2", MARKET, "supermarket_area"))
    return (need_of(MARKET, market), parcel_need(basis), lockers_need(basis), *(shop_need(basis, kind) for kind in kinds))


def shop_need(basis: Basis, kind: FacilityKind) -> Need:
    """One of the other shops, by our default where no clause gives an area."""
    figures = (basis.count(kind), basis.asked("gfa_m2", kind, AREAS.get(kind, "shop_area")))
    return need_of(kind, figures, also=basis.law.naming(kind))


def parcel_need(basis: Basis) -> Need:
    """Parcel station: a usable area is asked, floor area is that over the usable share (F-03)."""
    usable = basis.asked("usable_m2", PARCEL)
    known = basis.knowing(usable)
    by_usable = known.bid("usable_m2 / usable_share", usable.clause)
    bids = (by_usable, *basis.law.bids("gfa_m2", PARCEL, basis.numbers), basis.given("parcel_station_area"))
    return need_of(PARCEL, (basis.count(PARCEL), usable, known.greatest("gfa_m2", bids)))


def lockers_need(basis: Basis) -> Need:
    """Cells for the items of a mean day, a margin inside the band (F-26: the items a person are ours, not the law's)."""
    items = basis.reckon("items_per_day", "people * parcels_per_person_day")
    asked = replace(basis.knowing(items).asked("cells", LOCKERS), figure="cells_asked")
    cells = basis.knowing(asked).reckon("cells", "ceil(cells_asked * cells_margin)", asked.clause)
    return need_of(LOCKERS, (basis.count(LOCKERS), items, asked, cells))
