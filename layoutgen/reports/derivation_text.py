"""A derivation as a sentence: the figure, its arithmetic with the numbers in it, what governs and what it beats."""

from layoutgen.model.program import Beaten, Derivation, Need
from layoutgen.standards.figure_words import FigureWords
from layoutgen.standards.formulas import say

WORDS = {
    "zh": {
        "by": "依据 {by}",
        "default": "本工具默认 {name}",
        "beats": "未控制 {beaten}",
        "sum": "各社区之和",
        "outranked": "（由 {by} 取代）",
        "stop": "；",
        "comma": "、",
    },
    "en": {
        "by": "by {by}",
        "default": "our default {name}",
        "beats": "beaten {beaten}",
        "sum": "sum of the communities",
        "outranked": " (outranked by {by})",
        "stop": "; ",
        "comma": ", ",
    },
}
PARAMETER = "parameter."


def number_text(value: float) -> str:
    """A number as short as it can be told, to a thousandth."""
    return f"{round(value, 3):.10g}"


def derivation_text(one: Derivation, figures: FigureWords, lang: str) -> str:
    """One figure in a sentence."""
    words = WORDS[lang]
    values = {i.name: f"{figures.figure(i.name).text} {number_text(i.value)}" for i in one.inputs}
    figure = figures.figure(one.figure)
    text = f"{figure.text} {number_text(one.value)} {figure.unit}".rstrip()
    if one.inputs:
        text += " = " + say(one.formula, lambda name: values[name])
    parts = [text]
    if one.clause:
        parts.append(words["by"].format(by=clause_text(one.clause, figures, lang)))
    if one.beaten:
        told = words["comma"].join(_beaten(other, figures, lang) for other in one.beaten)
        parts.append(words["beats"].format(beaten=told))
    return words["stop"].join(parts)


def need_text(need: Need, figures: FigureWords, lang: str) -> str:
    """All figures of a need; a count of one that nobody disputes is not worth telling."""
    if not need.derivations:
        return need.derivation or WORDS[lang]["sum"]
    told = [one for one in need.derivations if one.figure != "count" or one.value != 1.0] or list(need.derivations)
    return (". " if lang == "en" else "。").join(derivation_text(one, figures, lang) for one in told)


def clause_text(clause: str, figures: FigureWords, lang: str) -> str:
    """Id of a clause, or the name of the default that governs."""
    if clause.startswith(PARAMETER):
        return WORDS[lang]["default"].format(name=figures.figure(clause.removeprefix(PARAMETER)).text)
    return clause


def _beaten(other: Beaten, figures: FigureWords, lang: str) -> str:
    note = WORDS[lang]["outranked"].format(by=other.outranked_by) if other.outranked_by else ""
    return f"{clause_text(other.clause, figures, lang)} {number_text(other.value)}{note}"
