"""The parts of the page beside the plan and the clauses: indicators, facilities, assumptions, what was judged and by what."""

from collections.abc import Iterator

from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.scores import scores_of
from layoutgen.reports.communities import failed_clauses
from layoutgen.reports.given import WORDS as GIVEN_WORDS
from layoutgen.reports.html.clause_table import chip
from layoutgen.reports.html.dossier import Dossier
from layoutgen.reports.html.markup import both, plain, row
from layoutgen.reports.html.words import HEADINGS
from layoutgen.reports.judged_as import judged_as_text
from layoutgen.reports.law_words import UNITS_ZH, word
from layoutgen.reports.path_taken import path_lines
from layoutgen.reports.report_text import HEADLINES
from layoutgen.reports.size_table import need_namer
from layoutgen.reports.waivers import waiver_sentence
from layoutgen.sentence import Sentence
from layoutgen.standards.figure_words import load_figure_words
from layoutgen.standards.indicators import indicator_of
from layoutgen.standards.ownership import load_ownerships

FACILITY_COLUMNS = ("kind", "things", "floor_area", "land", "governing", "owner", "handover", "standalone")


def indicators_section(dossier: Dossier) -> str:
    """Headline indicators, then all of them."""
    values = dict(dossier.report.indicators)
    lines = [
        row((both(Sentence(en=en, zh=zh)), f"{_figure(values[name])} {_unit(unit)}".rstrip()))
        for name, zh, en, unit in HEADLINES
        if isinstance(values.get(name), (int, float))
    ]
    every = [
        row((_indicator(name), _figure(value))) for name, value in dossier.report.indicators if name not in ("site_sha256",)
    ]
    all_of_them = both(Sentence(en="all indicators", zh="全部指标"))
    return (
        f'<table class="figures">{"".join(lines)}</table>'
        f'<details><summary>{all_of_them}</summary><table class="figures">{"".join(every)}</table></details>'
    )


def _unit(unit: str) -> str:
    return both(Sentence(en=unit, zh=UNITS_ZH.get(unit, unit))) if unit else ""


def _indicator(name: str) -> str:
    known = indicator_of(name)
    said = f' <span class="says">{both(known.says)}</span>' if known else ""
    return f"<code>{plain(name)}</code>{said}"


def _figure(value: float | str) -> str:
    if isinstance(value, str):
        return f"<bdi>{plain(value)}</bdi>"
    return f"{value:,.0f}" if abs(value) >= 1000 or value == int(value) else f"{value:.3f}".rstrip("0").rstrip(".")


def facilities_section(dossier: Dossier) -> str:
    """The table of facilities with what of each is on the plan."""
    name_zh, name_en = (need_namer(dossier.sheet.profile, load_figure_words(lang), lang) for lang in ("zh", "en"))
    head = row(tuple(both(HEADINGS[column]) for column in FACILITY_COLUMNS), head=True)
    rows = [_facility(line, Sentence(en=name_en(line.kind), zh=name_zh(line.kind))) for line in dossier.report.facilities]
    return f'<table id="lg-facilities"><thead>{head}</thead><tbody>{"".join(rows)}</tbody></table>'


def _facility(line: FacilityLine, name: Sentence) -> str:
    ownerships = load_ownerships()
    said = [
        both(Sentence(en=ownerships.word(one, "en"), zh=ownerships.word(one, "zh"))) if one else "–"
        for one in (line.owner, line.handover, line.standalone)
    ]
    things = " ".join(
        f'<button type="button" class="thing" data-thing="{plain(one)}">{plain(one)}</button>' for one in line.ids
    )
    clause = f'<button type="button" class="pick" data-pick="{plain(line.clause)}">{plain(line.clause)}</button>'
    areas = [f"{area:,.0f}" if area else "–" for area in (line.floor_area_m2, line.land_m2)]
    return row((both(name), things, *areas, clause if line.clause else "–", *said))


def waivers_section(dossier: Dossier) -> str:
    """Every waiver with who answers for it and what became of it; nothing where there are none."""
    told = "".join(f"<li>{both(waiver_sentence(use))}</li>" for use in dossier.report.waivers)
    return f'<ol id="lg-waivers">{told}</ol>' if told else ""


def assumptions_section(dossier: Dossier) -> str:
    """Every assumption, one a line."""
    return "<ul>" + "".join(f"<li>{both(one)}</li>" for one in dossier.report.assumptions) + "</ul>"


def input_section(dossier: Dossier) -> str:
    """The drawing, the site file, the packs with their worth, conditions and overrides."""
    return "<dl>" + "".join(f"<dt>{head}</dt><dd>{said}</dd>" for head, said in _inputs(dossier)) + "</dl>"


def _inputs(dossier: Dossier) -> Iterator[tuple[str, str]]:
    report, facts = dossier.report, dossier.plan.facts
    drawing, digest = (plain(dossier.given.get(key, "")) for key in ("drawing", "sha256"))
    yield both(HEADINGS["drawing"]), f"<bdi>{drawing}</bdi> <code>{digest}</code>"
    if facts.site_file:
        yield both(HEADINGS["site_file"]), f"<bdi>{plain(facts.site_file)}</bdi> <code>{plain(facts.site_sha256)}</code>"
    yield (
        both(HEADINGS["verdict"]),
        both(Sentence(en=judged_as_text(report.judged_as, "en"), zh=judged_as_text(report.judged_as, "zh"))),
    )
    for zh, en in zip(path_lines(report.path, "zh"), path_lines(report.path, "en"), strict=True):
        yield "", both(Sentence(en=en, zh=zh))
    for pack in report.packs:
        status = both(Sentence(en=word(pack.status, "en"), zh=word(pack.status, "zh")))
        worth = both(Sentence(en=pack.status_en, zh=pack.status_zh))
        title = both(Sentence(en=pack.title_en, zh=pack.title_zh))
        yield f"<code>{plain(pack.name)}</code>", f"{title} · {status} {worth}"
    for score in scores_of(report):
        said = f"{plain(score.group)} {score.reached}/{score.judged} ({score.of})"
        yield f"<code>{plain(score.pack)}</code>", f"{both(HEADINGS['scores'])} {said}"
    if report.conditions:
        yield both(GIVEN_WORDS["conditions"]), " · ".join(f"{plain(name)} {value:g}" for name, value in report.conditions)
    for override in report.overrides:
        yield both(GIVEN_WORDS["overrides"]), f"<bdi>{plain(override.text())}</bdi>"


def communities_section(dossier: Dossier) -> str:
    """One row a community of a divided site; nothing where it is one."""
    rows = [
        row(
            (
                f'<button type="button" class="thing" data-thing="{plain(one.id)}">{plain(one.id)}</button>',
                f"{one.people} {both(HEADINGS['people'])}",
                chip(one.report.verdict.value),
                plain(", ".join(failed_clauses(one.report))),
            )
        )
        for one in dossier.report.communities
    ]
    return f"<table>{''.join(rows)}</table>" if rows else ""
