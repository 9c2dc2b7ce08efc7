"""Hostile words in a site file — layer names, labels, attributes, the file's own name — end up harmless in every output."""

import json
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import ezdxf
import openpyxl
import pytest
from pypdf import PdfReader

from layoutgen.inputs.features import Frame
from layoutgen.inputs.site import look_at_site
from layoutgen.inputs.understood import groups
from layoutgen.jobs.deliverables import FILES
from layoutgen.sentence import harmless

SCRIPT = "<script>alert(1)</script>"
FORMULA = '=HYPERLINK("http://evil.example","x")'
COMMAND = "=cmd|'/C"
TURNED = "\u202egnp.exe\u2066"
BELL = "a\x07b\x1b[2Jc\x00d"
LONG = "长" * 5000
WORDS = {"L1": SCRIPT, "L2": FORMULA, "L3": TURNED, "L4": LONG, "L5": "a\x07b\x1b[2Jc", "L6": "]]>&quot;'\"{\\P%%c}^J"}
SIDE = 200.0
RING = [[0, 0], [SIDE, 0], [SIDE, SIDE], [0, SIDE], [0, 0]]


def drawing(folder: Path) -> Path:
    """A drawing whose layers, texts and blocks are named by an enemy; names that no library would write are put in after."""
    document = ezdxf.new("R2010")
    document.header["$INSUNITS"] = 6
    space = document.modelspace()
    space.add_lwpolyline(RING[:4], close=True, dxfattribs={"layer": "用地红线"})
    for n, name in enumerate(WORDS):
        space.add_line((0, n), (10, n), dxfattribs={"layer": f"PLACE{name}"})
        space.add_text(f"PLACE{name}", dxfattribs={"layer": "文字"}).set_placement((5, n))
    space.add_lwpolyline([(220, 0), (240, 0), (240, 40), (220, 40)], close=True, dxfattribs={"layer": "现状建筑"})
    space.add_text("H=21 PLACEL1 PLACEL2", dxfattribs={"layer": "文字"}).set_placement((230, 20))
    space.add_point((-40, 100), dxfattribs={"layer": "场外设施"})
    space.add_text("kind=kindergarten name=PLACEL1PLACEL3PLACEL5", dxfattribs={"layer": "场外设施"}).set_placement((-40, 100))
    path = folder / "plain.dxf"
    document.saveas(path)
    text = path.read_text(encoding="utf-8")
    for name, word in WORDS.items():
        text = text.replace(f"PLACE{name}", word.replace("\n", " "))
    hostile = folder / f"{COMMAND} <b>{TURNED}.dxf".replace("/", "∕")
    hostile.write_text(text, encoding="utf-8")
    return hostile


def features(folder: Path) -> Path:
    things = [
        ({"kind": "boundary", "name": SCRIPT}, "Polygon", [RING]),
        ({"kind": LONG, SCRIPT: FORMULA}, "Point", [1, 1]),
        ({"kind": BELL}, "Point", [2, 2]),
        ({"kind": "line\n  0\nLINE\n  8\nSP-SITE-用地红线"}, "Point", [3, 3]),
        (
            {"kind": "off_site", "facility": "kindergarten", "name": FORMULA + TURNED, "rooms": [BELL, LONG], "rest": SCRIPT},
            "Point",
            [-40, 100],
        ),
    ]
    listed = [{"type": "Feature", "properties": p, "geometry": {"type": f, "coordinates": c}} for p, f, c in things]
    path = folder / f"{FORMULA}.geojson".replace("/", "∕")
    path.write_text(json.dumps({"type": "FeatureCollection", "features": listed}), encoding="utf-8")
    return path


def layoutgen(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run(
        [sys.executable, "-m", "layoutgen", *words], cwd=folder, capture_output=True, encoding="utf-8", timeout=300
    )
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done


def strange(text: str) -> set[str]:
    """Letters that no output may hold."""
    return {hex(ord(c)) for c in set(text) if c not in "\n\r\t" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Cn")}


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    layoutgen(folder, "generate", str(drawing(folder)), "-p", "1200", "-o", "out")
    layoutgen(folder, "site", str(drawing(folder)), "-o", "out")
    return folder / "out"


def leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from leaves(part)
    elif isinstance(value, str):
        yield value


def test_the_hostile_words_did_come_in(outputs: Path) -> None:
    said = (outputs / "report.json").read_text(encoding="utf-8")
    assert "alert(1)" in said
    assert "evil.example" in said


@pytest.mark.parametrize("name", ["plan.json", "report.json"])
def test_json_holds_words_of_bounded_length_without_control_characters(outputs: Path, name: str) -> None:
    words = list(leaves(json.loads((outputs / name).read_text(encoding="utf-8"))))
    assert not strange("".join(words))
    assert "长" * 100 not in "".join(words)


@pytest.mark.parametrize("name", ["plan.svg", "site.svg"])
def test_pictures_hold_no_script_and_no_link(outputs: Path, name: str) -> None:
    text = (outputs / name).read_text(encoding="utf-8")
    root = ET.fromstring(text)
    assert {node.tag.rpartition("}")[2] for node in root.iter()}.isdisjoint({"script", "a", "foreignObject", "image", "b"})
    for node in root.iter():
        assert not [key for key in node.attrib if key.startswith("on")]
        assert all(value.startswith("#") for key, value in node.attrib.items() if key.endswith("href"))
    assert not strange(text)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.scripts, self.links, self.events = 0, [], []

    def handle_starttag(self, tag, attrs):
        self.scripts += tag == "script"
        self.links += [value for key, value in attrs if key in ("src", "href") and value and not value.startswith("#")]
        self.events += [key for key, _ in attrs if key.startswith("on")]


def test_the_page_runs_only_its_own_script(outputs: Path) -> None:
    text = (outputs / "report.html").read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(text)
    assert not tags.events
    assert not [link for link in tags.links if "evil" in link]
    assert SCRIPT not in text
    assert "<script>alert" not in text
    assert not strange(text)


@pytest.mark.parametrize("name", ["plan.dxf", "sheet.dxf"])
def test_drawings_stay_whole_and_their_texts_plain(outputs: Path, name: str) -> None:
    document = ezdxf.readfile(outputs / name)
    assert not document.audit().errors
    texts = [entity.plain_text() for entity in document.entitydb.values() if entity.dxftype() in ("TEXT", "MTEXT")]
    assert not strange("".join(texts))
    assert not strange("".join(str(layer.dxf.name) for layer in document.layers))
    assert all(len(text) < 2000 for text in texts)
    assert not [layer for layer in document.layers if "<" in layer.dxf.name]


def test_the_workbook_runs_nothing_of_the_users(outputs: Path) -> None:
    book = openpyxl.load_workbook(outputs / "schedule.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = [str(cell.value) for cell in cells if cell.data_type == "f"]
    assert formulas
    assert not [formula for formula in formulas if re.search("hyperlink|cmd|evil|webservice|dde", formula, re.IGNORECASE)]
    assert not [cell for cell in cells if cell.hyperlink]
    assert not strange("".join(str(cell.value) for cell in cells))


def test_the_printed_sheet_has_no_action(outputs: Path) -> None:
    data = (outputs / "sheet.pdf").read_bytes()
    assert not re.search(rb"/(JS|JavaScript|OpenAction|AA|URI|Launch)\b", data)
    reader = PdfReader(outputs / "sheet.pdf")
    assert not [page for page in reader.pages if "/Annots" in page]


def test_every_output_has_been_looked_at(outputs: Path) -> None:
    seen = {"plan.json", "report.json", "plan.svg", "report.html", "plan.dxf", "sheet.dxf", "schedule.xlsx", "sheet.pdf"}
    assert set(FILES) == seen
    assert {path.name for path in outputs.iterdir()} == {*seen, "site.svg"}


def test_features_are_cleaned_at_the_door(tmp_path: Path) -> None:
    reading = look_at_site(features(tmp_path), Frame(crs="none"))
    (one,) = reading.site.off_site
    told = [line for group in groups(reading) for line in group.lines]
    words = "".join(
        [
            one.name,
            *one.rooms,
            *(word for tag in one.tags for word in tag),
            *(s.en + s.zh for s in told),
            reading.site.file_name,
        ]
    )
    assert not strange(words)
    assert "\n" not in words
    assert max(len(word) for word in (one.name, *one.rooms)) <= 80


def test_the_console_is_not_spoken_to(tmp_path: Path) -> None:
    path = tmp_path / "site.geojson"
    path.write_text(json.dumps({"type": "Feature", "geometry": {"type": f"x{BELL}", "coordinates": []}}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "layoutgen", "site", str(path)], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert not strange(done.stderr)
    assert not strange(layoutgen(tmp_path, "site", str(drawing(tmp_path))).stdout)


@pytest.mark.parametrize(
    ("word", "expected"), [("a\tb\r\nc", "a b c"), (TURNED, "gnp.exe"), (BELL, "ab[2Jcd"), ("用地 红线", "用地 红线")]
)
def test_a_word_is_made_harmless(word: str, expected: str) -> None:
    assert harmless(word) == expected
    assert len(harmless(LONG)) == 80
