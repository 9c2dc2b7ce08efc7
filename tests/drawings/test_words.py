import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutgen.drawings.words import parse_number, parse_whole, parse_word, parse_words, write_number, write_word, write_words


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_any_word_reads_back_as_it_was(word):
    assert parse_word(write_word(word)) == word
    assert parse_word(write_word(word, keeps=",")) == word


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_a_written_word_is_one_token_of_harmless_characters(word):
    written = write_word(word)
    assert len(written.split()) <= 1
    assert not set(written) & set("=,^\\{}")
    assert "%%" not in written


@given(st.lists(st.text(), min_size=1))
def test_a_list_of_words_keeps_its_commas_apart(words):
    assert parse_words(write_words(tuple(words))) == tuple(words)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_any_number_reads_back_exactly(number):
    written = write_number(number)
    assert parse_number(written) == number
    assert "e" not in written


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [(55.5, 2, "55.50"), (7.0, 1, "7.0"), (0.1, 2, "0.10"), (1e-7, 1, "0.0000001"), (1e22, 1, "10000000000000000000000.0")],
)
def test_numbers_are_as_short_as_they_may(number, decimals, text):
    assert write_number(number, decimals) == text


@pytest.mark.parametrize("text", ["", "1,000.0", "1e3", "nan", "inf", "٣", "1.", ".5", "--1", "1 0", "9" * 400])
def test_a_malformed_number_is_refused(text):
    with pytest.raises(ValueError, match="is no number"):
        parse_number(text)


@pytest.mark.parametrize("text", ["1.0", "", "９", "9" * 5000])
def test_a_malformed_whole_number_is_refused(text):
    with pytest.raises(ValueError, match="is no whole number"):
        parse_whole(text)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_not_finite_is_not_written(number):
    with pytest.raises(ValueError, match="cannot be written"):
        write_number(number)
