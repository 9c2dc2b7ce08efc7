"""The looks of the coloured plan as a style sheet."""

from layoutgen.drawings.layers import Colour, Layer, Profile
from layoutgen.drawings.looks import BLOCK_LINE, INK, RED_LINE, SPOTS, Look, look_of

FONTS = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","WenQuanYi Zen Hei",SimSun,sans-serif'


def style_sheet(profile: Profile) -> str:
    """CSS of the profile: one class a layer."""
    rules = [*_fixed_rules()]
    for layer in profile.layers:
        rules.append(f".{css_class(layer)}{{{_layer_rule(layer, profile)}}}")
    return "\n".join(rules)


def css_class(layer: Layer) -> str:
    """Class of a layer's things."""
    return f"c-{layer.code}"


def css_colour(rgb: Colour) -> str:
    """Colour as CSS."""
    red, green, blue = rgb
    return f"#{red:02x}{green:02x}{blue:02x}"


def _fixed_rules() -> tuple[str, ...]:
    return (
        f"text{{font-family:{FONTS};text-anchor:middle;fill:{css_colour(INK)};stroke:none}}",
        ".left{text-anchor:start}",
        ".caption text{paint-order:stroke;stroke:#fff;stroke-opacity:.6;stroke-width:.14em;stroke-linejoin:round}",
        ".shadow{fill:#3a3f36;fill-opacity:.24;stroke:none}",
        ".marking{stroke:none;pointer-events:none}",
        ".kerbs{fill:none;stroke:#8d8d8f;stroke-width:.2;stroke-linejoin:round;pointer-events:none}",
        ".trees{fill:#5f9a4e;fill-opacity:.62;stroke:#477a3b;stroke-width:.06;pointer-events:none}",
        ".light{fill:#a9cf8a;fill-opacity:.6;stroke:none}",
        f".redline{{fill:none;{_stroke(RED_LINE)};stroke-linejoin:round}}",
        ".frame{stroke:none}",
        ".plain{fill:none;stroke:#555;stroke-width:.3}",
        f".block{{fill:none;{_stroke(BLOCK_LINE)}}}",
        "polygon:hover{filter:brightness(.92)}",
    )


def _layer_rule(layer: Layer, profile: Profile) -> str:
    look = look_of(layer, profile)
    if layer.holds in profile.fill_by_holds:
        return f"fill:{css_colour(look.fill or INK)};{_stroke(look)};stroke-linejoin:round"
    if layer.holds.startswith(SPOTS):
        return f"fill:{css_colour(look.fill or INK)};{_stroke(look)}"
    if layer.geometry in ("paint", "text"):
        return "fill:none;stroke:none"
    if look.stroke is None:
        return "display:none"
    return f"fill:#fff;fill-opacity:0;{_stroke(look)};stroke-opacity:{look.opacity:g}"


def _stroke(look: Look) -> str:
    if look.stroke is None:
        return "stroke:none"
    dash = ";stroke-dasharray:" + " ".join(f"{part:g}" for part in look.dash) if look.dash else ""
    return f"stroke:{css_colour(look.stroke)};stroke-width:{look.width:g}{dash}"
