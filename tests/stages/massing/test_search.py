"""What the search for storey numbers learns from fills, by hand-made tables."""

from layoutgen.stages.massing.search import Search
from tests.stages.massing.test_storey_windows import OPTIONS, linear

TOP = len(OPTIONS) - 1  # 12 storeys


def search_of(tables: dict[str, list[float]]) -> Search:
    return Search(options=OPTIONS, over=0.0, tables=tables, caps={name: [1e6] * len(OPTIONS) for name in tables})


def test_a_choice_that_falls_short_is_followed_by_a_taller_one():
    # 8 storeys promise 16 000 and bring 12 000: nothing up to 8 is tried again.
    search = search_of({"K1": linear(1000.0), "K2": linear(1000.0)})
    first = search.next(16_000.0)
    assert first is not None
    assert OPTIONS[first.top].storeys == 8
    search.learn(first, {"K1": 6000.0, "K2": 6000.0})
    second = search.next(16_000.0)
    assert second is not None
    assert OPTIONS[second.top].storeys > 8


def test_a_block_that_bears_no_tall_homes_is_lowered_while_the_others_keep_theirs():
    # 24 000 need 12 storeys in both; K1 then bears none, so that 9 to 11 are not hoped for either: at most 8 are.
    search = search_of({"K1": linear(1000.0), "K2": linear(1000.0)})
    first = search.next(24_000.0)
    assert first is not None
    search.learn(first, {"K1": 0.0, "K2": 12_000.0})
    second = search.next(24_000.0)
    assert second is not None
    assert OPTIONS[second.options["K1"]].storeys == 8
    assert OPTIONS[second.options["K2"]].storeys == 12


def test_at_last_every_block_has_what_it_carried_most_with():
    # K1 carried 7000 with 8 storeys and nothing with 12; K2 12 000 with 12: 19 000 together.
    search = search_of({"K1": linear(1000.0), "K2": linear(1000.0)})
    low, high = search.next(16_000.0), search.next(24_000.0)
    assert low is not None
    assert high is not None
    search.learn(low, {"K1": 7000.0, "K2": 7000.0})
    search.learn(high, {"K1": 0.0, "K2": 12_000.0})
    mixed = search.mixed()
    assert mixed is not None
    assert {name: OPTIONS[k].storeys for name, k in mixed.options.items()} == {"K1": 8, "K2": 12}
    assert mixed.reach_m2 == 19_000.0
