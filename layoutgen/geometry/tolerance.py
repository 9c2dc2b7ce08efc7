"""Arithmetic's tolerances: the only home of such numbers."""

GRID_M = 0.001  # the last step of the pipeline snaps every outline to this grid [m]
SNAP_NODE_M = 0.05  # centre lines closer than this share a node [m]
LENGTH_EPS_M = 0.005  # a measured length may fall short of its limit by this: half the drawing's centimetre [m]
AREA_EPS_M2 = 0.05  # a measured area may fall short of its limit by this: the grid's effect on an outline [m2]
OVERLAP_EPS_M2 = 0.01  # two outlines that share less than this do not overlap [m2]
RATIO_EPS = 1e-9  # a ratio may differ from its limit by this, floating point only
LABEL_REACH_M = 0.5  # a point's or an open line's label stands within this of it [m]
DOOR_REACH_M = 1.0  # a point joins the walking network if a walkable centre line passes this near [m]
TOUCH_EPS_M = 0.01  # two outlines, or a line and an outline, this near touch each other [m]
CITY_REACH_M = 0.5  # a centre line that ends this near the boundary reaches the city [m]
SUN_RASTER_M = 2.0  # spacing of the points that measure the sun on a piece of ground [m]
SUN_MAP_M = 3.0  # finest spacing of the points behind a map of the sun on the ground [m]
FACADE_OFFSET_M = 0.03  # a window's corners are looked from this far before their wall, clear of the grid's rounding [m]
CLOSE_GAP_M = 0.10  # an outline whose ends lie this near is closed, and said so [m]
JOIN_M = 0.010  # loose lines whose ends lie this near meet [m]
FLATTEN_SAG_M = 0.005  # arcs and splines of a user's file become chords within this [m]
SPIKE_DEG = 0.5  # a vertex sharper than this is a slip of the pen, not a corner [degrees]
ARC_SAG_M = 0.02  # kerb arcs are drawn as chords within this [m]
STRAY_SHARE = 0.001  # parts of a self-crossing outline under this share of it are slips of the pen
CORNER_INSET_M = 0.002  # and this far inwards, so that a window that begins at another wall's end is not on that wall [m]
WINDOW_SAMPLE_M = 0.6  # the best part of a wide window is sought at this spacing, the sampling width of GB/T 50947 [m]
WIDTH_SAMPLE_M = 2.0  # spacing of the places along a way where its width is measured [m]
ROAD_BEND_DEG = 30.0  # edges of the site that turn less than this where they meet are one road that bends [degrees]
MOUTH_REACH_M = 40.0  # how far before a ramp the road is looked for to which it opens [m]
PAVED_SHARE = 0.9  # ground of which this share is paved can be driven over
CAR_LANE_M = 2.2  # ground as wide as this lets a car through: 1.8 m and a hand on each side [m]
