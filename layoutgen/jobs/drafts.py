"""Drafts of a plan: one that its own judge fails is laid out anew, in another way, before it is handed over."""

from dataclasses import dataclass, replace
from pathlib import Path

from layoutgen.drawings.compose import compose
from layoutgen.drawings.survey_frame import in_survey_frame
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.errors import InfeasibleError
from layoutgen.indicators.facility_table import facility_table
from layoutgen.jobs.deliverables import DRAWING, Delivery, make_ready
from layoutgen.jobs.printing import Drawn, begin_printing
from layoutgen.jobs.validate import validate
from layoutgen.jobs.wanted import Wanted
from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.site import Site
from layoutgen.pipeline import lay_site
from layoutgen.pipeline.lay_plan import Progress
from layoutgen.processes import Crew
from layoutgen.standards.clause import Standard

DRAFTS = 3  # at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is laid out, with the designer's choices and the law, and how it is drawn."""

    site: Site
    brief: Brief
    choices: Choices
    standard: Standard
    wanted: Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One plan, drawn and judged, in a folder of its own."""

    folder: Path
    delivery: Delivery
    seed: int
    notes: tuple[str, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """Deciding clauses that it fails."""
        return tuple(o.clause for o in self.delivery.judged.report.outcomes if o.decides and o.counts_as == "fail")


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
    make_ready(asked.wanted, crew)
    overrides = tuple(override.text() for override in asked.standard.overrides)
    plan = replace(laid.plan, facts=replace(laid.plan.facts, overrides=overrides))
    facilities = facility_table(plan, asked.standard)
    sheet = compose(plan, facilities, asked.wanted.profile)
    drawn = Drawn(
        plan=plan,
        sheet=sheet,
        facilities=facilities,
        standard=asked.standard,
        folder=folder,
        has_sheets=not asked.wanted.is_draft,
    )
    printing = crew.aside(begin_printing, drawn)
    model = in_survey_frame(sheet, plan.facts.origin) if asked.wanted.is_in_survey_frame else sheet
    write_dxf(model, folder / DRAWING)
    packs = tuple(str(pack) for pack in asked.brief.pack_folders)
    judged = validate(folder / DRAWING, packs, progress=progress, crew=crew)
    printing()
    delivery = Delivery(judged=judged, drawn=drawn)
    return Draft(folder=folder, delivery=delivery, seed=plan.facts.seed, notes=laid.notes)
