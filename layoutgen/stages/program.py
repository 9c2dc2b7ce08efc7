"""The program with the designer's choices: facility buildings as columns, and the lots that hold them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from math import ceil

from layoutgen.model.choices import Choices, FacilityChoices
from layoutgen.model.kinds import SHOP_KINDS, BuildingUse, FacilityKind, GroundKind, LotKind
from layoutgen.model.program import BuildingDemand, Column, Need, Part, Program

NURSERY_ROOM = 1.3  # land before the house over the ground that is asked
YEARS = 3  # a kindergarten takes a class of each year
NAMED_SHOPS = (
    FacilityKind.CONVENIENCE_STORE,
    FacilityKind.VEGETABLE_SHOP,
    FacilityKind.BREAKFAST_SHOP,
    FacilityKind.CANTEEN,
)


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
    drafted = (
        *_kindergartens(program, manner),
        _service(program, manner),
        *_nursery_house(program, manner),
        _shops(program, manner),
        _waste(program, manner),
        _single(program, manner, FacilityKind.TOILET, BuildingUse.TOILET, LotKind.GARDEN),
        _utility(program, manner),
    )
    buildings = tuple(building for building in drafted if building.columns and _has_lot(program, building))
    by_lot = {building.lot: building for building in reversed(buildings)}
    yards = {LotKind.SHOPS: choices.parking.stall_length_m + manner.forecourt_m, LotKind.UTILITY: 0.0}
    lots = [_service_lot(program, by_lot[LotKind.SERVICE], manner), *_nursery_lot(program, buildings, manner)]
    lots += [_lot_need(f"{lot}_lot", by_lot[lot], manner, yard_m) for lot, yard_m in yards.items() if lot in by_lot]
    return replace(program, needs=(*program.needs, *lots), buildings=buildings)


def _has_lot(program: Program, building: BuildingDemand) -> bool:
    """Whether the program has the lot of a building: a garden off the site holds no toilet here."""
    return building.lot is not LotKind.GARDEN or program.has(LotKind.GARDEN)


def _gfa(program: Program, kind: str) -> float:
    return program.need(kind).figure("gfa_m2")


def _width(area_m2: float, depth_m: float, floors: int) -> float:
    """Width of a column in whole decimetres, so that its area is never short."""
    return ceil(area_m2 / (depth_m * floors) * 10.0 - 1e-9) / 10.0


def _kindergartens(program: Program, manner: FacilityChoices) -> tuple[BuildingDemand, ...]:
    """Every kindergarten in a building of its own, the larger first."""
    if not program.has(FacilityKind.KINDERGARTEN):
        return ()
    need = program.need(FacilityKind.KINDERGARTEN)
    figures, floors = dict(need.figures), tuple(range(1, manner.kindergarten_storeys + 1))
    counts = share_classes(int(figures["classes"]), int(figures["count"])) if figures.get("count", 1.0) > 1.0 else (0,)
    demands = []
    for classes in counts:
        part = Part(kind=FacilityKind.KINDERGARTEN, floors=floors, classes=classes)
        area = need.figure("gfa_m2") * part.share(need)
        column = Column(width_m=_width(area, manner.kindergarten_depth_m, len(floors)), parts=(part,))
        demands.append(
            BuildingDemand(
                use=BuildingUse.KINDERGARTEN,
                lot=LotKind.KINDERGARTEN,
                depth_m=manner.kindergarten_depth_m,
                storeys=manner.kindergarten_storeys,
                columns=(column,),
            )
        )
    return tuple(demands)


def share_classes(classes: int, count: int) -> tuple[int, ...]:
    """Classes of each of several kindergartens, the larger first: whole runs of three years where they come in such."""
    run = YEARS if classes % YEARS == 0 else 1
    least, more = divmod(classes // run, count)
    return tuple(run * (least + (n < more)) for n in range(count))


def _service(program: Program, manner: FacilityChoices) -> BuildingDemand:
    """Service cluster: care on the lower floors, property rooms above and, where they ask for more, beside.

    The toilet stands in it where the site has no garden.
    """
    depth, office, culture = manner.service_depth_m, FacilityKind.PROPERTY_OFFICE, FacilityKind.CULTURE_STATION
    lower = (
        (FacilityKind.SERVICE_STATION, (1, 2, 3), office),
        (FacilityKind.HEALTH_STATION, (1, 2), office),
        (FacilityKind.ELDERLY_STATION, (1, 2), office),
        (FacilityKind.DAY_CARE, (1, 2), office),
        (FacilityKind.NURSERY, (1,), culture if program.has(culture) else office),
        *(() if program.has(LotKind.GARDEN) else ((FacilityKind.TOILET, (1,), office),)),
    )
    inside = [row for row in lower if program.has(row[0]) and not (row[0] is FacilityKind.NURSERY and has_own_house(program))]
    columns = [_stacked(program, kind, floors, above, depth) for kind, floors, above in inside]
    for kind in (office, culture):
        short = (_gfa(program, kind) if program.has(kind) else 0.0) - _above_m2(columns, kind, depth)
        if short > 0.0:
            columns.append(_column(kind, (1, 2, 3), short, depth))
    return BuildingDemand(use=BuildingUse.SERVICE, lot=LotKind.SERVICE, depth_m=depth, storeys=3, columns=tuple(columns))


def has_own_house(program: Program) -> bool:
    """Whether the nursery has so many groups that it stands in a house of its own."""
    return program.has(FacilityKind.NURSERY) and "own_house" in dict(program.need(FacilityKind.NURSERY).figures)


def _nursery_house(program: Program, manner: FacilityChoices) -> tuple[BuildingDemand, ...]:
    """The nursery on one floor, where it stands alone."""
    if not has_own_house(program):
        return ()
    depth = manner.service_depth_m
    column = _column(FacilityKind.NURSERY, (1,), _gfa(program, FacilityKind.NURSERY), depth)
    return (BuildingDemand(use=BuildingUse.SERVICE, lot=LotKind.SERVICE, depth_m=depth, storeys=1, columns=(column,)),)


def _stacked(program: Program, kind: FacilityKind, floors: tuple[int, ...], above: FacilityKind, depth_m: float) -> Column:
    """A facility on its floors, another kind on the next one, and property rooms on what is left of three."""
    base = _column(kind, floors, _gfa(program, kind), depth_m)
    free = range(floors[-1] + 1, 4)
    upper = [Part(kind=above if n == 0 else FacilityKind.PROPERTY_OFFICE, floors=(floor,)) for n, floor in enumerate(free)]
    return replace(base, parts=(*base.parts, *upper))


def _above_m2(columns: list[Column], kind: FacilityKind, depth_m: float) -> float:
    """Floor area that columns give to a kind already [m2]."""
    return sum(column.width_m * depth_m for column in columns for part in column.parts if part.kind is kind)


def _column(kind: FacilityKind, floors: tuple[int, ...], area_m2: float, depth_m: float) -> Column:
    return Column(width_m=_width(area_m2, depth_m, len(floors)), parts=(Part(kind=kind, floors=floors),))


def _shops(program: Program, manner: FacilityChoices) -> BuildingDemand:
    """Shops on two floors: the supermarket on both, the others one above the other; the restaurant alone."""
    depth = manner.shop_depth_m
    market, restaurant = FacilityKind.SUPERMARKET, FacilityKind.RESTAURANT
    columns = []
    if program.has(market):
        columns.append(_column(market, (1, 2), _gfa(program, market), depth))
    if program.has(restaurant):
        columns.append(_column(restaurant, (1, 2), max(_gfa(program, restaurant), 4.0 * depth), depth))
    small = [kind for kind in (*SHOP_KINDS, FacilityKind.PARCEL_STATION) if kind is not restaurant and program.has(kind)]
    above = len(small) // 2
    for ground, upper in zip_longest(reversed(small[above:]), small[:above]):
        kinds = [kind for kind in (ground, upper) if kind is not None]
        width = max(_width(_gfa(program, kind), depth, 1) for kind in kinds)
        columns.append(Column(width_m=width, parts=tuple(Part(kind=kind, floors=(n,)) for n, kind in enumerate(kinds, 1))))
    columns.extend(_named_shops(program, manner))
    return BuildingDemand(use=BuildingUse.SHOPS, lot=LotKind.SHOPS, depth_m=depth, storeys=2, columns=tuple(columns))


def _named_shops(program: Program, manner: FacilityChoices) -> tuple[Column, ...]:
    """Shops that a pack names besides, each a column of its own; nobody lives above, so kitchens may be among them (F-58)."""
    asked = [kind for kind in NAMED_SHOPS if program.has(kind)]
    columns = (_column(kind, (1, 2), _gfa(program, kind), manner.shop_depth_m) for kind in asked)
    return tuple(replace(column, width_m=max(column.width_m, manner.small_shop_width_m)) for column in columns)


def _waste(program: Program, manner: FacilityChoices) -> BuildingDemand:
    """Waste house, and the recycling point beside it where one is asked."""
    house = _single(program, manner, FacilityKind.WASTE_STATION, BuildingUse.WASTE_STATION, LotKind.WASTE_STATION)
    recycling = FacilityKind.RECYCLING_POINT
    if not (house.columns and program.has(recycling)):
        return house
    return replace(house, columns=(*house.columns, _column(recycling, (1,), _gfa(program, recycling), house.depth_m)))


def _single(program: Program, manner: FacilityChoices, kind: FacilityKind, use: BuildingUse, lot: LotKind) -> BuildingDemand:
    depth = manner.utility_depth_m
    columns = (_column(kind, (1,), _gfa(program, kind), depth),) if program.has(kind) else ()
    return BuildingDemand(use=use, lot=lot, depth_m=depth, storeys=1, columns=columns)


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
    """Lot of the service cluster with the nursery's ground on its sunny side; without a garden the activity ground too."""
    frontage = building.length_m + 2.0 * manner.lot_margin_m
    is_inside = program.has("nursery") and not has_own_house(program)
    nursery_m2 = program.need("nursery").figure("outdoor_m2") if is_inside else 0.0
    depth = building.depth_m + 2.0 * manner.lot_margin_m + max(nursery_m2 / (frontage / 2.0), manner.lot_margin_m)
    depth += manner.forecourt_m
    if not program.has(LotKind.GARDEN) and program.has(GroundKind.ACTIVITY_GROUND):
        side = program.need(GroundKind.ACTIVITY_GROUND).figure("land_m2") ** 0.5
        frontage, depth = max(frontage, side + 2.0 * manner.lot_margin_m), depth + side + manner.lot_margin_m
    return Need(
        kind="service_lot",
        figures=(("land_m2", frontage * depth), ("frontage_m", frontage), ("depth_m", depth)),
        derivation="service building with margins, forecourt and the nursery's ground",
        clauses=("CRC-B01.mix",),
    )


def _nursery_lot(program: Program, buildings: Sequence[BuildingDemand], manner: FacilityChoices) -> tuple[Need, ...]:
    """Lot of a nursery that stands alone, with its ground before it."""
    if not has_own_house(program):
        return ()
    house = next(b for b in buildings if b.columns[0].parts[0].kind is FacilityKind.NURSERY)
    frontage = house.length_m + 2.0 * manner.lot_margin_m
    ground = program.need(FacilityKind.NURSERY).figure("outdoor_m2") * NURSERY_ROOM / frontage
    depth = house.depth_m + 3.0 * manner.lot_margin_m + manner.forecourt_m + ground
    return (
        Need(
            kind="nursery_lot",
            figures=(("land_m2", frontage * depth), ("frontage_m", frontage), ("depth_m", depth)),
            derivation="nursery with margins, forecourt and its ground",
        ),
    )
