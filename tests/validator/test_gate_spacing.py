"""The spacing of pedestrian gates is the same wherever a block lies: two lines are never compared bit by bit."""

import pytest

from layoutgen.validator.check import judge_clause
from tests.validator.clause_from_case import clause_from_case
from tests.validator.plan_from_case import plan_from_case


@pytest.mark.parametrize("shift", [(0.0, 0.0), (1234.567, -987.254), (0.003, 77.771), (431.113, 12.019), (-65.432, 3001.877)])
def test_gates_of_a_skew_block_are_as_far_apart_wherever_it_lies(shift):
    """A square of 130 m on a slope of 5 : 12 with a road along one side (120 east, 50 north), gates at 2/10 and 8/10 of it."""

    def at(x: float, y: float) -> list[float]:
        return [round(x + shift[0], 3), round(y + shift[1], 3)]

    a, b, c, d = at(0, 0), at(120, 50), at(70, 170), at(-50, 120)
    ring = "POLYGON((" + ",".join(f"{x} {y}" for x, y in (a, b, c, d, a)) + "))"
    plan = plan_from_case(
        {
            "boundary": [shift[0] - 200, shift[1] - 200, shift[0] + 200, shift[1] + 200],
            "block": [{"wkt": ring}],
            "building": [{"box": [*at(20, 70), *at(40, 82)], "dwellings": 24}],
            "edge": [{"at": [*a, *b]}],
            "spot": [{"kind": "pedestrian_gate", "at": at(24, 10)}, {"kind": "pedestrian_gate", "at": at(96, 40)}],
        }
    )
    (finding,) = judge_clause(plan, clause_from_case("gates.walk_spacing", {"demand": "at_most", "limit": 70.0})).findings
    assert finding.measured == pytest.approx(78.0, abs=0.03)  # 6/10 of 130 m; what is left, 52 m, lies together
    assert not finding.passed
