from layoutgen.model.reading import Read, Reading, Rung
from layoutgen.reports.reading_text import reading_text
from layoutgen.sentence import Sentence


def test_what_was_mended_is_told_in_the_language_asked_for_and_nothing_is_told_of_a_drawing_as_written():
    reading = Reading(said=(Sentence(en="laid flat", zh="已按平面处理"),))
    assert reading_text(reading, "en") == "  How the drawing was read\n      laid flat"
    assert reading_text(reading, "zh") == "  图纸的读入\n      已按平面处理"
    assert reading_text(Reading(), "zh") == ""


def test_the_rungs_are_counted_in_a_line_where_not_all_things_are_known_by_their_labels():
    things = tuple(Read(id=f"P-{n}", role="stall.car", rung=Rung.LABEL) for n in range(3))
    bare = Read(id="?1", role="ground.green", rung=Rung.LAYER)
    assert reading_text(Reading(things=things), "en") == ""
    text = "      4 things are known: 3 by their labels, 1 by their layers alone."
    assert reading_text(Reading(things=(*things, bare)), "en").splitlines()[1:] == [text]
    assert reading_text(Reading(things=(*things, bare)), "zh").splitlines()[1:] == [
        "      共识别 4 个对象：按标注 3，仅按图层 1。"
    ]
