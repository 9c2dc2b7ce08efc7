"""`layoutgen size`: the facility schedule without a site."""

from typing import Annotated

import typer

from layoutgen.cli.console import lang_of, telling_errors
from layoutgen.cli.options import BriefFile, City, Features, HouseholdSize, Lang, Mix, Mode, Packs, Parameters, Population


def size(
    population: Population = "",
    household_size: HouseholdSize = "",
    mix: Mix = "",
    city: City = "",
    brief: BriefFile = None,
    parameters: Parameters = None,
    packs: Packs = None,
    features: Features = None,
    mode: Mode = "",
    form: Annotated[str, typer.Option("--format", help="table or json; default table.")] = "table",
    lang: Lang = "",
) -> None:
    """Size every facility for a population: figures, the arithmetic and the clause behind each."""
    with telling_errors():
        from layoutgen.errors import InputError
        from layoutgen.jobs.ask import Flags
        from layoutgen.jobs.size import size_text

        if form not in ("table", "json"):
            raise InputError("", "--format", form, "table or json")
        flags = Flags(
            population=population,
            household_size=household_size,
            mix=mix,
            city=city,
            brief=brief,
            parameters=tuple(parameters or ()),
            packs=tuple(packs or ()),
            features=tuple(features or ()),
            mode=mode,
        )
        typer.echo(size_text(flags, form, lang_of(lang)), nl=form != "json")
