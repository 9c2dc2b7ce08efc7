from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from layoutgen.drawings.facts import read_facts, write_facts
from layoutgen.sentence import Sentence

TEXTS = st.text(alphabet=st.characters(exclude_categories=[]), max_size=12)
SENTENCES = st.builds(Sentence, en=TEXTS, zh=TEXTS)


def test_facts_read_back_as_they_were(plan):
    assert read_facts(write_facts(plan.facts)) == (plan.facts, ())


@given(assumptions=st.lists(SENTENCES, max_size=12), packs=st.lists(st.text(min_size=1, max_size=5), max_size=3), name=TEXTS)
def test_any_words_of_facts_read_back_as_they_were(assumptions, packs, name):
    facts, _ = read_facts(())
    facts = replace(facts, assumptions=tuple(assumptions), packs=tuple(packs), site_file=name)
    assert read_facts(write_facts(facts)) == (facts, ())


def test_a_sentence_stays_readable(plan):
    # An assumption keeps its spaces, its comma and its equals sign; only the percent sign is encoded.
    assert "assumption.1.en=no bus stop = not given, 100%25" in write_facts(plan.facts)
    assert "assumption.1.zh=未给公交站 = 空, 100%25" in write_facts(plan.facts)


def test_an_assumption_in_one_language_only_is_malformed():
    # A drawing must say both, and nothing else: the old single sentence and a third language are not understood.
    _, defects = read_facts(["assumption.1.en=level", "assumption.2=flat", "assumption.3.fr=plat"])
    assert "The fact assumption.1.zh is missing." in defects
    assert {"The fact 'assumption.2=flat' is not understood.", "The fact 'assumption.3.fr=plat' is not understood."} <= {
        *defects
    }


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
