"""Laws of the ground: what must hold wherever it is laid."""

from collections import Counter

import shapely

from layoutgen.geometry.tolerance import GRID_M, OVERLAP_EPS_M2, SNAP_NODE_M
from layoutgen.model.kinds import GroundKind, SpotKind, StallKind, WayKind
from layoutgen.model.plan import tag, tag_number
from layoutgen.model.stages import Allocation, Commission, Grounds, Massing, Structure
from layoutgen.stages.grounds.network import walk_groups

Stages = tuple[Commission, Structure, Allocation, Massing]
INSIDE_OTHERS = (GroundKind.GARAGE, GroundKind.COURT, GroundKind.PLAY_GROUND, GroundKind.RUNNING_TRACK, GroundKind.SAND_PIT)
CLOSE_M = 0.01  # closer than this, two things touch


def _of_kind(grounds: Grounds, kind: GroundKind) -> list[shapely.Polygon]:
    return [g.outline for g in grounds.grounds if g.kind is kind]


def _overlaps(shapes: list[shapely.Polygon]) -> list[float]:
    tree = shapely.STRtree(shapes)
    first, second = tree.query(shapes, predicate="intersects")
    pairs = [(shapes[a], shapes[b]) for a, b in zip(first, second, strict=True) if a < b]
    # the grid may move a border by a millimetre, all along it
    return [area for a, b in pairs if (area := a.intersection(b).area) > max(OVERLAP_EPS_M2, GRID_M * min(a.length, b.length))]


def test_nothing_is_left_to_say_on_a_roomy_site_but_where_its_street_ends(grounds: Grounds) -> None:
    assert [note for note in grounds.notes if "end at neighbours' land" not in note] == []


def test_way_outlines_do_not_overlap(stages: Stages, grounds: Grounds) -> None:
    assert _overlaps([way.outline for way in (*stages[1].streets, *grounds.ways)]) == []


def test_every_centre_line_lies_inside_the_ways(stages: Stages, grounds: Grounds) -> None:
    ground = shapely.union_all([way.outline for way in (*stages[1].streets, *grounds.ways)]).buffer(2 * GRID_M)
    outside = {way.id: way.centre.difference(ground).length for way in grounds.ways if not ground.covers(way.centre)}
    assert outside == {}


def test_no_outline_has_a_hole(grounds: Grounds) -> None:
    things = (*grounds.ways, *grounds.grounds, *grounds.stalls)
    assert [thing.id for thing in things if thing.outline.interiors or not thing.outline.is_valid] == []


def test_ids_are_all_different(grounds: Grounds) -> None:
    names = [thing.id for thing in (*grounds.ways, *grounds.grounds, *grounds.stalls, *grounds.spots)]
    assert [name for name, count in Counter(names).items() if count > 1] == []


def test_one_walks_from_every_door_to_every_other(stages: Stages, grounds: Grounds) -> None:
    ways = [*stages[1].streets, *grounds.ways]
    groups = walk_groups(ways)
    assert len(groups) == 1
    lines = shapely.union_all(groups[0])
    assert [door.id for door in stages[3].doors if door.point.distance(lines) > SNAP_NODE_M] == []


def test_lines_that_meet_share_a_vertex(grounds: Grounds) -> None:
    lines = [way.centre for way in grounds.ways]
    first, second = shapely.STRtree(lines).query(lines, predicate="intersects")
    for a, b in zip(first, second, strict=True):
        if a < b:
            meeting = shapely.get_coordinates(lines[a].intersection(lines[b]))
            vertices = shapely.multipoints(shapely.get_coordinates(lines[a]))
            assert all(shapely.Point(point).distance(vertices) < CLOSE_M for point in meeting), (a, b)


def test_grounds_lie_beside_each_other(grounds: Grounds) -> None:
    # a rescue ground may lie over the footway beside a loop; courts, tracks and play lie inside their grounds
    beside = [g.outline for g in grounds.grounds if g.kind not in INSIDE_OTHERS]
    assert _overlaps([*beside, *(stall.outline for stall in grounds.stalls)]) == []


def test_no_ground_or_way_lies_under_a_building(stages: Stages, grounds: Grounds) -> None:
    walls = shapely.union_all([b.footprint for b in stages[3].buildings])
    things = [g for g in grounds.grounds if g.kind is not GroundKind.GARAGE]
    under = [t.id for t in (*things, *grounds.stalls, *grounds.ways) if t.outline.intersection(walls).area > OVERLAP_EPS_M2]
    assert under == []


def test_green_is_on_no_way(stages: Stages, grounds: Grounds) -> None:
    ways = shapely.union_all([way.outline for way in (*stages[1].streets, *grounds.ways)]).buffer(-GRID_M)
    assert [g for g in _of_kind(grounds, GroundKind.GREEN) if g.intersection(ways).area > OVERLAP_EPS_M2] == []


def test_stalls_are_six_metres_off_every_wall(stages: Stages, grounds: Grounds) -> None:
    # GB 50067 4.2.1: 6 m to a building of rating I or II
    walls = shapely.union_all([b.footprint for b in stages[3].buildings])
    assert min(stall.outline.distance(walls) for stall in grounds.stalls) >= 6.0


def test_stalls_have_their_full_size(grounds: Grounds) -> None:
    # 2.5 x 5.3 = 13.25 m2; with the 1.2 m aisle 3.7 x 5.3 = 19.61 m2
    size = {StallKind.CAR: 13.25, StallKind.ACCESSIBLE: 19.61}
    assert all(abs(stall.outline.area - size[stall.kind]) < 0.05 for stall in grounds.stalls)


def test_surface_stalls_are_a_tenth_of_the_households_at_most(stages: Stages, grounds: Grounds) -> None:
    # K1: 6 slabs of 66 dwellings = 396, K2: 5 of 36 = 180
    for block, households in (("K1", 396), ("K2", 180)):
        assert sum(stall.block == block for stall in grounds.stalls) <= households / 10


def test_every_household_has_a_stall(grounds: Grounds) -> None:
    for block, households in (("K1", 396), ("K2", 180)):
        garage = next(g for g in grounds.grounds if g.kind is GroundKind.GARAGE and g.block == block)
        below = tag_number(garage.tags, "stalls") or 0.0
        above = sum(stall.block == block and stall.use == "resident" for stall in grounds.stalls)
        assert below + above >= households
        # 30 m2 a stall is the least that a garage can do with
        assert garage.outline.area * (tag_number(garage.tags, "levels") or 0.0) >= 30.0 * below


def test_a_garage_of_more_than_a_hundred_stalls_has_two_ramps(grounds: Grounds) -> None:
    ramps = Counter(tag(g.tags, "of") for g in grounds.grounds if g.kind is GroundKind.RAMP)
    garages = [g.id for g in grounds.grounds if g.kind is GroundKind.GARAGE]
    assert [ramps[garage] for garage in garages] == [2, 2]


def test_rescue_grounds_are_free_and_run_along_the_whole_north_wall(stages: Stages, grounds: Grounds) -> None:
    fields = [g for g in grounds.grounds if g.kind is GroundKind.FIRE_GROUND]
    assert len(fields) == 6  # the six slabs of 33 m; 18 m is no high-rise
    standing = [*(s.outline for s in grounds.stalls)]
    standing += [g.outline for g in grounds.grounds if g.kind in (GroundKind.RAMP, GroundKind.BIKE_SHED)]
    footprint = {b.id: b.footprint for b in stages[3].buildings}
    for field in fields:
        assert all(field.outline.distance(thing) > 0.0 for thing in standing)
        assert 5.0 <= field.outline.distance(footprint[tag(field.tags, "of") or ""]) <= 5.1
        assert field.outline.area >= 65.0 * 10.0  # the slabs are 65 m long


def test_each_class_has_its_ground_apart_from_the_others(stages: Stages, grounds: Grounds) -> None:
    school = next(f for f in stages[3].facilities if f.kind == "kindergarten")
    own = _of_kind(grounds, GroundKind.CLASS_GROUND)
    assert len(own) == school.classes
    assert min(ground.area for ground in own) >= 2.0 * school.children / school.classes
    assert min(a.distance(b) for a in own for b in own if a is not b) >= 0.5


def test_the_shared_ground_holds_track_and_sand_pit(stages: Stages, grounds: Grounds) -> None:
    school = next(f for f in stages[3].facilities if f.kind == "kindergarten")
    (shared,) = _of_kind(grounds, GroundKind.SHARED_GROUND)
    (track,) = _of_kind(grounds, GroundKind.RUNNING_TRACK)
    (pit,) = _of_kind(grounds, GroundKind.SAND_PIT)
    assert shared.area >= 2.0 * school.children
    assert shared.buffer(CLOSE_M).covers(track)
    assert shared.buffer(CLOSE_M).covers(pit)
    # 30 m long and 2.4 m wide: a perimeter of 64.8 m or more, an area of 72 m2 or more
    assert track.area >= 72.0
    assert track.length >= 64.8


def test_the_kindergarten_is_green_by_three_tenths(stages: Stages, grounds: Grounds) -> None:
    lot = next(lot for lot in stages[2].lots if lot.kind == "kindergarten")
    green = sum(g.outline.area for g in grounds.grounds if g.kind is GroundKind.GREEN and g.lot == lot.id)
    assert green >= 0.3 * lot.outline.area


def test_the_sports_ground_is_one_piece_and_a_tenth_of_the_garden(stages: Stages, grounds: Grounds) -> None:
    lot = next(lot for lot in stages[2].lots if lot.kind == "garden")
    (sports,) = _of_kind(grounds, GroundKind.SPORTS_GROUND)
    (court,) = _of_kind(grounds, GroundKind.COURT)
    assert sports.area >= 800.0
    assert 0.10 <= sports.area / lot.outline.area <= 0.15
    assert sports.covers(court)
    assert abs(court.area - 420.0) < 0.1  # basketball: 28 x 15 m


def test_each_block_has_half_a_square_metre_of_central_green_a_person(grounds: Grounds) -> None:
    for block, households in (("K1", 396), ("K2", 180)):
        area = sum(g.outline.area for g in grounds.grounds if g.kind is GroundKind.CENTRAL_GREEN and g.block == block)
        assert area >= 0.5 * households * 3.2


def test_each_block_has_two_to_four_vehicle_gates_apart(grounds: Grounds) -> None:
    for block in ("K1", "K2"):
        gates = [s.point for s in grounds.spots if s.kind is SpotKind.VEHICLE_GATE and s.of == block]
        assert 2 <= len(gates) <= 4
        assert min(a.distance(b) for a in gates for b in gates if a is not b) >= 15.0


def test_vehicle_gates_keep_off_the_kindergarten(stages: Stages, grounds: Grounds) -> None:
    lot = next(lot for lot in stages[2].lots if lot.kind == "kindergarten")
    gates = [s.point for s in grounds.spots if s.kind is SpotKind.VEHICLE_GATE]
    assert min(gate.distance(lot.outline) for gate in gates) >= 20.0


def test_every_door_has_a_collection_point_within_seventy_metres(stages: Stages, grounds: Grounds) -> None:
    points = shapely.multipoints([s.point for s in grounds.spots if s.kind is SpotKind.WASTE_POINT])
    homes = {b.id for b in stages[3].buildings if b.dwellings}
    assert max(door.point.distance(points) for door in stages[3].doors if door.of in homes) <= 70.0


def test_the_lockers_hold_as_many_cells_as_the_program_asks(stages: Stages, grounds: Grounds) -> None:
    cells = [tag_number(s.tags, "cells") or 0.0 for s in grounds.spots if s.kind is SpotKind.LOCKERS]
    assert len(cells) >= 2
    assert sum(cells) == round(stages[0].program.need("lockers").figure("cells"))


def test_sheds_hold_a_bicycle_a_household(grounds: Grounds) -> None:
    for block, households in (("K1", 396), ("K2", 180)):
        sheds = [g for g in grounds.grounds if g.kind is GroundKind.BIKE_SHED and g.block == block]
        assert sum(tag_number(shed.tags, "places") or 0.0 for shed in sheds) >= households
        # 1.6 m2 a bicycle
        assert all(shed.outline.area >= 1.59 * (tag_number(shed.tags, "places") or 0.0) for shed in sheds)


def test_lanes_are_four_metres_wide(grounds: Grounds) -> None:
    lanes = [way for way in grounds.ways if way.kind in (WayKind.ACCESS, WayKind.MAIN)]
    assert all(way.is_fire_lane and way.carriageway_m >= 4.0 for way in lanes)


def test_every_block_has_a_gatehouse_by_one_of_its_vehicle_gates(stages: Stages, grounds: Grounds) -> None:
    commission, _, _, massing = stages
    booths = [g for g in grounds.grounds if g.kind is GroundKind.GATEHOUSE]
    assert Counter(g.block for g in booths) == {"K1": 1, "K2": 1}
    area = commission.brief.parameter("gatehouse_area")
    for booth in booths:
        gates = [s.point for s in grounds.spots if s.kind is SpotKind.VEHICLE_GATE and s.of == booth.block]
        assert min(booth.outline.distance(gate) for gate in gates) <= 40.0
        assert abs(booth.outline.area - area) < 0.05
        assert all(booth.outline.distance(b.footprint) >= 3.0 - 2 * GRID_M for b in massing.buildings)
