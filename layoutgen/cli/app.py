"""The commands and the way in."""

import gc

import typer

from layoutgen.cli import demo, feasibility, generate, site, size, standards, templates, validate
from layoutgen.cli.console import prepare_console

COLLECTOR = (100_000, 50, 100)  # a run makes much and drops little in circles: rounds as often as usual cost it 7 % more

app = typer.Typer(
    name="layoutgen",
    help="Site plans of complete residential communities 完整居住社区: sized, laid out, drawn and judged clause by clause.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("demo")(demo.demo)
app.command("site")(site.site)
app.command("size")(size.size)
app.command("generate")(generate.generate)
app.command("validate")(validate.validate)
app.command("feasibility")(feasibility.feasibility)
app.add_typer(standards.app, name="standards")
app.add_typer(templates.app, name="templates")


def main() -> None:
    """Run the program."""
    prepare_console()
    gc.set_threshold(*COLLECTOR)
    app()
