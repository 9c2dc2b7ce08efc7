"""One block whose figures are summed by hand in the tests."""

import pytest

from layoutgen.model.plan import Plan
from tests.validator.plan_from_case import plan_from_case

# Block 100 x 100 m. Slab A 50 x 12 m, 6 storeys, 48 dwellings; slab B 25 x 12 m, 12 storeys, 48 dwellings;
# pump house 10 x 10 m, 1 storey. A shop 20 x 10 m of 2 storeys stands on its lot beside the block.
CASE = {
    "boundary": [0, 0, 200, 100],
    "facts": {"people": 300, "household_size": 3.0},
    "block": [{"box": [0, 0, 100, 100]}],
    "building": [
        {"id": "A", "box": [10, 70, 60, 82], "storeys": 6, "dwellings": 48, "block": "K1"},
        {"id": "B", "box": [10, 30, 35, 42], "storeys": 12, "dwellings": 48, "block": "K1"},
        {"id": "P", "use": "utility", "box": [80, 80, 90, 90], "storeys": 1, "block": "K1"},
        {"id": "S", "use": "shops", "box": [110, 10, 130, 20], "storeys": 2, "lot": "L1"},
    ],
    "lot": [{"kind": "shops", "box": [105, 5, 135, 25]}, {"kind": "garden", "box": [100, 50, 200, 100]}],
    # central green 20 x 20 m with a play ground of 10 x 10 m in its corner; a lawn of 30 x 20 m that reaches the south
    # wall of B (y = 30) over 25 m; a court of 5 x 5 m on the lawn; a path of 2 m across the lawn
    "ground": [
        {"id": "G-central", "kind": "central_green", "box": [60, 30, 80, 50]},
        {"id": "G-play", "kind": "play_ground", "box": [60, 30, 70, 40]},
        {"id": "G-lawn", "kind": "green", "box": [10, 10, 40, 30]},
        {"id": "G-court", "kind": "court", "box": [30, 12, 35, 17], "sport": "badminton"},
        {
            "id": "G-garage",
            "kind": "garage",
            "box": [10, 45, 60, 69],
            "levels": "2",
            "stalls": "100",
            "accessible": "1",
            "ev": "reserved",
        },
    ],
    "way": [{"id": "R-path", "kind": "footpath", "at": [20, 10, 20, 29], "width": 2.0}],
    "stall": [
        {"id": "P1", "box": [90, 10, 92.5, 15.3], "block": "K1"},
        {"id": "P2", "box": [92.5, 10, 95, 15.3], "block": "K1", "use": "visitor"},
        {"id": "P3", "box": [95, 10, 98.7, 15.3], "block": "K1", "kind": "accessible"},
    ],
}


@pytest.fixture
def plan() -> Plan:
    return plan_from_case(CASE)
