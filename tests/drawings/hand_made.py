"""A hand-made plan with at least one of every kind."""

from shapely import box
from shapely.geometry import LineString, Point, Polygon

from layoutgen.geometry.parts import snap_polygon
from layoutgen.model.brief import Conditions, Place
from layoutgen.model.kinds import (
    BuildingUse,
    FacilityKind,
    GroundKind,
    LotKind,
    Mode,
    RoadClass,
    SpotKind,
    StallKind,
    StreetMode,
    WayKind,
)
from layoutgen.model.plan import Block, Building, Community, Facility, Facts, Ground, Lot, Plan, Spot, Stall, Way, Window
from layoutgen.model.site import ContextBuilding, Edge, OffSite, WindowLine
from layoutgen.model.waiver import Waiver
from layoutgen.sentence import Sentence


def rectangle(x: float, y: float, width: float, depth: float) -> Polygon:
    return snap_polygon(box(x, y, x + width, y + depth))


FACTS = Facts(
    people=2400,
    household_size=3.2,
    place=Place(city="xian", latitude_deg=34.3, climate_zone="II", is_large_city=True),
    conditions=Conditions(
        far_max=2.0, density_max=0.28, height_max_m=60.0, storeys_max=18, green_min=0.3, stalls_per_household_min=1.0
    ),
    streets=StreetMode.PUBLIC,
    mode=Mode.NEW,
    is_constrained=True,
    features=("distinctive", "old_area"),
    packs=("drawing", "crc-2020"),
    parameters=(("children_per_1000", 30.0), ("floor_area_per_person", 35.125)),
    grade=0.0,
    origin=(40500000.0, 3790000.125),
    template="default",
    seed=7,
    site_file="一号 地块.dxf",
    site_sha256="00ff",
    overrides=("CRC-06.gfa: >= 300 m2 -> >= 500 m2 (our-city: 大型  超市, 100%)", "FIRE-26: >= 6 m -> >= 5 m (our-city: x=y)"),
    waivers=(
        Waiver(
            clause="FIRE-12",
            reason="the wall is 4.2 m off = agreed, 100%",
            by="张工 (消防)",
            until="2027-12-31",
            things=("K1-00",),
        ),
        Waiver(clause="CRC-99", reason="{\\P} ^J  two  spaces", by="=SUM(A1)", until="2026-02-28"),
    ),
    assumptions=(
        Sentence(en="no bus stop = not given, 100%", zh="未给公交站 = 空, 100%"),
        Sentence(en="  two  spaces", zh=""),
        Sentence(en="{\\P} ^J", zh="{\\P} ^J"),
    ),
)


def _ways() -> tuple[Way, ...]:
    rows = [
        ("R-access-1", WayKind.ACCESS, (20, 60, 220, 64), 4.0, True, "K1"),
        ("R-attached-1", WayKind.ATTACHED, (242, 150, 400, 158), 8.0, True, "K1"),
        ("R-city_road-1", WayKind.CITY_ROAD, (0, -26, 420, 0), 14.0, True, ""),
        ("R-footpath-1", WayKind.FOOTPATH, (60, 64, 62, 90), 2.0, False, "K1"),
        ("R-main-1", WayKind.MAIN, (8, 10, 14, 290), 6.0, True, "K1"),
        ("R-street-1", WayKind.STREET, (224, 0, 240, 300), 9.0, True, ""),
    ]
    ways = []
    for name, kind, (west, south, east, north), carriageway, is_fire, block in rows:
        tall = north - south > east - west
        x, y = (west + east) / 2, (south + north) / 2
        centre = LineString([(x, south), (x, north)] if tall else [(west, y), (east, y)])
        outline = snap_polygon(box(west, south, east, north))
        footway = 3.5 if kind in (WayKind.CITY_ROAD, WayKind.STREET) else 0.0
        tags = (("surface", "asphalt"),) if kind is WayKind.MAIN else ()
        ways.append(
            Way(
                id=name,
                kind=kind,
                centre=centre,
                outline=outline,
                carriageway_m=carriageway,
                footway_m=footway,
                is_fire_lane=is_fire,
                block=block,
                tags=tags,
            )
        )
    return tuple(ways)


def _buildings() -> tuple[Building, ...]:
    def building(name: str, use: BuildingUse, footprint: Polygon, storeys: int, block: str = "", lot: str = "") -> Building:
        height = 3.0 * storeys
        return Building(
            id=name,
            use=use,
            footprint=footprint,
            storeys=storeys,
            storeys_below=int(use is BuildingUse.DWELLING),
            planning_height_m=height + 1.5,
            fire_height_m=height + 0.3,
            shading_height_m=height + 4.123,
            dwellings=4 * storeys if use is BuildingUse.DWELLING else 0,
            floor_area_m2=footprint.area * storeys,
            block=block,
            lot=lot,
            tags=(("phase", "1"),),
        )

    homes = [
        building(
            f"K1-{n:02d}", BuildingUse.DWELLING, rectangle(20 + 66 * (n % 3), 70 + 55 * (n // 3), 54, 13.2), 6 + 3 * n, "K1"
        )
        for n in range(9)
        if n != 1
    ]
    others = [
        building("B-kindergarten", BuildingUse.KINDERGARTEN, rectangle(262, 70, 60, 16), 3, lot="L-kindergarten-1"),
        building("B-service", BuildingUse.SERVICE, rectangle(262, 168, 60, 15), 3, lot="L-service-1"),
        building("B-shops", BuildingUse.SHOPS, rectangle(346, 168, 60, 12), 2, lot="L-shops-1"),
        building("B-toilet", BuildingUse.TOILET, rectangle(330, 8, 8, 6), 1, lot="L-waste_station-1"),
        building("B-utility", BuildingUse.UTILITY, rectangle(366, 8, 30, 10), 1, lot="L-utility-1"),
        building("B-waste", BuildingUse.WASTE_STATION, rectangle(342, 6, 12, 9), 1, lot="L-waste_station-1"),
    ]
    return tuple(sorted([*homes, *others], key=lambda b: b.id))


def _facilities() -> tuple[Facility, ...]:
    homes = {
        FacilityKind.KINDERGARTEN: ("B-kindergarten", 262, 70, 60, 16),
        FacilityKind.WASTE_STATION: ("B-waste", 342, 6, 12, 9),
        FacilityKind.TOILET: ("B-toilet", 330, 8, 8, 6),
    }
    made = []
    for index, kind in enumerate(FacilityKind):
        building, x, y, width, depth = homes.get(kind, ("B-service", 262 + 2.5 * (index % 24), 168, 2.5, 15))
        made.append(
            Facility(
                id=f"F-{kind}-1",
                kind=kind,
                outline=rectangle(x, y, width, depth),
                building=building,
                lot="L-service-1",
                floors=(1, 2) if index % 2 else (1,),
                usable_m2=120.5 if index % 3 else 0.0,
                rooms=("hall, large", "a=b", "50%") if index % 2 else (),
                classes=6 if kind is FacilityKind.KINDERGARTEN else 0,
                children=180 if kind is FacilityKind.KINDERGARTEN else 0,
                tags=(("owner", "public,shared"), ("phase", "1")),
            )
        )
    return tuple(sorted(made, key=lambda f: f.id))


def _grounds() -> tuple[Ground, ...]:
    rows = {
        GroundKind.SPORTS_GROUND: (256, 222, 60, 40, "garden"),
        GroundKind.COURT: (260, 226, 28, 15, "garden"),
        GroundKind.ACTIVITY_GROUND: (330, 222, 30, 30, "garden"),
        GroundKind.CENTRAL_GREEN: (86, 64, 54, 28, ""),
        GroundKind.PLAY_GROUND: (92, 70, 16, 16, ""),
        GroundKind.CLASS_GROUND: (262, 52, 10, 10, "kindergarten"),
        GroundKind.SHARED_GROUND: (275, 30, 60, 30, "kindergarten"),
        GroundKind.RUNNING_TRACK: (280, 32, 30, 4, "kindergarten"),
        GroundKind.SAND_PIT: (320, 40, 6, 5, "kindergarten"),
        GroundKind.NURSERY_GROUND: (262, 186, 30, 16, "service"),
        GroundKind.GREEN: (20, 96, 54, 24, ""),
        GroundKind.PAVED: (250, 165, 10, 30, "service"),
        GroundKind.FIRE_GROUND: (20, 84, 54, 8, ""),
        GroundKind.TURNING_HEAD: (208, 46, 15, 15, ""),
        GroundKind.BIKE_SHED: (150, 96, 20, 4, ""),
        GroundKind.GARAGE: (18, 20, 200, 240, ""),
        GroundKind.RAMP: (14, 30, 30, 7, ""),
        GroundKind.GATEHOUSE: (4, 150, 3, 2, ""),
    }
    tags = {
        GroundKind.COURT: (("sport", "basketball"),),
        GroundKind.GARAGE: (("levels", "1"), ("stalls", "420")),
        GroundKind.ACTIVITY_GROUND: (("equipment", "fitness,path,seats,play"),),
    }
    made = [
        Ground(
            id=f"G-{kind}-1",
            kind=kind,
            outline=rectangle(*at[:4]),
            block="" if at[4] else "K1",
            lot=f"L-{at[4]}-1" if at[4] else "",
            tags=tags.get(kind, ()),
        )
        for kind, at in rows.items()
    ]
    bent = snap_polygon(Polygon([(20, 130), (210, 130), (210, 270), (204, 270), (204, 136), (20, 136)]))
    made.append(Ground(id="G-green-2", kind=GroundKind.GREEN, outline=bent, block="K1", lot=""))
    return tuple(sorted(made, key=lambda g: g.id))


def _spots() -> tuple[Spot, ...]:
    rows = {
        SpotKind.VEHICLE_GATE: (11, 10, "K1"),
        SpotKind.PEDESTRIAN_GATE: (220, 150, "K1"),
        SpotKind.DOOR: (47, 83.2, "K1-00"),
        SpotKind.LOCKERS: (16, 16, "K1"),
        SpotKind.WASTE_POINT: (16, 60, "K1"),
        SpotKind.BUS_STOP: (200, -4, ""),
    }
    tags = {SpotKind.DOOR: (("handrail", "yes"), ("level", "ramp"), ("unit", "1")), SpotKind.LOCKERS: (("cells", "320"),)}
    made = [
        Spot(id=f"D-{kind}-1", kind=kind, point=Point(x, y), of=of, tags=tags.get(kind, ()))
        for kind, (x, y, of) in rows.items()
    ]
    return tuple(sorted(made, key=lambda s: s.id))


def make_plan(stalls: int = 40) -> Plan:
    """A site of 420 m x 300 m: one block to the west, facility lots to the east of a public street."""
    lots = {
        LotKind.KINDERGARTEN: (242, 22, 110, 120),
        LotKind.GARDEN: (242, 210, 178, 90),
        LotKind.SERVICE: (242, 160, 98, 48),
        LotKind.SHOPS: (342, 160, 78, 48),
        LotKind.WASTE_STATION: (328, 0, 32, 20),
        LotKind.UTILITY: (362, 0, 58, 30),
    }
    runs = [((0, 0), (420, 0)), ((420, 0), (420, 300)), ((420, 300), (0, 300)), ((0, 300), (0, 0))]
    classes = [RoadClass.LOCAL, RoadClass.NONE, RoadClass.ARTERIAL, RoadClass.COLLECTOR]
    return Plan(
        facts=FACTS,
        boundary=rectangle(0, 0, 420, 300),
        edges=tuple(
            Edge(id=f"E{n}", line=LineString(run), road_class=road, setback_m=5.5 if n == 1 else None, allows_gate=n != 2)
            for n, (run, road) in enumerate(zip(runs, classes, strict=True), 1)
        ),
        keep_outs=(rectangle(380, 60, 20, 20), rectangle(372, 90, 9.001, 30)),
        context=(
            ContextBuilding(id="C1", footprint=rectangle(40, -40, 60, 14), height_m=54.0, is_protected=False),
            ContextBuilding(id="C2", footprint=rectangle(40, 320, 60, 14), height_m=18.35, is_protected=True),
        ),
        window_lines=(WindowLine(id="V1", line=LineString([(40, 320), (420, 320)]), sill_m=1.05),),
        off_site=(
            OffSite(id="X1", kind="kindergarten", name="东 街=一,幼", at=Point(470.5, 120), land=None, classes=6, children=180),
            OffSite(
                id="X2",
                kind="garden",
                name="",
                at=None,
                land=rectangle(-160, 40, 100, 60),
                rooms=("seats", "pavilion"),
                tags=(("is_open", "yes"), ("rest", "seats,pavilion")),
            ),
            OffSite(id="X3", kind="supermarket", name="Mart", at=Point(440, 0), land=None, floor_area_m2=612.5, land_m2=900.0),
        ),
        communities=(Community(id="C1", outline=rectangle(0, 0, 420, 300), people=2400),),
        blocks=(Block(id="K1", outline=rectangle(0, 0, 224, 300), is_gated=True),),
        lots=tuple(
            sorted(
                (
                    Lot(id=f"L-{kind}-1", kind=kind, outline=rectangle(*at), tags=(("is_open", "yes"),))
                    for kind, at in lots.items()
                ),
                key=lambda lot: lot.id,
            )
        ),
        ways=_ways(),
        buildings=_buildings(),
        facilities=_facilities(),
        windows=tuple(
            Window(
                id=f"W-K1-00-{n}",
                building="K1-00",
                dwelling=f"1-{n // 2}",
                line=LineString([(22 + 4 * n, 70), (23.8 + 4 * n, 70)]),
                sill_m=1.05,
                room="living" if n % 2 else "bedroom",
            )
            for n in range(8)
        ),
        grounds=_grounds(),
        stalls=tuple(
            Stall(
                id=f"P-{n:04d}",
                kind=StallKind.ACCESSIBLE if n % 20 == 0 else StallKind.CAR,
                outline=rectangle(20 + 2.5 * (n % 75), 10 + 0.25 * (n // 75) * 24, 2.5, 5.3),
                block="K1",
                lot="",
                use="resident",
                ev="built" if n % 5 else "none",
            )
            for n in range(stalls)
        ),
        spots=_spots(),
    )
