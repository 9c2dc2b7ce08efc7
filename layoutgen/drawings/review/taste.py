"""How marks look: colours by severity and sizes on paper, from `templates/drawing/review.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.review.remark import Severity
from layoutgen.errors import InputError
from layoutgen.inputs.template_files import templates_folder
from layoutgen.inputs.user_file import read_toml

NAME = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tint:
    """Colour and word of a severity."""

    aci: int  # of AutoCAD's index
    rgb: Colour
    zh: str
    en: str

    def word(self, lang: str) -> str:
        """Word in a language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """Tints and sizes."""

    tints: Mapping[Severity, Tint]
    sizes: Mapping[str, float]  # [mm] on paper, see the template


def load_taste() -> Taste:
    """Read the template.

    Raises
    ------
    InputError
        If it is damaged.
    """
    path = templates_folder() / "drawing" / f"{NAME}.toml"
    table = read_toml(path)
    try:
        return _taste(table["severity"], table["sizes"])
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(str(path), str(error), "damaged", "severities and sizes of marks") from None


def _taste(rows: object, sizes: object) -> Taste:
    if not isinstance(rows, list) or not isinstance(sizes, dict):
        raise TypeError("severity or sizes")
    tints = {Severity(str(row["of"])): _tint(row) for row in rows}
    if tints.keys() != set(Severity):
        raise ValueError("severity")
    return Taste(tints=tints, sizes={str(name): float(value) for name, value in sizes.items()})


def _tint(row: Mapping[str, object]) -> Tint:
    rgb = row["rgb"]
    if not isinstance(rgb, list) or len(rgb) != 3:
        raise TypeError("rgb")
    red, green, blue = (int(part) for part in rgb)
    return Tint(aci=int(str(row["aci"])), rgb=(red, green, blue), zh=str(row["zh"]), en=str(row["en"]))
