"""LibreCAD draws the drawing with its Chinese really there, and what it saves is the same plan again."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import ezdxf
import numpy as np
import pytest
from numpy.typing import NDArray

from layoutgen.drawings.asked_paint import as_asked
from layoutgen.drawings.compose import compose
from layoutgen.drawings.dxf_entities import CAPITAL
from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.read_drawing import read_drawing
from layoutgen.drawings.sheet import Sheet, Text
from layoutgen.drawings.write_dxf import write_dxf
from tests.clients.conftest import Client, called
from tests.clients.stroke_font import write_stroke_font
from tests.drawings.hand_made import make_plan

HERE = Path(__file__).parent
PAGE_MM, DOTS_PER_INCH = (841, 594), 200
AROUND_M = 20.0  # a frame of ours so far outside everything tells where the picture's edges are
CHINESE = re.compile(r"[\u4e00-\u9fff]{4}")
SETTINGS = "[Startup]\nFirstLoad=0\nShowSplash=0\nCheckNewVersion=0\n\n[Defaults]\nAutoSaveTime=0\n"
Picture = NDArray[np.bool_]


def prepared(folder: Path) -> Path:
    """A home for LibreCAD, where it has been started before and asks nothing."""
    (folder / "config" / "LibreCAD").mkdir(parents=True)
    (folder / "config" / "LibreCAD" / "LibreCAD.conf").write_text(SETTINGS, encoding="utf-8")
    folder.chmod(0o700)
    return folder


def framed_copy(sheet: Sheet, folder: Path) -> tuple[float, float, float, float]:
    """Write a copy for paper, in "millimetres" and with a frame round everything; where the frame stands.

    In metres its page would be 841 m wide: LibreCAD 2.2 takes the paper's size in the drawing's unit.
    """
    write_dxf(sheet, folder / "plan.dxf")
    doc = ezdxf.readfile(folder / "plan.dxf")
    doc.header["$INSUNITS"] = 4
    xs, ys = zip(*(text.point for text in sheet.labels), strict=True)
    west, south, east, north = sheet.bounds
    right = max(text.point[0] + text.height_m * len(text.text) for text in (*sheet.labels, *sheet.captions))
    frame = (
        min(west, *xs) - AROUND_M,
        min(south, *ys) - AROUND_M,
        max(east, *xs, right) + AROUND_M,
        max(north, *ys) + AROUND_M,
    )
    corners = [(frame[0], frame[1]), (frame[2], frame[1]), (frame[2], frame[3]), (frame[0], frame[3])]
    doc.modelspace().add_lwpolyline(corners, close=True, dxfattribs={"lineweight": 13})
    doc.saveas(folder / "plan.dxf")
    return frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What LibreCAD draws, cut to the frame: true where there is ink."""

    ink: Picture
    frame: tuple[float, float, float, float]  # west, south, east, north [m]


def drawn(sheet: Sheet, folder: Path, client: Client, letters: str) -> Drawn:
    """Draw a sheet in LibreCAD, with a font that has these letters; without any, it has no font for our style."""
    program, painter = client("librecad"), client("pdftoppm")
    home = prepared(folder)
    frame = framed_copy(sheet, home)
    if letters:
        write_stroke_font(letters, home / ".librecad" / "fonts" / f"{sheet.profile.text_style.lower()}.lff")
    size = f"{PAGE_MM[0]}x{PAGE_MM[1]}"
    called((program, "dxf2pdf", "-a", "-p", size, "-t", home, "plan.dxf"), folder=home, QT_QPA_PLATFORM="offscreen")
    called((painter, "-gray", "-r", DOTS_PER_INCH, "-singlefile", "plan.pdf", "plan"), folder=home)
    ink = pgm(home / "plan.pgm") < 160
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return Drawn(ink=ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], frame=frame)


def pgm(path: Path) -> NDArray[np.uint8]:
    """Pixels of a grey picture in the plainest format."""
    data = path.read_bytes()
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    assert head
    return np.frombuffer(data[head.end() :], dtype=np.uint8).reshape(int(head[2]), int(head[1]))


def crop(drawn: Drawn, text: Text) -> Picture:
    """Where a text of four Chinese letters stands, by the middle of its box or of its left edge."""
    (west, _, east, north), ink = drawn.frame, drawn.ink
    scale = ink.shape[1] / (east - west)
    size = CAPITAL * text.height_m * scale  # this client makes a Chinese letter as large as a capital
    x, y = (text.point[0] - west) * scale - (0.0 if text.is_left else 2.0 * size), (north - text.point[1]) * scale
    return ink[int(y - 0.75 * size) : int(y + 0.75 * size), int(x) : int(x + 4.0 * size)]


def unlike(one: Picture, other: Picture) -> float:
    """Share of the ink of two crops that is in one of them only."""
    high, wide = min(one.shape[0], other.shape[0]), min(one.shape[1], other.shape[1])
    a, b = one[:high, :wide], other[:high, :wide]
    return float((a ^ b).sum() / max((a | b).sum(), 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """A drawing with a Chinese font and without, and its texts of four Chinese letters."""

    texts: tuple[Text, ...]
    with_font: Drawn
    without_font: Drawn


@pytest.fixture(scope="module")
def pictures(request: pytest.FixtureRequest, client: Client, tmp_path_factory: pytest.TempPathFactory) -> Pictures:
    sheet = as_asked(compose(make_plan(), profile=load_profile(request.param)))
    texts = tuple(text for text in sheet.captions if CHINESE.fullmatch(text.text) and text.turn_deg == 0.0)
    letters = "".join(text.text for text in texts)
    return Pictures(
        texts=texts,
        with_font=drawn(sheet, tmp_path_factory.mktemp("with"), client, letters),
        without_font=drawn(sheet, tmp_path_factory.mktemp("without"), client, ""),
    )


@pytest.mark.parametrize("pictures", ["default", "submission", "gbk"], indirect=True)
def test_librecad_draws_every_profile_and_its_chinese_is_there_with_a_font(pictures: Pictures) -> None:
    assert len(pictures.texts) >= 4
    for text in pictures.texts:
        more = crop(pictures.with_font, text).mean() - crop(pictures.without_font, text).mean()
        assert more > 0.06, text.text


@pytest.mark.parametrize("pictures", ["default", "gbk"], indirect=True)  # a submission has no legend
def test_every_word_of_the_legend_looks_unlike_every_other_with_a_font_and_is_diamonds_without(pictures: Pictures) -> None:
    legend = [text for text in pictures.texts if text.layer == "PAINT-FRAME" and text.is_left]
    same_size = [text for text in legend if text.height_m == legend[0].height_m]
    assert len(same_size) > 10
    for one, other in combinations([crop(pictures.with_font, text) for text in same_size], 2):
        assert unlike(one, other) > 0.3
    assert all(crop(pictures.without_font, text).mean() < 0.06 for text in same_size)


Save = Callable[[Path], Path]


@pytest.fixture(scope="module")
def save(client: Client, tmp_path_factory: pytest.TempPathFactory) -> Save:
    """Open a copy of a drawing in LibreCAD under a display of memory, draw a line on it and save it there."""
    program, display, _ = client("librecad"), client("xvfb-run"), client("xdotool")

    def run(drawing: Path) -> Path:
        home = prepared(tmp_path_factory.mktemp("saved"))
        shutil.copy(drawing, home / "edited.dxf")
        called((display, "-a", "sh", HERE / "save_in_librecad.sh", program, "edited.dxf"), folder=home)
        return home / "edited.dxf"

    return run


def test_a_copy_saved_by_librecad_is_the_same_plan_to_the_judge(save: Save, generated: Path) -> None:
    saved = save(generated / "plan.dxf")
    assert read_drawing(saved).plan == read_drawing(generated / "plan.dxf").plan
    text = saved.read_text(encoding="utf-8")
    assert "dxfrw" in text  # its own writer's name
    assert "LAYOUTGEN" not in text  # our marks are gone
    before, after = (len(ezdxf.readfile(path).modelspace().query("LINE")) for path in (generated / "plan.dxf", saved))
    assert after > before


# In GBK it takes 给 of "未给公交站" for another letter: only what people read there differs.
@pytest.mark.parametrize("name", ["submission", "gbk"])
def test_so_is_one_of_every_other_profile_but_ten_letters_in_gbk(save: Save, name: str, tmp_path: Path) -> None:
    write_dxf(compose(make_plan(), profile=load_profile(name)), tmp_path / "plan.dxf")
    saved, ours = read_drawing(save(tmp_path / "plan.dxf")).plan, read_drawing(tmp_path / "plan.dxf").plan
    if name == "gbk":
        saved, ours = (replace(plan, facts=replace(plan.facts, assumptions=())) for plan in (saved, ours))
    assert saved == ours
