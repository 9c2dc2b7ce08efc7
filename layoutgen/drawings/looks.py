"""The looks of the coloured plan, layer by layer, and the order in which layers are painted, in every picture format."""

from dataclasses import dataclass, replace

from layoutgen.drawings.layers import Colour, Layer, Profile

WHITE: Colour = (255, 255, 255)
INK: Colour = (52, 48, 44)
# Lines over the fills.
OVERLAYS = (
    "community",
    "off_site.",
    "neighbour_window",
    "ground.fire_ground",
    "facility.",
    "window",
    "edge",
    "centre.",
    "spot.",
)
UNDERLAYS = ("ground.garage",)  # lines on the ground: buildings cover them, or they would strike out their names
SHADOWED = ("context", "building.")  # shadows lie below the first of these
# Ways of the blocks: their edges are painted below all of them, or lines would cross the ground where one joins another.
CASED = ("way.attached", "way.main", "way.access", "way.footpath", "ground.turning_head")
NOTES = "note."
NOTE_DASHES: dict[str, tuple[float, ...]] = {"DASHED": (4.0, 2.0), "CENTER": (8.0, 2.0, 2.0, 2.0)}
SPOTS = ("spot.", "off_site.at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a thing is painted."""

    fill: Colour | None = None
    fill_opacity: float = 1.0
    stroke: Colour | None = None
    opacity: float = 1.0  # of the stroke
    width: float = 0.0  # at 1:1000 [mm, and so m of the plan]
    dash: tuple[float, ...] = ()  # stroke, gap, …; likewise


# Width, dashes and opacity of lines over the fills; what has no width is not painted.
OVERLAY_LINES: dict[str, tuple[float, tuple[float, ...], float]] = {
    "ground.garage": (0.7, (4.0, 2.4), 0.75),
    "ground.fire_ground": (0.35, (1.6, 1.2), 0.8),
    "community": (0.8, (14.0, 3.0, 2.0, 3.0), 0.7),
    "facility.": (0.2, (), 0.6),
    "off_site.": (0.6, (3.0, 1.5), 0.8),
    "neighbour_window": (0.8, (2.4, 1.2), 0.9),
    "window": (0.25, (), 0.7),
    "edge": (0.0, (), 0.0),
    "centre.city_road": (0.35, (12.0, 3.0, 3.0, 3.0), 0.6),
    "centre.street": (0.25, (8.0, 2.0, 2.0, 2.0), 0.5),
    "centre.": (0.0, (), 0.0),
}
SHADOW = Look(fill=(58, 63, 54), fill_opacity=0.24)
KERB = Look(stroke=(141, 141, 143), width=0.2)
CROWN = Look(fill=(95, 154, 78), fill_opacity=0.62, stroke=(71, 122, 59), width=0.06)  # of a radius of 1
CROWN_LIGHT = Look(fill=(169, 207, 138), fill_opacity=0.6)
LIGHT_AT, LIGHT_RADIUS = -0.22, 0.55  # in the crown, to the south-west
HALO = Look(stroke=WHITE, opacity=0.6, width=0.14)  # round the plan's texts, of a height of 1
# Drawn once more over everything, for their fills lie lowest.
RED_LINE = Look(stroke=(224, 0, 0), width=0.9, dash=(12.0, 2.0, 1.5, 2.0, 1.5, 2.0))
BLOCK_LINE = Look(stroke=(176, 79, 176), width=0.45, dash=(7.0, 2.0, 1.5, 2.0))


def look_of(layer: Layer, profile: Profile) -> Look:
    """Look of a layer's legal things; an empty one where they are not painted."""
    fill = profile.fill_by_holds.get(layer.holds)
    if fill is None:
        return _overlay_look(layer)
    strokes = profile.stroke_by_holds
    width, share = strokes.get(layer.holds) or strokes[layer.holds.partition(".")[0]]
    return Look(fill=fill, stroke=shaded(fill, share) if width else None, width=width)


def casing_of(layer: Layer, profile: Profile) -> Look:
    """Edge of a layer's ways, of which the fills leave the outer half."""
    look = look_of(layer, profile)
    return replace(look, fill=None, width=2.0 * look.width)


def without_edge(layer: Layer, profile: Profile) -> Look:
    """Look of a layer's things, their edges left out where they are painted below."""
    look = look_of(layer, profile)
    return replace(look, stroke=None) if layer.holds in CASED else look


def painting_order(profile: Profile) -> tuple[Layer, ...]:
    """Layers of legal things, the lowest first: fills and lines of the ground, buildings, then the other lines."""
    filled = [profile.holding(holds) for holds in profile.fill_by_holds]
    first = next((place for place, layer in enumerate(filled) if layer.holds.startswith(SHADOWED)), len(filled))
    return (*filled[:first], *_starting(UNDERLAYS, profile), *filled[first:], *_starting(OVERLAYS, profile))


def _starting(starts: tuple[str, ...], profile: Profile) -> list[Layer]:
    return [layer for start in starts for layer in profile.layers if layer.holds.startswith(start)]


def shaded(rgb: Colour, share: float) -> Colour:
    """Colour darkened to a share of its light."""
    red, green, blue = (round(part * share) for part in rgb)
    return red, green, blue


def _overlay_look(layer: Layer) -> Look:
    if layer.holds.startswith(NOTES):
        return Look(stroke=layer.rgb, width=layer.lineweight / 100.0, dash=NOTE_DASHES.get(layer.linetype, ()))
    if layer.holds.startswith(SPOTS):
        return Look(fill=layer.rgb, stroke=WHITE, width=0.2)
    for start, (width, dash, opacity) in OVERLAY_LINES.items():
        if layer.holds.startswith(start):
            return Look(stroke=layer.rgb, width=width, dash=dash, opacity=opacity) if width else Look()
    return Look()
