"""A name of the law explained, and what a drawing shows of it: where any number on the drawing comes from."""

import json
from collections.abc import Sequence
from pathlib import Path

from layoutgen.drawings.facts import write_facts
from layoutgen.drawings.labels import tell_label
from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.read_drawing import read_drawing
from layoutgen.drawings.things import things_of
from layoutgen.jobs.law_names import explain_name
from layoutgen.jobs.standards import every_pack
from layoutgen.jobs.validate import Judged, Terms, validate
from layoutgen.model.plan import Plan
from layoutgen.reports.explain_clause import Law
from layoutgen.reports.explanation import (
    Explanation,
    Line,
    Shown,
    explanation_fields,
    explanation_markdown,
    explanation_text,
    line,
    outcomes_of,
)
from layoutgen.standards.decides import deciding_reasons
from layoutgen.standards.measures import load_measures
from layoutgen.standards.unchecked import load_unchecked

SCHEMA = "layoutgen-explanation/1"
Told = tuple[Explanation, Shown | None]


def explain(name: str, drawing: Path | None, packs: Sequence[str], form: str, lang: str) -> str:
    """All that is known of a name; with a drawing also what it shows of it.

    Parameters
    ----------
    name
        Clause, measure, kind of thing (also in Chinese), parameter, planning condition, indicator, trap; with a drawing
        also the id of anything drawn.
    packs
        Packs to judge the drawing by, as for `validate`; folders of users' packs are known in any case.

    Raises
    ------
    InputError
        If nothing is called so, or the drawing or a pack cannot be used.
    """
    law = Law(standard=every_pack(packs), measures=load_measures(), unchecked=load_unchecked(), deciding=deciding_reasons())
    told = _told(name, law) if drawing is None else _told_on(name, law, drawing, packs)
    if form == "json":
        fields = [explanation_fields(known, shown) for known, shown in told]
        return json.dumps({"schema": SCHEMA, "explanations": fields}, ensure_ascii=False, indent=1) + "\n"
    write = explanation_markdown if form == "markdown" else explanation_text
    return "\n\n".join(write(known, shown, lang) for known, shown in told) + "\n"


def _told(name: str, law: Law) -> list[Told]:
    return [(known, None) for known in explain_name(name, law)]


def _told_on(name: str, law: Law, drawing: Path, packs: Sequence[str]) -> list[Told]:
    labels = _labels(read_drawing(drawing).plan)
    if name in labels:
        return [_thing(name, labels[name], validate(drawing, packs), drawing)]
    explained = explain_name(name, law, also=labels)
    judged = validate(drawing, packs, Terms(only={clause for known in explained for clause in known.clauses}))
    return [(known, _shown(known, judged, drawing)) for known in explained]


def _shown(known: Explanation, judged: Judged, drawing: Path) -> Shown:
    outcomes = outcomes_of(judged.report, known.clauses)
    return Shown(drawing=drawing.name, lines=_values(known, judged), outcomes=outcomes)


def _thing(name: str, label: str, judged: Judged, drawing: Path) -> Told:
    """A thing drawn: its label, and every clause that judged it."""
    about = tuple(o for o in judged.report.outcomes if any(name in finding.subjects for finding in o.findings))
    known = Explanation(name=name, sort="thing", lines=(line("label", "标注", label),), clauses=tuple(o.clause for o in about))
    return known, Shown(drawing=drawing.name, lines=(), outcomes=about, subject=name)


def _values(known: Explanation, judged: Judged) -> tuple[Line, ...]:
    """Values that the drawing gives for a parameter, a condition, an indicator, or the things of a kind."""
    facts = judged.plan.facts
    if known.sort == "parameter":
        return tuple(line(known.name, known.name, f"{value:g}") for key, value in facts.parameters if key == known.name)
    if known.sort == "condition":
        given = dict(judged.report.conditions)
        return (line(known.name, known.name, f"{given[known.name]:g}"),) if known.name in given else ()
    if known.sort == "indicator":
        stated = dict(text.partition("=")[::2] for text in write_facts(facts))
        counted = dict(judged.report.indicators)  # "people" is counted from the dwellings, and stated too
        values = [(key, value) for key, value in {**stated, **counted}.items() if key == known.name]
        return tuple(line(key, key, f"{value:g}" if isinstance(value, float) else str(value)) for key, value in values)
    return (*_table_line(known.name, judged), *_drawn(known.name, judged.plan)) if known.sort == "kind" else ()


def _table_line(kind: str, judged: Judged) -> tuple[Line, ...]:
    """Areas of a facility as the table of facilities has them, with the clause that governs its size."""
    found = [one for one in judged.report.facilities if one.kind == kind]
    return tuple(
        line(
            "measured in all",
            "量得合计",
            f"floor area {one.floor_area_m2:g} m2, land of its own {one.land_m2:g} m2; governing clause {one.clause or '-'}",
            f"建筑面积 {one.floor_area_m2:g} ㎡，独立用地 {one.land_m2:g} ㎡；控制条文 {one.clause or '-'}",
        )
        for one in found
    )


def _drawn(kind: str, plan: Plan) -> tuple[Line, ...]:
    """Labels of the things of a kind."""
    things = [thing for thing in things_of(plan, load_profile()) if thing.layer.holds.partition(".")[2] == kind]
    return tuple(line(thing.label.id, thing.label.id, tell_label(thing.label)) for thing in things if thing.label.pairs)


def _labels(plan: Plan) -> dict[str, str]:
    """What the label of each thing says, by its id; a way's outline says more than its centre line."""
    labels: dict[str, str] = {}
    for thing in things_of(plan, load_profile()):
        labels.setdefault(thing.label.id, tell_label(thing.label))
    return labels
