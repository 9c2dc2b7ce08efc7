"""Why a clause decides a verdict, or why it does not."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

from layoutgen.model.report import Confidence, Force
from layoutgen.sentence import Sentence
from layoutgen.standards.clause import Clause, Pack
from layoutgen.standards.measures import MANUAL

UNSURE = {
    Confidence.RECALLED: Sentence(
        en="its figure is recalled and no text was found: advice until one is", zh="限值为记忆值，未见条文：核实前仅作提示"
    ),
    Confidence.OWN: Sentence(en="its figure is our own: advice", zh="限值为本软件自定：仅作提示"),
}


def deciding_reasons() -> Mapping[str, Sentence]:
    """Clauses whose figure decides though it is recalled or our own, each with the reason."""
    text = files("layoutgen.standards").joinpath("data", "decides.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["decide"]
    return {row["id"]: Sentence(zh=row["reason"], en=row["reason_en"]) for row in rows}


def why_it_decides(clause: Clause, pack: Pack, reasons: Mapping[str, Sentence]) -> Sentence:
    """Reason why a clause decides, or does not, by the rules of figures.md §0."""
    if clause.measure == MANUAL:
        return Sentence(en="a person must look: it never decides", zh="须人工核查，不参与判定")
    if pack.is_scoring:
        return Sentence(en="the pack counts what is reached and decides nothing", zh="本包只计分，不参与判定")
    if clause.force is not Force.MUST:
        return Sentence(en=f"a `{clause.force.value}`: advice", zh="非“应”条文，仅作提示")
    if clause.id in reasons:
        return reasons[clause.id]
    if clause.decides:
        return _sure(clause)
    return UNSURE[clause.confidence]


def _sure(clause: Clause) -> Sentence:
    if clause.confidence is Confidence.PRIMARY:
        return Sentence(en="a `must` whose figure was read in the document itself", zh="“应”条文，限值见于原文")
    if clause.confidence is Confidence.SECONDARY:
        return Sentence(en="a `must` whose figure was read in a secondary text", zh="“应”条文，限值见于转引文本")
    return Sentence(en="the drawing's own rules always decide", zh="图纸自身的规则总是参与判定")
