import numpy as np

from layoutgen.geometry.clusters import clusters


def test_points_that_others_join_are_one_place() -> None:
    # 0.04 m steps from x = 1 on: the ends are 0.08 m apart, joined by the point between them; x = 0 and 2 stand alone
    points = np.array([[2.0, 0.0], [1.0, 0.0], [0.0, 0.0], [1.08, 0.0], [1.04, 0.0]])
    assert clusters(points, 0.05).tolist() == [0, 1, 2, 1, 1]


def test_without_points_there_is_no_place() -> None:
    assert clusters(np.empty((0, 2)), 0.05).tolist() == []
