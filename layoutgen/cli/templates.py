"""`layoutgen templates`: the designer's choices, to list, copy and give back."""

from pathlib import Path
from typing import Annotated

import typer

from layoutgen.cli.console import telling_errors

app = typer.Typer(help="The designer's choices, to edit and give back with --template.", rich_markup_mode=None)


@app.command("list")
def list_templates() -> None:
    """Print the names of the templates that ship with the package."""
    with telling_errors():
        from layoutgen.inputs.templates import template_names

        for name in template_names():
            typer.echo(name)


@app.command("copy")
def copy(folder: Annotated[Path, typer.Argument(help="Folder to copy them to; nothing there is overwritten.")]) -> None:
    """Copy the templates to a folder, to edit them."""
    with telling_errors():
        from layoutgen.inputs.templates import copy_templates

        for path in copy_templates(folder):
            typer.echo(str(path))
