"""What is laid over the plan tells what the judge measured."""

import json
import re
from base64 import b64decode
from math import hypot
from pathlib import Path

import pytest

from layoutgen.reports.html.overlays.sun_map import sun_overlay


def data_of(text: str):
    return json.loads(re.search(r'id="lg-data">(.*?)</script>', text, re.DOTALL)[1])


@pytest.fixture(scope="module")
def real_text(generated: Path) -> str:
    """The page of a plan that the engine made."""
    return (generated / "report.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def real(real_text):
    return data_of(real_text)


@pytest.fixture(scope="module")
def told(generated: Path):
    return json.loads((generated / "report.json").read_text(encoding="utf-8"))


def test_shares_within_a_radius_are_those_of_the_report(real, told):
    checked = 0
    for row in real["reach"]:
        name = f"reach.{row['kind']}.straight_{row['metres']:g}"
        if name not in told["indicators"]:
            continue
        whole = sum(dwellings for _, _, dwellings in row["doors"].values())
        for place, word in ((0, "straight"), (1, "walk")):
            within = sum(d[2] for d in row["doors"].values() if d[place] is not None and d[place] <= row["metres"])
            share = told["indicators"][f"reach.{row['kind']}.{word}_{row['metres']:g}"]
            assert within / whole == pytest.approx(share, abs=1e-3)
            checked += 1
    assert checked == 8  # kindergarten, services, supermarket, garden; straight and on foot


def test_the_longest_walk_on_the_map_is_the_one_judged(real, told):
    (outcome,) = [one for one in told["outcomes"] if one["clause"] == "CRC-B.walk"]
    kind, door = outcome["worst"]["ids"]
    assert real["walks"]["far"][kind][real["walks"]["doors"][door][0]] / 10 == pytest.approx(outcome["measured"], abs=0.06)


def test_a_line_drawn_is_as_long_as_what_was_measured(real):
    lines = [
        (finding[9], finding[1]) for clause in real["clauses"].values() for finding in clause["findings"] if len(finding) > 9
    ]
    assert len(lines) > 100
    for (x1, y1, x2, y2), measured in lines:
        assert hypot(x2 - x1, y2 - y1) == pytest.approx(measured, abs=0.007)


def test_a_window_is_lit_as_long_as_its_dwelling_was_judged(real):
    # the best window of a dwelling decides: SUN-4.0.9 tells its hours
    judged = real["clauses"]["SUN-4.0.9"]["findings"]
    for finding in judged:
        windows = [real["names"][n] for n in finding[8] if real["names"][n] in real["sun"]["windows"]]
        hours = [real["sun"]["windows"][name][0] for name in windows]
        assert max(hours) == pytest.approx(finding[1], abs=1e-3)


def test_periods_of_a_window_sum_to_its_hours(real):
    for hours, periods in real["sun"]["windows"].values():
        assert sum(end - start for start, end in periods) == pytest.approx(hours, abs=1e-3)


def test_open_ground_south_of_everything_has_the_whole_band(plan, standard):
    # The Great Cold at 34.3 N: the sun is up from before 8 to after 16, and nothing stands to the south: 8 h.
    sun = sun_overlay(plan, standard)
    hours = b64decode(sun["hours"])
    rows = len(hours) // sun["columns"]
    assert rows * sun["columns"] == len(hours)
    assert hours[sun["columns"] // 2] / sun["steps"] == pytest.approx(8.0, abs=0.05)


def test_the_page_lays_the_sun_over_the_plan(opened, real_text):
    page = opened(real_text)
    page.select_option("#lg-overlay", "ground:")
    assert page.locator("#lg-picture image").count() == 1
    assert "SUN-4.0.9" in page.inner_text("#lg-legend")
    box = page.locator("#lg-view").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert re.fullmatch(r"under the pointer: \d+\.\d\d h", page.inner_text("#lg-here"))
    page.select_option("#lg-overlay", "windows:")
    assert page.locator("#lg-marks .mark").count() > 50


def test_the_walk_that_is_drawn_is_as_long_as_the_walk_that_was_judged(opened, real_text, told):
    page = opened(real_text)
    page.click('[data-pick="CRC-B.walk"]')
    page.locator("#lg-card .thing").first.click()
    (outcome,) = [one for one in told["outcomes"] if one["clause"] == "CRC-B.walk"]
    drawn = page.locator("#lg-lights .way").evaluate_all("all => all.map((one) => one.getTotalLength())")
    # the drawn corners lie on decimetres
    assert drawn == [pytest.approx(outcome["measured"], rel=0.01)]


def test_a_home_clicked_under_the_walking_map_shows_its_walk(opened, real_text):
    page = opened(real_text)
    page.select_option("#lg-overlay", "walk:kindergarten")
    page.locator('#lg-view g[id^="SP-BLDG-HOUSE-"] [data-id]').first.click(force=True, position={"x": 3, "y": 3})
    assert page.locator("#lg-lights .way").count() >= 1
    assert re.search(r"D-\S+: \d+\.\d m", page.inner_text("#lg-card"))


def test_a_radius_shows_its_circle_and_every_door(opened, real_text, real):
    page = opened(real_text)
    at = next(n for n, row in enumerate(real["reach"]) if row["kind"] == "kindergarten")
    page.select_option("#lg-overlay", f"reach:{at}")
    assert page.locator("#lg-marks .within").count() == 1
    assert page.locator("#lg-marks .mark").count() == len(real["reach"][at]["doors"])
    page.select_option("#lg-overlay", "")
    assert page.locator("#lg-marks > *").count() == 0
    assert not page.locator("#lg-legend").is_visible()
