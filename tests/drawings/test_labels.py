import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutgen.drawings.labels import Label, parse_label, write_label
from layoutgen.drawings.words import write_word

FLOATS = st.floats(allow_nan=False, allow_infinity=False)
WORDS = st.text(alphabet=st.characters(exclude_categories=[]), min_size=1, max_size=8)
PAIRS = st.dictionaries(st.from_regex(r"[a-z0-9_]{1,6}", fullmatch=True), st.text(max_size=8).map(write_word), max_size=4)
LABELS = st.builds(
    Label,
    id=WORDS,
    word=WORDS,
    storeys=st.none() | st.tuples(st.integers(0, 9999), st.integers(0, 9999)),
    heights_m=st.none() | st.tuples(FLOATS, FLOATS, FLOATS),
    dwellings=st.none() | st.integers(0, 10**9),
    floor_area_m2=st.none() | FLOATS,
    pairs=PAIRS.map(lambda pairs: tuple(sorted(pairs.items()))),
)


@given(LABELS)
def test_any_label_reads_back_as_it_was(label):
    assert parse_label(write_label(label)) == label


def test_a_building_is_labelled_as_the_contract_shows():
    # The tokens are those of the table in docs/drawing.md.
    label = Label(
        id="K1-03",
        word="住宅",
        storeys=(18, 2),
        heights_m=(55.5, 54.0, 57.0),
        dwellings=72,
        floor_area_m2=8100.0,
        pairs=(("block", "K1"), ("phase", "1")),
    )
    assert write_label(label) == "K1-03 住宅 18F/-2F H55.50/54.00/57.00 72户 8100.00㎡ block=K1 phase=1"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "K1",
        "K1 住宅 what",
        "K1 住宅 18F 18F",
        "K1 住宅 a=1 a=2",
        "K1 住宅 H1/2",
        "K1 住宅 Hx/2/3",
        "K1 住宅 x户",
        "K1 住宅 1.2.3㎡",
        "K1 住宅 A=1",
        "%FF 住宅",
    ],
)
def test_a_label_outside_the_grammar_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        parse_label(text)


@pytest.mark.parametrize("label", [Label(id="", word="x"), Label(id="x", word="x", pairs=(("Key", "1"),))])
def test_a_label_that_cannot_be_read_back_is_not_written(label):
    with pytest.raises(ValueError, match=r".+"):
        write_label(label)
