"""Drawing 1, four slabs 四栋板楼: one block and its facilities in Xi'an, 742 people."""

from shapely.geometry import LineString

from benchmarks.judged_by_hand.pieces import (
    Drawing,
    edges,
    facility,
    facts,
    ground,
    homes,
    house,
    lot,
    rectangle,
    spot,
    stalls_up,
    way,
)
from layoutgen.model.kinds import (
    BuildingUse,
    FacilityKind,
    GroundKind,
    LotKind,
    RoadClass,
    SpotKind,
    StallKind,
    WayKind,
)
from layoutgen.model.plan import Block, Building, Facility, Ground, Plan, Spot, Stall, Way, Window

STOREYS = (6, 11, 6, 6)  # of the slabs, from the south
SOUTHS = (20.0, 62.0, 104.0, 146.0)  # their south walls
DOORS = (48.0, 84.0)  # middles of their two units
SILL_M = 1.2  # 0.3 m of floor above the ground and 0.9 m to the sill
SERVICE, SHOPS, KINDERGARTEN = "B-service", "B-shops", "B-kindergarten"


def drawing() -> Drawing:
    """The whole drawing."""
    return Drawing(name="four-slabs", title_zh="四栋板楼", title_en="Four slabs", plan=_plan())


def _plan() -> Plan:
    local, none = RoadClass.LOCAL, RoadClass.NONE
    return Plan(
        facts=facts(742, ("drawing", "crc-2020", "sunlight")),
        boundary=rectangle((0, 0, 256, 180)),
        edges=edges(256, 180, (local, none, local, none)),
        blocks=(Block(id="K1", outline=rectangle((0, 0, 140, 180)), is_gated=True),),
        lots=(
            lot(LotKind.GARDEN, (156, 0, 256, 60), is_open="yes", rest="seats,pavilion", refuge="yes"),
            lot(LotKind.KINDERGARTEN, (156, 60, 256, 100)),
            lot(LotKind.SERVICE, (156, 100, 256, 130)),
            lot(LotKind.SHOPS, (156, 130, 256, 155)),
            lot(LotKind.UTILITY, (186, 155, 256, 180)),
            lot(LotKind.WASTE_STATION, (156, 155, 186, 180)),
        ),
        ways=tuple(sorted(_ways(), key=lambda w: w.id)),
        buildings=tuple(sorted(_buildings(), key=lambda b: b.id)),
        facilities=tuple(sorted(_facilities(), key=lambda f: f.id)),
        windows=tuple(sorted(_windows(), key=lambda w: w.id)),
        grounds=tuple(sorted(_grounds(), key=lambda g: g.id)),
        stalls=tuple(sorted(_stalls(), key=lambda s: s.id)),
        spots=tuple(sorted(_spots(), key=lambda s: s.id)),
    )


def _ways() -> list[Way]:
    path, access = WayKind.FOOTPATH, WayKind.ACCESS
    lanes = [way(f"R-access-{k + 1}", access, (14, y + 14, 140, y + 18), block="K1") for k, y in enumerate(SOUTHS)]
    doors = [
        way(f"R-door-{k + 1}{n + 1}", path, (x - 0.8, y + 12, x + 0.8, y + 14), block="K1")
        for k, y in enumerate(SOUTHS)
        for n, x in enumerate(DOORS)
    ]
    return [
        way("R-main-1", WayKind.MAIN, (8, 0, 14, 180), block="K1", footway=1.5),
        way("R-street-1", WayKind.STREET, (140, 0, 156, 180), footway=3.5, carriageway=9.0),
        *lanes,
        *doors,
        way("R-path-green", path, (65.2, 38, 66.8, 44), block="K1"),
        way("R-path-garden", path, (156, 27.2, 230, 28.8)),
        way("R-path-sports", path, (179.2, 25, 180.8, 27.2)),
        way("R-path-activity", path, (219.2, 20, 220.8, 27.2)),
        way("R-path-kindergarten", path, (156, 76.4, 206, 78)),
        way("R-path-service", path, (156, 106.4, 206, 108)),
        way("R-path-shops", path, (156, 134.4, 206, 136)),
        way("R-path-utility", path, (156, 161.4, 226, 163)),
    ]


def _buildings() -> list[Building]:
    slabs = [
        homes(f"K1-0{k + 1}", (30, y, 102, y + 12), storeys, 8 * storeys)
        for k, (y, storeys) in enumerate(zip(SOUTHS, STOREYS, strict=True))
    ]
    return [
        *slabs,
        house(KINDERGARTEN, BuildingUse.KINDERGARTEN, (166, 78, 206, 96), 3, "L-kindergarten-1"),
        house(SERVICE, BuildingUse.SERVICE, (166, 108, 206, 124), 3, "L-service-1"),
        house(SHOPS, BuildingUse.SHOPS, (166, 136, 206, 151), 2, "L-shops-1"),
        house("B-toilet", BuildingUse.TOILET, (158, 163, 164, 169), 1, "L-waste_station-1"),
        house("B-waste", BuildingUse.WASTE_STATION, (168, 163, 178, 171), 1, "L-waste_station-1"),
        house("B-utility", BuildingUse.UTILITY, (196, 163, 226, 171), 1, "L-utility-1"),
    ]


def _facilities() -> list[Facility]:
    of, service, shops, utility = FacilityKind, "L-service-1", "L-shops-1", "L-utility-1"
    rooms = (of.WATER_ROOM, of.DRAINAGE_ROOM, of.POWER_ROOM, of.GAS_ROOM, of.HEAT_ROOM, of.TELECOM_ROOM)
    trades = (of.BARBER, of.LAUNDRY, of.PHARMACY, of.REPAIR, of.HOUSEKEEPING)
    cares = "prevention,treatment,family_planning,rehabilitation,epidemic_control"
    station = "hall,police,committee,activity,reading,party"
    help_ = "assistance,meals,health,culture,disabled"
    return [
        facility(of.KINDERGARTEN, (166, 78, 206, 96), KINDERGARTEN, "L-kindergarten-1", (1, 2, 3), classes="6", children="180"),
        facility(of.HEALTH_STATION, (166, 108, 176, 124), SERVICE, service, rooms=cares),
        facility(of.NURSERY, (176, 108, 192, 124), SERVICE, service, classes="1", children="20"),
        facility(of.SERVICE_STATION, (166, 108, 191, 124), SERVICE, service, (2, 3), rooms=station),
        facility(of.ELDERLY_STATION, (191, 108, 206, 124), SERVICE, service, (2,), rooms=help_),
        facility(of.PROPERTY_OFFICE, (191, 108, 206, 124), SERVICE, service, (3,), owner="owners"),
        facility(of.SUPERMARKET, (166, 136, 187, 151), SHOPS, shops, owner="developer"),
        facility(of.PARCEL_STATION, (187, 136, 190, 151), SHOPS, shops, usable="30"),
        *(facility(k, (190 + 2.5 * n, 136, 192.5 + 2.5 * n, 151), SHOPS, shops) for n, k in enumerate(trades)),
        facility(of.RESTAURANT, (202.5, 136, 206, 151), SHOPS, shops),
        facility(of.TOILET, (158, 163, 164, 169), "B-toilet", "L-waste_station-1"),
        facility(of.WASTE_STATION, (168, 163, 178, 171), "B-waste", "L-waste_station-1"),
        *(
            facility(k, (196 + 5 * n, 163, 201 + 5 * n, 171), "B-utility", utility, owner="utility")
            for n, k in enumerate(rooms)
        ),
    ]


def _windows() -> list[Window]:
    slabs = [_window(f"K1-0{k + 1}", n, 34.5 + 9 * n, y, 0.9, "living") for k, y in enumerate(SOUTHS) for n in range(8)]
    return [*slabs, *(_window(KINDERGARTEN, n, 170 + 6 * n, 78, 0.9, "playroom") for n in range(6))]


def _window(building: str, n: int, x: float, y: float, half: float, room: str) -> Window:
    sill = SILL_M if room == "living" else 0.9
    line = LineString([(x - half, y), (x + half, y)])  # eastward: outside, on the right, is the south
    return Window(id=f"W-{building}-{n + 1}", building=building, dwelling=f"1-{n + 1}", line=line, sill_m=sill, room=room)


def _grounds() -> list[Ground]:
    of, garden = GroundKind, "L-garden-1"
    lifts = {"levels": "1", "stalls": "200", "accessible": "1", "ev": "reserved"}
    aisles = ((18.0, 34.0), (38.0, 76.0), (80.0, 118.0), (122.0, 160.0))
    return [
        ground(of.SPORTS_GROUND, (160, 4, 200, 25), lot=garden, refuge="yes"),
        ground(of.COURT, (164, 7, 192, 22), lot=garden, sport="basketball"),
        ground(of.ACTIVITY_GROUND, (210, 5, 230, 20), lot=garden, equipment="fitness,path,seats,play"),
        ground(of.GREEN, (160, 32, 252, 56), lot=garden),
        ground(of.CENTRAL_GREEN, (30, 44, 102, 58), block="K1"),
        ground(of.PLAY_GROUND, (60, 44, 72, 52), block="K1"),
        ground(of.GREEN, (30, 86, 102, 100), 2, block="K1"),
        ground(of.GREEN, (30, 128, 102, 142), 3, block="K1"),
        ground(of.GREEN, (30, 168, 102, 178), 4, block="K1"),
        ground(of.BIKE_SHED, (104, 42, 112, 56), block="K1", places="464", charging="20"),
        ground(of.GARAGE, (30, 50, 102, 150), block="K1", **lifts),
        ground(of.RAMP, (103, 125, 110, 155), block="K1", of="G-garage-1", form="straight", lanes="2", grade="0.12"),
        *(ground(of.PAVED, (121.3, a, 127.3, b), n + 1, block="K1") for n, (a, b) in enumerate(aisles)),
    ]


def _stalls() -> list[Stall]:
    accessible = stalls_up(1, (116, 18, 121.3, 21.7), 4, StallKind.ACCESSIBLE)
    rows = [stalls_up(5 + 12 * n, (116, y, 121.3, y + 2.5), 12) for n, y in enumerate((42.0, 84.0, 126.0))]
    return [*accessible, *(stall for row in rows for stall in row)]


def _spots() -> list[Spot]:
    of = SpotKind
    entered = [(KINDERGARTEN, 186, 78), (SERVICE, 186, 108), (SHOPS, 196, 136), ("B-toilet", 161, 163), ("B-waste", 173, 163)]
    own = [("B-utility", 211, 163), ("F-health_station-1", 171, 108), ("F-supermarket-1", 176, 136)]
    return [
        *(
            spot(f"D-K1-0{k + 1}-{n + 1}", of.DOOR, (x, y + 12), f"K1-0{k + 1}", level="flush", unit=str(n + 1))
            for k, y in enumerate(SOUTHS)
            for n, x in enumerate(DOORS)
        ),
        *(spot(f"D-{name}", of.DOOR, (x, y), name, level="flush") for name, x, y in [*entered, *own]),
        spot("GV-1", of.VEHICLE_GATE, (11, 0), "K1"),
        spot("GV-2", of.VEHICLE_GATE, (11, 180), "K1"),
        *(spot(f"GP-{k + 1}", of.PEDESTRIAN_GATE, (140, y + 16), "K1") for k, y in enumerate(SOUTHS)),
        *(spot(f"LK-{k}", of.LOCKERS, (138, y), "K1", cells="150") for k, y in ((1, 36), (2, 162))),
        *(spot(f"WP-{k + 1}", of.WASTE_POINT, (66, y + 20), "K1") for k, y in enumerate(SOUTHS)),
        spot("BS-1", of.BUS_STOP, (148, -4)),
    ]
