"""Homes keep the sun of a kindergarten's play ground."""

from dataclasses import replace

import numpy as np
import pytest
from shapely.geometry import LineString, box

from layoutgen.model.plan import Window
from layoutgen.stages.massing.obstacles import site_sun
from layoutgen.standards.load import load_standard
from layoutgen.sunlight.scene import Scene
from tests.stages.sites_by_hand import PACKS, commission_of


def playroom(name: str, sill_m: float) -> Window:
    line = LineString([(100.0, 200.0), (108.0, 200.0)])
    return Window(id=name, building="kindergarten-1", dwelling=name, line=line, sill_m=sill_m, room="playroom")


def test_the_middle_of_the_ground_before_the_lowest_playrooms_is_watched() -> None:
    windows = (playroom("a", 1.0), playroom("b", 4.9))
    sun = site_sun(commission_of(box(0, 0, 300, 300)), load_standard((*PACKS, "kindergarten")), (), windows)
    assert sun.others[-1].lines == pytest.approx(np.array([[[100.0, 188.0], [108.0, 188.0]]]))
    assert sun.others[-1].sills == pytest.approx([0.0])


def test_a_long_house_that_spares_the_playrooms_but_not_the_ground_may_not_come() -> None:
    # Xi'an, noon on 20 January: the sun stands 35.5° high, 29 m throw 40.7 m of shade: from a wall at y = 150 to 190
    sun = site_sun(commission_of(box(0, 0, 300, 300)), load_standard((*PACKS, "kindergarten")), (), (playroom("a", 12.0),))
    house = Scene.of([box(0.0, 135.0, 300.0, 150.0)], [29.0])
    assert replace(sun, others=sun.others[:1]).spares(house)
    assert not sun.spares(house)
