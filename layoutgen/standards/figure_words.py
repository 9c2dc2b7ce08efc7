"""Words and units of the program's figures, parameters and needs, in Chinese and English."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from layoutgen.standards.parameters import load_parameters


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A name for people with its unit, in one language."""

    text: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """Words in one language."""

    figures: Mapping[str, Word]
    needs: Mapping[str, str]

    def figure(self, name: str) -> Word:
        """Word of a figure, parameter or number; its own name where none is known, such as a clause's id."""
        return self.figures.get(name, Word(text=name))


@cache
def load_figure_words(lang: str) -> FigureWords:
    """Words in Chinese ("zh") or English ("en")."""
    data = tomllib.loads(files("layoutgen.standards").joinpath("data", "figures.toml").read_text(encoding="utf-8"))
    unit = "unit_zh" if lang == "zh" else "unit"
    figures = {row["name"]: Word(text=row[lang], unit=row[unit]) for row in data["figure"]}
    for one in load_parameters():
        is_zh = lang == "zh"
        said, its_unit = (one.says_zh, one.unit_zh or one.unit) if is_zh else (one.says_en, one.unit)
        figures[one.name] = Word(text=said, unit=its_unit)
    return FigureWords(figures=figures, needs={row["name"]: row[lang] for row in data["need"]})
