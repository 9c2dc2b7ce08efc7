"""What is known of a measure, a kind of thing, a parameter, a planning condition or an indicator."""

from collections.abc import Sequence

from layoutgen.reports.explain_clause import Law
from layoutgen.reports.explanation import Explanation, Line, line
from layoutgen.reports.law_words import figure_words, word
from layoutgen.sentence import Sentence
from layoutgen.standards.clause import Clause
from layoutgen.standards.indicators import IndicatorInfo
from layoutgen.standards.measures import Measure
from layoutgen.standards.parameters import Parameter
from layoutgen.standards.traps import Trap


def explain_measure(measure: Measure, law: Law) -> Explanation:
    """How a measure is taken, and the clauses that go by it."""
    clauses = [clause for clause in law.standard.clauses if clause.measure == measure.name]
    lines = (
        line("how it is measured", "量法", measure.says, measure.says_zh or measure.says),
        line("unit", "单位", measure.unit or "-"),
        line("looked at", "依据", word(measure.basis, "en"), word(measure.basis, "zh")),
        line("keys of a clause", "条文可用的键", ", ".join(measure.options) or "-"),
        *_clauses(clauses),
    )
    return Explanation(name=measure.name, sort="measure", lines=lines, clauses=_ids(clauses))


def explain_kind(kind: str, word_zh: str, layer: str, law: Law) -> Explanation:
    """A kind of thing that can be drawn, and every clause that speaks of it."""
    clauses = [clause for clause in law.standard.clauses if _speaks_of(clause, kind)]
    lines = (line("in Chinese", "中文", word_zh), line("layer", "图层", layer), *_clauses(clauses))
    return Explanation(name=kind, sort="kind", lines=lines, clauses=_ids(clauses))


def explain_parameter(parameter: Parameter) -> Explanation:
    """What a parameter of the sizing is, its default and its range."""
    unit = parameter.unit
    lines = (
        line("what it is", "含义", parameter.says_en, parameter.says_zh),
        line("default", "默认值", f"{parameter.default:g} {unit}"),
        line("range", "范围", f"{parameter.low:g} to {parameter.high:g}", f"{parameter.low:g}–{parameter.high:g}"),
        line("source", "来源", parameter.source),
        line("known from", "可信度", word(parameter.confidence, "en"), word(parameter.confidence, "zh")),
        line("set it by", "设置", f"--set {parameter.name}=…", f"--set {parameter.name}=…，或设计任务书 [parameters]"),
    )
    return Explanation(name=parameter.name, sort="parameter", lines=lines, clauses=())


def explain_condition(name: str, clause_id: str, says: Sentence, outranks: Sequence[str]) -> Explanation:
    """A planning condition, which decides where the brief gives it."""
    lines = (
        line("demand", "要求", says.en, says.zh),
        line("clause", "条文", clause_id),
        line("figure", "限值", "what the brief gives; without it the clause is not there", "由设计任务书给出；未给出则无此条"),
        *((line("outranks", "优先于", ", ".join(outranks)),) if outranks else ()),
    )
    return Explanation(name=name, sort="condition", lines=lines, clauses=(clause_id,))


def explain_indicator(name: str, info: IndicatorInfo, law: Law) -> Explanation:
    """How an indicator is counted and which clauses judge it."""
    clauses = [clause for clause in law.standard.clauses if clause.measure in info.measures]
    lines = (
        line("how it is counted", "算法", info.says.en, info.says.zh),
        line("unit", "单位", info.unit or "-"),
        line("judged by the measures", "判定量项", ", ".join(info.measures)),
        *_clauses(clauses),
    )
    return Explanation(name=name, sort="indicator", lines=lines, clauses=_ids(clauses))


def explain_trap(trap: Trap) -> Explanation:
    """A reading of the law that goes wrong, and what answers it."""
    lines = (
        line("the right reading", "正确读法", trap.says.en, trap.says.zh),
        *((line("clauses", "条文", ", ".join(trap.clauses)),) if trap.clauses else ()),
        *((line("held by", "保证", ", ".join(trap.places)),) if trap.places else ()),
    )
    return Explanation(name=trap.id, sort="trap", lines=lines, clauses=trap.clauses)


def _speaks_of(clause: Clause, kind: str) -> bool:
    if clause.of == kind or (clause.limit is not None and kind in clause.limit.words):
        return True
    listed = [word for _, words in clause.options if isinstance(words, tuple) for word in words]
    return any(word.rpartition(".")[2] == kind for word in listed)  # "garden", or "lot.garden"


def _clauses(clauses: Sequence[Clause]) -> tuple[Line, ...]:
    return tuple(
        line(
            f"  {clause.id} ({clause.pack})",
            f"  {clause.id}（{clause.pack}）",
            f"{figure_words(clause, 'en')}, {word(clause.force.value, 'en')}: {clause.says_en}",
            f"{figure_words(clause, 'zh')}，{word(clause.force.value, 'zh')}：{clause.says_zh}",
        )
        for clause in clauses
    )


def _ids(clauses: Sequence[Clause]) -> tuple[str, ...]:
    return tuple(clause.id for clause in clauses)
