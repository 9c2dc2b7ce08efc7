from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from layoutgen.drawings import write_png as room
from layoutgen.drawings.compose import compose
from layoutgen.drawings.write_png import LONGER_SIDE, write_png


def picture(sheet, path):
    write_png(sheet, path)
    return np.asarray(Image.open(path).convert("L"), dtype=int)


@pytest.fixture(scope="module")
def sheet(plan):
    return compose(plan)


def test_the_longer_side_has_the_same_pixels_whatever_the_plan_s_shape(sheet, tmp_path):
    west, south, _, _ = sheet.bounds
    for width, height in ((200.0, 100.0), (100.0, 400.0)):
        bounds = (west, south, west + width, south + height)
        shape = picture(replace(sheet, bounds=bounds), tmp_path / "plan.png").shape
        assert max(shape) == LONGER_SIDE
        assert shape[1] / shape[0] == pytest.approx(width / height, rel=0.01)


def test_chinese_is_really_drawn(sheet, tmp_path, monkeypatch):
    with_font = picture(sheet, tmp_path / "with.png")
    # The same picture with a font file that is none: no text at all.
    monkeypatch.setattr(room, "font_path", lambda: tmp_path / "none.ttf")
    without = picture(sheet, tmp_path / "without.png")
    title = next(text for text in sheet.captions if text.text == "居住社区总平面图")
    west, _, east, north = sheet.bounds
    scale = with_font.shape[1] / (east - west)
    left, top = (title.point[0] - west) * scale, (north - title.point[1] - title.height_m / 2) * scale
    crop = (slice(int(top), int(top + title.height_m * scale)), slice(int(left), int(left + 8 * title.height_m * scale)))
    assert (without[crop] == 255).all()
    assert 0.1 < (with_font[crop] < 128).mean() < 0.5  # ink of eight characters, not of eight boxes filled


def test_the_picture_is_the_same_twice(sheet, tmp_path):
    write_png(sheet, tmp_path / "a.png")
    write_png(sheet, tmp_path / "b.png")
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()
