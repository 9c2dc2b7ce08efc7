"""A kindergarten's plot is composed: building north, class grounds in an even row before it, all play in the south."""

import numpy as np
import shapely

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Facility, tag
from layoutgen.model.stages import Grounds
from tests.stages.grounds.conftest import Stages


def school_of(stages: Stages) -> Facility:
    return next(f for f in stages[3].facilities if f.kind == "kindergarten")


def southward(stages: Stages) -> np.ndarray:
    """Unit vector out of the playrooms' front: to the right of their windows."""
    window = next(w.line for w in stages[3].windows if w.building == school_of(stages).building)
    run = np.diff(shapely.get_coordinates(window), axis=0)[0]
    return np.array([run[1], -run[0]]) / window.length


def middles(grounds: Grounds, kind: GroundKind) -> np.ndarray:
    return shapely.get_coordinates(shapely.centroid([g.outline for g in grounds.grounds if g.kind is kind]))


def test_the_outline_is_no_box_and_its_playrooms_look_south(stages: Stages) -> None:
    school = school_of(stages)
    assert school.outline.area < 0.97 * school.outline.minimum_rotated_rectangle.area
    assert southward(stages)[1] < -np.cos(np.radians(46.0))


def test_every_playroom_has_its_window_in_the_wall(stages: Stages) -> None:
    school = school_of(stages)
    windows = [w.line for w in stages[3].windows if w.building == school.building]
    assert len(windows) == school.classes
    assert all(school.outline.exterior.distance(shapely.Point(p)) < 0.002 for line in windows for p in line.coords)


def test_all_play_lies_south_of_the_building_s_middle(stages: Stages, grounds: Grounds) -> None:
    out, middle = southward(stages), shapely.get_coordinates(school_of(stages).outline.centroid)[0]
    for kind in (GroundKind.CLASS_GROUND, GroundKind.SHARED_GROUND):
        assert ((middles(grounds, kind) - middle) @ out > 0.0).all()


def test_class_grounds_stand_in_one_even_row(stages: Stages, grounds: Grounds) -> None:
    out = southward(stages)
    along = np.array([-out[1], out[0]])
    found = middles(grounds, GroundKind.CLASS_GROUND)
    assert np.ptp(found @ out) < 0.01
    steps = np.diff(np.sort(found @ along))
    assert np.ptp(steps) < 0.01


def test_there_is_a_court_before_the_door(stages: Stages, grounds: Grounds) -> None:
    door = next(d.point for d in stages[3].doors if d.of == school_of(stages).id)
    courts = [g.outline for g in grounds.grounds if tag(g.tags, "use") == "court"]
    assert min(court.distance(door) for court in courts) < 2.5
