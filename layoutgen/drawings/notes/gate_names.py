"""Names of the blocks' gates and of bus stops, told on the side from which one comes."""

from math import cos, radians, sin

from layoutgen.drawings.entrances import entrance_turns
from layoutgen.drawings.notes.callouts import CalloutPen
from layoutgen.drawings.sheet import Line, Text
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Plan

NAMES = {SpotKind.VEHICLE_GATE: "车行出入口", SpotKind.PEDESTRIAN_GATE: "人行出入口", SpotKind.BUS_STOP: "公交站"}


def gate_names(plan: Plan, pen: CalloutPen) -> tuple[list[Line], list[Text]]:
    """Name of every gate and stop for which there is room; gates for cars first."""
    blocks = {block.id for block in plan.blocks}
    turns = entrance_turns(plan)
    lines: list[Line] = []
    texts: list[Text] = []
    for kind, name in NAMES.items():
        for spot in plan.spots:
            if spot.kind is kind and (spot.of in blocks or kind is SpotKind.BUS_STOP):
                turn = radians(turns.get(spot.id, 90.0))
                more, words = pen.call((float(spot.point.x), float(spot.point.y)), (name,), (-cos(turn), -sin(turn)))
                lines += more
                texts += words
    return lines, texts
