from layoutgen.model.reading import Reading
from layoutgen.reports.reading_text import reading_text
from layoutgen.sentence import Sentence


def test_what_was_mended_is_told_in_the_language_asked_for_and_nothing_is_told_of_a_drawing_as_written():
    reading = Reading(said=(Sentence(en="laid flat", zh="已按平面处理"),))
    assert reading_text(reading, "en") == "  How the drawing was read\n      laid flat"
    assert reading_text(reading, "zh") == "  图纸的读入\n      已按平面处理"
    assert reading_text(Reading(), "zh") == ""
