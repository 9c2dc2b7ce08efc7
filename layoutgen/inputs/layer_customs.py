"""What a layer's name means by Chinese and English custom."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from layoutgen.errors import InputError
from layoutgen.inputs.cad.names import is_chinese
from layoutgen.inputs.checked import check_table
from layoutgen.inputs.template_files import templates_folder
from layoutgen.inputs.user_file import read_toml
from layoutgen.sentence import harmless

ROAD = "road_local"  # of a road without a class
BREAK = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Customs:
    """Words by role, and what is assumed of a drawing that does not say."""

    words: tuple[tuple[str, str], ...]  # (word, role), the longest word first
    assumed: tuple[tuple[str, float], ...]
    facilities: tuple[tuple[str, str], ...] = ()  # (Chinese word, kind of facility), the longest word first
    road_classes: tuple[tuple[str, str], ...] = ()  # (word, role)
    said: tuple[tuple[str, str], ...] = ()  # (layer, role) by the user's word, which outranks every custom

    def role(self, layer: str) -> str:
        """Role of a layer, "" where no word tells."""
        name = layer.strip().casefold()
        return next((role for said, role in self.said if said == name), "") or _first(self.words, layer)

    def road_class(self, text: str) -> str:
        """Role of the road class that a text or layer names, "" where it names none."""
        return _first(self.road_classes, text)

    def facility(self, text: str) -> str:
        """Kind of facility that a text names, as an identifier or in Chinese; "" where it names none."""
        kinds = tuple(kind for _, kind in self.facilities)
        words = text.split()
        return next(
            (kind for kind in kinds if kind in words), next((kind for word, kind in self.facilities if word in text), "")
        )

    def assume(self, name: str) -> float:
        """Figure that is assumed.

        Raises
        ------
        KeyError
            If there is none of this name.
        """
        return dict(self.assumed)[name]


def load_customs(said: Sequence[str] = ()) -> Customs:
    """Read the customs from the drawing templates.

    Parameters
    ----------
    said
        What layers hold by the user's word, as "图层3=building".

    Raises
    ------
    InputError
        If the file is damaged, or the user names a kind that nobody knows.
    """
    path = templates_folder() / "drawing" / "customs.toml"
    document = read_toml(path)
    assumed = check_table(str(path), "assumed", document.get("assumed"))
    words = _pairs(str(path), "words", document)
    return Customs(
        said=tuple(_said(text, {role for _, role in words}) for text in said),
        words=words,
        facilities=_pairs(str(path), "facilities", document),
        road_classes=_pairs(str(path), "road_classes", document),
        assumed=tuple(sorted((key, float(value)) for key, value in assumed.items() if isinstance(value, (int, float)))),
    )


def _said(text: str, roles: set[str]) -> tuple[str, str]:
    layer, _, role = text.rpartition("=")
    role = role.strip().casefold().replace("-", "_")
    role = ROAD if role == "road" else role
    if not layer.strip() or role not in roles:
        raise InputError("", "--layer", harmless(text), "LAYER=KIND, a kind of " + ", ".join(sorted(roles)))
    return layer.strip().casefold(), role


def _pairs(file: str, section: str, document: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Words of a section with what they mean, the longest word first."""
    pairs: list[tuple[str, str]] = []
    for meaning, words in check_table(file, section, document.get(section)).items():
        if not isinstance(words, list):
            raise InputError(file, f"{section}.{meaning}", words, "a list of words")
        pairs.extend((str(word), meaning) for word in words)
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@lru_cache(maxsize=4096)
def _first(pairs: tuple[tuple[str, str], ...], text: str) -> str:
    """Meaning of the longest word that a text holds: Latin words as whole parts of it, Chinese words anywhere."""
    name = _latin(text)
    for word, meaning in pairs:
        if word in text if any(is_chinese(letter) for letter in word) else f"-{_latin(word)}-" in f"-{name}-":
            return meaning
    return ""


def _latin(name: str) -> str:
    return BREAK.sub("-", name.casefold()).strip("-")
