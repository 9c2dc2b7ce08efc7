"""The layer table of a drawing profile: which layer holds what, and how it looks."""

from collections.abc import Mapping
from dataclasses import dataclass

from layoutgen.errors import InputError
from layoutgen.inputs.template_files import templates_folder
from layoutgen.inputs.user_file import read_toml

PREFIX = "SP-"
Colour = tuple[int, int, int]  # 24-bit


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer: one kind of thing."""

    code: str  # survives any encoding
    zh: str  # customary word
    holds: str  # "building.dwelling"
    geometry: str  # outline, line, point, text or paint
    aci: int
    rgb: Colour
    linetype: str
    lineweight: int  # 1/100 mm

    @property
    def name(self) -> str:
        """Full name in the drawing."""
        return f"{PREFIX}{self.code}-{self.zh}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A drawing profile: layers, fills and sizes."""

    layers: tuple[Layer, ...]
    text_style: str
    font: str
    fill_by_holds: Mapping[str, Colour]  # in painting order, the lowest first
    stroke_by_holds: Mapping[str, tuple[float, float]]  # width [m] and shade, by the first word of what is held
    size_by_name: Mapping[str, float]  # [m] or shares, see the template

    def holding(self, holds: str) -> Layer:
        """Layer that holds a kind of thing.

        Raises
        ------
        ValueError
            If no layer holds it.
        """
        for layer in self.layers:
            if layer.holds == holds:
                return layer
        raise ValueError(f"no layer holds {holds}")

    def coded(self, code: str) -> Layer:
        """Layer of a code.

        Raises
        ------
        ValueError
            If no layer has it.
        """
        for layer in self.layers:
            if layer.code == code:
                return layer
        raise ValueError(f"no layer has the code {code}")

    def named(self, name: str) -> Layer | None:
        """Layer of a name in a drawing, by its code whatever the case; None where the table knows none."""
        rest = name.upper().removeprefix(PREFIX)
        fits = [layer for layer in self.layers if rest == layer.code or rest.startswith(f"{layer.code}-")]
        return max(fits, key=lambda layer: len(layer.code), default=None)

    def size(self, name: str) -> float:
        """Return one of the profile's sizes."""
        return self.size_by_name[name]


def is_ours(name: str) -> bool:
    """Whether a layer's name claims to belong to the contract."""
    return name.upper().startswith(PREFIX)


def load_profile(name: str = "default") -> Profile:
    """Drawing profile that ships with the package.

    Raises
    ------
    InputError
        If there is no such profile, or it is damaged.
    """
    path = templates_folder() / "drawing" / f"{name}.toml"
    table = read_toml(path)
    try:
        return _profile(table)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(str(path), str(error), "damaged", "a drawing profile") from None


def _profile(table: Mapping[str, object]) -> Profile:
    rows, fills, strokes, sizes = (table[key] for key in ("layer", "fill", "stroke", "sizes"))
    if not (isinstance(rows, list) and isinstance(fills, dict) and isinstance(strokes, dict) and isinstance(sizes, dict)):
        raise TypeError("layer, fill, stroke or sizes")
    return Profile(
        layers=tuple(_layer(row) for row in rows),
        text_style=str(table["text_style"]),
        font=str(table["font"]),
        fill_by_holds={str(holds): _colour(rgb) for holds, rgb in fills.items()},
        stroke_by_holds={str(holds): (float(width), float(shade)) for holds, (width, shade) in strokes.items()},
        size_by_name={str(key): float(value) for key, value in sizes.items()},
    )


def _layer(row: Mapping[str, object]) -> Layer:
    return Layer(
        code=str(row["code"]).upper(),
        zh=str(row["zh"]),
        holds=str(row["holds"]),
        geometry=str(row["geometry"]),
        aci=int(str(row["aci"])),
        rgb=_colour(row["rgb"]),
        linetype=str(row["linetype"]),
        lineweight=int(str(row["lineweight"])),
    )


def _colour(value: object) -> Colour:
    if not isinstance(value, list) or len(value) != 3:
        raise TypeError
    red, green, blue = (int(part) for part in value)
    return red, green, blue
