"""Which layer of the table a layer of a file is: by its name, also one that was damaged, and by the labels that lie on it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ezdxf.document import Drawing
from ezdxf.entities import DXFEntity
from ezdxf.tools.text import fast_plain_mtext, plain_text

from layoutgen.drawings.facts import SCHEMA
from layoutgen.drawings.layers import PREFIX, Layer, Profile, is_ours
from layoutgen.inputs.cad.layer_of import layer_of
from layoutgen.sentence import LISTED, Sentence, harmless

FACTS = "facts"  # what the layer of the facts holds
OF_REFERENCE = re.compile(r"^.*(?:\$\d+\$|\|)")  # what binding or attaching a drawing puts before its layers' names
BETWEEN = re.compile(r"[\s_\-\u2010-\u2015\u2212]+")  # what people and programs write for a hyphen
TEXTS = ("TEXT", "MTEXT", "ATTRIB")
LETTERS_MOST = 400  # of a text: its second word stands far before
ALIKE_SHARE = 0.8  # of a layer's texts that must be labels of one kind


@dataclass(slots=True)
class LayerNames:
    """Layers of a file by their names; what was understood of a damaged name is gathered as it is met."""

    profile: Profile
    by_labels: dict[str, Layer] = field(default_factory=dict)
    found: dict[str, Layer | None] = field(default_factory=dict)  # None: it claims to be ours and no table knows it
    mended: dict[str, Layer] = field(default_factory=dict)

    def claims(self, name: str) -> bool:
        """Whether a layer is ours or claims to be."""
        if name not in self.found:
            layer = self._layer(name)
            if layer is None and not tidy(name).startswith(PREFIX):
                return False
            self.found[name] = layer
        return True

    def layer(self, name: str) -> Layer | None:
        """Layer of the table, None of a name that only claims to be one."""
        return self.found.get(name)

    def known(self, name: str) -> Layer | None:
        """Layer of the table that any name is, None of one that is not ours."""
        return self.layer(name) if self.claims(name) else None

    def unknown(self) -> tuple[str, ...]:
        """Names that claim to be ours and that no table knows, in the order in which they were met."""
        return tuple(name for name, layer in self.found.items() if layer is None)

    def names_used(self) -> frozenset[str]:
        """Names of layers that were met and that the rules read."""
        return frozenset(name for name, layer in self.found.items() if layer and layer.geometry != "paint")

    def said(self) -> tuple[Sentence, ...]:
        """Which names were understood although they were damaged."""
        if not self.mended:
            return ()
        pairs = [f"{harmless(name)} = {layer.name}" for name, layer in sorted(self.mended.items())]
        names = ", ".join(pairs[:LISTED]) + (f", … +{len(pairs) - LISTED}" if len(pairs) > LISTED else "")
        return (Sentence(en=f"layers with other names understood: {names}", zh=f"图层名有改动，已识别：{names}"),)

    def _layer(self, name: str) -> Layer | None:
        if is_ours(name) and (layer := self.profile.named(name)):
            return layer
        layer = self._damaged(tidy(name)) or self.by_labels.get(name)
        if layer:
            self.mended[name] = layer
        return layer

    def _damaged(self, name: str) -> Layer | None:
        """Layer of a tidied name that lost its prefix, or its code but not its prefix."""
        if not name.startswith(PREFIX):
            whole = [layer for layer in self.profile.layers if tidy(f"{layer.code}-{layer.zh}") == name]
            return whole[0] if whole else None
        rest = name.removeprefix(PREFIX)
        worded = [layer for layer in self.profile.layers if rest == layer.zh or rest.endswith(f"-{layer.zh}")]
        return self.profile.named(name) or max(worded, key=lambda layer: len(layer.zh), default=None)


def tidy(name: str) -> str:
    """Name in capitals, without a reference's prefix, with plain hyphens between its words."""
    plain = unicodedata.normalize("NFKC", name)
    return BETWEEN.sub("-", OF_REFERENCE.sub("", plain).strip()).upper()


def find_layers(document: Drawing, profile: Profile, mend: Callable[[str], str]) -> LayerNames:
    """Names of a file's layers, with those that only the labels on them tell.

    Parameters
    ----------
    mend
        How words of the file are set right.
    """
    names = LayerNames(profile=profile)
    words: dict[str, Counter[str]] = {}
    for entity in _texts(document):
        words.setdefault(mend(layer_of(entity)), Counter())[_word(mend(_plain(entity)))] += 1
    by_zh = {layer.zh: layer for layer in profile.layers if layer.geometry != "paint"} | {SCHEMA: profile.holding(FACTS)}
    for name, counts in sorted(words.items()):
        if name == "0" or names.claims(name):
            continue
        word, count = max(counts.items(), key=lambda one: (one[1] if one[0] in by_zh else 0, one[0]))
        if word in by_zh and (word == SCHEMA or count >= ALIKE_SHARE * counts.total()):
            names.by_labels[name] = by_zh[word]
    return names


def _texts(document: Drawing) -> Iterator[DXFEntity]:
    """Texts of the model space, and of the blocks that may stand in it."""
    for layout in (document.modelspace(), *(block for block in document.blocks if not block.is_any_layout)):
        for entity in layout:
            if entity.dxftype() in TEXTS:
                yield entity


def _plain(entity: DXFEntity) -> str:
    """Words of a text without its codes."""
    if entity.dxftype() == "MTEXT":
        return str(fast_plain_mtext(str(entity.text)[:LETTERS_MOST]))
    return str(plain_text(str(entity.dxf.get("text", ""))[:LETTERS_MOST]))


def _word(text: str) -> str:
    """Second word of a label, by which it tells its layer; the fact that only our drawings have; else nothing."""
    words = text.split(maxsplit=2)
    if len(words) == 1 and text.strip() == f"schema={SCHEMA}":
        return SCHEMA
    return words[1] if len(words) > 1 else ""
