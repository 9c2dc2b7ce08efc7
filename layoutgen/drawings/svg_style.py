"""The looks of the coloured plan as a style sheet."""

from layoutgen.drawings.layers import Colour, Layer, Profile
from layoutgen.drawings.looks import (
    BLOCK_LINE,
    CASED,
    CROWN,
    CROWN_LIGHT,
    HALO,
    INK,
    KERB,
    NOTES,
    RED_LINE,
    SHADOW,
    SPOTS,
    Look,
    casing_of,
    without_edge,
)

FONTS = '"Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","WenQuanYi Zen Hei",SimSun,sans-serif'


def style_sheet(profile: Profile) -> str:
    """CSS of the profile: one class a layer."""
    rules = [*_fixed_rules()]
    for layer in profile.layers:
        rules.append(f".{css_class(layer)}{{{_layer_rule(layer, profile)}}}")
        if layer.holds in CASED:
            rules.append(f".{casing_class(layer)}{{fill:none;{_stroke(casing_of(layer, profile))};stroke-linejoin:round}}")
        if layer.holds.startswith(NOTES):
            rules.append(f".{css_class(layer)} text,.{css_class(layer)} .fill{{fill:{css_colour(layer.rgb)};stroke:none}}")
    return "\n".join(rules)


def css_class(layer: Layer) -> str:
    """Class of a layer's things."""
    return f"c-{layer.code}"


def casing_class(layer: Layer) -> str:
    """Class of the edges of a layer's ways."""
    return f"k-{layer.code}"


def css_colour(rgb: Colour) -> str:
    """Colour as CSS."""
    red, green, blue = rgb
    return f"#{red:02x}{green:02x}{blue:02x}"


def _fixed_rules() -> tuple[str, ...]:
    return (
        f"text{{font-family:{FONTS};text-anchor:middle;fill:{css_colour(INK)};stroke:none}}",
        ".left{text-anchor:start}",
        f".caption text,.note text{{paint-order:stroke;{_stroke(HALO)}em;stroke-opacity:{HALO.opacity:g}}}",
        ".caption text,.note text{stroke-linejoin:round}",
        f".shadow{{{_fill(SHADOW)};stroke:none}}",
        ".marking{stroke:none;pointer-events:none}",
        f".kerbs{{fill:none;{_stroke(KERB)};stroke-linejoin:round;pointer-events:none}}",
        f".trees{{{_fill(CROWN)};{_stroke(CROWN)};pointer-events:none}}",
        f".light{{{_fill(CROWN_LIGHT)};stroke:none}}",
        f".redline{{fill:none;{_stroke(RED_LINE)};stroke-linejoin:round}}",
        ".frame{stroke:none}",
        ".plain{fill:none;stroke:#555;stroke-width:.3}",
        f".block{{fill:none;{_stroke(BLOCK_LINE)}}}",
        "polygon:hover{filter:brightness(.92)}",
    )


def _layer_rule(layer: Layer, profile: Profile) -> str:
    look = without_edge(layer, profile)
    if layer.holds in profile.fill_by_holds:
        return f"{_fill(look)};{_stroke(look)};stroke-linejoin:round"
    if layer.holds.startswith(SPOTS):
        return f"{_fill(look)};{_stroke(look)}"
    if layer.holds.startswith(NOTES):
        return f"fill:none;{_stroke(look)}"
    if layer.geometry in ("paint", "text"):
        return "fill:none;stroke:none"
    if look.stroke is None:
        return "display:none"
    return f"fill:#fff;fill-opacity:0;{_stroke(look)};stroke-opacity:{look.opacity:g}"


def _fill(look: Look) -> str:
    if look.fill is None:
        return "fill:none"
    opacity = f";fill-opacity:{look.fill_opacity:g}" if look.fill_opacity < 1.0 else ""
    return f"fill:{css_colour(look.fill)}{opacity}"


def _stroke(look: Look) -> str:
    if look.stroke is None:
        return "stroke:none"
    dash = ";stroke-dasharray:" + " ".join(f"{part:g}" for part in look.dash) if look.dash else ""
    return f"stroke:{css_colour(look.stroke)};stroke-width:{look.width:g}{dash}"
