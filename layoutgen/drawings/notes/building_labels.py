"""Name, storeys and height of buildings that have no room for them inside, told beside them."""

from collections.abc import Mapping, Sequence

from layoutgen.drawings.notes.callouts import CalloutPen
from layoutgen.drawings.sheet import Line, Text
from layoutgen.model.plan import Building


def building_labels(buildings: Sequence[Building], names: Mapping[str, str], pen: CalloutPen) -> tuple[list[Line], list[Text]]:
    """Labels of buildings that have none inside, each with its lead."""
    lines: list[Line] = []
    texts: list[Text] = []
    for building in buildings:
        words = f"{names[building.id]} {storeys_of(building)}", heights_of(building)
        corner = min(building.footprint.exterior.coords, key=lambda at: at[0] - at[1])
        more, told = pen.call((float(corner[0]), float(corner[1])), words, (-1.0, 1.0))
        lines += more
        texts += told
    return lines, texts


def storeys_of(building: Building) -> str:
    """Storeys above and below the ground."""
    return f"{building.storeys}F" + (f"/-{building.storeys_below}F" if building.storeys_below else "")


def heights_of(building: Building) -> str:
    """Height, and the level of the ground floor."""
    return f"H={building.planning_height_m:.2f} ±0.00"
