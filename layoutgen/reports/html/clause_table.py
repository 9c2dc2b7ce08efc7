"""The table of clauses: verdict, demand, measured, required, margin and source, the worst first."""

from collections.abc import Callable

from layoutgen.model.limit import Measured
from layoutgen.model.report import Outcome, Report
from layoutgen.reports.html.markup import both, plain
from layoutgen.reports.html.words import HEADINGS, SIGNS, STATES
from layoutgen.reports.law_words import UNITS_ZH, limit_words
from layoutgen.sentence import Sentence

COLUMNS = ("verdict", "clause", "measured", "limit", "margin", "source")
YES = Sentence(en="yes", zh="是")
NO = Sentence(en="no", zh="否")
NOTHING = Sentence(en="nothing", zh="无")


def clause_table(report: Report) -> str:
    """Markup of the table, one row a clause."""
    head = "".join(f'<th scope="col" class="{name}">{both(HEADINGS[name])}</th>' for name in COLUMNS)
    order = tuple(STATES)
    outcomes = sorted(report.outcomes, key=lambda one: (order.index(one.counts_as), not one.decides))
    rows = "\n".join(_row(outcome) for outcome in outcomes)
    return f'<table id="lg-clauses"><thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>'


def chip(state: str) -> str:
    """A verdict by its sign and its word, never by colour alone."""
    return f'<span class="chip {state}"><span aria-hidden="true">{SIGNS[state]}</span> {both(STATES[state])}</span>'


def measured_text(measured: Measured, unit: str, lang: str) -> str:
    """A measured value with its unit; shares as per cent."""
    if isinstance(measured, bool):
        return (YES if measured else NO).text(lang)
    if measured is None or measured != measured or measured == float("inf"):
        return NOTHING.text(lang)
    if isinstance(measured, tuple):
        return ", ".join(measured) or NOTHING.text(lang)
    if unit == "share":
        return f"{measured * 100:.2f}%"
    return f"{measured:.2f} {UNITS_ZH.get(unit, unit) if lang == 'zh' else unit}".rstrip()


def _row(outcome: Outcome) -> str:
    name, state = plain(outcome.clause), outcome.counts_as
    worst = outcome.findings[0] if outcome.findings else None
    says = both(Sentence(en=outcome.says_en, zh=outcome.says_zh))
    near = " data-near" if outcome.near_misses else ""
    measured = limit = margin = ""
    if worst is not None:
        unit = worst.limit.unit
        measured = "" if worst.blocked else _both_ways(lambda lang: measured_text(worst.measured, unit, lang))
        limit = _both_ways(lambda lang: limit_words(worst.limit, lang))
        room = worst.limit.margin(worst.measured)
        margin = "" if room is None else _both_ways(lambda lang: measured_text(room, unit, lang))
    return (
        f'<tr id="c-{name}" data-clause="{name}" data-state="{state}"{near}><td class="verdict">{chip(state)}</td>'
        f'<th scope="row" class="clause"><button type="button" class="pick" data-pick="{name}">{name}</button>'
        f'<span class="says">{says}</span></th><td class="measured">{measured}</td><td class="limit">{limit}</td>'
        f'<td class="margin">{margin}</td><td class="source">{plain(outcome.source)}</td></tr>'
    )


def _both_ways(say: Callable[[str], str]) -> str:
    return both(Sentence(en=say("en"), zh=say("zh")))
