"""`layoutgen demo`: an example site of ours, end to end."""

from pathlib import Path
from typing import Annotated

import typer

from layoutgen.cli.console import lang_of, telling_errors
from layoutgen.cli.generate import To, run
from layoutgen.cli.options import Lang, Preview


def demo(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the files made.")] = Path("outputs/demo"),
    preview: Preview = False,
    lang: Lang = "",
) -> None:
    """Lay out the example site that ships with the package and say where to look."""
    with telling_errors():
        from layoutgen.jobs.ask import Flags
        from layoutgen.jobs.demo import demo_site

        site, brief = demo_site()
        run(site, Flags(brief=brief), To(folder=out, has_preview=preview), lang_of(lang))
        typer.echo(f"Open {out / 'plan.svg'} in a browser and {out / 'plan.dxf'} in CAD.")
