"""Drafts of a plan: one that its own judge fails is laid out anew, in another way, before it is handed over."""

from dataclasses import dataclass, replace
from pathlib import Path

from layoutgen.drawings.compose import compose
from layoutgen.drawings.plan_json import write_plan_json
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.drawings.write_svg import write_svg
from layoutgen.errors import InfeasibleError
from layoutgen.indicators.facility_table import facility_table
from layoutgen.jobs.validate import Judged, validate
from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.report import Verdict
from layoutgen.model.site import Site
from layoutgen.pipeline import lay_site
from layoutgen.pipeline.lay_plan import Progress
from layoutgen.processes import Crew
from layoutgen.reports.report_json import report_json
from layoutgen.standards.clause import Standard

FILES = ("plan.dxf", "plan.svg", "plan.json", "report.json")  # as they are handed over, the report last
DRAFTS = 3  # at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is laid out, with the designer's choices and the law."""

    site: Site
    brief: Brief
    choices: Choices
    standard: Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One plan, drawn and judged, in a folder of its own."""

    folder: Path
    judged: Judged
    seed: int
    notes: tuple[str, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """Deciding clauses that it fails."""
        return tuple(o.clause for o in self.judged.report.outcomes if o.decides and o.verdict is Verdict.FAIL)


def best_draft(asked: Asked, staging: Path, progress: Progress, crew: Crew) -> Draft:
    """The first draft that passes; where none does, the one that fails fewest clauses.

    Where the next draft fails the same clauses, the brief itself is at odds with them: no more are made.

    Raises
    ------
    InfeasibleError
        If the first draft does not fit the site.
    """
    drafts: list[Draft] = []
    seed = asked.brief.seed
    while len(drafts) < DRAFTS:
        if drafts:
            progress("another draft")
        folder = staging / str(len(drafts))
        folder.mkdir()
        brief = replace(asked.brief, seed=seed)
        try:
            drafts.append(_drawn(replace(asked, brief=brief), folder, progress, crew))
        except InfeasibleError:
            if not drafts:
                raise
            break
        if not drafts[-1].faults or drafts[-1].faults in [one.faults for one in drafts[:-1]]:
            break
        seed = drafts[-1].seed + 1
    best = min(drafts, key=lambda draft: len(draft.faults))
    told = tuple(f"the draft of seed {one.seed} failed {', '.join(one.faults)}" for one in drafts if one is not best)
    return replace(best, notes=(*told, *best.notes))


def _drawn(asked: Asked, folder: Path, progress: Progress, crew: Crew) -> Draft:
    """Lay out, draw, read back and judge."""
    laid = lay_site(asked.site, asked.brief, asked.choices, asked.standard, progress, crew)
    progress("drawing")
    overrides = tuple(override.text() for override in asked.standard.overrides)
    plan = replace(laid.plan, facts=replace(laid.plan.facts, overrides=overrides))
    sheet = compose(plan, facility_table(plan, asked.standard))
    dxf, svg, whole, report = (folder / name for name in FILES)
    write_dxf(sheet, dxf)
    write_svg(sheet, svg)
    write_plan_json(plan, whole)
    packs = tuple(str(pack) for pack in asked.brief.pack_folders)
    judged = validate(dxf, packs, progress=progress, crew=crew)
    report.write_text(report_json(judged.report, judged.given), encoding="utf-8")
    return Draft(folder=folder, judged=judged, seed=plan.facts.seed, notes=laid.notes)
