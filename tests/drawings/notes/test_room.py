from shapely.geometry import box

from layoutgen.drawings.notes.room import SOLID, TEXT, Box, Room


def room():
    return Room((0.0, 0.0, 100.0, 50.0), 2.0)


def test_a_text_is_not_put_over_another_whatever_their_turns():
    for turn in (0.0, 30.0, 90.0):
        filled = room()
        filled.take(Box(middle=(50.0, 25.0), width=20.0, height=4.0, turn_deg=turn))
        assert filled.dislike(Box(middle=(50.0, 25.0), width=2.0, height=2.0, turn_deg=20.0)) >= TEXT
        assert filled.dislike(Box(middle=(50.0, 25.0), width=2.0, height=2.0)) >= TEXT
        assert filled.best([Box(middle=(49.0, 26.0), width=6.0, height=2.0)]) is None
        assert filled.dislike(Box(middle=(20.0, 10.0), width=6.0, height=2.0)) == 0.0


def test_it_does_not_leave_the_paper():
    assert room().dislike(Box(middle=(1.0, 25.0), width=6.0, height=2.0)) >= TEXT
    assert room().dislike(Box(middle=(99.0, 25.0), width=6.0, height=2.0, turn_deg=45.0)) >= TEXT


def test_of_two_places_the_free_one_is_better_though_it_comes_later():
    filled = room()
    filled.take_polygon(box(10, 10, 30, 30), SOLID)
    boxes = [Box(middle=(x, 20.0), width=6.0, height=2.0) for x in (20.0, 60.0)]
    assert filled.best(boxes) == 1
    assert filled.best(boxes[:1]) == 0


def test_what_lies_outside_fills_nothing():
    filled = room()
    for middle in ((-50.0, 25.0), (150.0, 25.0), (50.0, -30.0), (50.0, 90.0), (-50.0, -30.0)):
        filled.take(Box(middle=middle, width=20.0, height=4.0))
    assert filled.dislike(Box(middle=(50.0, 25.0), width=90.0, height=40.0)) == 0.0
