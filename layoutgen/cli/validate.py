"""`layoutgen validate`: judge a drawing clause by clause."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from layoutgen.cli.console import EXIT_FAIL, EXIT_INPUT, Stages, lang_of, telling_errors
from layoutgen.cli.options import Before, Constrained, Features, Lang, Mode, Packs


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
    sarif: Annotated[Path | None, typer.Option("--sarif", help="Write the findings here as SARIF 2.1.0.")] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", help="An earlier report.json: tells what is new, mended, worse, better, unchanged since."),
    ] = None,
    near: Annotated[bool, typer.Option("--near", help="List what is met by less than 5 % of its bound.")] = False,
    waivers: Annotated[
        Path | None,
        typer.Option("--waivers", help="File of signed waivers (TOML, [[waiver]]); added to those on the drawing."),
    ] = None,
    on: Annotated[
        str,
        typer.Option("--on", help="Day that waivers' expiry is held against, e.g. 2027-12-31; default: it is not looked at."),
    ] = "",
    marked: Annotated[
        Path | None,
        typer.Option("--mark", help="Write a copy of the DXF here with clouds, notes and a table of what was found."),
    ] = None,
    by_map: Annotated[
        Path | None, typer.Option("--map", help="Map (TOML) of another office's drawing: what its layers hold.")
    ] = None,
    is_watched: Annotated[
        bool, typer.Option("--watch", help="Judge again whenever the drawing is saved and tell what changed, until Ctrl-C.")
    ] = False,
    before: Before = None,
    full: Annotated[bool, typer.Option("--full", help="Print every clause, not only what failed or needs a look.")] = False,
    lang: Lang = "",
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
        beside = Beside(report=report_file, html=html_file, workbook=workbook, marking=marking, sarif=sarif, lang=words)
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
        verdict, can_be_read = judged.report.verdict, True
        if saves is not None:
            voice = Voice(lang=words, say=typer.echo, warn=partial(typer.echo, err=True))
            watch = Watch(judge=judge_once, saves=saves, voice=voice, last=snapshot_of_judged(judged), verdict=verdict)
            watch.run(drawing)
            verdict, can_be_read = watch.verdict, watch.can_be_read
        if verdict is not Verdict.PASS or not can_be_read:
            raise typer.Exit(EXIT_FAIL if can_be_read else EXIT_INPUT)
