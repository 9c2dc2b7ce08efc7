from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from layoutgen.drawings.facts import read_facts, write_facts

TEXTS = st.text(alphabet=st.characters(exclude_categories=[]), max_size=12)


def test_facts_read_back_as_they_were(plan):
    assert read_facts(write_facts(plan.facts)) == (plan.facts, ())


@given(assumptions=st.lists(TEXTS, max_size=12), packs=st.lists(st.text(min_size=1, max_size=5), max_size=3), name=TEXTS)
def test_any_words_of_facts_read_back_as_they_were(assumptions, packs, name):
    facts, _ = read_facts(())
    facts = replace(facts, assumptions=tuple(assumptions), packs=tuple(packs), site_file=name)
    assert read_facts(write_facts(facts)) == (facts, ())


def test_a_sentence_stays_readable(plan):
    # An assumption keeps its spaces, its comma and its equals sign; only the percent sign is encoded.
    assert "assumption.1=no bus stop = not given, 100%25" in write_facts(plan.facts)


def test_an_empty_drawing_says_what_is_missing():
    facts, defects = read_facts(())
    assert facts.people == 0
    # The ten facts that a judge needs: people, household size, latitude, zone, city size, streets, mode, packs, grade, origin.
    assert len(defects) == 10
    assert all("missing" in defect for defect in defects)


def test_what_is_malformed_doubled_or_unknown_is_said(plan):
    texts = [text for text in write_facts(plan.facts) if not text.startswith(("people=", "latitude="))]
    _, defects = read_facts(
        [*texts, "people=many", "latitude=34.3", "latitude=35.0", "colour=blue", "nonsense", "parameter.x=1;2"]
    )
    assert defects == (
        "The fact 'colour=blue' is not understood.",
        "The fact latitude stands twice.",
        "The fact 'nonsense' is not understood.",
        "The fact people = 'many' is malformed.",
        "The fact parameter.x = '1;2' is malformed.",
    )
