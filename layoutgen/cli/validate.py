"""`layoutgen validate`: judge a drawing clause by clause."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from layoutgen.cli import options as o
from layoutgen.cli.console import EXIT_FAIL, EXIT_INPUT, Stages, lang_of, telling_errors


def validate(
    drawing: Annotated[Path, typer.Argument(help="Drawing to judge: DXF, also edited in CAD, or plan.json.")],
    packs: o.Packs = None,
    mode: o.Mode = "",
    constrained: o.Constrained = None,
    features: o.Features = None,
    form: o.Form = "text",
    report_file: o.ReportFile = None,
    html_file: o.HtmlFile = None,
    workbook: o.Workbook = None,
    sarif: o.Sarif = None,
    against: o.Against = None,
    near: o.Near = False,
    waivers: o.WaiverFile = None,
    on: o.On = "",
    marked: o.Marked = None,
    by_map: o.MapFile = None,
    is_watched: o.Watched = False,
    before: o.Before = None,
    full: o.Full = False,
    lang: o.Lang = "",
) -> None:
    """Re-measure a drawing and judge it by the law, knowing nothing of how it was made."""
    with telling_errors():
        from layoutgen.errors import InputError

        if form not in ("text", "json"):
            raise InputError("", "--format", form, "text or json")
        if is_watched and form != "text":
            raise InputError("", "--format", form, "text, with --watch")
        words = lang_of(lang)
        from layoutgen.jobs.beside import Beside, write_beside
        from layoutgen.jobs.mark import markable
        from layoutgen.jobs.saves import Saves
        from layoutgen.jobs.told import Telling, earlier_report, snapshot_of_judged, told
        from layoutgen.jobs.validate import Judged, Terms
        from layoutgen.jobs.validate import validate as judge
        from layoutgen.jobs.watch import Voice, Watch
        from layoutgen.model.report import Verdict
        from layoutgen.processes import Crew

        telling = Telling(form=form, lang=words, is_full=full, is_near=near, earlier=earlier_report(against))
        marking = None if marked is None else markable(drawing, marked, words, with_near=near)
        beside = Beside(
            report=report_file,
            html=html_file,
            workbook=workbook,
            marking=marking,
            sarif=sarif,
            earlier=telling.earlier,
            lang=words,
        )
        words_on = tuple(features or ())
        terms = Terms(
            mode=mode, constrained=constrained, features=words_on, waivers=waivers, on=on, by_map=by_map, before=before
        )

        def judge_once() -> Judged:
            with Stages() as stages, Crew() as crew:
                judged = judge(drawing, tuple(packs or ()), terms, stages, crew)
            write_beside(judged, beside)
            return judged

        saves = Saves(drawing) if is_watched else None
        judged = judge_once()
        typer.echo(told(judged, telling))
        code = 0 if judged.report.verdict is Verdict.PASS else EXIT_FAIL
        if saves is not None:
            voice = Voice(lang=words, say=typer.echo, warn=partial(typer.echo, err=True))
            last = snapshot_of_judged(judged)
            watch = Watch(judge=judge_once, saves=saves, voice=voice, last=last, verdict=judged.report.verdict)
            watch.run(drawing)
            code = EXIT_INPUT if not watch.can_be_read else 0 if watch.verdict is Verdict.PASS else EXIT_FAIL
        if code:
            raise typer.Exit(code)
