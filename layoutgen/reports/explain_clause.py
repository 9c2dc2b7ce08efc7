"""A clause explained: its figure, where it comes from, how sure it is, how it is measured, what it outranks."""

from collections.abc import Mapping
from dataclasses import dataclass

from layoutgen.reports.explanation import Explanation, Line, line
from layoutgen.reports.law_words import figure_words, limit_words, scope_words, source_words, word
from layoutgen.sentence import Sentence
from layoutgen.standards.clause import Clause, Pack, Row, Standard
from layoutgen.standards.counts import basis
from layoutgen.standards.decides import why_it_decides
from layoutgen.standards.measures import MANUAL, Measure
from layoutgen.standards.unchecked import Unchecked


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Everything that an explanation looks into."""

    standard: Standard
    measures: Mapping[str, Measure]
    unchecked: Mapping[str, Unchecked]
    deciding: Mapping[str, Sentence]


def explain_clause(clause: Clause, law: Law) -> Explanation:
    """What is known of a clause."""
    pack = next(pack for pack in law.standard.packs if pack.name == clause.pack)
    lines = (
        line("demand", "要求", clause.says_en, clause.says_zh),
        line("pack", "标准包", _pack(pack, "en"), _pack(pack, "zh")),
        *_figure(clause),
        line("asked of", "适用", scope_words(clause, "en"), scope_words(clause, "zh")),
        _force(clause, pack, law),
        line("source", "来源", source_words(clause)),
        line("figure known from", "限值可信度", word(clause.confidence.value, "en"), word(clause.confidence.value, "zh")),
        *_measured(clause, law),
        *_ranks(clause, law.standard),
    )
    return Explanation(name=clause.id, sort="clause", lines=lines, clauses=(clause.id,))


def _pack(pack: Pack, lang: str) -> str:
    title, status = (pack.title_zh, pack.status_zh) if lang == "zh" else (pack.title_en, pack.status_en)
    said = f"{pack.name}, {title} ({word(pack.status, lang)})"
    return f"{said}: {status}" if status else said


def _figure(clause: Clause) -> tuple[Line, ...]:
    first = line("figure", "限值", figure_words(clause, "en"), figure_words(clause, "zh"))
    return (first, *(_row(row) for row in clause.rows))


def _row(row: Row) -> Line:
    keys = " ".join(f"{key} {value}" for key, value in row.keys)
    return line(f"  {keys}", f"  {keys}", limit_words(row.limit, "en"), limit_words(row.limit, "zh"))


def _force(clause: Clause, pack: Pack, law: Law) -> Line:
    why = why_it_decides(clause, pack, law.deciding)
    decides = ("decides", "参与判定") if clause.decides else ("does not decide", "不参与判定")
    force = clause.force.value
    return line("force", "用词", f"{word(force, 'en')}; {decides[0]}: {why.en}", f"{word(force, 'zh')}；{decides[1]}：{why.zh}")


def _measured(clause: Clause, law: Law) -> tuple[Line, ...]:
    if clause.measure == MANUAL:
        return _manual(clause, law.unchecked.get(clause.id))
    looked = basis(clause, law.measures)
    of = f" of {clause.of}" if clause.of else ""
    options = ", ".join(f"{key} = {'/'.join(value) if isinstance(value, tuple) else value}" for key, value in clause.options)
    said = (line("with", "参数", options),) if options else ()
    return (
        line(
            "measure", "量项", f"{clause.measure}{of} ({word(looked, 'en')})", f"{clause.measure}{of}（{word(looked, 'zh')}）"
        ),
        line("how it is measured", "量法", clause.method, _method_zh(clause, law.measures[clause.measure])),
        *said,
    )


def _method_zh(clause: Clause, measure: Measure) -> str:
    own = "" if clause.method == measure.says else f"（{clause.method}）"
    return f"{measure.says_zh}{own}" if measure.says_zh else clause.method


def _manual(clause: Clause, unchecked: Unchecked | None) -> tuple[Line, ...]:
    if unchecked is None or unchecked.look is None:
        return ()
    return (
        line("why no plan shows it", "图上看不出的原因", unchecked.reason.en, unchecked.reason.zh),
        line("look at", "核查", unchecked.look.en, unchecked.look.zh),
    )


def _ranks(clause: Clause, standard: Standard) -> tuple[Line, ...]:
    above = ", ".join(f"{one.id} ({one.pack})" for one in standard.clauses if clause.id in one.outranks)
    anew = tuple(override for override in standard.overrides if override.clause == clause.id)
    return (
        *((line("outranks", "优先于", ", ".join(clause.outranks)),) if clause.outranks else ()),
        *((line("met instead by all of", "可替代", ", ".join(clause.alternatives)),) if clause.alternatives else ()),
        *((line("outranked, where it applies, by", "适用时让位于", above),) if above else ()),
        *(line("figure set anew", "限值改写", override.text()) for override in anew),
    )
