"""The strip under a plan: the drawing's title with its scale, the scale bar, and the north arrow beside them."""

from layoutgen.drawings.paper.compass import CIRCLE_MM, paint_compass, paint_scale_bar
from layoutgen.drawings.paper.leaf import STRIP_MM, Shown, plan_room
from layoutgen.drawings.paper.measure import width_mm
from layoutgen.drawings.paper.pen import MEDIUM, THICK, THIN, PaperPen

TITLE_MM, SCALE_MM = 10.0, 7.0
NOTE_MM, NO_WIND = 3.0, "未提供风资料，不绘风玫瑰"
BAR_MM = 100.0
SIDE_MM = 12.0  # from the strip's ends


def paint_strip(pen: PaperPen, told: Shown, title: str) -> None:
    """Title in the middle over a thick and a thin line, scale bar at its right, north arrow at its left."""
    west, low, east, _ = plan_room(told.paper)
    foot = low - STRIP_MM
    pen.draw(((west, low), (east, low)), MEDIUM)
    pen.draw(((east, foot), (east, told.paper.frame_mm[3])), MEDIUM)
    middle, y = (west + east) / 2.0, foot + STRIP_MM / 2.0 + 2.0
    wide = width_mm(title, TITLE_MM)
    pen.say((middle, y), title, TITLE_MM, "middle", is_bold=True)
    pen.say((middle + wide / 2.0 + 4.0, y - 1.0), f"1:{told.paper.scale}", SCALE_MM)
    for drop, width in ((8.0, THICK), (9.5, THIN)):
        pen.draw(((middle - wide / 2.0 - 2.0, y - drop), (middle + wide / 2.0 + 2.0, y - drop)), width)
    paint_scale_bar(pen, (east - BAR_MM - SIDE_MM, foot + STRIP_MM / 2.0 - 3.0), told.paper.scale)
    paint_compass(pen, (west + SIDE_MM + CIRCLE_MM / 2.0, foot + CIRCLE_MM / 2.0 + 1.0))
    pen.say((west + SIDE_MM + CIRCLE_MM + 3.0, foot + NOTE_MM * 2.0), NO_WIND, NOTE_MM)
