from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.markings import crossings_of
from layoutgen.drawings.sheet import Hatch
from tests.validator.plan_from_case import plan_from_case

MAIN = {"kind": "city_road", "at": [263, 0, 263, 300], "width": 26, "carriageway": 15, "footway": 5.5}
STREET = {"kind": "street", "at": [100, 150, 250, 150], "width": 16, "carriageway": 8, "footway": 3}


def painted(*ways: dict[str, object]) -> tuple[Hatch, ...]:
    return crossings_of(plan_from_case({"boundary": [0, 0, 526, 300], "way": list(ways)}), load_profile())


def test_a_street_has_a_crossing_on_both_sides_of_its_mouth() -> None:
    # half street 8 / 2 + 3 = 7 m, gap 1 m, depth 4 m: middles at 150 -+ 10; bars 0.5 m every 1.2 m on 15 m: 13
    bars = painted(MAIN, STREET)
    low, high = ({y for bar in half for _, y in bar.points} for half in (bars[:13], bars[13:]))
    assert len(bars) == 26
    assert (min(low), max(low)) == (138.0, 142.0)
    assert (min(high), max(high)) == (158.0, 162.0)


def test_bars_keep_to_the_carriageway() -> None:
    # 263 -+ 7.5
    assert all(255.5 <= x <= 270.5 for bar in painted(MAIN, STREET) for x, _ in bar.points)


def test_streets_opposite_each_other_share_their_crossings() -> None:
    assert len(painted(MAIN, STREET, STREET | {"at": [276, 150, 400, 150]})) == 26


def test_nothing_is_painted_where_nothing_meets() -> None:
    assert painted(MAIN) == ()
    assert painted(STREET) == ()
