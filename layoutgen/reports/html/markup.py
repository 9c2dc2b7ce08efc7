"""Text becomes markup: escaped, printable, in both languages side by side."""

import json
from collections.abc import Mapping
from html import escape

from layoutgen.sentence import Sentence, printable

IN_SCRIPTS = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})
LANGS = (("zh", "zh-CN"), ("en", "en"))


def plain(text: object) -> str:
    """Text that stands between tags or in an attribute."""
    return escape(printable(str(text)))


def both(said: Sentence) -> str:
    """A sentence in Chinese and in English, of which the page shows one; once where they are the same."""
    if said.en == said.zh:
        return plain(said.en)
    return "".join(f'<span lang="{tag}">{plain(said.text(lang))}</span>' for lang, tag in LANGS)


def labelled(said: Sentence) -> str:
    """Attributes that name a control; the page's script puts the other language in their place."""
    en, zh = plain(said.en), plain(said.zh)
    return f'aria-label="{zh}" title="{zh}" data-en="{en}" data-zh="{zh}"'


def json_for_script(document: Mapping[str, object]) -> str:
    """JSON that nothing inside it can end the element it stands in."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(IN_SCRIPTS)


def row(cells: tuple[str, ...], head: bool = False) -> str:
    """A row of a table of finished markup; the first cell is the row's head."""
    if head:
        return "<tr>" + "".join(f'<th scope="col">{cell}</th>' for cell in cells) + "</tr>"
    return f'<tr><th scope="row">{cells[0]}</th>' + "".join(f"<td>{cell}</td>" for cell in cells[1:]) + "</tr>"
