import pytest

from layoutgen.standards.formulas import evaluate, names_in, say


def test_a_formula_is_arithmetic_over_named_numbers():
    values = {"CRC-01.gfa": 800.0, "P48.area": 30.0, "households": 3750.0}
    formula = "max(CRC-01.gfa, P48.area * households / 100)"
    assert evaluate(formula, values) == 1125.0  # 30 x 37.5
    assert names_in(formula) == ("CRC-01.gfa", "P48.area", "households")


# 0.07 x 100 is 7.000000000000001 in a machine: no eighth of anything.
def test_whole_things_are_rounded_without_the_machines_crumbs():
    assert evaluate("ceil(a * 100)", {"a": 0.07}) == 7.0
    assert evaluate("whole(a / 0.1)", {"a": 0.3}) == 3.0


def test_a_formula_is_told_in_other_words():
    assert say("max(a, b * c)", lambda name: f"<{name}>") == "max(<a>, <b> × <c>)"


@pytest.mark.parametrize("formula", ["a + ", "open(a)", "a ** 2", "a.b(c)"])
def test_what_is_no_arithmetic_is_refused(formula):
    with pytest.raises((ValueError, SyntaxError)):
        evaluate(formula, {"a": 1.0, "c": 2.0})


def test_a_name_without_a_value_is_named():
    with pytest.raises(ValueError, match="households has no value"):
        evaluate("households * 2", {})
