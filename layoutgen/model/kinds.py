"""The kinds of things on a plan, by the glossary; their Chinese words and layers are data in templates/drawing."""

from enum import StrEnum


class RoadClass(StrEnum):
    """Class of a city road along an edge of the site 道路等级."""

    ARTERIAL = "arterial"  # 主干路
    COLLECTOR = "collector"  # 次干路
    LOCAL = "local"  # 支路
    NONE = "none"  # a neighbour's land, no road


class StreetMode(StrEnum):
    """Whether streets inside the site are public (figures F-57)."""

    AUTO = "auto"
    PUBLIC = "public"
    GATED = "gated"


class Mode(StrEnum):
    """Scope of the clauses: new build or existing community."""

    NEW = "new"
    EXISTING = "existing"


class WayKind(StrEnum):
    """A way 道路: a road, lane or path, drawn as centre line and outline."""

    CITY_ROAD = "city_road"  # 城市道路, main road between the communities of a divided site, between red lines
    STREET = "street"  # 支路, public branch road between red lines
    ATTACHED = "attached"  # 附属道路, main road of a site without public streets
    MAIN = "main"  # 街坊主要附属道路: a block's loop, and the stubs to its vehicle gates
    ACCESS = "access"  # 宅前路
    FOOTPATH = "footpath"  # 步行道


class LotKind(StrEnum):
    """A lot 地块 of one use, outside the blocks' land."""

    KINDERGARTEN = "kindergarten"
    GARDEN = "garden"  # 社区游园, public green
    SERVICE = "service"  # 综合服务
    SHOPS = "shops"  # 商业
    WASTE_STATION = "waste_station"  # 垃圾收集站
    UTILITY = "utility"  # 市政设备


class BuildingUse(StrEnum):
    """Main use of a building."""

    DWELLING = "dwelling"
    KINDERGARTEN = "kindergarten"
    SERVICE = "service"
    SHOPS = "shops"
    WASTE_STATION = "waste_station"
    TOILET = "toilet"
    UTILITY = "utility"


class FacilityKind(StrEnum):
    """A neighborhood facility 配套设施."""

    SERVICE_STATION = "service_station"  # 社区综合服务站
    KINDERGARTEN = "kindergarten"  # 幼儿园
    NURSERY = "nursery"  # 托儿所
    ELDERLY_STATION = "elderly_station"  # 老年服务站
    DAY_CARE = "day_care"  # 老年人日间照料中心
    HEALTH_STATION = "health_station"  # 社区卫生服务站
    CULTURE_STATION = "culture_station"  # 文化活动站
    PROPERTY_OFFICE = "property_office"  # 物业管理用房
    SUPERMARKET = "supermarket"  # 综合超市
    PARCEL_STATION = "parcel_station"  # 邮政快递末端综合服务站
    BARBER = "barber"  # 理发店
    LAUNDRY = "laundry"  # 洗衣店
    PHARMACY = "pharmacy"  # 药店
    REPAIR = "repair"  # 维修点
    HOUSEKEEPING = "housekeeping"  # 家政服务网点
    RESTAURANT = "restaurant"  # 餐饮店
    CONVENIENCE_STORE = "convenience_store"  # 便利店
    VEGETABLE_SHOP = "vegetable_shop"  # 菜店; a small market 菜市场 too
    CANTEEN = "canteen"  # 社区食堂
    BREAKFAST_SHOP = "breakfast_shop"  # 早餐店
    RECYCLING_POINT = "recycling_point"  # 回收服务点
    WASTE_STATION = "waste_station"  # 生活垃圾收集站
    TOILET = "toilet"  # 公共厕所
    WATER_ROOM = "water_room"  # 给水泵房
    DRAINAGE_ROOM = "drainage_room"  # 雨水调蓄与排水泵房
    POWER_ROOM = "power_room"  # 变配电室
    GAS_ROOM = "gas_room"  # 燃气调压站
    HEAT_ROOM = "heat_room"  # 换热站
    TELECOM_ROOM = "telecom_room"  # 通信机房
    FIRE_ROOM = "fire_room"  # 消防控制室
    FIRE_PUMP_ROOM = "fire_pump_room"  # 消防水池及泵房


SHOP_KINDS = (
    FacilityKind.BARBER,
    FacilityKind.LAUNDRY,
    FacilityKind.PHARMACY,
    FacilityKind.REPAIR,
    FacilityKind.HOUSEKEEPING,
    FacilityKind.RESTAURANT,
)
TRADE_KINDS = (  # shops that every community has, and those that some packs name besides
    *SHOP_KINDS,
    FacilityKind.CONVENIENCE_STORE,
    FacilityKind.VEGETABLE_SHOP,
    FacilityKind.CANTEEN,
    FacilityKind.BREAKFAST_SHOP,
    FacilityKind.RECYCLING_POINT,
)
UTILITY_KINDS = (
    FacilityKind.WATER_ROOM,
    FacilityKind.DRAINAGE_ROOM,
    FacilityKind.POWER_ROOM,
    FacilityKind.GAS_ROOM,
    FacilityKind.HEAT_ROOM,
    FacilityKind.TELECOM_ROOM,
    FacilityKind.FIRE_ROOM,
    FacilityKind.FIRE_PUMP_ROOM,
)


class GroundKind(StrEnum):
    """A closed piece of ground with one purpose, drawn with its own outline."""

    SPORTS_GROUND = "sports_ground"  # 多功能运动场地
    COURT = "court"  # 球场, tag sport=basketball…
    ACTIVITY_GROUND = "activity_ground"  # 公共活动场地 with fitness and play
    POCKET_PARK = "pocket_park"  # 口袋公园, small and open, beside a street
    CENTRAL_GREEN = "central_green"  # 集中绿地 of a block
    PLAY_GROUND = "play_ground"  # children's and elderly ground in a block 老幼活动场地
    CLASS_GROUND = "class_ground"  # 幼儿园班级活动场地
    SHARED_GROUND = "shared_ground"  # 幼儿园共用活动场地
    RUNNING_TRACK = "running_track"  # 30 m 跑道
    SAND_PIT = "sand_pit"  # 沙坑
    NURSERY_GROUND = "nursery_ground"  # 托儿所室外活动场地
    GREEN = "green"  # 绿地 that counts toward the green ratio
    PAVED = "paved"  # 铺装: squares, yards, drop-offs
    FIRE_GROUND = "fire_ground"  # 消防车登高操作场地
    TURNING_HEAD = "turning_head"  # 回车场
    BIKE_SHED = "bike_shed"  # 非机动车棚, tags places, charging
    GARAGE = "garage"  # 地下车库轮廓, tags levels, stalls, accessible, ev
    RAMP = "ramp"  # 车库坡道
    GATEHOUSE = "gatehouse"  # 门卫岗亭, a booth


class StallKind(StrEnum):
    """A surface parking stall 地面机动车位."""

    CAR = "car"
    ACCESSIBLE = "accessible"  # 无障碍车位, its outline includes the 1.20 m aisle


class SpotKind(StrEnum):
    """A point with a meaning."""

    VEHICLE_GATE = "vehicle_gate"  # 机动车出入口
    PEDESTRIAN_GATE = "pedestrian_gate"  # 人行出入口
    DOOR = "door"  # 建筑出入口; `of` names the building or facility
    LOCKERS = "lockers"  # 智能信包箱与快件箱, tag cells
    WASTE_POINT = "waste_point"  # 生活垃圾分类收集点
    BUS_STOP = "bus_stop"  # 公交站


OFF_SITE_KINDS = (
    *(kind.value for kind in FacilityKind if kind not in (*UTILITY_KINDS, FacilityKind.PROPERTY_OFFICE)),
    LotKind.GARDEN.value,
    GroundKind.SPORTS_GROUND.value,
    GroundKind.ACTIVITY_GROUND.value,
)  # what a small community may have off its site


def off_site_family(kind: str) -> str:
    """What a kind of `OFF_SITE_KINDS` would be on the site: "facility", "lot" or "ground"."""
    if kind == LotKind.GARDEN.value:
        return "lot"
    return "facility" if kind in tuple(FacilityKind) else "ground"
