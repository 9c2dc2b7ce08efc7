"""Drawing 2, old yard 旧院落: an existing community short of land in Xi'an, 486 people, with faults on purpose."""

from dataclasses import replace

from benchmarks.judged_by_hand.pieces import (
    Drawing,
    edges,
    facility,
    facts,
    ground,
    homes,
    house,
    rectangle,
    spot,
    stalls_up,
    way,
)
from layoutgen.model.kinds import BuildingUse, FacilityKind, GroundKind, Mode, RoadClass, SpotKind, WayKind
from layoutgen.model.plan import Block, Building, Facility, Ground, Plan, Spot, Stall, Way


def drawing() -> Drawing:
    """The whole drawing."""
    return Drawing(name="old-yard", title_zh="旧院落", title_en="Old yard", plan=_plan())


def _plan() -> Plan:
    none = RoadClass.NONE
    return Plan(
        facts=facts(486, ("drawing", "crc-2020", "fire"), Mode.EXISTING, is_constrained=True),
        boundary=rectangle((0, 0, 150, 110)),
        edges=edges(150, 110, (RoadClass.LOCAL, none, none, none)),
        blocks=(Block(id="K1", outline=rectangle((0, 0, 150, 110)), is_gated=True),),
        ways=tuple(sorted(_ways(), key=lambda w: w.id)),
        buildings=tuple(sorted(_buildings(), key=lambda b: b.id)),
        facilities=tuple(sorted(_facilities(), key=lambda f: f.id)),
        grounds=tuple(sorted(_grounds(), key=lambda g: g.id)),
        stalls=tuple(sorted(_stalls(), key=lambda s: s.id)),
        spots=tuple(sorted(_spots(), key=lambda s: s.id)),
    )


def _ways() -> list[Way]:
    path = WayKind.FOOTPATH
    return [
        way("R-main-1", WayKind.MAIN, (72, 0, 78, 100), "K1", footway=1.0, is_fire=1),
        way("R-access-1", WayKind.ACCESS, (6, 36, 72, 40), "K1", is_fire=1),
        way("R-access-2", WayKind.ACCESS, (78, 36, 144, 40), "K1", is_fire=1),
        way("R-path-A", path, (35.2, 30, 36.8, 36), "K1"),
        way("R-path-B", path, (35.2, 74, 36.8, 78), "K1"),
        way("R-path-C", path, (113.2, 30, 114.8, 36), "K1"),
        way("R-path-D", path, (101.2, 40, 102.8, 62), "K1"),
        way("R-path-E", path, (129.2, 40, 130.8, 62), "K1"),
    ]


def _buildings() -> list[Building]:
    wrong = replace(homes("C", (84, 18, 144, 30), 6, 36), floor_area_m2=4500.0)  # its label lies: 60 x 12 x 6 = 4 320
    return [
        homes("A", (6, 18, 66, 30), 6, 36),
        homes("B", (6, 62, 66, 74), 6, 36),
        wrong,
        homes("D", (90, 62, 114, 80), 11, 44),
        house("E", BuildingUse.SERVICE, (118, 62, 142, 74), 2, ""),
        house("T", BuildingUse.TOILET, (130, 92, 135, 96), 1, ""),
    ]


def _facilities() -> list[Facility]:
    of = FacilityKind
    cares = "prevention,treatment,family_planning,rehabilitation,epidemic_control"
    return [
        facility(of.SERVICE_STATION, (118, 62, 130, 74), "E", "", (1, 2), rooms="hall,police,committee,activity,reading"),
        facility(of.HEALTH_STATION, (130, 62, 134, 74), "E", "", rooms=cares),
        facility(of.CONVENIENCE_STORE, (134, 62, 142, 69), "E", ""),
        facility(of.CONVENIENCE_STORE, (134, 69, 142, 74), "E", "", number="2"),
        facility(of.TOILET, (130, 92, 135, 96), "T", "", prefabricated="yes"),
    ]


def _grounds() -> list[Ground]:
    of = GroundKind
    return [
        ground(of.FIRE_GROUND, (90, 50, 114, 57), block="K1", of="D"),
        ground(of.ACTIVITY_GROUND, (10, 92, 22, 102), block="K1", equipment="fitness,seats"),
        ground(of.BIKE_SHED, (6, 55, 16, 59), block="K1", places="40", charging="8"),
        ground(of.GREEN, (84, 84, 124, 106), block="K1"),
        ground(of.GREEN, (6, 4, 66, 14), 2, block="K1"),
    ]


def _stalls() -> list[Stall]:
    on_lane = stalls_up(1, (72, 44, 74.4, 50), 3)
    on_ground = stalls_up(4, (92, 50, 97.3, 52.5), 1)
    row = [stall for n in range(20) for stall in stalls_up(5 + n, (10 + 2.5 * n, 78, 12.5 + 2.5 * n, 83.3), 1)]
    clear = [stall for stall in row if not 32.5 <= stall.outline.bounds[0] < 37.5]  # where the path of B ends
    return [*on_lane, *on_ground, *clear]


def _spots() -> list[Spot]:
    door = SpotKind.DOOR
    return [
        spot("D-A", door, (36, 30), "A", level="ramp", handrail="yes"),
        spot("D-B", door, (36, 74), "B", level="ramp", handrail="no"),
        spot("D-C", door, (114, 30), "C", level="flush"),
        spot("D-D", door, (102, 62), "D", level="flush"),
        spot("D-E", door, (130, 62), "E", level="flush"),
        spot("D-T", door, (132, 92), "T", level="flush"),
        spot("GV-1", SpotKind.VEHICLE_GATE, (75, 0), "K1"),
        spot("LK-1", SpotKind.LOCKERS, (80, 6), "K1", cells="100"),
        spot("WP-1", SpotKind.WASTE_POINT, (80, 10), "K1"),
        spot("BS-1", SpotKind.BUS_STOP, (75, -10)),
    ]
