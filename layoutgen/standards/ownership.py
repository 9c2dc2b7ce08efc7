"""Who owns a facility, whether it is handed over, and whether it stands on land of its own: defaults with their source."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership:
    """Columns 产权, 移交 and 独立占地 of one kind."""

    owner: str  # "government", "owners", "utility", "developer"
    handover: bool
    standalone: bool
    source: str
    source_zh: str

    def said(self) -> tuple[str, str, str]:
        """Owner, handover and own land in the words of a label."""
        return self.owner, "yes" if self.handover else "no", "yes" if self.standalone else "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownerships:
    """Ownership by kind, with the default of all others."""

    by_kind: Mapping[str, Ownership]
    default: Ownership
    words_by_lang: Mapping[str, Mapping[str, str]]

    def word(self, said: str, lang: str) -> str:
        """Words of a label, joined by "/", in a language; one that is not ours stays as it is."""
        words = self.words_by_lang[lang]
        return "/".join(words.get(one, one) for one in said.split("/"))

    def of(self, kind: str) -> Ownership:
        """Ownership of a kind."""
        return self.by_kind.get(kind, self.default)


@cache
def load_ownerships() -> Ownerships:
    """Read the defaults of ownership."""
    data = tomllib.loads(files("layoutgen.standards").joinpath("data", "ownership.toml").read_text(encoding="utf-8"))
    by_kind = {
        kind: Ownership(**{key: value for key, value in row.items() if key != "kinds"})
        for row in data["facility"]
        for kind in row["kinds"]
    }
    return Ownerships(by_kind=by_kind, default=Ownership(**data["default"]), words_by_lang=data["words"])
