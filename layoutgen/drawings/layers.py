"""The layer table of a drawing profile: which layer holds what, how it looks, and how a city wants its files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.inputs.template_files import templates_folder
from layoutgen.inputs.user_file import read_toml

PREFIX = "SP-"
VERSIONS = ("R2004", "R2010")  # true colour needs the first, UTF-8 the second
ENCODINGS = ("utf-8", "gbk")
BASES_MOST = 4  # profiles that build on each other
NO_PROFILES = ("customs", "land_use", "review")  # what else lies in their folder
LINETYPES = ("CONTINUOUS", "DASHED", "DASHDOT", "DOT", "CENTER", "PHANTOM", "DIVIDE", "HIDDEN")
LOOKS = {"holds", "zh", "aci", "rgb", "linetype", "lineweight"}  # what a profile may say anew of a layer
LAST_COLOUR = 255  # of AutoCAD's index
NAME_MOST = 80  # characters
NO_NAME = re.compile(r"[<>/\\\":;?*|=,`\s\x00-\x1f\x7f%^{}]")  # what CAD programs refuse in a name
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
    """A drawing profile: layers, fills and sizes, and the file that a city asks for."""

    name: str
    layers: tuple[Layer, ...]
    text_style: str
    font: str
    version: str  # of the file format: R2010 or R2004
    encoding: str  # of its text: utf-8, or gbk for older programs
    without: frozenset[str]  # kinds of paint that are not drawn: "paint.frame"
    has_blocks: bool  # whether painted things may be block references
    has_unused: bool  # whether the file lists layers and line types that nothing uses
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

    def shows(self, holds: str) -> bool:
        """Whether a kind of paint is drawn."""
        return holds not in self.without


def is_ours(name: str) -> bool:
    """Whether a layer's name claims to belong to the contract."""
    return name.upper().startswith(PREFIX)


def load_profile(name: str = "default") -> Profile:
    """Drawing profile that ships with the package, or one of the user's.

    Parameters
    ----------
    name
        A name, or the path of a TOML file. A profile says only in what it differs from its ``base``.

    Raises
    ------
    InputError
        If there is no such profile, or it is damaged.
    """
    path = _path(name)
    try:
        return _profile(path.stem, _with_base(path, BASES_MOST))
    except (ArithmeticError, KeyError, TypeError, ValueError) as error:
        raise InputError(str(path), str(error), "damaged", "a drawing profile") from None


def profile_names() -> tuple[str, ...]:
    """List the profiles that ship with the package."""
    files = sorted((templates_folder() / "drawing").glob("*.toml"))
    return tuple(file.stem for file in files if file.stem not in NO_PROFILES)


def _path(name: str) -> Path:
    if name.lower().endswith(".toml"):
        return Path(name)
    if name not in profile_names():
        raise InputError("", "--profile", name, f"one of {', '.join(profile_names())}, or the path of a TOML file")
    return templates_folder() / "drawing" / f"{name}.toml"


def _with_base(path: Path, deep: int) -> dict[str, object]:
    """Tables of a profile over those of the profile that it builds on."""
    table = read_toml(path)
    base = table.pop("base", None)
    if base is None and path.parent != templates_folder() / "drawing":
        raise KeyError("base")  # or its codes could be others than those that are read
    if base is None:
        return table
    if not deep:
        raise ValueError("base")
    whole = _with_base(_path(str(base)), deep - 1)
    for key, value in table.items():
        old = whole.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            whole[key] = {**old, **value}
        elif isinstance(old, list) and isinstance(value, list) and key == "layer":
            whole[key] = _merged(old, value)
        else:
            whole[key] = value
    return whole


def _merged(rows: list[Mapping[str, object]], others: list[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Rows with what others say of the same kind of thing; a code belongs to its kind and stays."""
    said = {str(row["holds"]): row for row in others}
    for holds, row in said.items():
        if holds not in {str(known["holds"]) for known in rows} or not set(row) <= LOOKS:
            raise ValueError(f"layer {holds}")
    return [{**row, **said.get(str(row["holds"]), {})} for row in rows]


def _profile(name: str, table: Mapping[str, object]) -> Profile:
    rows, fills, strokes, sizes = (table[key] for key in ("layer", "fill", "stroke", "sizes"))
    if not (isinstance(rows, list) and isinstance(fills, dict) and isinstance(strokes, dict) and isinstance(sizes, dict)):
        raise TypeError("layer, fill, stroke or sizes")
    without = table["without"]
    if not isinstance(without, list):
        raise TypeError("without")
    profile = Profile(
        name=name,
        layers=tuple(_layer(row) for row in rows),
        text_style=_name(table["text_style"]),
        font=_name(table["font"]),
        version=_one_of(table["version"], VERSIONS),
        encoding=_one_of(table["encoding"], ENCODINGS),
        without=frozenset(str(holds) for holds in without),
        has_blocks=table["blocks"] is True,
        has_unused=table["unused"] is True,
        fill_by_holds={str(holds): _colour(rgb) for holds, rgb in fills.items()},
        stroke_by_holds={str(holds): (float(width), float(shade)) for holds, (width, shade) in strokes.items()},
        size_by_name={str(key): float(value) for key, value in sizes.items()},
    )
    for layer in profile.layers:
        layer.name.encode(profile.encoding)
    for holds in profile.fill_by_holds:
        profile.holding(holds)
    return profile


def _layer(row: Mapping[str, object]) -> Layer:
    return Layer(
        code=_name(row["code"]).upper(),
        zh=_name(row["zh"]),
        holds=str(row["holds"]),
        geometry=str(row["geometry"]),
        aci=_colour_index(row["aci"]),
        rgb=_colour(row["rgb"]),
        linetype=_one_of(row["linetype"], LINETYPES),
        lineweight=int(str(row["lineweight"])),
    )


def _colour_index(value: object) -> int:
    index = int(str(value))
    if not 1 <= index <= LAST_COLOUR:
        raise ValueError(f"aci {index}")
    return index


def _name(value: object) -> str:
    """Name that a CAD program takes."""
    name = str(value)
    if not 0 < len(name) <= NAME_MOST or NO_NAME.search(name):
        raise ValueError(f"name {name!r}")
    return name


def _one_of(value: object, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ValueError(f"{value!r}, not one of {', '.join(known)}")
    return str(value)


def _colour(value: object) -> Colour:
    if not isinstance(value, list) or len(value) != 3:
        raise TypeError("rgb")
    red, green, blue = (min(255, max(0, int(part))) for part in value)
    return red, green, blue
