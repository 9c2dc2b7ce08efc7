"""The height of an existing building, from the words written in its outline."""

import re
from collections.abc import Iterable

from layoutgen.inputs.checked import load_ranges

HEIGHT = re.compile(r"(?:\bH|高度?|height)\s*[=:：]?\s*(\d+(?:\.\d+)?)|^(\d+(?:\.\d+)?)\s*(?:m|米)$", re.IGNORECASE)
STOREYS = re.compile(r"(\d+)\s*(?:F\b|层)|(?:[砼砖混钢]|F)(\d+)\b", re.IGNORECASE)


def building_height(words: Iterable[str], storey_height_m: float) -> float | None:
    """Height by a written figure ("H=18.5", "18.5m"), else by storeys ("6F", "6层", "砼6"); None where nothing says [m]."""
    texts, within = tuple(text.strip() for text in words), load_ranges("site")["height_m"]
    for pattern, factor in ((HEIGHT, 1.0), (STOREYS, storey_height_m)):
        for text in texts:
            match = pattern.search(text)
            height = float(match.group(1) or match.group(2)) * factor if match else -1.0
            if within.low <= height <= within.high:
                return height
    return None
