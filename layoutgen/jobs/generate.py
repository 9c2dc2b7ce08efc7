"""From a site and a brief to a judged drawing: laid out, drawn, read back, judged, written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.deliverables import older_files, write_deliverables
from layoutgen.jobs.drafts import Asked, best_draft
from layoutgen.jobs.law import require_new_build, standard_of_brief, with_sun_said
from layoutgen.jobs.outputs import hand_over, require_writable, staging_in
from layoutgen.jobs.waivers import require_known_waived
from layoutgen.jobs.wanted import Wanted, settle_wanted
from layoutgen.model.brief import Brief
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.model.site import Site
from layoutgen.pipeline.off_site import path_sentences, second_sentences
from layoutgen.processes import ALONE, Crew

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What `generate` made."""

    plan: Plan
    report: Report
    notes: tuple[str, ...]
    files: tuple[Path, ...]


def generate(
    site: Site, brief: Brief, out: Path, progress: Progress, crew: Crew = ALONE, wanted: Wanted | None = None
) -> Generated:
    """Lay out a site and write the files of `jobs.deliverables`: `plan.dxf`, `plan.svg`, …, `report.json`.

    What is judged is the drawing as read back from the file.

    Parameters
    ----------
    progress
        Called with the name of each stage as it begins.
    crew
        Processes that write the files, and before that lay and judge the communities of a divided site, side by side; the
        files are the same with any number.
    wanted
        Profile and frame of the drawing, and a picture; None = the default ones, and none.

    Raises
    ------
    InputError
        If existing communities are asked for, a template or pack is unknown, or the folder cannot be written.
    InfeasibleError
        If the brief does not fit the site.
    """
    require_new_build(brief)
    require_writable(out)
    wanted = wanted or settle_wanted()
    choices = load_choices(brief.template)
    standard = standard_of_brief(brief)
    require_known_waived(brief.waivers, standard)
    brief = with_sun_said(brief, standard)
    told = (*path_sentences(site, brief, standard), *second_sentences(site, brief, choices, standard))
    brief = replace(brief, assumptions=(*brief.assumptions, *told))
    asked = Asked(site=site, brief=brief, choices=choices, standard=standard, wanted=wanted)
    with staging_in(out) as staging:
        best = best_draft(asked, staging, progress, crew)
        progress("writing")
        files = hand_over(best.folder, out, write_deliverables(best.delivery, best.folder, wanted, crew))
    judged = best.delivery.judged
    older = older_files(out, [path.name for path in files])
    notes = (*best.notes, *((f"of an earlier run: {', '.join(older)}",) if older else ()))
    return Generated(plan=judged.plan, report=judged.report, notes=notes, files=files)
