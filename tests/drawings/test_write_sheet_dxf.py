"""A book as a DXF file: one layout a page."""

from dataclasses import replace

import ezdxf
import pyogrio
import pytest

from layoutgen.drawings.book import compose_book
from layoutgen.drawings.compose import compose
from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.pages import Book, Page, PaperFill, PaperLine, PaperText, View
from layoutgen.drawings.write_sheet_dxf import write_sheet_dxf
from layoutgen.sentence import Sentence


@pytest.fixture(scope="module")
def sheet(plan, judged_report):
    return compose_book(plan, compose(plan), judged_report, ()).sheet


def written(book, folder):
    write_sheet_dxf(book, folder / "sheet.dxf")
    doc = ezdxf.readfile(folder / "sheet.dxf")
    auditor = doc.audit()
    assert not auditor.errors
    assert not auditor.fixes
    return doc


def test_every_page_is_a_layout_of_its_size_with_its_views_at_scale(sheet, tmp_path):
    view = View(window_m=(0.0, 0.0, 400.0, 300.0), at_mm=(25.0, 10.0), scale=500, hidden=frozenset({"SITE"}))
    pages = (
        Page(size_mm=(841.0, 594.0), views=(view,)),
        Page(key="fire", title="消防/分析图", size_mm=(1486.0, 841.0)),
    )
    doc = written(Book(sheet=sheet, pages=pages), tmp_path)
    assert doc.layout_names_in_taborder() == ["Model", "总平面图", "消防-分析图"]
    assert [doc.paperspace(name).dxf.paper_width for name in ("总平面图", "消防-分析图")] == [841.0, 1486.0]
    (port,) = [port for port in doc.paperspace("总平面图").viewports() if port.dxf.id != 1]
    # 400 x 300 m at 1:500 are 800 x 600 mm; their middle is 400 and 300 mm from the corner
    assert (port.dxf.width, port.dxf.height, port.dxf.view_height) == (800.0, 600.0, 300.0)
    assert tuple(port.dxf.center)[:2] == (425.0, 310.0)
    assert tuple(port.dxf.view_center_point)[:2] == (200.0, 150.0)
    assert port.frozen_layers == ["SP-SITE-用地红线"]


def test_what_is_painted_on_a_page_stands_there_in_millimetres(sheet, tmp_path):
    page = Page(
        size_mm=(841.0, 594.0),
        fills=(PaperFill(points_mm=((0, 0), (9, 0), (9, 9)), rgb=(1, 2, 3), holes_mm=(((5, 1), (6, 1), (6, 2)),)),),
        lines=(PaperLine(points_mm=((0, 0), (5, 5)), width_mm=0.7, dash_mm=(6.0, 2.0)),),
        texts=(PaperText(at_mm=(7.0, 8.0), text="技术经济指标", height_mm=5.0, anchor="right", is_bold=True),),
    )
    layout = written(Book(sheet=sheet, pages=(page,)), tmp_path).paperspace("总平面图")
    (hatch,), (line,), (text,) = layout.query("HATCH"), layout.query("LWPOLYLINE"), layout.query("TEXT")
    assert hatch.rgb == (1, 2, 3)
    assert len(hatch.paths) == 2
    assert line.dxf.lineweight == 70
    assert line.dxf.linetype == "SP-DASH-6-2"
    assert line.dxf.ltscale * line.doc.header["$LTSCALE"] == pytest.approx(1.0)
    assert text.dxf.text == "技术经济指标"
    assert text.dxf.height == 5.0
    assert (line.dxf.layer, text.dxf.layer) == ("SP-PAINT-PAGE-图框图签", "SP-PAINT-TEXT-图面文字")
    assert tuple(text.get_placement()[1])[:2] == (7.0, 8.0)


def test_the_drawing_stands_in_model_space_as_in_the_model_file(sheet, tmp_path):
    doc = written(Book(sheet=sheet, pages=(Page(size_mm=(841.0, 594.0)),)), tmp_path)
    assert len(doc.modelspace().query("LWPOLYLINE")) == len(sheet.outlines) + len(sheet.lines) + len(sheet.paint_lines)


def test_the_same_book_gives_the_same_bytes(sheet, tmp_path):
    book = Book(sheet=sheet, pages=(Page(size_mm=(841.0, 594.0)),))
    for name in ("one.dxf", "two.dxf"):
        write_sheet_dxf(book, tmp_path / name)
    assert (tmp_path / "one.dxf").read_bytes() == (tmp_path / "two.dxf").read_bytes()


def test_a_muted_view_shows_its_layers_grey_and_without_fills_and_other_views_do_not(sheet, tmp_path):
    views = tuple(View(window_m=(0.0, 0.0, 400.0, 300.0), at_mm=(25.0, 10.0), muted=muted) for muted in (False, True))
    doc = written(Book(sheet=sheet, pages=(Page(size_mm=(841.0, 594.0), views=views),)), tmp_path)
    plain, muted = [port for port in doc.paperspace("总平面图").viewports() if port.dxf.id != 1]
    red = doc.layers.get("SP-SITE-用地红线").get_vp_overrides()
    assert red.get_rgb(muted.dxf.handle) == (176, 176, 176)
    assert not red.has_overrides(plain.dxf.handle)
    assert "SP-PAINT-HATCH-填充" in muted.frozen_layers
    assert not plain.frozen_layers


def test_text_that_a_cad_program_would_read_as_a_code_stays_text(sheet, tmp_path):
    page = Page(size_mm=(841.0, 594.0), texts=(PaperText(at_mm=(9.0, 9.0), text="%%d^I\\U+0041", height_mm=3.0),))
    layout = written(Book(sheet=sheet, pages=(page,)), tmp_path).paperspace("总平面图")
    (text,) = layout.query("TEXT")
    assert text.plain_text() == "% %d^I\\U +0041"


def test_another_reader_finds_the_pages_in_paper_space_and_the_plan_in_model_space(plan, judged_report, tmp_path):
    book = compose_book(plan, compose(plan), judged_report, ())
    write_sheet_dxf(book, tmp_path / "sheet.dxf")
    meta, _, _, fields = pyogrio.raw.read(tmp_path / "sheet.dxf", ENCODING="UTF-8")
    columns = dict(zip(meta["fields"], fields, strict=True))
    paper = [text for text, is_paper in zip(columns["Text"], columns["PaperSpace"], strict=True) if is_paper == 1]
    assert "技术经济指标表" in paper
    assert sum(is_paper != 1 for is_paper in columns["PaperSpace"]) >= len(book.sheet.outlines)


def test_the_gbk_profile_writes_pages_that_read_back_in_chinese(plan, judged_report, tmp_path):
    book = compose_book(plan, compose(plan, profile=load_profile("gbk")), judged_report, ())
    doc = written(book, tmp_path)
    assert doc.dxfversion == "AC1018"
    texts = [text.dxf.text for text in doc.paperspace("总平面图").query("TEXT")]
    assert "技术经济指标表" in texts
    assert "hm2" in texts  # GBK has no superscript two


def test_what_a_site_file_is_called_cannot_break_a_page(plan, judged_report, tmp_path):
    name = "%%d\u202e<script>" + "长" * 900 + "\x00\n.dxf"
    facts = replace(plan.facts, site_file=name, overrides=(name,), assumptions=(Sentence(en=name, zh=name),))
    report = replace(judged_report, assumptions=facts.assumptions)
    book = compose_book(replace(plan, facts=facts), compose(plan), report, ())
    told = "".join(text.text for page in book.pages for text in page.texts)
    assert not set("\u202e\x00\n") & set(told)
    # a note is at most 500 characters: two of them on two pages; the name itself at most 40, once a page
    assert told.count("长") < 2 * 2 * 500 + 40 * len(book.pages)
    written(book, tmp_path)
