"""A drawing that says little still has its page: whatever can be read is shown."""

from dataclasses import replace

import pytest
from shapely.geometry import Polygon

from layoutgen.drawings.compose import compose
from layoutgen.reports.html.dossier import Dossier
from layoutgen.reports.html.page import report_html
from layoutgen.validator.check import check_plan

ALL = (
    *("edges", "keep_outs", "context", "window_lines", "off_site", "communities", "blocks", "lots", "ways", "buildings"),
    *("facilities", "windows", "grounds", "stalls", "spots"),
)
NOTHING = dict.fromkeys(ALL, ())


def poor(plan, case):
    facts = plan.facts
    return {
        "no red line": lambda: replace(plan, boundary=Polygon()),
        "one community": lambda: replace(plan, communities=()),
        "only a red line": lambda: replace(plan, **NOTHING),
        "nothing at all": lambda: replace(plan, boundary=Polygon(), **NOTHING),
        "no ways": lambda: replace(plan, ways=(), communities=()),
        "no homes": lambda: replace(plan, communities=(), buildings=tuple(b for b in plan.buildings if not b.dwellings)),
        "no people": lambda: replace(plan, facts=replace(facts, people=0), communities=()),
        "no windows": lambda: replace(plan, windows=(), communities=()),
        "no latitude": lambda: replace(plan, facts=replace(facts, place=replace(facts.place, latitude_deg=0.0))),
        "no zone": lambda: replace(plan, facts=replace(facts, place=replace(facts.place, climate_zone=""))),
    }[case]()


CASES = (
    *("no red line", "one community", "only a red line", "nothing at all", "no ways", "no homes", "no people"),
    *("no windows", "no latitude", "no zone"),
)


@pytest.mark.parametrize("case", CASES)
def test_a_poor_drawing_has_its_page(plan, standard, opened, case):
    bad = poor(plan, case)
    report = check_plan(bad, standard)
    sheet = compose(bad, report.facilities)
    page = opened(report_html(Dossier(plan=bad, report=report, given={}, standard=standard, sheet=sheet)))
    page.locator("#lg-clauses .pick").first.click()
    page.click("[data-tool=whole]")
    for value in page.locator("#lg-overlay option").evaluate_all("all => all.map((one) => one.value)"):
        page.select_option("#lg-overlay", value)
    assert page.locator("#lg-clauses tbody tr").count() == len(report.outcomes)
