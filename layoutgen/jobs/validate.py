"""Re-measure a drawing and judge it, knowing nothing of how it was made."""

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from layoutgen.drawings.read_drawing import read_drawing
from layoutgen.errors import InputError
from layoutgen.inputs.packs import tell_packs_apart
from layoutgen.jobs.law import require_known_features
from layoutgen.jobs.waivers import lay_all_waivers, require_known_waived, waivers_brought
from layoutgen.model.kinds import Mode
from layoutgen.model.plan import Facts, Plan
from layoutgen.model.reading import Reading
from layoutgen.model.report import JudgedAs, Report
from layoutgen.processes import ALONE, Crew
from layoutgen.reports.handles import handles_json
from layoutgen.reports.json_values import Json
from layoutgen.reports.reading_json import reading_json
from layoutgen.sentence import Sentence
from layoutgen.standards.clause import Standard
from layoutgen.standards.load import judging_packs, load_standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A drawing with its report and what was judged."""

    plan: Plan
    report: Report
    given: dict[str, Json]
    standard: Standard  # by which it was judged
    reading: Reading  # how the drawing was read; empty of a plan.json


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """As what a drawing is judged, whatever it says itself, by which clauses, and what it was before."""

    mode: str = ""  # "" = as it says
    constrained: bool | None = None  # None = as it says
    features: Sequence[str] = ()  # words that some clauses wait for; none = as it says
    only: Collection[str] | None = None  # clauses, with those that outrank them; None = all
    waivers: Path | None = None  # file of waivers, added to those that the drawing carries
    by_map: Path | None = None  # map of a drawing of another office: what its layers hold
    on: str = ""  # day that the waivers' expiry is held against; "" = it is not looked at
    before: Path | None = None  # plan.json of the drawing before it was edited; None = the one beside it


AS_IT_SAYS = Terms()


def untold(_: str) -> None:
    """Tell nobody of a stage."""


def validate(
    drawing: Path,
    packs: Sequence[str] = (),
    terms: Terms = AS_IT_SAYS,
    progress: Callable[[str], None] = untold,
    crew: Crew = ALONE,
) -> Judged:
    """Judge a drawing by the packs it names, or by those given.

    Parameters
    ----------
    packs
        Names, which stand in place of the drawing's, and folders of users' packs, which are added.
    progress
        Called with the name of each stage as it begins.
    crew
        Processes that judge the communities of a divided site side by side.

    Raises
    ------
    InputError
        If a file cannot be read, a pack, mode or feature is unknown (a user's pack that the drawing names must be given
        again), new build is called constrained, or a waiver of the user's is of no clause in force or no thing drawn.
    """
    brought = waivers_brought(terms.waivers, terms.on)
    progress("reading")
    read = read_drawing(drawing, terms.before, terms.by_map)
    plan = replace(read.plan, facts=_judged_facts(read.plan.facts, terms.mode, terms.constrained))
    progress("judging")
    from layoutgen.validator.check import check_plan  # the rules load slowly: a file that cannot be read is told of at once

    standard = _in_force(plan, packs, terms.features)
    require_known_waived(brought.waivers, standard, brought.file)
    plan = replace(plan, facts=replace(plan.facts, features=tuple(sorted(set(terms.features))) or plan.facts.features))
    report = check_plan(plan, standard if terms.only is None else standard.only(terms.only), crew)
    report = lay_all_waivers(report, plan, brought)
    report = replace(report, assumptions=(*report.assumptions, *_overrides_unlike(plan, standard)))
    report = replace(report, judged_as=_said_by(report.judged_as, terms.mode, terms.constrained))
    given: dict[str, Json] = {
        "drawing": drawing.name,
        "sha256": hashlib.sha256(drawing.read_bytes()).hexdigest(),
        "brief": _brief(plan),
        "reading": reading_json(read.reading),
        "handles": handles_json(report, read.reading),
    }
    return Judged(plan=plan, report=report, given=given, standard=standard, reading=read.reading)


def _in_force(plan: Plan, packs: Sequence[str], features: Sequence[str]) -> Standard:
    """The packs that a plan is judged by."""
    asked = tell_packs_apart(packs)
    names = judging_packs(asked.names or plan.facts.packs, is_divided=bool(plan.communities))
    standard = load_standard(names, plan.facts.conditions, asked.folders)
    require_known_features(standard, features)
    return standard


def _overrides_unlike(plan: Plan, standard: Standard) -> tuple[Sentence, ...]:
    """Figures that the drawing was made by and that no pack in force sets so."""
    here = [override.text() for override in standard.overrides]
    return tuple(
        Sentence(en=f"the drawing was made with another figure: {text}", zh=f"图纸按另一限值编制：{text}")
        for text in plan.facts.overrides
        if text not in here
    )


def _judged_facts(facts: Facts, mode: str, constrained: bool | None) -> Facts:
    """Facts of a drawing with what the user says instead."""
    if mode and mode not in tuple(Mode):
        raise InputError("", "--mode", mode, "one of " + ", ".join(Mode))
    as_mode = Mode(mode) if mode else facts.mode
    if constrained and as_mode is not Mode.EXISTING:
        raise InputError("", "--constrained", "new build", "an existing community: say --mode existing as well")
    is_constrained = facts.is_constrained if constrained is None else constrained
    return replace(facts, mode=as_mode, is_constrained=is_constrained)


def _said_by(judged_as: JudgedAs, mode: str, constrained: bool | None) -> JudgedAs:
    return replace(
        judged_as,
        mode_by="flag" if mode else judged_as.mode_by,
        constrained_by=judged_as.constrained_by if constrained is None else "flag",
    )


def _brief(plan: Plan) -> dict[str, Json]:
    """What the drawing says was asked."""
    facts = plan.facts
    return {
        "population": facts.people,
        "household_size": facts.household_size,
        "city": facts.place.city,
        "latitude": facts.place.latitude_deg,
        "climate_zone": facts.place.climate_zone,
        "streets": facts.streets.value,
        "mode": facts.mode.value,
        "constrained": facts.is_constrained,
        "features": list(facts.features),
        "packs": list(facts.packs),
        "conditions": {name: value for name, value in asdict(facts.conditions).items() if value is not None},
        "parameters": dict(facts.parameters),
        "template": facts.template,
        "seed": facts.seed,
    }
