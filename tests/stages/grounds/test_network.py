"""The walked network: pieces, and vertices where lines meet."""

from shapely.geometry import LineString

from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Way
from layoutgen.stages.grounds.network import walk_groups, weld


def _way(name: str, *points: tuple[float, float], kind: WayKind = WayKind.FOOTPATH, footway_m: float = 0.0) -> Way:
    centre = LineString(points)
    return Way(
        id=name,
        kind=kind,
        centre=centre,
        outline=centre.buffer(0.9, cap_style="flat"),
        carriageway_m=1.8,
        footway_m=footway_m,
        is_fire_lane=False,
        block="",
    )


def test_a_path_that_ends_on_a_lane_gives_the_lane_a_vertex() -> None:
    lane, path = _way("a", (0, 0), (10, 0)), _way("b", (4, 5), (4, 0))
    welded = weld([lane, path], [])
    assert list(welded[0].centre.coords) == [(0, 0), (4, 0), (10, 0)]
    assert list(welded[1].centre.coords) == [(4, 5), (4, 0)]


def test_lines_that_cross_share_the_crossing() -> None:
    # y = x and y = 10 - x meet at (5, 5)
    welded = weld([_way("a", (0, 0), (10, 10)), _way("b", (0, 10), (10, 0))], [])
    assert all((5.0, 5.0) in list(way.centre.coords) for way in welded)


def test_an_end_beside_a_fixed_vertex_is_moved_onto_it() -> None:
    street = _way("s", (0, 0), (5, 0), (10, 0), kind=WayKind.STREET, footway_m=3.0)
    (path,) = weld([_way("a", (5, 5), (5.01, 0))], [street])
    assert path.centre.coords[-1] == (5.0, 0.0)


def test_a_lane_without_a_footway_joins_nobody() -> None:
    # two paths that touch only a main way without footway stay two
    main = _way("m", (0, 0), (10, 0), kind=WayKind.MAIN)
    paths = [_way("a", (2, 0), (2, 5)), _way("b", (8, 0), (8, 5))]
    assert len(walk_groups([main, *paths])) == 2
    walked = _way("m", (0, 0), (10, 0), kind=WayKind.MAIN, footway_m=1.5)
    assert len(walk_groups([walked, *paths])) == 1
