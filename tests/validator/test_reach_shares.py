from layoutgen.standards.indicators import indicator_of
from layoutgen.validator.reach_shares import reach_shares
from tests.validator.plan_from_case import plan_from_case


def test_shares_count_dwellings_not_doors() -> None:
    # shop door (300, 50); doors at (100, 50) with 30 dwellings, 200 m off, and (950, 50) with 10, 650 m off
    plan = plan_from_case(
        {
            "boundary": [0, 0, 1000, 100],
            "building": [
                {"box": [90, 50, 110, 62], "dwellings": 30},
                {"box": [940, 50, 960, 62], "dwellings": 10},
            ],
            "facility": [{"id": "F1", "kind": "supermarket", "box": [290, 50, 310, 62]}],
            "spot": [
                {"id": "D1", "at": [100, 50], "of": "B1"},
                {"id": "D2", "at": [950, 50], "of": "B2"},
                {"id": "D3", "at": [300, 50], "of": "F1"},
            ],
        }
    )
    shares = dict(reach_shares(plan))
    assert shares["reach.supermarket.straight_500"] == 0.75
    assert shares["reach.kindergarten.straight_300"] == 0.0
    assert all(indicator_of(name) is not None for name in shares)
