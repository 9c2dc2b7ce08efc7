"""From a site and a brief to a judged drawing: laid out, drawn, read back, judged, written."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from layoutgen.drawings.compose import compose
from layoutgen.drawings.plan_json import write_plan_json
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.drawings.write_svg import write_svg
from layoutgen.indicators.facility_table import facility_table
from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.law import require_new_build, standard_of_brief, with_sun_said
from layoutgen.jobs.outputs import require_writable, write_outputs
from layoutgen.jobs.validate import Judged, validate
from layoutgen.model.brief import Brief
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.model.site import Site
from layoutgen.pipeline import lay_site
from layoutgen.pipeline.off_site import path_sentences, second_sentences
from layoutgen.processes import ALONE, Crew
from layoutgen.reports.report_json import report_json

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What `generate` made."""

    plan: Plan
    report: Report
    notes: tuple[str, ...]
    files: tuple[Path, ...]


def generate(site: Site, brief: Brief, out: Path, progress: Progress, crew: Crew = ALONE) -> Generated:
    """Lay out a site and write `plan.dxf`, `plan.svg`, `plan.json` and `report.json`.

    What is judged is the drawing as read back from the file.

    Parameters
    ----------
    progress
        Called with the name of each stage as it begins.
    crew
        Processes that lay and judge the communities of a divided site side by side; the files are the same with any number.

    Raises
    ------
    InputError
        If existing communities are asked for, a template or pack is unknown, or the folder cannot be written.
    InfeasibleError
        If the brief does not fit the site.
    """
    require_new_build(brief)
    require_writable(out)
    choices = load_choices(brief.template)
    standard = standard_of_brief(brief)
    brief = with_sun_said(brief, standard)
    told = (*path_sentences(site, brief, standard), *second_sentences(site, brief, choices, standard))
    brief = replace(brief, assumptions=(*brief.assumptions, *told))
    laid = lay_site(site, brief, choices, standard, progress, crew)
    progress("drawing")
    overrides = tuple(override.text() for override in standard.overrides)
    plan = replace(laid.plan, facts=replace(laid.plan.facts, overrides=overrides))
    sheet = compose(plan, facility_table(plan, standard))
    made: list[Judged] = []

    def write_report(path: Path) -> None:
        packs = tuple(str(folder) for folder in brief.pack_folders)
        judged = validate(path.with_name("plan.dxf"), packs, progress=progress, crew=crew)
        made.append(judged)
        path.write_text(report_json(judged.report, judged.given), encoding="utf-8")

    files = write_outputs(
        out,
        (
            ("plan.dxf", lambda path: write_dxf(sheet, path)),
            ("plan.svg", lambda path: write_svg(sheet, path)),
            ("plan.json", lambda path: write_plan_json(plan, path)),
            ("report.json", write_report),
        ),
    )
    return Generated(plan=made[0].plan, report=made[0].report, notes=laid.notes, files=files)
