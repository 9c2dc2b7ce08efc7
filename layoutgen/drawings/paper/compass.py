"""North arrow 指北针 and scale bar."""

from math import cos, pi, sin

from layoutgen.drawings.pages import PaperPoint
from layoutgen.drawings.paper.pen import MEDIUM, THIN, PaperPen, corners_of

CIRCLE_MM, TAIL_MM = 24.0, 3.0  # GB/T 50001: diameter, and width of the arrow's tail
INK = (0, 0, 0)
WHITE = (255, 255, 255)
SIDES = 72
WORD_MM = 5.0
BAR_MM = 2.0
STEPS_MM = 20.0  # a part of the bar, at 1:500, 1:1000 and 1:2000 a round number of metres


def paint_compass(pen: PaperPen, middle: PaperPoint) -> None:
    """Circle with an arrow that points up the page, which is north."""
    x, y = middle
    reach = CIRCLE_MM / 2.0
    turns = [2.0 * pi * number / SIDES for number in range(SIDES)]
    pen.ring(tuple((x + reach * cos(turn), y + reach * sin(turn)) for turn in turns), MEDIUM)
    foot = y - (reach**2 - (TAIL_MM / 2.0) ** 2) ** 0.5
    pen.fill(((x, y + reach), (x - TAIL_MM / 2.0, foot), (x + TAIL_MM / 2.0, foot)), INK)
    pen.say((x + reach + WORD_MM * 0.8, y + reach - WORD_MM), "北", WORD_MM, "middle")


def paint_scale_bar(pen: PaperPen, left: PaperPoint, scale: int) -> None:
    """Bar of five parts with its metres above it."""
    x, y = left
    for part in range(5):
        corners = corners_of(x + part * STEPS_MM, y, x + (part + 1) * STEPS_MM, y + BAR_MM)
        pen.fill(corners, INK if part % 2 == 0 else WHITE)
        pen.ring(corners, THIN)
    for mark in range(6):
        metres = f"{mark * STEPS_MM * scale / 1000.0:g}" + (" m" if mark == 5 else "")
        pen.say((x + mark * STEPS_MM, y + BAR_MM + 3.0), metres, 3.0, "middle")
