import pytest

from layoutgen.inputs.brief_defaults import load_defaults
from layoutgen.standards.parameters import load_parameters


def test_the_default_mix_houses_a_household_at_the_default_floor_area_per_person() -> None:
    # 3.2 persons x 35 m2 = 112 m2
    defaults = load_defaults()
    per_person = {one.name: one.default for one in load_parameters()}["floor_area_per_person"]
    mean_m2 = sum(one.area_m2 * one.share for one in defaults.mix)
    assert mean_m2 == pytest.approx(defaults.household_size * per_person)
    assert mean_m2 == pytest.approx(112.0)
