"""At which scale a plan is printed, and so how large a text of some millimetres is on it."""

from layoutgen.model.plan import Plan

SCALES = (
    (500, 386.0, 1017.0),
    (1000, 797.0, 2059.0),
)  # scale, and how high and wide a site may be for it to fit A0, lengthened
LAST = 2000


def note_scale(plan: Plan) -> int:
    """Scale of the sheet, 1 to this."""
    west, south, east, north = plan.boundary.bounds
    return next((scale for scale, high, wide in SCALES if north - south <= high and east - west <= wide), LAST)
