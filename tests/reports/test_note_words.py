import pytest

from layoutgen.reports.note_words import note_sentence
from layoutgen.standards.load import load_standard, pack_names
from layoutgen.validator.check import check_plan
from tests.drawings.hand_made import make_plan


@pytest.mark.parametrize(
    ("note", "chinese"),
    [
        ("unit 2", "2 单元"),
        ("97.0% of the doors within", "范围内单元门占 97.0%"),
        (
            "98.2% of the dwellings within; from one place on the site's ways at best 100.0%",
            "范围内住宅占 98.2%；在本用地路网上选一处，最多可达 100.0%",
        ),
        ("asked of existing communities only; this is new build", "仅适用于既有社区；本项目为新建"),
        ("asked where climate_zone is V or VI; here it is II", "仅当 气候区 为 V 或 VI 时适用；此处为 II"),
        ("no kindergarten lot drawn", "未绘幼儿园"),
        ("outranked by COND.far", "让位于 COND.far"),
        ("a sentence that nobody knows", "a sentence that nobody knows"),
    ],
)
def test_a_note_is_told_in_chinese(note, chinese):
    assert note_sentence(note).zh == chinese
    assert note_sentence(note).en == note


def test_most_notes_of_a_judgement_are_known():
    report = check_plan(make_plan(), load_standard(pack_names()))
    notes = [finding.blocked or finding.note for outcome in report.outcomes for finding in outcome.findings]
    notes += [outcome.note for outcome in report.outcomes if outcome.note != outcome.says_en]
    told = [note for note in notes if note]
    unknown = [note for note in told if note_sentence(note).zh == note]
    assert len(unknown) <= 0.05 * len(told), sorted(set(unknown))
