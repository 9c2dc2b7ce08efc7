import pytest

from layoutgen.drawings.dimension_picture import picture_of, reading_turn
from layoutgen.drawings.sheet import Dimension


def dimension(end, **words):
    return Dimension(layer="D", start=(0.0, 0.0), end=end, height_m=1.0, **({"off_m": 0.0} | words))


def test_it_tells_the_length_to_the_centimetre():
    assert dimension((3.0, 4.0)).text == "5.00"
    assert dimension((13.0, 0.0)).text == "13.00"


def test_its_line_lies_to_the_left_and_its_text_over_the_line():
    picture = picture_of(dimension((10.0, 0.0), off_m=2.0))
    assert picture.line == ((0.0, 2.0), (10.0, 2.0))
    assert picture.text.point[0] == 5.0
    assert 2.0 < picture.text.point[1] < 3.0


def test_what_is_short_has_its_text_beyond_its_end_on_the_line_drawn_on():
    picture = picture_of(dimension((1.0, 0.0), is_beyond=True))
    assert picture.line[1][0] > 1.0 + 4 * 0.5
    assert 1.0 < picture.text.point[0] < picture.line[1][0]


@pytest.mark.parametrize(
    ("end", "turn"), [((1, 0), 0), ((-1, 0), 0), ((0, 1), 90), ((0, -1), 90), ((1, -1), -45), ((-1, -1), 45)]
)
def test_a_text_is_read_from_below_or_from_the_right(end, turn):
    assert reading_turn((0, 0), end) == pytest.approx(turn)


def test_two_places_that_are_one_have_no_dimension():
    with pytest.raises(ValueError, match="one"):
        picture_of(dimension((0.0, 0.0)))
