"""Re-measure a drawing and judge it, knowing nothing of how it was made."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from layoutgen.drawings.plan_json import read_plan_json
from layoutgen.errors import InputError
from layoutgen.inputs.packs import tell_packs_apart
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.reports.report_json import Json
from layoutgen.sentence import Sentence
from layoutgen.standards.clause import Standard
from layoutgen.standards.load import judging_packs, load_standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A drawing with its report and what was judged."""

    plan: Plan
    report: Report
    given: dict[str, Json]


def validate(drawing: Path, packs: Sequence[str] = ()) -> Judged:
    """Judge a drawing by the packs it names, or by those given.

    Parameters
    ----------
    packs
        Names, which stand in place of the drawing's, and folders of users' packs, which are added.

    Raises
    ------
    InputError
        If the file cannot be read or a pack is unknown: a user's pack that the drawing names must be given again.
    """
    plan = read_drawing(drawing)
    from layoutgen.validator.check import check_plan  # the rules load slowly: a file that cannot be read is told of at once

    asked = tell_packs_apart(packs)
    names = judging_packs(asked.names or plan.facts.packs)
    standard = load_standard(names, plan.facts.conditions, asked.folders)
    report = check_plan(plan, standard)
    report = replace(report, assumptions=(*report.assumptions, *_overrides_unlike(plan, standard)))
    sha256 = hashlib.sha256(drawing.read_bytes()).hexdigest()
    return Judged(plan=plan, report=report, given={"drawing": drawing.name, "sha256": sha256, "brief": _brief(plan)})


def _overrides_unlike(plan: Plan, standard: Standard) -> tuple[Sentence, ...]:
    """Figures that the drawing was made by and that no pack in force sets so."""
    here = [override.text() for override in standard.overrides]
    return tuple(
        Sentence(en=f"the drawing was made with another figure: {text}", zh=f"图纸按另一限值编制：{text}")
        for text in plan.facts.overrides
        if text not in here
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


def read_drawing(drawing: Path) -> Plan:
    """Plan of a DXF drawing or of a `plan.json`.

    Raises
    ------
    InputError
        If the file is of neither kind or cannot be read.
    """
    suffix = drawing.suffix.lower()
    if suffix == ".json":
        return read_plan_json(drawing)
    if suffix == ".dxf":
        from layoutgen.drawings.read_dxf import read_dxf  # its CAD library loads slowly too

        return read_dxf(drawing)
    raise InputError(str(drawing), "", suffix or "no suffix", "a drawing .dxf or a plan.json")
