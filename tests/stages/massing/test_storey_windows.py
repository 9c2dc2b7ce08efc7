"""Storey numbers of a site chosen by hand-made tables."""

from layoutgen.stages.massing.storey_options import StoreyOption
from layoutgen.stages.massing.storey_windows import choose_storeys


def option(storeys: int) -> StoreyOption:
    return StoreyOption(storeys=storeys, least_storeys=1, storey_class="any", far_max=9.0, density_max=1.0)


OPTIONS = tuple(option(n) for n in range(6, 13))  # 6 … 12


def linear(per_storey: float) -> list[float]:
    return [o.storeys * per_storey for o in OPTIONS]


def test_the_lowest_storeys_that_carry_the_homes_are_taken():
    # Two blocks of 1000 a storey: 16 000 need 8 storeys in both.
    choice = choose_storeys(16_000.0, 16_000.0, {"K1": linear(1000.0), "K2": linear(1000.0)}, OPTIONS)
    assert [OPTIONS[k].storeys for k in choice.options.values()] == [8, 8]


def test_blocks_differ_by_three_storeys_at_most():
    # K2 carries most with 6 storeys, K1 needs 12 for the whole: K2 must then take at least 9.
    falling = [9000.0 - 100.0 * n for n in range(len(OPTIONS))]
    choice = choose_storeys(20_500.0, 20_500.0, {"K1": linear(1000.0), "K2": falling}, OPTIONS)
    assert OPTIONS[choice.options["K1"]].storeys == 12
    assert OPTIONS[choice.options["K2"]].storeys == 9


def test_a_block_in_the_sun_window_of_another_thing_stays_low():
    # Where only 6 storeys leave the kindergarten its sun, the block has 6 beside 12.
    sunk = [6000.0] + [0.0] * (len(OPTIONS) - 1)
    choice = choose_storeys(18_000.0, 18_000.0, {"K1": linear(1000.0), "K2": sunk}, OPTIONS)
    assert [OPTIONS[k].storeys for k in choice.options.values()] == [12, 6]


def test_the_need_is_shared_by_what_each_block_can_carry():
    # 8 storeys: 8000 and 24 000. Of 30 000 a quarter and three quarters.
    choice = choose_storeys(30_000.0, 30_000.0, {"K1": linear(1000.0), "K2": linear(3000.0)}, OPTIONS)
    assert choice.asks_m2 == {"K1": 7500.0, "K2": 22_500.0}


def test_where_nothing_carries_the_need_the_most_is_asked_for():
    choice = choose_storeys(99_000.0, 99_000.0, {"K1": linear(1000.0)}, OPTIONS)
    assert OPTIONS[choice.options["K1"]].storeys == 12
    assert choice.asks_m2["K1"] > 12_000.0
