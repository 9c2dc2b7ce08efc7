"""The height of an existing building, from the words written in its outline."""

import re
from collections.abc import Iterable

HEIGHT = re.compile(r"(?:\bH|高度?|height)\s*[=:：]?\s*(\d+(?:\.\d+)?)|^(\d+(?:\.\d+)?)\s*(?:m|米)$", re.IGNORECASE)
STOREYS = re.compile(r"(\d+)\s*(?:F\b|层)|(?:[砼砖混钢]|F)(\d+)\b", re.IGNORECASE)


def building_height(words: Iterable[str], storey_height_m: float) -> float | None:
    """Height by a written figure ("H=18.5", "18.5m"), else by storeys ("6F", "6层", "砼6"); None where nothing says [m]."""
    texts = tuple(words)
    for text in texts:
        match = HEIGHT.search(text.strip())
        if match:
            return float(match.group(1) or match.group(2))
    for text in texts:
        match = STOREYS.search(text.strip())
        if match:
            return int(match.group(1) or match.group(2)) * storey_height_m
    return None
