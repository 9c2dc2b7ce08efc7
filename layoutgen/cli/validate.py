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
        from layoutgen.jobs.beside import Beside
        from layoutgen.jobs.mark import markable
        from layoutgen.jobs.sitting import Sitting
        from layoutgen.jobs.told import Telling, earlier_report
        from layoutgen.jobs.validate import Terms
        from layoutgen.jobs.watch import Voice
        from layoutgen.model.report import Verdict

        earlier = earlier_report(against)
        marking = None if marked is None else markable(drawing, marked, words, with_near=near)
        files = {"report": report_file, "html": html_file, "workbook": workbook, "sarif": sarif}
        sitting = Sitting(
            drawing=drawing,
            packs=tuple(packs or ()),
            terms=Terms(
                mode=mode,
                constrained=constrained,
                features=tuple(features or ()),
                waivers=waivers,
                on=on,
                by_map=by_map,
                before=before,
            ),
            telling=Telling(form=form, lang=words, is_full=full, is_near=near, earlier=earlier),
            beside=Beside(**files, marking=marking, earlier=earlier, lang=words),
            stages=Stages,
        )
        voice = Voice(lang=words, say=typer.echo, warn=partial(typer.echo, err=True))
        verdict = sitting.hold(voice, is_watched=is_watched)
        code = EXIT_INPUT if verdict is None else 0 if verdict is Verdict.PASS else EXIT_FAIL
        if code:
            raise typer.Exit(code)
