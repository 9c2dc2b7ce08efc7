"""`layoutgen validate`: judge a drawing clause by clause."""

from pathlib import Path
from typing import Annotated

import typer

from layoutgen.cli.console import EXIT_FAIL, Stages, lang_of, telling_errors
from layoutgen.cli.options import Constrained, Features, Lang, Mode, Packs


def validate(
    drawing: Annotated[Path, typer.Argument(help="Drawing to judge: DXF, also edited in CAD, or plan.json.")],
    packs: Packs = None,
    mode: Mode = "",
    constrained: Constrained = None,
    features: Features = None,
    form: Annotated[str, typer.Option("--format", help="text or json; default text.")] = "text",
    report_file: Annotated[Path | None, typer.Option("--report", help="Write report.json here as well.")] = None,
    html_file: Annotated[
        Path | None, typer.Option("--html", help="Write report.html here: the plan with every clause, for a browser.")
    ] = None,
    workbook: Annotated[Path | None, typer.Option("--xlsx", help="Write the tables here as a workbook with formulas.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Print every clause, not only what failed or needs a look.")] = False,
    lang: Lang = "",
) -> None:
    """Re-measure a drawing and judge it by the law, knowing nothing of how it was made."""
    with telling_errors():
        from layoutgen.errors import InputError

        if form not in ("text", "json"):
            raise InputError("", "--format", form, "text or json")
        words = lang_of(lang)
        from layoutgen.jobs.outputs import write_outputs
        from layoutgen.jobs.schedule import write_schedule
        from layoutgen.jobs.validate import Terms
        from layoutgen.jobs.validate import validate as judge
        from layoutgen.model.report import Verdict
        from layoutgen.processes import Crew
        from layoutgen.reports.report_json import report_json
        from layoutgen.reports.report_text import report_text

        terms = Terms(mode=mode, constrained=constrained, features=tuple(features or ()))
        with Stages() as stages, Crew() as crew:
            judged = judge(drawing, tuple(packs or ()), terms, stages, crew)
        document = report_json(judged.report, judged.given)
        if report_file is not None:
            write_outputs(report_file.parent, ((report_file.name, lambda path: _save(path, document)),))
        if html_file is not None:
            from layoutgen.jobs.report_page import write_report_page

            write_outputs(html_file.parent, ((html_file.name, lambda path: write_report_page(judged, path)),))
        if workbook is not None:
            write_outputs(workbook.parent, ((workbook.name, lambda path: write_schedule(judged, path)),))
        typer.echo(document if form == "json" else report_text(judged.report, words, full=full), nl=form != "json")
        if judged.report.verdict is not Verdict.PASS:
            raise typer.Exit(EXIT_FAIL)


def _save(path: Path, document: str) -> None:
    path.write_text(document, encoding="utf-8")
