"""The looks of the coloured plan as a style sheet, and the order in which its layers are painted."""

from layoutgen.drawings.layers import Colour, Layer, Profile

FONTS = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","WenQuanYi Zen Hei",SimSun,sans-serif'
INK = (52, 48, 44)
# Lines over the fills.
OVERLAYS = (
    "community",
    "off_site.",
    "neighbour_window",
    "ground.garage",
    "ground.fire_ground",
    "facility.",
    "window",
    "edge",
    "centre.",
    "spot.",
)
SHADOWED = ("context", "building.")  # shadows lie below the first of these

OVERLAY_RULES = {
    "ground.garage": ("stroke-width:.7;stroke-dasharray:4 2.4", 0.75),
    "ground.fire_ground": ("stroke-width:.35;stroke-dasharray:1.6 1.2", 0.8),
    "community": ("stroke-width:.8;stroke-dasharray:14 3 2 3", 0.7),
    "facility.": ("stroke-width:.2", 0.6),
    "off_site.": ("stroke-width:.6;stroke-dasharray:3 1.5", 0.8),
    "neighbour_window": ("stroke-width:.8;stroke-dasharray:2.4 1.2", 0.9),
    "window": ("stroke-width:.25", 0.7),
    "edge": ("stroke-width:0", 0.0),
    "centre.city_road": ("stroke-width:.35;stroke-dasharray:12 3 3 3", 0.6),
    "centre.street": ("stroke-width:.25;stroke-dasharray:8 2 2 2", 0.5),
    "centre.": ("stroke-width:0", 0.0),
}
FIXED_RULES = (
    f"text{{font-family:{FONTS};text-anchor:middle;fill:rgb{INK};stroke:none}}".replace(" ", ""),
    ".left{text-anchor:start}",
    ".caption text{paint-order:stroke;stroke:#fff;stroke-opacity:.6;stroke-width:.14em;stroke-linejoin:round}",
    ".shadow{fill:#3a3f36;fill-opacity:.24;stroke:none}",
    ".marking{stroke:none;pointer-events:none}",
    ".kerbs{fill:none;stroke:#8d8d8f;stroke-width:.2;stroke-linejoin:round;pointer-events:none}",
    ".trees{fill:#5f9a4e;fill-opacity:.62;stroke:#477a3b;stroke-width:.06;pointer-events:none}",
    ".light{fill:#a9cf8a;fill-opacity:.6;stroke:none}",
    ".redline{fill:none;stroke:#e00000;stroke-width:.9;stroke-dasharray:12 2 1.5 2 1.5 2;stroke-linejoin:round}",
    ".frame{stroke:none}",
    ".plain{fill:none;stroke:#555;stroke-width:.3}",
    ".block{fill:none;stroke:#b04fb0;stroke-width:.45;stroke-dasharray:7 2 1.5 2}",
    "polygon:hover{filter:brightness(.92)}",
)


def style_sheet(profile: Profile) -> str:
    """CSS of the profile: one class a layer."""
    rules = [*FIXED_RULES]
    for layer in profile.layers:
        rules.append(f".{css_class(layer)}{{{_looks(layer, profile)}}}")
    return "\n".join(rules)


def css_class(layer: Layer) -> str:
    """Class of a layer's things."""
    return f"c-{layer.code}"


def painting_order(profile: Profile) -> tuple[Layer, ...]:
    """Layers of legal things, the lowest first: fills by the profile's order, then lines."""
    filled = [profile.holding(holds) for holds in profile.fill_by_holds]
    over = [layer for start in OVERLAYS for layer in profile.layers if layer.holds.startswith(start)]
    return (*filled, *over)


def shade(rgb: Colour, share: float) -> str:
    """Colour darkened to a share of its light, as CSS."""
    red, green, blue = (round(part * share) for part in rgb)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _looks(layer: Layer, profile: Profile) -> str:
    fill = profile.fill_by_holds.get(layer.holds)
    if fill is None:
        return _overlay_looks(layer)
    strokes = profile.stroke_by_holds
    width, share = strokes.get(layer.holds) or strokes[layer.holds.partition(".")[0]]
    stroke = f"stroke:{shade(fill, share)};stroke-width:{width:g}" if width else "stroke:none"
    return f"fill:{shade(fill, 1.0)};{stroke};stroke-linejoin:round"


def _overlay_looks(layer: Layer) -> str:
    if layer.holds.startswith(("spot.", "off_site.at")):
        return f"fill:{shade(layer.rgb, 1.0)};stroke:#fff;stroke-width:.2"
    for start, (rule, opacity) in OVERLAY_RULES.items():
        if layer.holds.startswith(start):
            if not opacity:
                return "display:none"
            return f"fill:#fff;fill-opacity:0;stroke:{shade(layer.rgb, 1.0)};stroke-opacity:{opacity:g};{rule}"
    return "fill:none;stroke:none"
