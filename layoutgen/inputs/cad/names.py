"""Words that passed through a wrong encoding, brought back."""

import re

from layoutgen.sentence import harmless

ESCAPE = re.compile(r"\\[Uu]\+([0-9A-Fa-f]{4})")
WRONG_READINGS = ("cp1252", "latin-1")
TRUE_ENCODINGS = ("utf-8", "gb2312")  # GBK's rarer signs would turn sound Western words into Chinese
RAW = "gb18030"  # of bytes that are no UTF-8 at all, nothing is sound


def mend_word(word: str) -> str:
    r"""Layer name or text with ``\U+`` escapes and UTF-8 or GBK bytes read as Western text set right."""
    word = ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), word)
    if word.isascii() or any(is_chinese(letter) for letter in word):
        return word
    if any("\udc80" <= letter <= "\udcff" for letter in word):
        return _of_raw_bytes(word)
    for wrong in WRONG_READINGS:
        try:
            data = word.encode(wrong)
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


def mend_unsound_word(word: str) -> str:
    r"""Word of a file whose encoding is sound: only ``\U+`` escapes and what could not be decoded are set right."""
    if ESCAPE.search(word) or any("\udc80" <= letter <= "\udcff" for letter in word):
        return mend_word(word)
    return word


def mend_foreign_word(word: str) -> str:
    """Word of a user's file set right, and made harmless for every output."""
    return harmless(mend_word(word).strip())


def _of_raw_bytes(word: str) -> str:
    """Bytes that the CAD library could not decode: those of a Chinese encoding, or of UTF-8 read as Western text."""
    for wrong in ("utf-8", *WRONG_READINGS):
        try:
            data = word.encode(wrong, errors="surrogateescape")
        except UnicodeEncodeError:
            continue
        for true in ("utf-8", RAW):
            try:
                return data.decode(true)
            except UnicodeDecodeError:
                continue
    return word


def is_chinese(letter: str) -> bool:
    """Whether a letter is a Chinese character or a full-width sign."""
    return "\u4e00" <= letter <= "\u9fff" or "\u3000" <= letter <= "\u303f" or "\uff00" <= letter <= "\uffef"
