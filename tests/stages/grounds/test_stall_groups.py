"""Surface stalls are laid in groups that the law lets stand together."""

from shapely.geometry import Polygon, box

from layoutgen.stages.grounds.stall_groups import StallGroups
from layoutgen.standards.clause import Standard
from layoutgen.standards.load import load_standard


def _row(count: int, x: float, y: float = 0.0) -> list[Polygon]:
    return [box(x + 2.5 * n, y, x + 2.5 * (n + 1), y + 5.0) for n in range(count)]


def test_the_fifty_first_stall_finds_no_room_in_its_group() -> None:
    groups = StallGroups.of(load_standard(["fire"]))
    groups.take(_row(48, 0.0))
    assert groups.has_room_for(_row(2, 120.0))
    assert not groups.has_room_for(_row(3, 120.0))


def test_six_metres_on_a_new_group_begins() -> None:
    groups = StallGroups.of(load_standard(["fire"]))
    groups.take(_row(50, 0.0))
    assert not groups.has_room_for(_row(2, 130.9))  # 5.9 m beyond the row's end at 125
    assert groups.has_room_for(_row(2, 131.1))


def test_places_between_two_groups_join_both() -> None:
    groups = StallGroups.of(load_standard(["fire"]))
    groups.take(_row(20, 0.0))  # ends at 50
    groups.take(_row(20, 65.0))
    assert groups.has_room_for(_row(4, 52.0))  # 20 + 20 + 4
    groups.take(_row(4, 52.0))
    assert not groups.has_room_for(_row(7, 116.0))


def test_without_the_clause_any_number_may_stand_together() -> None:
    assert StallGroups.of(Standard(packs=())).has_room_for(_row(500, 0.0))
