"""What a layer's name means by Chinese and English custom."""

import re
from dataclasses import dataclass

from layoutgen.errors import InputError
from layoutgen.inputs.cad.names import is_chinese
from layoutgen.inputs.checked import check_table
from layoutgen.inputs.template_files import templates_folder
from layoutgen.inputs.user_file import read_toml

BREAK = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Customs:
    """Words by role, and what is assumed of a drawing that does not say."""

    words: tuple[tuple[str, str], ...]  # (word, role), the longest word first
    assumed: tuple[tuple[str, float], ...]
    facilities: tuple[tuple[str, str], ...] = ()  # (Chinese word, kind of facility), the longest word first

    def role(self, layer: str) -> str:
        """Role of a layer, "" where no word tells."""
        name = _latin(layer)
        for word, role in self.words:
            if word in layer if any(is_chinese(letter) for letter in word) else f"-{_latin(word)}-" in f"-{name}-":
                return role
        return ""

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


def load_customs() -> Customs:
    """Read the customs from the drawing templates.

    Raises
    ------
    InputError
        If the file is damaged.
    """
    path = templates_folder() / "drawing" / "customs.toml"
    document = read_toml(path)
    pairs: list[tuple[str, str]] = []
    for role, words in check_table(str(path), "words", document.get("words")).items():
        if not isinstance(words, list):
            raise InputError(str(path), f"words.{role}", words, "a list of words")
        pairs.extend((str(word), role) for word in words)
    assumed = check_table(str(path), "assumed", document.get("assumed"))
    facilities = check_table(str(path), "facilities", document.get("facilities"))
    named = [(str(word), kind) for kind, words in facilities.items() if isinstance(words, list) for word in words]
    return Customs(
        facilities=tuple(sorted(named, key=lambda pair: (-len(pair[0]), pair[0]))),
        words=tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))),
        assumed=tuple(sorted((key, float(value)) for key, value in assumed.items() if isinstance(value, (int, float)))),
    )


def _latin(name: str) -> str:
    return BREAK.sub("-", name.casefold()).strip("-")
