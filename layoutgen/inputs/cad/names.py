"""Words that passed through a wrong encoding, brought back."""

import re

ESCAPE = re.compile(r"\\[Uu]\+([0-9A-Fa-f]{4})")
WRONG_READINGS = ("cp1252", "latin-1")
TRUE_ENCODINGS = ("utf-8", "gb2312")  # GBK's rarer signs would turn sound Western words into Chinese


def mend_word(word: str) -> str:
    r"""Layer name or text with ``\U+`` escapes and UTF-8 or GBK bytes read as Western text set right."""
    word = ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), word)
    if word.isascii() or any(is_chinese(letter) for letter in word):
        return word
    for wrong in WRONG_READINGS:
        try:
            data = word.encode(wrong, errors="surrogateescape")
        except UnicodeEncodeError:
            continue
        for true in TRUE_ENCODINGS:
            try:
                mended = data.decode(true)
            except UnicodeDecodeError:
                continue
            if all(letter.isascii() or is_chinese(letter) for letter in mended):
                return mended
    return word


def is_chinese(letter: str) -> bool:
    """Whether a letter is a Chinese character or a full-width sign."""
    return "\u4e00" <= letter <= "\u9fff" or "\u3000" <= letter <= "\u303f" or "\uff00" <= letter <= "\uffef"
