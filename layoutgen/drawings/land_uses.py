"""Land uses by code and colour: which piece of a plan is land of which use."""

from collections.abc import Mapping
from dataclasses import dataclass

from layoutgen.drawings.layers import Colour
from layoutgen.errors import InputError
from layoutgen.inputs.template_files import templates_folder
from layoutgen.inputs.user_file import read_toml

NAME = "land_use"


@dataclass(frozen=True, slots=True, kw_only=True)
class LandUse:
    """A use of land."""

    code: str  # of the classification in force
    zh: str
    old: str  # of GB 50137-2011
    rgb: Colour


def load_land_uses() -> Mapping[str, LandUse]:
    """Uses by "block", kind of lot ("lot.garden") or of way ("way.street"), in the order of the table.

    Raises
    ------
    InputError
        If the table is damaged.
    """
    path = templates_folder() / "drawing" / f"{NAME}.toml"
    rows = read_toml(path).get("use")
    if not isinstance(rows, list):
        raise InputError(str(path), "use", str(rows), "a list of uses")
    try:
        return {str(row["of"]): _use(row) for row in rows}
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(str(path), str(error), "damaged", "a use with of, code, zh, old and rgb") from None


def _use(row: Mapping[str, object]) -> LandUse:
    rgb = row["rgb"]
    if not isinstance(rgb, list) or len(rgb) != 3:
        raise TypeError("rgb")
    red, green, blue = (int(part) for part in rgb)
    return LandUse(code=str(row["code"]), zh=str(row["zh"]), old=str(row["old"]), rgb=(red, green, blue))
