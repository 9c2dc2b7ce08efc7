"""Laws of shading that hold for every scene."""

import numpy as np
import pytest
from shapely import affinity
from shapely.geometry import Polygon

from layoutgen.sunlight.hours import point_minutes
from layoutgen.sunlight.scene import Scene

LATITUDE = 36.0


@pytest.fixture
def place(town, open_points):
    rng = np.random.default_rng(11)
    footprints, tops = town(rng, 12)
    points = open_points(rng, footprints, 60)
    return footprints, tops, points, rng.uniform(0.0, 4.0, len(points))


def measured(place, sun):
    footprints, tops, points, heights = place
    return point_minutes(points, heights, Scene.of(footprints, tops), sun, LATITUDE)


def test_moving_everything_changes_no_minute(place, great_cold):
    footprints, tops, points, heights = place
    moved = [affinity.translate(f, 3000.0, -1234.5) for f in footprints]
    got = measured((moved, tops, points + np.array([3000.0, -1234.5]), heights), great_cold)
    assert got == pytest.approx(measured(place, great_cold), abs=1e-6)


def test_making_everything_twice_as_large_changes_no_minute(place, great_cold):
    footprints, tops, points, heights = place
    larger = [affinity.scale(f, 2.0, 2.0, origin=(0, 0)) for f in footprints]
    got = measured((larger, [2.0 * t for t in tops], points * 2.0, heights * 2.0), great_cold)
    assert got == pytest.approx(measured(place, great_cold), abs=1e-6)


def test_the_mirror_image_of_a_town_has_the_same_hours(place, great_cold):
    # morning and afternoon change places, and the band is even about noon
    footprints, tops, points, heights = place
    mirrored = [affinity.scale(f, -1.0, 1.0, origin=(0, 0)) for f in footprints]
    got = measured((mirrored, tops, points * (-1.0, 1.0), heights), great_cold)
    assert got == pytest.approx(measured(place, great_cold), abs=1e-6)


def test_the_order_and_direction_of_vertices_and_buildings_do_not_matter(place, great_cold):
    footprints, tops, points, heights = place
    turned = [Polygon(np.roll(np.asarray(f.exterior.coords)[:-1], 2, axis=0)[::-1]) for f in footprints][::-1]
    got = measured((turned, tops[::-1], points, heights), great_cold)
    assert got == pytest.approx(measured(place, great_cold), abs=1e-6)


def test_another_building_never_brings_sun(place, great_cold):
    footprints, tops, points, heights = place
    before = measured((footprints[:-1], tops[:-1], points, heights), great_cold)
    assert np.all(measured(place, great_cold) <= before + 1e-6)


def test_a_higher_building_never_brings_sun_and_a_higher_sill_never_takes_it(place, great_cold):
    footprints, tops, points, heights = place
    now = measured(place, great_cold)
    assert np.all(measured((footprints, [t + 3.0 for t in tops], points, heights), great_cold) <= now + 1e-6)
    assert np.all(measured((footprints, tops, points, heights + 3.0), great_cold) >= now - 1e-6)


def test_two_scenes_put_together_are_the_scene_of_all(place, great_cold):
    footprints, tops, points, heights = place
    both = Scene.of(footprints[:5], tops[:5]).plus(Scene.of(footprints[5:], tops[5:]))
    assert len(both) == len(footprints)
    got = point_minutes(points, heights, both, great_cold, LATITUDE)
    assert got == pytest.approx(measured(place, great_cold))


def test_an_empty_scene_can_be_added_to(place, great_cold):
    footprints, tops, points, heights = place
    scene = Scene.of([], []).plus(Scene.of(footprints, tops))
    assert point_minutes(points, heights, scene, great_cold, LATITUDE) == pytest.approx(measured(place, great_cold))


def test_many_points_are_measured_as_few_are(place, great_cold):
    # 60 points many times over are measured in several batches
    footprints, tops, points, heights = place
    got = measured((footprints, tops, np.tile(points, (20, 1)), np.tile(heights, 20)), great_cold)
    assert got == pytest.approx(np.tile(measured(place, great_cold), 20))


def test_footprints_and_heights_must_pair():
    with pytest.raises(ValueError, match="heights"):
        Scene.of([Polygon([(0, 0), (1, 0), (1, 1)])], [])
