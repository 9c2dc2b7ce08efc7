"""Widths of lines and where they break."""

import pytest

from layoutgen.drawings.paper.measure import width_mm, wrap


def test_a_chinese_character_is_as_wide_as_the_text_is_high():
    assert width_mm("总平面图", 10.0) == pytest.approx(40.0)


def test_a_chinese_text_breaks_anywhere_but_before_its_punctuation():
    # Room for four characters of 3 mm; the comma may not begin the second line, so the character before it goes with it.
    assert wrap("用地红线，道路红线", 12.0, 3.0) == ("用地红", "线，道路", "红线")


def test_a_latin_word_stays_whole_where_it_fits():
    # "GB " and "50180-2018" are 3 and 10 letters: 13 x 0.56 x 3 = 22 mm at most
    assert wrap("GB 50180-2018", 20.0, 3.0) == ("GB", "50180-2018")


def test_a_word_longer_than_the_room_is_cut_and_nothing_is_lost():
    word = "F-kindergarten-1" * 3
    lines = wrap(word, 20.0, 3.0)
    assert "".join(lines) == word
    assert all(width_mm(line, 3.0) <= 20.0 for line in lines)


def test_the_indent_of_a_row_stays():
    assert wrap("　住宅", 30.0, 3.0) == ("　住宅",)


def test_no_text_is_one_empty_line():
    assert wrap("", 30.0, 3.0) == ("",)


def test_a_long_name_breaks_after_a_mark_inside_it():
    # widths in heights: CRC-13. is 3 x 0.68 + 3 x 0.56 + 0.36 = 4.08, with "stati" 6.28, with "statio" 6.84; 20 mm are 6.67
    assert wrap("CRC-13.station.land", 20.0, 3.0) == ("CRC-13.", "station.land")
