"""Drawing 3, side lane 小巷: new build of 1 037 people in Xi'an, below a community's size, with facilities off the site."""

from shapely.geometry import Point

from benchmarks.judged_by_hand.pieces import (
    Box,
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
from layoutgen.model.kinds import BuildingUse, FacilityKind, GroundKind, LotKind, RoadClass, SpotKind, WayKind
from layoutgen.model.plan import Block, Building, Facility, Ground, Plan, Spot, Stall, Way, tags_of
from layoutgen.model.site import OffSite

WESTS = (8.0, 78.0, 148.0)  # of the slabs, 60 m long
ROWS = (46.0, 94.0)  # their south walls
STALLS = ((78.0, 11), (112.0, 6), (150.0, 10), (180.0, 7))  # west end of each run, and how many


def drawing() -> Drawing:
    """The whole drawing."""
    return Drawing(name="side-lane", title_zh="小巷", title_en="Side lane", plan=_plan())


def _plan() -> Plan:
    local, none = RoadClass.LOCAL, RoadClass.NONE
    return Plan(
        facts=facts(1037, ("drawing", "crc-2020", "parking", "sports", "gb-50180")),
        boundary=rectangle((0, 0, 216, 112)),
        edges=edges(216, 112, (none, local, none, local)),
        off_site=_off_site(),
        blocks=(Block(id="K1", outline=rectangle((0, 0, 216, 112)), is_gated=True),),
        ways=tuple(sorted(_ways(), key=lambda w: w.id)),
        buildings=tuple(sorted(_buildings(), key=lambda b: b.id)),
        facilities=tuple(sorted(_facilities(), key=lambda f: f.id)),
        grounds=tuple(sorted(_grounds(), key=lambda g: g.id)),
        stalls=tuple(_stalls()),
        spots=tuple(sorted(_spots(), key=lambda s: s.id)),
    )


def _off_site() -> tuple[OffSite, ...]:
    cares = ("prevention", "treatment", "family_planning", "rehabilitation", "epidemic_control")
    garden = tags_of(is_open="yes", refuge="yes", rest="seats,pavilion")
    return (
        OffSite(
            id="X1",
            kind=FacilityKind.KINDERGARTEN,
            name="西街幼儿园",
            at=Point(-60, 33),
            land=None,
            floor_area_m2=2400,
            land_m2=3800,
            classes=6,
            children=180,
        ),
        OffSite(id="X2", kind=FacilityKind.SUPERMARKET, name="便民超市", at=Point(-40, 33), land=None, floor_area_m2=500),
        OffSite(id="X3", kind=LotKind.GARDEN, name="街心游园", at=None, land=rectangle((-120, -90, -40, -30)), tags=garden),
        OffSite(
            id="X4",
            kind=GroundKind.SPORTS_GROUND,
            name="运动场",
            at=None,
            land=rectangle((-35, -55, 5, -30)),
            tags=tags_of(refuge="yes"),
        ),
        OffSite(
            id="X5",
            kind=FacilityKind.HEALTH_STATION,
            name="东街卫生站",
            at=Point(266, 33),
            land=None,
            floor_area_m2=150,
            rooms=cares,
        ),
        OffSite(id="X6", kind=FacilityKind.NURSERY, name="远处托儿所", at=Point(400, 33), land=None, floor_area_m2=260),
    )


def _ways() -> list[Way]:
    path = WayKind.FOOTPATH
    doors = [way(f"R-door-{n + 1}", path, (x + 29.2, 36, x + 30.8, 46), "K1") for n, x in enumerate(WESTS)]
    return [
        way("R-main-1", WayKind.MAIN, (0, 30, 216, 36), "K1", footway=1.5),
        *doors,
        way("R-path-north", path, (72.2, 36, 73.8, 92.4), "K1"),
        way("R-path-row", path, (36, 92.4, 180, 94), "K1"),
        way("R-path-service", path, (22.2, 24, 23.8, 30), "K1"),
        way("R-path-green", path, (104.2, 24, 105.8, 30), "K1"),
        way("R-path-activity", path, (174.2, 24, 175.8, 30), "K1"),
        way("R-path-utility", path, (198.2, 18, 199.8, 30), "K1"),
    ]


def _buildings() -> list[Building]:
    slabs = [
        homes(f"K1-{r + 1}{n + 1}", (x, y, x + 60, y + 12), 9, 54) for r, y in enumerate(ROWS) for n, x in enumerate(WESTS)
    ]
    return [
        *slabs,
        house("B-service", BuildingUse.SERVICE, (8, 12, 38, 24), 2, ""),
        house("B-utility", BuildingUse.UTILITY, (190, 12, 208, 18), 1, ""),
    ]


def _facilities() -> list[Facility]:
    of, hall = FacilityKind, "B-service"
    rooms = (of.WATER_ROOM, of.DRAINAGE_ROOM, of.POWER_ROOM, of.GAS_ROOM, of.HEAT_ROOM, of.TELECOM_ROOM)
    station = "hall,police,committee,activity,reading,party"
    utility = [facility(k, (190 + 3 * n, 12, 193 + 3 * n, 18), "B-utility", "", owner="utility") for n, k in enumerate(rooms)]
    return [
        facility(of.SERVICE_STATION, (8, 12, 38, 24), hall, "", (2,), rooms=station),
        facility(of.ELDERLY_STATION, (8, 12, 23, 24), hall, "", rooms="assistance,meals,health,culture,disabled"),
        facility(of.PROPERTY_OFFICE, (23, 12, 30, 24), hall, "", owner="owners"),
        facility(of.PARCEL_STATION, (30, 12, 34, 24), hall, "", usable="20"),
        facility(of.CONVENIENCE_STORE, (34, 12, 38, 24), hall, ""),
        *utility,
    ]


def _grounds() -> list[Ground]:
    of = GroundKind
    greens: list[Box] = [(x, y, x + 60, y + 12) for y in (60.0, 80.0) for x in WESTS]
    greens += [(8, 108, 208, 111), (8, 1, 208, 3)]
    return [
        ground(of.CENTRAL_GREEN, (60, 4, 150, 24), block="K1"),
        ground(of.PLAY_GROUND, (95, 14, 115, 24), block="K1", equipment="play,seats"),
        ground(of.ACTIVITY_GROUND, (165, 14, 185, 24), block="K1", equipment="fitness,path,seats,play"),
        *(ground(of.GREEN, at, n + 1, block="K1") for n, at in enumerate(greens)),
        *(
            ground(of.BIKE_SHED, (x, 74, x + 60, 78), n + 1, block="K1", places="150", charging="20")
            for n, x in enumerate(WESTS)
        ),
        ground(of.GARAGE, (8, 46, 208, 92), block="K1", levels="1", stalls="290", accessible="2", ev="reserved"),
        ground(of.RAMP, (139.5, 36, 146.5, 76), block="K1", of="G-garage-1", form="straight", lanes="2", grade="0.12"),
    ]


def _stalls() -> list[Stall]:
    wests = [west + 2.5 * n for west, count in STALLS for n in range(count)]
    return [stall for n, x in enumerate(wests) for stall in stalls_up(n + 1, (x, 36, x + 2.5, 41.3), 1)]


def _spots() -> list[Spot]:
    of = SpotKind
    doors = [
        spot(f"D-K1-{r + 1}{n + 1}", of.DOOR, (x + 30, y), f"K1-{r + 1}{n + 1}", level="flush", unit="1")
        for r, y in enumerate(ROWS)
        for n, x in enumerate(WESTS)
    ]
    return [
        *doors,
        spot("D-B-service", of.DOOR, (23, 24), "B-service", level="flush"),
        spot("D-B-utility", of.DOOR, (199, 18), "B-utility", level="flush"),
        spot("GV-1", of.VEHICLE_GATE, (0, 33), "K1"),
        spot("GV-2", of.VEHICLE_GATE, (216, 33), "K1"),
        spot("LK-1", of.LOCKERS, (4, 38), "K1", cells="200"),
        spot("LK-2", of.LOCKERS, (212, 38), "K1", cells="200"),
        spot("WP-1", of.WASTE_POINT, (60, 40), "K1"),
        spot("WP-2", of.WASTE_POINT, (160, 88), "K1"),
        spot("BS-1", of.BUS_STOP, (-20, 33)),
    ]
