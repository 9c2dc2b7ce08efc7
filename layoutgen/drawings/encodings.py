"""Text that a drawing's encoding cannot write: encoded in labels, which must read back; replaced in what only people read."""

from dataclasses import replace

from layoutgen.drawings.sheet import Sheet

ALIKE = {"hm²": "hm2", "km²": "km2", "m²": "㎡", "²": "2", "³": "3", "–": "—"}  # written instead


def in_encoding(sheet: Sheet) -> Sheet:
    """Sheet whose texts its profile's encoding can write."""
    encoding = sheet.profile.encoding
    if encoding == "utf-8":
        return sheet
    labels = tuple(replace(text, text=writable(text.text, encoding)) for text in sheet.labels)
    captions = tuple(replace(text, text=legible(text.text, encoding)) for text in sheet.captions)
    return replace(sheet, labels=labels, captions=captions)


def writable(text: str, encoding: str) -> str:
    """Text of a label or fact; what cannot be written is percent-encoded, as its reader expects."""
    return "".join(c if _is_in(c, encoding) else "".join(f"%{byte:02X}" for byte in c.encode("utf-8")) for c in text)


def legible(text: str, encoding: str) -> str:
    """Painted text; what cannot be written is replaced by its like or left out."""
    for odd, plain in ALIKE.items():
        if not _is_in(odd, encoding):
            text = text.replace(odd, plain)
    return "".join(c for c in text if _is_in(c, encoding))


def _is_in(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
