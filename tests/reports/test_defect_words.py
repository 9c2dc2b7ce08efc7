"""Every sentence of a reader that did not understand something is said in Chinese."""

import pytest

from layoutgen.reports.defect_words import defect_in_chinese
from layoutgen.reports.note_words import note_sentence


@pytest.mark.parametrize(
    ("says", "chinese"),
    [
        ("PARK-CAR: an outline near (1.00, 2.00) is not closed.", "PARK-CAR：(1.00, 2.00) 附近的轮廓未闭合。"),
        (
            "PARK-CAR: the label 'P-1 机动车位' at (1.00, 2.00) belongs to nothing.",
            "PARK-CAR：(1.00, 2.00) 处的标注 'P-1 机动车位' 不属于任何对象。",
        ),
        (
            "BLDG-HOUSE: label 'K1-01 住宅': storeys, heights and floor area must be said.",
            "BLDG-HOUSE：标注 'K1-01 住宅'：须写明层数、高度和建筑面积。",
        ),
        (
            "SITE: an outline near (0.00, 0.00) cannot be used: an outline is not valid on the grid: Self-intersection[1 2].",
            "SITE：(0.00, 0.00) 附近的轮廓无法使用：轮廓自相交（Self-intersection[1 2]）。",
        ),
        ("The fact people is missing.", "缺少设计条件 people。"),
        ("The drawing has 2 red lines 用地红线, not one.", "图上有 2 条用地红线，应为一条。"),
        ("BLDG-HOUSE: the thing at (1.00, 2.00) has no label.", "BLDG-HOUSE：(1.00, 2.00) 处的对象没有标注。"),
    ],
)
def test_a_defect_is_said_in_chinese(says: str, chinese: str) -> None:
    assert defect_in_chinese(says) == chinese
    assert note_sentence(says).zh == chinese
    assert note_sentence(says).en == says


def test_a_label_with_a_semicolon_stays_one_sentence() -> None:
    said = note_sentence("PARK-CAR: the label 'a; b or c' at (1.00, 2.00) belongs to nothing.").zh
    assert said == "PARK-CAR：(1.00, 2.00) 处的标注 'a; b or c' 不属于任何对象。"


def test_what_is_no_defect_is_left_to_others() -> None:
    assert defect_in_chinese("unit 2") is None
