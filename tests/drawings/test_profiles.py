"""Drawings by city profiles: the same plan comes back, in the file that the city asks for."""

from dataclasses import replace

import ezdxf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutgen.drawings.compose import compose
from layoutgen.drawings.encodings import legible, writable
from layoutgen.drawings.layers import load_profile, profile_names
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.survey_frame import in_survey_frame
from layoutgen.drawings.words import parse_word, write_word
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.errors import InputError
from layoutgen.sentence import Sentence

ORIGIN = (40512345.678, 3812345.12345)


@pytest.fixture
def odd_plan(plan):
    """A plan whose words no national encoding holds."""
    told = Sentence(en="10 m² – an Ärger", zh="每人 10 m²，𠮷野 ½")
    return replace(plan, facts=replace(plan.facts, origin=ORIGIN, site_file="Übersicht 地.dxf", assumptions=(told,)))


@pytest.fixture(params=["default", "submission", "gbk"])
def drawn(request, odd_plan, tmp_path):
    path = tmp_path / "plan.dxf"
    write_dxf(compose(odd_plan, profile=load_profile(request.param)), path)
    return path


def test_every_profile_reads_back_as_the_plan_it_was(odd_plan, drawn):
    assert read_dxf(drawn).plan == odd_plan


def test_every_profile_is_sound_to_the_library(drawn):
    audit = ezdxf.readfile(drawn).audit()
    assert not audit.errors
    assert not audit.fixes


@pytest.mark.parametrize("name", ["default", "submission", "gbk"])
def test_in_the_surveys_frame_it_is_the_same_plan_farther_off(odd_plan, tmp_path, name):
    path = tmp_path / "plan.dxf"
    write_dxf(in_survey_frame(compose(odd_plan, profile=load_profile(name)), ORIGIN), path)
    corners = next(iter(ezdxf.readfile(path).modelspace().query('LWPOLYLINE[layer ? "SP-SITE.*"]'))).get_points("xy")
    west, south = odd_plan.boundary.bounds[:2]
    assert min(x for x, _ in corners) == pytest.approx(west + ORIGIN[0], abs=1e-6)
    assert min(y for _, y in corners) == pytest.approx(south + ORIGIN[1], abs=1e-6)
    assert read_dxf(path).plan == odd_plan


def test_a_submission_has_one_style_no_blocks_no_fills_no_frame_and_nothing_unused(odd_plan, tmp_path):
    path = tmp_path / "plan.dxf"
    write_dxf(compose(odd_plan, profile=load_profile("submission")), path)
    doc = ezdxf.readfile(path)
    space = doc.modelspace()
    assert not space.query("INSERT HATCH CIRCLE ARC")
    assert {text.dxf.style for text in space.query("TEXT")} == {"GHBZ"}
    lying = {entity.dxf.layer for entity in space}
    assert {layer.dxf.name for layer in doc.layers} - {"0", "Defpoints"} == lying
    assert not any("FRAME" in layer or "HATCH" in layer for layer in lying)
    used = {doc.layers.get(name).dxf.linetype.upper() for name in lying}
    assert {entry.dxf.name.upper() for entry in doc.linetypes} == used | {"BYLAYER", "BYBLOCK", "CONTINUOUS"}
    assert all(line.dxf.elevation == 0 for line in space.query("LWPOLYLINE"))


def test_the_national_encoding_is_said_in_the_header_and_holds_every_byte(odd_plan, tmp_path):
    path = tmp_path / "plan.dxf"
    write_dxf(compose(odd_plan, profile=load_profile("gbk")), path)
    text = path.read_bytes().decode("gbk")
    assert "AC1018" in text
    assert "ANSI_936" in text
    assert "SP-SITE-用地红线" in text
    assert "\\U+" not in text


def test_what_gbk_cannot_write_is_encoded_in_labels_and_replaced_in_paint():
    assert writable("10 m² 住宅", "gbk") == "10 m%C2%B2 住宅"
    assert parse_word(writable("½", "gbk")) == "½"
    assert legible("S=10 m² 住宅 ½", "gbk") == "S=10 ㎡ 住宅 "


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
def test_every_word_comes_back_from_the_national_encoding(word):
    written = writable(write_word(word), "gbk")
    assert parse_word(written.encode("gbk").decode("gbk")) == word


def test_the_profiles_that_ship_are_known():
    assert profile_names() == ("default", "gbk", "submission")


def test_a_city_says_only_what_is_other(tmp_path):
    path = tmp_path / "city.toml"
    path.write_text(
        'base = "submission"\n[[layer]]\nholds = "site"\nzh = "用地界线"\naci = 3\n[sizes]\nmark = 2.0\n', encoding="utf-8"
    )
    profile = load_profile(str(path))
    assert profile.holding("site").name == "SP-SITE-用地界线"
    assert profile.holding("site").aci == 3
    assert profile.text_style == "GHBZ"
    assert profile.size("mark") == 2.0


@pytest.mark.parametrize(
    "text",
    [
        'base = "atlantis"',
        'text_style = "GHBZ"',
        "version = 3",
        'base = "default"\nversion = "R12"',
        'base = "default"\n[[layer]]\nholds = "site"\nzh = "a|b"',
        'base = "default"\n[[layer]]\nholds = "site"\ncode = "OTHER"',
        'base = "default"\n[[layer]]\nholds = "castle"\nzh = "x"',
        'base = "default"\n[[layer]]\nholds = "site"\nlinetype = "../WAVY"',
        'base = "gbk"\n[[layer]]\nholds = "site"\nzh = "𠮷"',
    ],
)
def test_a_profile_that_cannot_be_used_is_an_input_error(tmp_path, text):
    path = tmp_path / "city.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        load_profile(str(path))
