"""The label of a thing that has none: its id alone, and nothing where a figure must stand."""

from collections.abc import Mapping

from layoutgen.drawings.labels import Label
from layoutgen.drawings.layers import Layer

NOTHING: Mapping[str, tuple[tuple[str, str], ...]] = {  # by the first word of what a layer holds
    "community": (("people", "0"),),
    "block": (("gated", "no"),),
    "edge": (("gate", "no"), ("road", "none")),
    "context": (("height", "0.0"), ("protected", "no")),
    "neighbour_window": (("sill", "0.0"),),
    "way": (("carriageway", "0.0"), ("fire", "no")),
    "facility": (("floors", ""),),
    "window": (("sill", "0.0"),),
}
PLAIN = ("site", "keep_out", "centre")  # a label of theirs says no more than an id


def silent_label(layer: Layer, name: str) -> Label:
    """Label that says no figure; an off-site facility needs more, and cannot be understood by it."""
    family = layer.holds.partition(".")[0]
    if family == "building":
        return Label(id=name, word=layer.zh, storeys=(0, 0), heights_m=(0.0, 0.0, 0.0), floor_area_m2=0.0)
    return Label(id=name, word=layer.zh, pairs=NOTHING.get(family, ()))


def says_figures(layer: Layer) -> bool:
    """Whether a label on a layer says more than an id."""
    return layer.holds.partition(".")[0] not in PLAIN
