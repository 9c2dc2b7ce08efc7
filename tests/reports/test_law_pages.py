"""The pages of docs/standards say what the data says; refresh them with the command of the failure."""

from pathlib import Path

import pytest

from layoutgen.reports.law_pages import COMMAND, law_pages
from layoutgen.standards.conditions import known_conditions
from layoutgen.standards.load import load_standard, pack_names
from layoutgen.standards.traps import load_traps

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "standards"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return law_pages(load_standard(pack_names()).packs)


def test_the_pages_are_those_of_the_data(pages: dict[str, str], update_golden: bool) -> None:
    if update_golden:
        for old in PAGES.rglob("*.md"):
            old.unlink()
        for name, text in pages.items():
            (PAGES / name).parent.mkdir(parents=True, exist_ok=True)
            (PAGES / name).write_text(text, encoding="utf-8")
    stale = sorted(
        name
        for name, text in pages.items()
        if not (PAGES / name).is_file() or (PAGES / name).read_text(encoding="utf-8") != text
    )
    extra = sorted({str(path.relative_to(PAGES)) for path in PAGES.rglob("*.md")} - set(pages))
    assert not stale + extra, f"the clauses changed: run `{COMMAND}` and commit docs/standards"


def test_every_pack_has_a_page_in_both_languages(pages: dict[str, str]) -> None:
    for name in pack_names():
        assert f"[{name}]({name}.md)" in pages["en/README.md"]
        assert f"[{name}]({name}.md)" in pages["zh/README.md"]
        assert {f"en/{name}.md", f"zh/{name}.md"} <= set(pages)


def test_every_trap_is_answered_by_clauses_and_tests_that_exist() -> None:
    traps = load_traps()
    assert [trap.id for trap in traps] == [f"F-{number:02d}" for number in range(1, 63)]
    clauses = {clause.id for clause in load_standard(pack_names()).clauses} | {one.clause for one in known_conditions()}
    for trap in traps:
        assert set(trap.clauses) <= clauses, trap.id
        for place in trap.places:
            path, _, name = place.partition("::")
            text = (ROOT / path).read_text(encoding="utf-8")
            assert f"def {name}(" in text or not name, f"{trap.id}: {place}"
    unanswered = [trap.id for trap in traps if not trap.clauses and not trap.places]
    assert unanswered == ["F-50", "F-51"]  # land codes stand on the sheet, which comes with a later issue
