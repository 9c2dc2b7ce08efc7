"""How a drawing was read, for the console: what was mended or understood of it, nothing where all was as it was written."""

from layoutgen.model.reading import Reading

TITLE = {"en": "  How the drawing was read", "zh": "  图纸的读入"}


def reading_text(reading: Reading, lang: str) -> str:
    """Lines of a reading; empty where there is nothing to say."""
    if not reading.said:
        return ""
    return "\n".join([TITLE["zh" if lang == "zh" else "en"], *(f"      {sentence.text(lang)}" for sentence in reading.said)])
