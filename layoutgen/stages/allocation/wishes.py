"""What each lot asks for: its land, and the rooms that its building and grounds fit into."""

from dataclasses import dataclass, replace

from layoutgen.model.choices import Choices
from layoutgen.model.kinds import LotKind
from layoutgen.model.program import BuildingDemand, Need, Program
from layoutgen.model.stages import Commission

NEEDS = {
    LotKind.KINDERGARTEN: "kindergarten",
    LotKind.GARDEN: "garden",
    LotKind.SERVICE: "service_lot",
    LotKind.SHOPS: "shops_lot",
    LotKind.WASTE_STATION: "waste_station",
    LotKind.UTILITY: "utility_lot",
}
NURSERY = "nursery_lot"
GARDEN_WIDTH_M = 42.0  # holds a sports ground and a path round it
KINDERGARTEN_DEPTH_M = 50.0  # building, class grounds before it
DEEPER = ((1.0, 0.0), (1.3, 0.3), (1.75, 0.8))  # a deeper, shorter kindergarten, and what that costs
BARS = ((1, 0.0), (2, 0.3), (3, 0.8))  # a building in so many bars, and what that costs
SHOP_BARS = BARS[:1]  # shops stand in one row, with their yard before them
TURNED, SHOPS_TURNED = 0.1, 0.4  # cost of a building square to its street
SLACK_M = 1.0  # room for the steps of placing, and for lots that are a little askew
SPARE = 1.002  # land a little above the need, so that rounding never takes it below


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Least length along the street and depth from it that a lot may have."""

    length_m: float
    depth_m: float
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One lot as it is asked for."""

    name: str  # its kind; of a second one its kind and its number
    kind: LotKind
    need_m2: float  # by the program
    land_m2: float  # aimed, never less
    frontage_m: float  # wished along a street; 0 = none
    along_east: tuple[Room, ...]  # rooms of a lot whose length runs nearer to east than to north
    along_north: tuple[Room, ...]
    is_twin: bool = False  # one of two that serve the homes together

    def rooms(self, *, is_east: bool) -> tuple[Room, ...]:
        """Rooms for a lot that runs east or north."""
        return self.along_east if is_east else self.along_north


def find_wishes(commission: Commission) -> dict[str, Wish]:
    """Wishes of all lots of the program, by name."""
    program, choices = commission.program, commission.choices
    found = [_wish(kind, program.need(name), program, choices) for kind, name in NEEDS.items() if program.has(name)]
    schools = [building for building in program.buildings if building.lot is LotKind.KINDERGARTEN]
    if len(schools) > 1:
        found = [wish for wish in found if wish.kind is not LotKind.KINDERGARTEN]
        found += [_twin(n, school, program, choices) for n, school in enumerate(schools, start=1)]
    if program.has(NURSERY):
        found.append(_second_service(program.need(NURSERY)))
    return {wish.name: wish for wish in found}


def _second_service(need: Need) -> Wish:
    """Lot of a nursery that stands alone, beside the garden as the services are."""
    rooms = (Room(length_m=need.figure("frontage_m") + SLACK_M, depth_m=need.figure("depth_m"), cost=0.0),)
    both = (*rooms, *_turned(rooms, TURNED))
    return replace(_named(LotKind.SERVICE, need, need.figure("land_m2") * SPARE, 0.0, both, both), name=NURSERY)


def _twin(number: int, school: BuildingDemand, program: Program, choices: Choices) -> Wish:
    """One kindergarten of several, with its share of the land."""
    need = program.need(NEEDS[LotKind.KINDERGARTEN])
    land = need.figure("land_m2") * school.columns[0].parts[0].share(need)
    rooms = _kindergarten_rooms(school.length_m, school.depth_m, choices)
    return Wish(
        name=LotKind.KINDERGARTEN.value if number == 1 else f"{LotKind.KINDERGARTEN.value}_{number}",
        kind=LotKind.KINDERGARTEN,
        need_m2=land,
        land_m2=land * SPARE,
        frontage_m=0.0,
        along_east=rooms,
        along_north=_turned(rooms, 0.0),
        is_twin=True,
    )


def _wish(kind: LotKind, need: Need, program: Program, choices: Choices) -> Wish:
    figures = dict(need.figures)
    land = figures["land_m2"] * SPARE
    frontage = figures.get("frontage_m", 0.0)
    if kind is LotKind.KINDERGARTEN:
        default = land / KINDERGARTEN_DEPTH_M - 2.0 * choices.facilities.lot_margin_m, choices.facilities.kindergarten_depth_m
        rooms = _kindergarten_rooms(*(_building(kind, program) or default), choices)
        return _named(kind, need, land, 0.0, rooms, _turned(rooms, 0.0))
    if kind is LotKind.GARDEN:
        rooms = (Room(length_m=GARDEN_WIDTH_M, depth_m=GARDEN_WIDTH_M, cost=0.0),)
        return _named(kind, need, land, 0.0, rooms, rooms)
    if kind is LotKind.WASTE_STATION:
        width, depth = choices.facilities.waste_lot_width_m, choices.facilities.waste_lot_depth_m
        rooms = (Room(length_m=width, depth_m=depth, cost=0.0), Room(length_m=0.6 * width, depth_m=1.5 * depth, cost=0.1))
        both = (*rooms, *_turned(rooms, TURNED))
        return _named(kind, need, max(land, width * depth), 0.0, both, both)
    rooms = _bar_rooms(kind, figures, program, choices)
    both = (*rooms, *_turned(rooms, SHOPS_TURNED if kind is LotKind.SHOPS else TURNED))
    return _named(kind, need, land, frontage if kind is LotKind.SHOPS else 0.0, both, both)


def _named(
    kind: LotKind, need: Need, land_m2: float, frontage_m: float, east: tuple[Room, ...], north: tuple[Room, ...]
) -> Wish:
    need_m2 = need.figure("land_m2")
    return Wish(
        name=kind.value, kind=kind, need_m2=need_m2, land_m2=land_m2, frontage_m=frontage_m, along_east=east, along_north=north
    )


def _turned(rooms: tuple[Room, ...], cost: float) -> tuple[Room, ...]:
    return tuple(Room(length_m=room.depth_m, depth_m=room.length_m, cost=room.cost + cost) for room in rooms)


def _building(kind: LotKind, program: Program) -> tuple[float, float] | None:
    """Length and depth of the building of a lot, where the program has it."""
    for building in program.buildings:
        if building.lot is kind:
            return building.length_m, building.depth_m
    return None


def _kindergarten_rooms(length: float, depth: float, choices: Choices) -> tuple[Room, ...]:
    """A kindergarten runs east, its grounds south of it; on narrow land it is shorter and deeper."""
    margin = choices.facilities.lot_margin_m
    return tuple(
        Room(length_m=length / by + 2.0 * margin, depth_m=KINDERGARTEN_DEPTH_M + depth * (by - 1.0), cost=cost)
        for by, cost in DEEPER
    )


def _bar_rooms(kind: LotKind, figures: dict[str, float], program: Program, choices: Choices) -> tuple[Room, ...]:
    """A long building may stand in several bars, one behind the other."""
    margin = choices.facilities.lot_margin_m
    length = figures["frontage_m"] - 2.0 * margin
    building = _building(kind, program)
    depth = building[1] if building else choices.facilities.shop_depth_m
    behind = depth + choices.housing.gable_gap_low_m
    across = figures["depth_m"]
    if kind is LotKind.SHOPS:  # a yard of stalls on either side, as the building may stand in the middle
        across = max(across, depth + 2.0 * (choices.parking.stall_length_m + choices.facilities.forecourt_m) + SLACK_M)
    return tuple(
        Room(length_m=length / n + 2.0 * margin + SLACK_M, depth_m=across + behind * (n - 1), cost=cost)
        for n, cost in (SHOP_BARS if kind is LotKind.SHOPS else BARS)
    )
