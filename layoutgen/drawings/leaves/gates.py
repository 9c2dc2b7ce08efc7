"""Gates and stops as marks on a theme, turned as on the plan."""

from collections.abc import Collection

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.leaves.theme import Theme
from layoutgen.model.kinds import SpotKind

GATE_RGB: dict[SpotKind, Colour] = {
    SpotKind.VEHICLE_GATE: (214, 0, 0),
    SpotKind.PEDESTRIAN_GATE: (0, 130, 60),
}
GATE_MM = {SpotKind.VEHICLE_GATE: 5.0, SpotKind.PEDESTRIAN_GATE: 3.5}


def paint_gates(theme: Theme, kinds: Collection[SpotKind]) -> None:
    """Triangles whose tips stand at the gates and show into the site."""
    turns = {mark.id: mark.turn_deg for mark in theme.told.sheet.points}
    for spot in theme.told.plan.spots:
        if spot.kind in kinds:
            theme.ground.triangle(spot.point, turns.get(spot.id, 90.0), GATE_MM[spot.kind], GATE_RGB[spot.kind])
