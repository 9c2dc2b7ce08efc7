import numpy as np
import pytest
from shapely.geometry import box

from layoutgen.geometry.sampling import across, even_points


def test_points_stand_in_the_middle_of_equal_squares() -> None:
    assert even_points(box(0, 0, 20, 10), 8).tolist() == [
        [2.5, 2.5], [7.5, 2.5], [12.5, 2.5], [17.5, 2.5], [2.5, 7.5], [7.5, 7.5], [12.5, 7.5], [17.5, 7.5],
    ]  # fmt: skip


def test_a_point_along_the_direction_lies_on_the_first_axis() -> None:
    assert np.array([[3.0, 3.0]]) @ across(45.0) == pytest.approx(np.array([[18.0**0.5, 0.0]]))
