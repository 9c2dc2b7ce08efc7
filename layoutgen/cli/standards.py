"""`layoutgen standards`: the law that is encoded, to list, show, explain and compare."""

from pathlib import Path
from typing import Annotated

import typer

from layoutgen.cli.console import lang_of, telling_errors
from layoutgen.cli.options import Lang, Packs

FORMS = ("text", "json", "markdown")
Form = Annotated[str, typer.Option("--format", help="text, json or markdown; default text.")]
PackName = Annotated[str, typer.Argument(help="Pack by name, or the folder of a pack of your own.")]
Folders = Annotated[list[str] | None, typer.Option("--pack", help="Folder of a pack of your own, to list as well; repeatable.")]

app = typer.Typer(help="The law that is encoded: packs, clauses, where any number comes from.", rich_markup_mode=None)


@app.command("list")
def list_packs(
    packs: Folders = None,
    counts: Annotated[bool, typer.Option("--counts", help="Print every count of every pack.")] = False,
    measures: Annotated[bool, typer.Option("--measures", help="List what a clause may measure instead: text or json.")] = False,
    form: Form = "text",
    lang: Lang = "",
) -> None:
    """Print every pack with its title, its status and how many of its clauses decide, advise or need a person."""
    with telling_errors():
        words = _checked(form, lang)
        from layoutgen.jobs.standards import list_measures
        from layoutgen.jobs.standards import list_packs as told

        if measures:
            typer.echo(list_measures(form, words), nl=False)
            return
        typer.echo(told(tuple(packs or ()), form, words, full=counts), nl=False)


@app.command("show")
def show(pack: PackName, form: Form = "text", lang: Lang = "") -> None:
    """Print every clause of a pack: demand, figure, force, scope, sureness, source and measure."""
    with telling_errors():
        words = _checked(form, lang)
        from layoutgen.jobs.standards import show_pack

        typer.echo(show_pack(pack, form, words), nl=False)


@app.command("explain")
def explain(
    name: Annotated[
        str,
        typer.Argument(
            help="Clause, measure, kind of thing, parameter, planning condition, indicator or trap; with --drawing also "
            "the id of anything drawn."
        ),
    ],
    drawing: Annotated[Path | None, typer.Option("--drawing", help="Drawing to look at: what was measured there.")] = None,
    packs: Packs = None,
    form: Form = "text",
    lang: Lang = "",
) -> None:
    """Say where a number of the law or of a drawing comes from."""
    with telling_errors():
        words = _checked(form, lang)
        from layoutgen.jobs.explain import explain as told

        typer.echo(told(name, drawing, tuple(packs or ()), form, words), nl=False)


@app.command("compare")
def compare(first: PackName, second: PackName, form: Form = "text", lang: Lang = "") -> None:
    """Hold two packs against each other: which asks more where both measure the same, and what only one has."""
    with telling_errors():
        words = _checked(form, lang)
        from layoutgen.jobs.standards import compare_packs

        typer.echo(compare_packs(first, second, form, words), nl=False)


def _checked(form: str, lang: str) -> str:
    """Language to speak, with the format checked."""
    from layoutgen.errors import InputError

    if form not in FORMS:
        raise InputError("", "--format", form, "text, json or markdown")
    return lang_of(lang)
