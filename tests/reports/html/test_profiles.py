"""The page of a drawing by any city profile."""

from dataclasses import replace

import pytest

from layoutgen.drawings.compose import compose
from layoutgen.drawings.layers import load_profile
from layoutgen.reports.html.page import report_html


@pytest.mark.parametrize("profile", ["submission", "gbk"])
def test_a_clause_lights_up_whatever_the_profile(dossier, opened, profile):
    sheet = compose(dossier.plan, dossier.report.facilities, load_profile(profile))
    page = opened(report_html(replace(dossier, sheet=sheet)))
    page.click('[data-pick="CRC-02.land"]')
    assert page.locator("#lg-lights .lit").count() == 1
    page.select_option("#lg-overlay", "ground:")
    assert page.locator("#lg-picture image").count() == 1
