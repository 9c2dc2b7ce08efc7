"""Which opening takes the next vehicle gate of a block: on a lesser road, a new side, right across from another or well off."""

from collections.abc import Sequence

from shapely.geometry import Point

from layoutgen.model.kinds import RoadClass, SpotKind
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.frontage import Frontage
from layoutgen.stages.grounds.openings import Opening

CLASS_ORDER = (RoadClass.LOCAL, RoadClass.COLLECTOR, RoadClass.ARTERIAL)  # the lesser road takes the gate first
OPPOSITE_M = 2.0  # gates across a street that differ by less stand opposite [m]
STAGGER_M = 30.0  # and by more, apart [m]
AXIS_M = 18.0  # the middle of a side this far both ways is left to people [m]
CORNER_M = 25.0  # gates keep off the ends of a side where it is long enough [m]

Worth = tuple[bool, bool, bool, float, int, bool, float, float, float, float]


def best_opening(
    board: Board, pool: list[tuple[Opening, int]], gates: Sequence[Point], sides: set[str]
) -> tuple[Opening, int] | None:
    """Of the openings far enough from all gates of the block the best one, with the number of its loop."""
    spacing = board.commission.choices.grounds.gate_spacing_m
    cars = [spot.point for spot in board.spots if spot.kind is SpotKind.VEHICLE_GATE]

    def worth(entry: tuple[Opening, int]) -> Worth:
        opening = entry[0]
        length = opening.frontage.line.length
        apart = min((opening.gate.distance(gate) for gate in gates), default=0.0)
        is_new = opening.frontage.name not in sides
        spread = apart + length * (1.0 - opening.middle) / (2.0 if is_new else 8.0)
        return (
            opening.is_off_crossings,
            opening.is_square,
            is_new,
            -_rank(board, opening.frontage),
            _facing(opening, cars),
            _leaves_room(opening),
            round(spread),
            -opening.middle,
            opening.gate.x,
            opening.gate.y,
        )

    free = [entry for entry in pool if all(entry[0].gate.distance(gate) >= spacing for gate in gates)]
    return max(free, key=worth) if free else None


def _rank(board: Board, frontage: Frontage) -> float:
    """How busy the road is: branch streets, the spine among them, collectors, arterials."""
    street = frontage.street
    is_spine = street is not None and street.carriageway_m > board.commission.choices.streets.street_carriageway_m
    return CLASS_ORDER.index(frontage.road_class) + (0.5 if is_spine else 0.0)


def _facing(opening: Opening, cars: Sequence[Point]) -> int:
    """2 right across from a gate of another block, 1 well off all of them, 0 a little beside one."""
    street = opening.frontage.street
    if street is None:
        return 1
    along = street.centre.project(opening.gate)
    reach = 2.0 * street.centre.distance(opening.gate) + 1.0
    shifts = [abs(street.centre.project(car) - along) for car in cars if street.centre.distance(car) <= reach]
    nearest = min(shifts, default=STAGGER_M)
    return 2 if nearest <= OPPOSITE_M else int(nearest >= STAGGER_M)


def _leaves_room(opening: Opening) -> bool:
    """Whether a gate leaves the middle of its side to people and keeps off the corners."""
    half = opening.frontage.line.length / 2.0
    from_middle = opening.middle * half
    return from_middle >= AXIS_M and half - from_middle >= CORNER_M
