from itertools import product
from pathlib import Path

from fontTools.ttLib import TTFont

import layoutgen
from layoutgen.drawings.fonts import FONT_FAMILY, STAND_IN, font_path, sayable
from layoutgen.inputs.template_files import templates_folder

CODE_POINTS_OF_GB2312 = 7445  # 6 763 Chinese characters and 682 signs, by the standard's own count


def gb2312():
    pairs = (bytes(pair).decode("gb2312", "ignore") for pair in product(range(0xA1, 0xF8), range(0xA1, 0xFF)))
    return {pair for pair in pairs if len(pair) == 1}


def test_the_font_has_all_of_gb2312_and_ascii():
    assert len(gb2312()) == CODE_POINTS_OF_GB2312
    known = set(TTFont(font_path()).getBestCmap())
    assert {ord(c) for c in gb2312()} <= known
    assert set(range(0x20, 0x7F)) <= known


def test_the_font_has_every_character_that_the_package_can_say():
    files = [*templates_folder().rglob("*.toml"), *Path(layoutgen.__file__).parent.rglob("*.toml")]
    said = {c for path in files for c in path.read_text(encoding="utf-8") if c.isprintable()}
    assert len(said) > 500  # it is Chinese
    assert sayable("".join(sorted(said))) == "".join(sorted(said))


def test_a_character_that_the_font_lacks_has_a_stand_in_and_a_control_character_none():
    assert sayable("㑇䶮路 A\x00\u202eB") == f"{STAND_IN}{STAND_IN}路 A  B"


def test_places_whose_names_are_not_in_gb2312_can_be_written():
    names = "鄠邑 硚口 瀍河 浉河 甪直 垟"  # districts of Xi'an, Wuhan, Luoyang and Xinyang, a town, a field in Zhejiang
    assert not set("鄠硚瀍浉甪垟") & gb2312()
    assert sayable(names) == names


def test_the_family_named_is_the_font_s_own():
    assert TTFont(font_path())["name"].getDebugName(1) == FONT_FAMILY


def test_the_licence_lies_beside_the_font_and_the_font_is_small():
    assert "Apache License" in (font_path().parent / "LICENSE-Apache-2.0.txt").read_text(encoding="utf-8")
    assert font_path().stat().st_size < 2_500_000
