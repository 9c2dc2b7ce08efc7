"""Names of every block's first gate for cars and of bus stops; the other gates are told by their mark."""

from math import cos, radians, sin

from layoutgen.drawings.entrances import entrance_turns
from layoutgen.drawings.notes.callouts import CalloutPen
from layoutgen.drawings.sheet import Line, Text
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Plan

GATE, STOP = "车行出入口", "公交站"


def gate_names(plan: Plan, pen: CalloutPen) -> tuple[list[Line], list[Text]]:
    """Names for which there is room, on the side from which one comes."""
    gates = [spot for spot in plan.spots if spot.kind is SpotKind.VEHICLE_GATE]
    firsts = [next((spot for spot in gates if spot.of == block.id), None) for block in plan.blocks]
    stops = [spot for spot in plan.spots if spot.kind is SpotKind.BUS_STOP]
    turns = entrance_turns(plan)
    lines: list[Line] = []
    texts: list[Text] = []
    named = [(spot, GATE) for spot in firsts if spot is not None] + [(spot, STOP) for spot in stops]
    for spot, name in named:
        turn = radians(turns.get(spot.id, 90.0))
        more, words = pen.call((float(spot.point.x), float(spot.point.y)), (name,), (-cos(turn), -sin(turn)))
        lines += more
        texts += words
    return lines, texts
