"""Pictures that clients make, as numbers."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Picture = NDArray[np.float64]  # grey from 0, black, to 1


def grey(path: Path) -> Picture:
    """A picture on white paper."""
    with Image.open(path) as image:
        shown = image.convert("RGBA")
        paper = Image.new("RGBA", shown.size, "white")
        paper.alpha_composite(shown)
        return np.asarray(paper.convert("L"), dtype=np.float64) / 255.0


def coarse(picture: Picture, cell: int = 10) -> Picture:
    """Mean grey of cells of so many pixels."""
    high, wide = (size // cell * cell for size in picture.shape)
    return picture[:high, :wide].reshape(high // cell, cell, wide // cell, cell).mean(axis=(1, 3))
