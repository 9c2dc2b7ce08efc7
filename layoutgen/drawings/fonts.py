"""The font of the drawings: a free Chinese one that ships with the templates, so that no font of the machine is needed."""

from functools import cache
from pathlib import Path

from layoutgen.inputs.template_files import templates_folder

FONT_FILE = "WenQuanYiMicroHei-Subset.ttf"
FONT_FAMILY = "WenQuanYi Micro Hei"
STAND_IN = "〓"  # the typesetter's mark for a character that the font lacks


def font_path() -> Path:
    """File of the font: GB 2312, names of places and people, Latin letters, signs of units; Apache-2.0.

    Raises
    ------
    ValueError
        If the installation has lost its templates.
    """
    return templates_folder() / "drawing" / "fonts" / FONT_FILE


def sayable(text: str) -> str:
    """Text with a stand-in for each character that the font lacks; control characters become spaces."""
    known = _characters()
    return "".join(c if c in known else STAND_IN if c.isprintable() else " " for c in text)


@cache
def _characters() -> frozenset[str]:
    from fontTools.ttLib import TTFont

    with TTFont(font_path(), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
