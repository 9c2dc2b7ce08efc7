"""`report.html` as text: complete, in one piece, the same bytes, and nothing of the user's file is markup."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

from layoutgen.model.limit import Demand, Limit
from layoutgen.model.reading import Read, Reading, Rung
from layoutgen.model.report import Finding, Outcome, Verdict
from layoutgen.model.spoken_of import spoken_of
from layoutgen.reports.asked_sizes import programs_asked
from layoutgen.reports.html.markup import json_for_script
from layoutgen.reports.html.page import report_html
from layoutgen.sentence import Sentence, printable


class Elements(HTMLParser):
    """Every tag with its attributes, as a browser without our code would find them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def data_of(text: str) -> dict[str, dict[str, dict[str, object]]]:
    return json.loads(re.search(r'id="lg-data">(.*?)</script>', text, re.DOTALL)[1])


def test_the_page_is_the_same_bytes_again(dossier, page_text):
    assert report_html(dossier) == page_text


def test_it_asks_nothing_of_anybody(page_text):
    for tag, attributes in Elements(page_text).found:
        assert tag not in ("link", "iframe", "object", "embed", "form", "base"), tag
        assert not [name for name in attributes if name in ("src", "srcset", "action", "style") or name.startswith("on")]
        assert all(value.startswith("#") for name, value in attributes.items() if name.endswith("href"))
    assert "@import" not in page_text
    assert not re.search(r"url\((?!#)", page_text)


def test_its_policy_allows_its_own_script_and_style_alone(page_text):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page_text)[1]
    (style,) = re.findall(r"<style>(.*?)</style>", page_text, re.DOTALL)
    scripts = re.findall(r"<script>(.*?)</script>", page_text, re.DOTALL)
    hashes = ["sha256-" + b64encode(sha256(text.encode()).digest()).decode() for text in (style, *scripts)]
    assert re.findall(r"'(sha256-[^']*)'", policy) == hashes
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_every_outcome_is_there_with_all_its_findings(report, page_text):
    clauses = data_of(page_text)["clauses"]
    rows = [attributes for tag, attributes in Elements(page_text).found if tag == "tr" and "data-clause" in attributes]
    assert {row["data-clause"] for row in rows} == {outcome.clause for outcome in report.outcomes} == set(clauses)
    assert {row["data-clause"]: row["data-state"] for row in rows} == {o.clause: o.counts_as for o in report.outcomes}
    assert {name: len(clause["findings"]) for name, clause in clauses.items()} == {
        o.clause: len(o.findings) for o in report.outcomes
    }


def test_it_tells_how_an_edited_drawing_was_read_and_nothing_of_one_as_it_was_written(dossier, page_text):
    moved = Read(
        id="K1-02",
        role="building.dwelling",
        rung=Rung.LABEL,
        handle="<b>",
        is_edited=True,
        note=Sentence(en="moved", zh="已移动"),
    )
    bare = [Read(id=f"?{n}", role="ground.green", rung=Rung.LAYER, handle=f"{n:X}") for n in range(300)]
    reading = Reading(things=(moved, *bare), said=(Sentence(en="laid flat", zh="已按平面处理"),))
    page = report_html(replace(dossier, reading=reading))
    (part,) = re.findall(r'<section id="lg-reading-part">(.*?)</section>', page, re.DOTALL)
    assert "301 things are known: 1 by their labels, 300 by their layers alone." in part
    assert "已按平面处理" in part
    assert part.count('class="thing"') == 200
    assert "and 101 more in report.json" in part
    assert "<code>&lt;b&gt;</code>" in part
    assert "已移动" in part
    assert "lg-reading-part" not in page_text


def test_every_thing_that_a_finding_names_lights_up(plan, dossier, report):
    drawn = spoken_of(plan)
    dark: list[tuple[Outcome, Finding]] = [
        (outcome, finding)
        for outcome in report.outcomes
        for finding in outcome.findings
        if not drawn.of(finding) and not finding.blocked and finding.measured not in (None, 0.0, False, ())
    ]
    assert [(outcome.clause, finding.subjects) for outcome, finding in dark] == []


def test_a_dwelling_lights_up_its_windows(plan, dossier, report):
    drawn = spoken_of(plan)
    window = plan.windows[0]
    found = next(f for o in report.outcomes for f in o.findings if f.subjects[-2:] == (window.building, window.dwelling))
    assert {window.building, window.id} <= set(drawn.of(found))


def test_words_of_the_user_are_never_markup(hostile_text):
    found = Elements(hostile_text).found
    assert not [tag for tag, _ in found if tag == "img"]
    assert [tag for tag, _ in found].count("script") == 2
    assert "\u202e" not in hostile_text
    assert "\x07" not in hostile_text


def test_a_script_in_the_data_cannot_end_it():
    said = json_for_script({"a": "</script><!-- & \u2028"})
    assert not re.search("[<>&\u2028]", said)
    assert json.loads(said) == {"a": "</script><!-- & \u2028"}


def test_what_cannot_be_seen_is_left_out():
    assert printable("a\x00b\u202ec\ufeffd\u200be\ud800f 中\n") == "abcdef 中\n"


def test_every_need_tells_its_arithmetic_and_its_clauses(dossier, page_text):
    paragraphs = re.findall(r'<details class="why">.*?</details>', page_text, re.DOTALL)
    needs = [need for _, program in programs_asked(dossier.plan, dossier.standard) for need in program.needs]
    assert len(paragraphs) == len(needs) + len(dossier.plan.communities or (None,))
    kindergarten = next(text for text in paragraphs if "CRC-02.land" in text)
    assert "用地面积 " in kindergarten
    assert 'data-pick="CRC-02.land"' in kindergarten


def test_a_near_miss_is_met_by_less_than_a_twentieth(report):
    met = next(o for o in report.outcomes if o.verdict is Verdict.PASS and o.findings)
    for measured, unit, near in ((3500.0, "m2", True), (3674.0, "m2", True), (3676.0, "m2", False), (3500.0, "", False)):
        limit = Limit(demand=Demand.AT_LEAST, low=3500.0, unit=unit)  # a twentieth of 3 500 is 175
        finding = Finding(subjects=("L",), measured=measured, limit=limit)
        assert bool(replace(met, findings=(finding,)).near_misses) is near
