"""The program with the designer's choices: facility buildings as columns, and the lots that hold them."""

from dataclasses import replace
from math import ceil

from layoutgen.model.choices import Choices, FacilityChoices
from layoutgen.model.kinds import SHOP_KINDS, BuildingUse, FacilityKind, LotKind
from layoutgen.model.program import BuildingDemand, Column, Need, Part, Program


def size_lots(program: Program, choices: Choices) -> Program:
    """Add the facility buildings and a need for each lot: ``land_m2``, ``frontage_m`` and ``depth_m``.

    Parameters
    ----------
    program
        As sized from the people.
    choices
        Depths, storeys and margins of facility buildings; stalls of the shops' yard.
    """
    manner = choices.facilities
    buildings = (
        _kindergarten(program, manner),
        _service(program, manner),
        _shops(program, manner),
        _single(program, manner, FacilityKind.WASTE_STATION, BuildingUse.WASTE_STATION, LotKind.WASTE_STATION),
        _single(program, manner, FacilityKind.TOILET, BuildingUse.TOILET, LotKind.GARDEN),
        _utility(program, manner),
    )
    by_lot = {building.lot: building for building in buildings}
    lots = (
        _service_lot(program, by_lot[LotKind.SERVICE], manner),
        _lot_need("shops_lot", by_lot[LotKind.SHOPS], manner, choices.parking.stall_length_m + manner.forecourt_m),
        _lot_need("utility_lot", by_lot[LotKind.UTILITY], manner, 0.0),
    )
    return replace(program, needs=(*program.needs, *lots), buildings=buildings)


def _gfa(program: Program, kind: str) -> float:
    return program.need(kind).figure("gfa_m2")


def _width(area_m2: float, depth_m: float, floors: int) -> float:
    """Width of a column in whole decimetres, so that its area is never short."""
    return ceil(area_m2 / (depth_m * floors) * 10.0 - 1e-9) / 10.0


def _kindergarten(program: Program, manner: FacilityChoices) -> BuildingDemand:
    floors = tuple(range(1, manner.kindergarten_storeys + 1))
    width = _width(_gfa(program, "kindergarten"), manner.kindergarten_depth_m, len(floors))
    column = Column(width_m=width, parts=(Part(kind=FacilityKind.KINDERGARTEN, floors=floors),))
    return BuildingDemand(
        use=BuildingUse.KINDERGARTEN,
        lot=LotKind.KINDERGARTEN,
        depth_m=manner.kindergarten_depth_m,
        storeys=manner.kindergarten_storeys,
        columns=(column,),
    )


def _service(program: Program, manner: FacilityChoices) -> BuildingDemand:
    """Service cluster: care on the lower floors, property rooms above and, where they ask for more, beside."""
    depth = manner.service_depth_m
    office = FacilityKind.PROPERTY_OFFICE
    lower = (
        (FacilityKind.HEALTH_STATION, (1, 2), office),
        (FacilityKind.ELDERLY_STATION, (1, 2), office),
        (FacilityKind.DAY_CARE, (1, 2), office),
        (FacilityKind.NURSERY, (1,), FacilityKind.CULTURE_STATION),
    )
    columns = [_column(FacilityKind.SERVICE_STATION, (1, 2, 3), _gfa(program, "service_station"), depth)]
    office_m2 = _gfa(program, office)
    for kind, floors, above in lower:
        base = _column(kind, floors, _gfa(program, kind), depth)
        upper = [Part(kind=above, floors=(floors[-1] + 1,))]
        if above is not office:
            upper.append(Part(kind=office, floors=(3,)))
        columns.append(replace(base, parts=(*base.parts, *upper)))
        office_m2 -= base.width_m * depth
    if office_m2 > 0.0:
        columns.append(_column(office, (1, 2, 3), office_m2, depth))
    culture = sum(c.width_m * depth for c in columns if any(p.kind is FacilityKind.CULTURE_STATION for p in c.parts))
    if culture < _gfa(program, "culture_station"):
        columns.append(_column(FacilityKind.CULTURE_STATION, (1, 2, 3), _gfa(program, "culture_station") - culture, depth))
    return BuildingDemand(use=BuildingUse.SERVICE, lot=LotKind.SERVICE, depth_m=depth, storeys=3, columns=tuple(columns))


def _column(kind: FacilityKind, floors: tuple[int, ...], area_m2: float, depth_m: float) -> Column:
    return Column(width_m=_width(area_m2, depth_m, len(floors)), parts=(Part(kind=kind, floors=floors),))


def _shops(program: Program, manner: FacilityChoices) -> BuildingDemand:
    """Shops on two floors: the supermarket on both, the others one above the other; the restaurant alone."""
    depth = manner.shop_depth_m
    restaurant = FacilityKind.RESTAURANT
    small = [kind for kind in SHOP_KINDS if kind is not restaurant] + [FacilityKind.PARCEL_STATION]
    columns = [
        _column(FacilityKind.SUPERMARKET, (1, 2), _gfa(program, "supermarket"), depth),
        _column(restaurant, (1, 2), max(_gfa(program, restaurant), 4.0 * depth), depth),
    ]
    for ground, upper in zip(reversed(small[3:]), small[:3], strict=True):
        width = max(_width(_gfa(program, ground), depth, 1), _width(_gfa(program, upper), depth, 1))
        columns.append(Column(width_m=width, parts=(Part(kind=ground, floors=(1,)), Part(kind=upper, floors=(2,)))))
    return BuildingDemand(use=BuildingUse.SHOPS, lot=LotKind.SHOPS, depth_m=depth, storeys=2, columns=tuple(columns))


def _single(program: Program, manner: FacilityChoices, kind: FacilityKind, use: BuildingUse, lot: LotKind) -> BuildingDemand:
    depth = manner.utility_depth_m
    return BuildingDemand(
        use=use, lot=lot, depth_m=depth, storeys=1, columns=(_column(kind, (1,), _gfa(program, kind), depth),)
    )


def _utility(program: Program, manner: FacilityChoices) -> BuildingDemand:
    depth = manner.utility_depth_m
    rooms = [need for need in program.needs if need.kind.endswith("_room")]
    columns = tuple(_column(FacilityKind(need.kind), (1,), need.figure("gfa_m2"), depth) for need in rooms)
    return BuildingDemand(use=BuildingUse.UTILITY, lot=LotKind.UTILITY, depth_m=depth, storeys=1, columns=columns)


def _lot_need(kind: str, building: BuildingDemand, manner: FacilityChoices, yard_m: float) -> Need:
    frontage = building.length_m + 2.0 * manner.lot_margin_m
    depth = building.depth_m + 2.0 * manner.lot_margin_m + yard_m
    return Need(
        kind=kind,
        figures=(("land_m2", frontage * depth), ("frontage_m", frontage), ("depth_m", depth)),
        derivation=f"building {building.length_m:.1f} x {building.depth_m:.1f} m with margins and yard",
    )


def _service_lot(program: Program, building: BuildingDemand, manner: FacilityChoices) -> Need:
    """Lot of the service cluster with the nursery's ground on its sunny side."""
    frontage = building.length_m + 2.0 * manner.lot_margin_m
    play_depth = max(program.need("nursery").figure("outdoor_m2") / (frontage / 2.0), manner.lot_margin_m)
    depth = building.depth_m + 2.0 * manner.lot_margin_m + play_depth + manner.forecourt_m
    return Need(
        kind="service_lot",
        figures=(("land_m2", frontage * depth), ("frontage_m", frontage), ("depth_m", depth)),
        derivation="service building with margins, forecourt and the nursery's ground",
        clauses=("CRC-B01.mix",),
    )
