"""The page of the hand-made plan, and a browser that opens it."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from layoutgen.drawings.compose import compose
from layoutgen.model.plan import Plan
from layoutgen.model.reading import Defect
from layoutgen.model.report import Report
from layoutgen.reports.html.dossier import Dossier
from layoutgen.reports.html.page import report_html
from layoutgen.sentence import Sentence
from layoutgen.standards.clause import Standard
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan
from tests.drawings.hand_made import make_plan

PACKS = ("drawing", "crc-2020", "gb-50180", "sunlight", "kindergarten")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
HOSTILE = '</script><script>document.title="taken"</script><img src=x onerror="document.title=1">\u202e\x07' + "长" * 500


@pytest.fixture(scope="session")
def standard() -> Standard:
    return load_standard(PACKS)


@pytest.fixture(scope="session")
def plan() -> Plan:
    return make_plan()


@pytest.fixture(scope="session")
def report(plan: Plan, standard: Standard) -> Report:
    return check_plan(plan, standard)


@pytest.fixture(scope="session")
def dossier(plan: Plan, report: Report, standard: Standard) -> Dossier:
    given = {"drawing": "plan.dxf", "sha256": "00ff"}
    return Dossier(plan=plan, report=report, given=given, standard=standard, sheet=compose(plan, report.facilities))


@pytest.fixture(scope="session")
def page_text(dossier: Dossier) -> str:
    return report_html(dossier)


@pytest.fixture(scope="session")
def hostile_text(plan: Plan, standard: Standard) -> str:
    """The page of a plan whose every free word is an attack."""
    facts = replace(
        plan.facts,
        site_file=HOSTILE,
        template=HOSTILE,
        assumptions=(Sentence(en=HOSTILE, zh=HOSTILE),),
        overrides=(HOSTILE,),
    )
    homes = tuple(replace(b, id=f"{b.id}{HOSTILE}", tags=(("phase", HOSTILE),)) if b.dwellings else b for b in plan.buildings)
    bad = replace(plan, facts=facts, buildings=homes, defects=(Defect(says=HOSTILE),))
    dossier = Dossier(
        plan=bad,
        report=check_plan(bad, standard),
        given={"drawing": HOSTILE, "sha256": HOSTILE},
        standard=standard,
        sheet=compose(bad),
    )
    return report_html(dossier)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    client = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if client is None and os.environ.get("LAYOUTGEN_REQUIRE_CLIENTS") != "1":
        pytest.skip("chromium is not installed")
    assert client, "chromium is required"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=client, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], Page]]:
    """Open a page's text; whatever goes wrong in it, and whatever it asks of the network, fails the test."""
    trouble: list[str] = []
    contexts = []

    def open_text(text: str, lang: str = "en-GB", width: int = 1400) -> Page:
        path = tmp_path / "report.html"
        path.write_text(text, encoding="utf-8", newline="\n")
        context = browser.new_context(locale=lang, viewport={"width": width, "height": 900}, has_touch=True)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on("console", lambda message: trouble.append(f"{message.type}: {message.text}"))
        page.on("request", lambda request: trouble.append(request.url) if not request.url.startswith("file:") else None)
        page.goto(path.as_uri())
        return page

    yield open_text
    for context in contexts:
        context.close()
    assert trouble == []
