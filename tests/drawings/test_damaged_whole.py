"""A drawing that was scaled, renamed, hidden or bound into another reads as the plan it was, and the reading says so."""

import ezdxf
import pytest
from ezdxf.math import Matrix44

from layoutgen.drawings.compose import compose
from layoutgen.drawings.layer_names import tidy
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import write_dxf

SITE, HOUSE, GREEN = "SP-SITE-用地红线", "SP-BLDG-HOUSE-住宅", "SP-GROUND-GREEN-绿地"


@pytest.fixture(scope="module")
def path(plan, tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "plan.dxf"
    write_dxf(compose(plan), path)
    return path


@pytest.fixture
def damaged(path, tmp_path):
    """Read the drawing again after a hand damaged it."""

    def run(damage):
        doc = ezdxf.readfile(path)
        damage(doc)
        doc.saveas(tmp_path / "in.dxf")
        return read_dxf(tmp_path / "in.dxf")

    return run


def ours(doc):
    return [entity for entity in doc.modelspace() if entity.dxf.layer.startswith("SP-") and "PAINT" not in entity.dxf.layer]


def said(found):
    return " | ".join(sentence.en for sentence in found.reading.said)


def scaled(per_metre, code):
    def damage(doc):
        doc.header["$INSUNITS"] = code
        for entity in ours(doc):
            entity.transform(Matrix44.scale(per_metre))

    return damage


# Drawing units in a metre by the units' definitions: an inch is 0.0254 m, a foot 0.3048 m. Header codes: 1 in, 2 ft, 4 mm, 6 m.
@pytest.mark.parametrize(
    ("per_metre", "code", "unit"),
    [
        (1000.0, 4, "millimetres"),
        (1000.0, 6, "millimetres"),
        (1000.0, 0, "millimetres"),
        (100.0, 5, "centimetres"),
        (1 / 0.0254, 1, "inches"),
        (1 / 0.3048, 2, "feet"),
        (1 / 0.3048, 6, "feet"),
        (1.0, 1, "metres"),
        (1.0, 4, "metres"),
        (1.0, 0, "metres"),
    ],
)
def test_a_drawing_in_another_unit_is_the_plan_it_was_whatever_its_header_says(plan, damaged, per_metre, code, unit):
    found = damaged(scaled(per_metre, code))
    assert found.plan == plan
    assert f"the drawing is in {unit} by the floor areas on the labels" in said(found)


def test_without_labels_the_size_of_the_site_tells_the_unit(damaged):
    def damage(doc):
        for text in doc.modelspace().query('TEXT[layer ? "SP-BLDG.*"]'):
            doc.modelspace().delete_entity(text)
        scaled(1000.0, 4)(doc)

    found = damaged(damage)
    assert found.plan.boundary.area == pytest.approx(420.0 * 300.0)
    assert "millimetres by the size of the site" in said(found)


def test_a_site_that_may_be_in_metres_or_in_feet_is_a_defect(damaged):
    def damage(doc):
        for text in doc.modelspace().query('TEXT[layer ? "SP-BLDG.*"]'):
            doc.modelspace().delete_entity(text)
        doc.header["$INSUNITS"] = 2

    assert any("says feet; its site may as well be in metres" in one.says for one in damaged(damage).plan.defects)


def test_a_scale_that_is_no_unit_is_a_defect_and_not_undone(damaged):
    found = damaged(scaled(2.0, 6))
    assert found.plan.boundary.area == pytest.approx(4 * 420.0 * 300.0)
    assert any("1 m is drawn as 2 m" in one.says for one in found.plan.defects)


def renamed(rename):
    def damage(doc):
        for entity in ours(doc):
            name = rename(entity.dxf.layer)
            if name not in doc.layers:
                doc.layers.add(name)
            entity.dxf.layer = name

    return damage


@pytest.mark.parametrize(
    "rename",
    [
        lambda name: name.removeprefix("SP-"),
        lambda name: name.replace("-", "_"),
        lambda name: name.lower(),
        lambda name: f"总图$0${name}",
        lambda name: f"0-{name}" if name == HOUSE else name,
        lambda name: "SP-" + name.split("-")[-1],
        lambda name: name.rpartition("-")[0],
        lambda name: name.split("-")[-1],
        lambda name: "建筑轮廓" if name == HOUSE else name,
        lambda name: "LAYER" + name.encode().hex().upper(),
    ],
)
def test_layers_with_other_names_are_known_by_code_by_word_or_by_their_labels(plan, damaged, rename):
    assert damaged(renamed(rename)).plan == plan


def test_the_reading_names_the_layers_that_were_understood(damaged):
    words = said(damaged(renamed(lambda name: "建筑轮廓" if name == HOUSE else name)))
    assert words == f"layers with other names understood: 建筑轮廓 = {HOUSE}"


@pytest.mark.parametrize(("encoding", "read_as"), [("utf-8", "cp1252"), ("gbk", "cp1252")])
def test_layers_whose_words_went_through_a_wrong_encoding_are_known_by_their_code(plan, damaged, encoding, read_as):
    def rename(name):
        return name.encode(encoding).decode(read_as, errors="replace")

    assert damaged(renamed(rename)).plan == plan


def test_a_layer_of_others_with_one_label_among_many_texts_stays_nobodys_business(plan, damaged):
    def damage(doc):
        for number in range(9):
            doc.modelspace().add_text(f"note {number}", dxfattribs={"layer": "A-ANNO"})
        doc.modelspace().add_text("K1-00 住宅", dxfattribs={"layer": "A-ANNO"})

    assert damaged(damage).plan == plan


def test_names_are_tidied_of_what_programs_put_into_them():
    assert tidy("old$0$sp_bldg house－住宅") == "SP-BLDG-HOUSE-住宅"
    assert tidy("总图|SP-SITE-用地红线") == "SP-SITE-用地红线"


def test_layers_that_are_off_or_frozen_are_read_and_told(plan, damaged):
    def damage(doc):
        doc.layers.get(HOUSE).off()
        doc.layers.get(GREEN).freeze()

    found = damaged(damage)
    assert found.plan == plan
    assert HOUSE in said(found)
    assert GREEN in said(found)


def test_paper_space_is_told_and_not_judged(plan, damaged):
    def damage(doc):
        doc.paperspace().add_lwpolyline([(0, 0), (9, 0), (9, 9)], close=True, dxfattribs={"layer": SITE})

    found = damaged(damage)
    assert found.plan == plan
    assert f"paper space is not judged: {SITE} (1)" in said(found)


def test_a_reference_that_is_not_in_the_file_is_told(plan, damaged):
    def damage(doc):
        doc.add_xref_def(filename="地形.dwg", name="地形")
        doc.modelspace().add_blockref("地形", (0, 0))

    found = damaged(damage)
    assert found.plan == plan
    assert "external references are not in the file: 地形" in said(found)


def test_lines_at_a_height_are_laid_flat_and_told(plan, damaged):
    def damage(doc):
        for line in doc.modelspace().query(f'LWPOLYLINE[layer == "{HOUSE}"]'):
            line.dxf.elevation = 3.0

    found = damaged(damage)
    assert found.plan == plan
    assert "8 lines drawn at a height (up to 3): laid flat" in said(found)
