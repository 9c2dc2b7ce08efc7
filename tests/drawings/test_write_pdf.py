"""The PDF as other programs read it: pypdf everywhere, poppler where it is installed."""

import os
import shutil
import subprocess
from dataclasses import replace

import pytest
from pypdf import PdfReader

from layoutgen.drawings.book import compose_book
from layoutgen.drawings.compose import compose
from layoutgen.drawings.pages import Book, Page, PaperFill, PaperLine, PaperText, View
from layoutgen.drawings.write_pdf import write_pdf

MM_PER_POINT = 25.4 / 72.0
WINDOW = (-100.0, -100.0, 500.0, 500.0)


@pytest.fixture(scope="module")
def sheet(plan, judged_report):
    return compose_book(plan, compose(plan), judged_report, ()).sheet


def written(sheet, page, folder):
    write_pdf(Book(sheet=sheet, pages=(page,)), folder / "sheet.pdf")
    return PdfReader(folder / "sheet.pdf")


def operators(page):
    """Each operator with its operands and the matrix in force."""
    found = []
    page.extract_text(visitor_operand_before=lambda name, operands, matrix, _: found.append((name, [*operands], [*matrix])))
    return found


def on_paper(operands, matrix):
    x, y = (float(part) for part in operands)
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e) * MM_PER_POINT, (b * x + d * y + f) * MM_PER_POINT


def colours(page):
    return [tuple(float(part) for part in operands) for name, operands, _ in operators(page) if name in (b"rg", b"RG")]


def test_every_page_has_its_true_size_and_its_title_in_the_contents(sheet, tmp_path):
    pages = (Page(size_mm=(841.0, 594.0)), Page(key="fire", title="消防分析图", size_mm=(1486.0, 841.0)))
    write_pdf(Book(sheet=sheet, pages=pages), tmp_path / "sheet.pdf")
    reader = PdfReader(tmp_path / "sheet.pdf")
    sizes = [(float(page.mediabox.width) * MM_PER_POINT, float(page.mediabox.height) * MM_PER_POINT) for page in reader.pages]
    assert sizes == [pytest.approx((841.0, 594.0), abs=0.01), pytest.approx((1486.0, 841.0), abs=0.01)]
    assert [entry.title for entry in reader.outline] == ["总平面图", "消防分析图"]
    assert reader.metadata.subject == "总平面图、消防分析图"


def test_a_kilometre_of_survey_coordinates_is_a_metre_at_1_to_1000(sheet, tmp_path):
    # A red line of 1000 x 500 m far from the origin, its corner 10 m inside a view whose corner stands 30 and 40 mm in.
    west, south = 40_500_000.0, 4_200_000.0
    ring = ((west, south), (west + 1000.0, south), (west + 1000.0, south + 500.0), (west, south + 500.0))
    site = next(outline for outline in sheet.outlines if outline.layer == "SITE")
    alone = replace(
        sheet, outlines=(replace(site, points=ring),), hatches=(), lines=(), points=(), paint_lines=(), captions=(), trees=()
    )
    window = (west - 10.0, south - 10.0, west + 1010.0, south + 510.0)
    page = Page(size_mm=(1189.0, 841.0), views=(View(window_m=window, at_mm=(30.0, 40.0), scale=1000),))
    (read,) = written(alone, page, tmp_path).pages
    moves = [on_paper(operands, matrix) for name, operands, matrix in operators(read) if name in (b"m", b"l")]
    for corner in ((40.0, 50.0), (1040.0, 50.0), (1040.0, 550.0), (40.0, 550.0)):
        assert corner in [pytest.approx(at, abs=0.01) for at in moves]


def test_chinese_is_text_and_only_our_font_is_used_and_embedded(sheet, tmp_path):
    texts = tuple(
        PaperText(at_mm=(100.0, 500.0 - 10.0 * row), text=text, height_mm=5.0, anchor=anchor, is_bold=row == 1)
        for row, (text, anchor) in enumerate(
            (("技术经济指标表", "left"), ("配套设施一览表", "middle"), ("容积率 1.80㎡", "right"))
        )
    )
    reader = written(sheet, Page(size_mm=(841.0, 594.0), texts=texts), tmp_path)
    said = reader.pages[0].extract_text()
    for text in texts:
        assert text.text in said
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    assert fonts
    for font in fonts:
        assert "WenQuanYiMicroHei" in font.get_object()["/BaseFont"]
        assert font.get_object()["/FontDescriptor"]["/FontFile2"].get_object().get_data()


def test_a_name_with_a_halo_is_read_once(sheet, tmp_path):
    client = shutil.which("pdftotext")
    if client is None and os.environ.get("LAYOUTGEN_REQUIRE_CLIENTS") != "1":
        pytest.skip("pdftotext is not installed")
    assert client, "pdftotext is required"
    captions = [text for text in sheet.captions if text.text.startswith("K1-00")]
    assert len(captions) == 1
    page = Page(size_mm=(1189.0, 1189.0), views=(View(window_m=WINDOW, at_mm=(0.0, 0.0), scale=1000),))
    written(sheet, page, tmp_path)
    done = subprocess.run([client, "sheet.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, encoding="utf-8")
    assert done.stdout.count("K1-00") == 1
    assert "社区游园" in done.stdout


def test_a_hidden_layer_is_not_painted(sheet, tmp_path):
    dwelling = tuple(round(part / 255.0, 3) for part in sheet.profile.fill_by_holds["building.dwelling"])
    for hidden in (frozenset(), frozenset({"BLDG-HOUSE"})):
        view = View(window_m=WINDOW, at_mm=(0.0, 0.0), hidden=hidden)
        (read,) = written(sheet, Page(size_mm=(841.0, 594.0), views=(view,)), tmp_path).pages
        assert (dwelling in colours(read)) is not bool(hidden)


def test_a_muted_view_is_grey_but_for_its_notes(sheet, tmp_path):
    notes = frozenset(layer.code for layer in sheet.profile.layers if layer.holds.startswith("note."))
    for hidden, has_colour in ((notes, False), (frozenset(), True)):
        view = View(window_m=WINDOW, at_mm=(0.0, 0.0), muted=True, hidden=hidden)
        (read,) = written(sheet, Page(size_mm=(841.0, 594.0), views=(view,)), tmp_path).pages
        assert colours(read)
        assert any(len(set(colour)) > 1 for colour in colours(read)) is has_colour


def test_what_is_painted_on_a_page_stands_there_in_millimetres(sheet, tmp_path):
    hole = ((5.0, 1.0), (6.0, 1.0), (6.0, 2.0))
    page = Page(
        size_mm=(841.0, 594.0),
        fills=(PaperFill(points_mm=((0.0, 0.0), (9.0, 0.0), (9.0, 9.0)), rgb=(255, 0, 0), holes_mm=(hole,)),),
        lines=(PaperLine(points_mm=((100.0, 200.0), (300.0, 200.0)), width_mm=0.7, rgb=(0, 0, 255), dash_mm=(6.0, 2.0)),),
    )
    (read,) = written(sheet, page, tmp_path).pages
    found = operators(read)
    assert [name for name, _, _ in found if name == b"f*"] == [b"f*"]  # odd rings only: the hole stays white
    assert (100.0, 200.0) in [pytest.approx(on_paper(args, m), abs=0.01) for name, args, m in found if name == b"m"]
    assert [args for name, args, _ in found if name == b"d"][-1] == [[6, 2], 0]
    width = next(float(args[0]) for name, args, _ in found if name == b"w" and float(args[0]) < 1.0)
    assert width == 0.7


def test_hostile_text_stays_text(sheet, tmp_path):
    hostile = ") Tj ET /JS (app.alert(1)) \\) <script>"
    texts = (
        PaperText(at_mm=(100.0, 100.0), text=hostile, height_mm=5.0),
        PaperText(at_mm=(100.0, 80.0), text="nul\x00 rtl\u202e 㑇", height_mm=5.0),
    )
    reader = written(replace(sheet, title=hostile + "\x00"), Page(size_mm=(841.0, 594.0), texts=texts), tmp_path)
    said = reader.pages[0].extract_text()
    assert hostile in said
    assert "nul  rtl  〓" in said
    assert reader.metadata.title == hostile + " "
    assert "/OpenAction" not in reader.root_object
    assert "/JavaScript" not in reader.root_object.get("/Names", {})


def test_the_same_book_gives_the_same_bytes(plan, judged_report, tmp_path):
    book = compose_book(plan, compose(plan), judged_report, ())
    write_pdf(book, tmp_path / "a.pdf")
    write_pdf(book, tmp_path / "b.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
