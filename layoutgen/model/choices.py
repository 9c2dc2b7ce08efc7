"""A designer's choices, read from templates: sizes and manners that are taste, not law."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StreetChoices:
    """Streets and blocks."""

    city_road_width_m: float  # red line of a main road between communities
    city_road_carriageway_m: float
    city_road_footway_m: float
    street_width_m: float  # red line of a public branch road
    street_carriageway_m: float
    street_footway_m: float
    spine_width_m: float  # red line of the street that most ways lead over
    spine_carriageway_m: float
    spine_footway_m: float
    attached_width_m: float  # carriageway of an attached main road
    attached_footway_m: float
    block_width_m: float  # aimed spacing of streets, both ways
    block_depth_m: float
    public_from_m: float  # a site longer than this both ways gets public streets
    spacing_max_m: float
    block_area_max_m2: float
    block_area_min_m2: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneChoices:
    """Ways inside a block."""

    verge_m: float  # from the block's edge to the loop
    loop_width_m: float
    loop_footway_m: float
    loop_lanes: int  # of a loop, and of every vehicle gate
    loop_radius_m: float  # of the inner kerb in its bends
    lane_radius_m: float  # of the kerbs where an access lane meets another way
    gate_width_m: float  # of the road through a vehicle gate
    lane_width_m: float  # access lane that is a fire lane too
    lane_to_wall_m: float
    open_south_deg: float  # sides of a cell that face south this nearly may go without the loop
    open_south_depth_m: float  # of a cell, north to south: shallower ones keep the whole loop
    path_width_m: float
    gates_per_block_min: int
    gates_per_block_max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HousingType:
    """A class of slab."""

    storeys: int
    depth_m: float
    row_length_max_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HousingChoices:
    """Slabs made of units."""

    types: tuple[HousingType, ...]  # by storeys
    storey_height_m: float
    plinth_m: float
    parapet_m: float
    overrun_m: float  # stair and lift overrun above the roof surface
    dwellings_per_unit: int
    units_max: int  # in one slab
    sill_m: float  # above the indoor floor
    window_width_m: float
    azimuth_max_deg: float
    gable_gap_low_m: float  # between buildings that are not high-rise
    gable_gap_mixed_m: float
    gable_gap_high_m: float
    spaced_gap_share: float  # of a high-rise slab's length: so far apart the sun passes between slabs
    tower_lines: int  # lines of a cell, from the north, that are of point towers where its homes are high-rise
    tower_units: int  # units joined round one lift lobby
    tower_depth_m: float
    tower_gap_share: float  # of a tower's width, at least
    court_sides: int  # sides of a cell, the west one first, closed by turned slabs where its homes are no high-rise
    facing_gap_m: float  # privacy between facing windows
    over_ask: float  # every block is asked for this share more, then trimmed
    accessible_share: float  # of each building's dwellings, rounded up


@dataclass(frozen=True, slots=True, kw_only=True)
class SetbackChoices:
    """Setbacks from the red line where the brief gives none, by building height."""

    low_m: float  # <= 24 m
    middle_m: float  # <= 50 m
    high_m: float
    neighbour_m: float  # from a neighbour's land


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityChoices:
    """Lots and facility buildings."""

    service_depth_m: float
    service_arm_m: float  # depth of the arms of a service cluster about its court
    service_slice_m: float  # least width of a facility in them
    shop_depth_m: float
    kindergarten_depth_m: float
    kindergarten_storeys: int
    kindergarten_second_gain: float  # share of the homes that a second one must bring within its radius
    kindergarten_class_gain: float  # and for each class that two must have beyond the demand
    kindergarten_wing_m: float  # depth of the wing of class units, corridor included
    kindergarten_head_m: float  # width of the head behind it
    kindergarten_notch_m: float  # between class units
    kindergarten_notch_deep_m: float
    public_storey_height_m: float
    playroom_share: float  # activity rooms and bedrooms in a kindergarten's usable area
    utility_depth_m: float  # utility rooms, waste house, toilet
    forecourt_m: float  # clear ground before an entrance
    lot_margin_m: float  # from a lot's edge to its building
    waste_lot_width_m: float
    waste_lot_depth_m: float
    garden_sport_share: float  # aimed share of the garden, 0.10…0.15
    small_shop_width_m: float  # least width of a shop that a pack names besides
    activity_share: float  # aimed share of a service facility for residents' activities, where a pack asks for one


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkingChoices:
    """Stalls and garages."""

    stall_width_m: float
    stall_length_m: float
    parallel_length_m: float  # of a stall along its lane
    accessible_aisle_m: float
    garage_m2_per_stall: float
    garage_inset_m: float
    garage_levels_max: int
    ramp_width_m: float
    ramp_length_m: float
    ramp_lanes: int
    ramp_lane_m: float  # width of a ramp of one lane
    ramp_grade: float  # of its straight run, declared
    surface_share_max: float  # of the households
    stall_to_wall_m: float
    spare_share: float  # stalls above the demand


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundChoices:
    """Sizes and manners of the ground between the buildings; where a law asks, these are the aims at or above it."""

    gate_spacing_m: float  # least distance between vehicle gates
    gate_kindergarten_m: float  # of a vehicle gate from the kindergarten's lot
    gate_entrance_m: float  # of a vehicle gate from entrances of children, the elderly and the garden
    gate_stop_m: float  # of a vehicle gate from bus stops
    gate_crossing_m: float  # of a vehicle gate from crossings with an arterial
    pedestrian_gate_spacing_m: float
    pedestrian_gate_saves_m: float  # of walk a household, over all its ways, for which a further gate is opened
    dead_end_max_m: float  # longer lanes get a turning head
    turning_head_m: float  # side of its square
    turning_head_high_m: float  # the same where high-rise stands
    high_rise_m: float  # dwelling buildings of a greater fire height get a rescue ground
    fire_ground_depth_m: float
    clear_side_m: float  # free depth inside the block along one long side of every high-rise
    central_green_m2: float  # per person
    central_green_width_m: float
    central_green_wall_m: float  # from walls
    central_green_way_m: float  # from carriageways
    play_ground_m2: float
    quiet_m: float  # sports, play and activity grounds from dwelling facades
    green_least_m2: float  # smaller pieces are not drawn
    apron_m: float  # paved along the foot of walls
    ramp_to_wall_m: float
    ramp_buffer_m: float  # level run between ramp and way
    bike_m2: float  # per place in a shed
    shed_width_m: float
    shed_length_m: float
    shed_to_wall_m: float
    waste_reach_m: float  # straight, from door to collection point
    waste_away_m: float  # from play grounds, gates and the kindergarten
    short_stops: int  # visitors' stalls in a block
    lot_stalls: int  # on the shops' and the service lot
    stall_run: int  # stalls side by side before a tree
    accessible_share: float
    class_ground_gap_m: float
    class_ground_m2: float  # per child
    shared_ground_m2: float  # per child
    nursery_ground_m2: float  # per child
    track_length_m: float
    track_width_m: float
    sand_pit_m2: float
    court_length_m: float
    court_width_m: float
    court_buffer_m: float
    locker_groups_min: int
    refuge_width_m: float  # narrower green is nobody's refuge
    garden_axis_m: float  # width of the garden's axis
    garden_cross_m: float  # of the path across it
    garden_ring_m: float  # of the walk round it
    garden_belt_m: float  # planted between the garden's edge and that walk
    garden_round_m: float  # radius of the walk's corners
    garden_square_m: float  # radius of the place where the paths cross
    garden_bay_m: float  # between the places to sit along the walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """All choices of one template; the keys of the TOML files are these names, section by section."""

    name: str
    streets: StreetChoices
    lanes: LaneChoices
    housing: HousingChoices
    setbacks: SetbackChoices
    facilities: FacilityChoices
    parking: ParkingChoices
    grounds: GroundChoices
