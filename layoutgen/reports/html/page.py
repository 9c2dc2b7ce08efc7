"""The whole page: head with its policy, plan, clauses and what else is told, then the data that its script works on."""

from layoutgen.drawings.svg_style import style_sheet
from layoutgen.drawings.write_svg import plan_svg
from layoutgen.indicators.measured_lines import measured_shapes
from layoutgen.model.report import Report
from layoutgen.reports.explain_clause import Law
from layoutgen.reports.html import sections
from layoutgen.reports.html.assets import page_script, page_style
from layoutgen.reports.html.clause_data import Told, clause_data, told_fields
from layoutgen.reports.html.clause_table import chip, clause_table
from layoutgen.reports.html.dossier import Dossier
from layoutgen.reports.html.markup import both, json_for_script, labelled, plain
from layoutgen.reports.html.overlays.every import every_overlay
from layoutgen.reports.html.policy import content_policy
from layoutgen.reports.html.read_as import reading_section
from layoutgen.reports.html.sizes import sizes_section
from layoutgen.reports.html.words import HEADINGS, SCRIPT_WORDS, SIGNS, STATES
from layoutgen.reports.json_values import Json
from layoutgen.reports.report_json import BANNER_EN, BANNER_ZH
from layoutgen.reports.size_table import need_namer
from layoutgen.sentence import Sentence
from layoutgen.standards.decides import deciding_reasons
from layoutgen.standards.figure_words import load_figure_words
from layoutgen.standards.measures import load_measures
from layoutgen.standards.unchecked import load_unchecked

BANNER = Sentence(en=BANNER_EN, zh=BANNER_ZH)
TOOLS = (("in", "+"), ("out", "−"), ("whole", "⤢"), ("clear", "×"))


def report_html(dossier: Dossier) -> str:
    """Text of `report.html`: one file that asks nothing of anybody, the same bytes for the same report."""
    style = f"{style_sheet(dossier.sheet.profile)}\n{page_style()}"
    script = page_script()
    title = plain(f"{HEADINGS['title'].zh} {dossier.plan.facts.site_file}".rstrip())
    return f"""<!doctype html>
<html lang="zh-CN" data-lang="zh">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{content_policy(style, script)}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{_top(dossier.report)}
<main>
{_plan(dossier)}
<div id="lg-side">
{_side(dossier)}
</div>
</main>
<script type="application/json" id="lg-data">{json_for_script(_data(dossier))}</script>
<script>{script}</script>
</body>
</html>
"""


def _data(dossier: Dossier) -> dict[str, object]:
    told = Told()
    law = Law(standard=dossier.standard, measures=load_measures(), unchecked=load_unchecked(), deciding=deciding_reasons())
    shapes = measured_shapes(dossier.plan)
    clauses = clause_data(dossier.report, law, shapes, told)
    words = {key: [said.en, said.zh] for key, said in SCRIPT_WORDS.items()}
    laid = every_overlay(dossier)
    return {"words": words, "signs": SIGNS, "kinds": _kinds(dossier), "clauses": clauses, **told_fields(told), **laid}


def _kinds(dossier: Dossier) -> dict[str, Json]:
    """Names of the kinds of things that can be drawn."""
    namers = [need_namer(dossier.sheet.profile, load_figure_words(lang), lang) for lang in ("en", "zh")]
    kinds = {layer.holds.partition(".")[2]: layer.zh for layer in dossier.sheet.profile.layers}
    return {
        kind: [namers[0](kind), zh if namers[1](kind) == kind.replace("_", " ") else namers[1](kind)]
        for kind, zh in sorted(kinds.items())
        if kind
    }


def _top(report: Report) -> str:
    counts = dict(report.counts())
    filters = "".join(
        f'<button type="button" class="chip {state}" data-filter="{state}" aria-pressed="true">'
        f'<span aria-hidden="true">{SIGNS[state]}</span> {both(STATES[state])} <b>{counts.get(state, 0)}</b></button>'
        for state in STATES
        if counts.get(state) or state != "waived"
    )
    return (
        f'<a class="skip" href="#lg-clauses">{both(HEADINGS["skip"])}</a>\n'
        f"<header><h1>{both(HEADINGS['title'])}</h1>"
        f'<p class="result">{both(HEADINGS["verdict"])} {chip(report.verdict.value)}</p><div class="filters">{filters}</div>'
        f'<div class="controls"><button type="button" id="lg-lang">English</button>'
        f'<button type="button" id="lg-print">{both(HEADINGS["print"])}</button></div>'
        f'<p class="banner">{both(BANNER)}</p></header>'
    )


def _plan(dossier: Dossier) -> str:
    tools = "".join(
        f'<button type="button" data-tool="{name}" {labelled(HEADINGS[name])}>{sign}</button>' for name, sign in TOOLS
    )
    return (
        f'<section id="lg-plan"><h2 class="hidden">{both(HEADINGS["plan"])}</h2>'
        f'<div id="lg-view" tabindex="0" role="group" {labelled(HEADINGS["keys"])}>{plan_svg(dossier.sheet)}</div>'
        f'<div class="tools">{tools}</div><select id="lg-overlay" {labelled(HEADINGS["overlay"])}></select>'
        f'<div id="lg-legend" hidden></div>'
        f'<details id="lg-layers"><summary>{both(HEADINGS["layers"])}</summary><p>'
        f'<button type="button" data-layers="all">{both(HEADINGS["all_layers"])}</button> '
        f'<button type="button" data-layers="none">{both(HEADINGS["no_layers"])}</button></p><ul></ul></details></section>'
    )


def _side(dossier: Dossier) -> str:
    search = (
        f'<input type="search" id="lg-search" {labelled(HEADINGS["search"])}> '
        f'<label><input type="checkbox" id="lg-near"> {both(HEADINGS["near"])}</label>'
    )
    communities, sizes = sections.communities_section(dossier), sizes_section(dossier)
    waived, reading = sections.waivers_section(dossier), reading_section(dossier)
    parts = (
        ("indicators", sections.indicators_section(dossier)),
        *((("communities", communities),) if communities else ()),
        ("clauses", f'<p class="bar">{search} <span id="lg-shown" role="status"></span></p>{clause_table(dossier.report)}'),
        *((("waivers", waived),) if waived else ()),
        ("facilities", sections.facilities_section(dossier)),
        *((("sizes", sizes),) if sizes else ()),
        ("assumptions", sections.assumptions_section(dossier)),
        *((("reading", reading),) if reading else ()),
        ("input", sections.input_section(dossier)),
    )
    links = "".join(f'<a href="#lg-{name}-part">{both(HEADINGS[name])}</a>' for name, _ in parts)
    told = "\n".join(
        f'<section id="lg-{name}-part"><h2>{both(HEADINGS[name])}</h2>{markup}</section>' for name, markup in parts
    )
    return (
        f'<p id="lg-said" class="hidden" role="status"></p>'
        f'<section id="lg-card"><p class="empty">{both(HEADINGS["nothing"])}</p></section>'
        f"<nav>{links}</nav>\n{told}"
    )
