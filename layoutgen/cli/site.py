"""`layoutgen site`: what was understood of a site file, as text and picture."""

from pathlib import Path

import typer

from layoutgen.cli import options as o
from layoutgen.cli.console import lang_of, telling_errors


def site(
    file: o.SiteFile,
    out: o.Out = Path("outputs/site"),
    boundary: o.Boundary = "",
    layers: o.Layers = None,
    edges: o.Edges = None,
    crs: o.Crs = "",
    unit: o.Unit = "",
    lang: o.Lang = "",
) -> None:
    """Tell and draw (site.svg) what was understood of a site file, what was mended, assumed, and not understood."""
    with telling_errors():
        words = lang_of(lang)
        from layoutgen.jobs.site import SiteWords, show_site

        asked = SiteWords(crs=crs, unit=unit, boundary=boundary, layers=tuple(layers or ()), edges=tuple(edges or ()))
        typer.echo(show_site(file, asked, out, words))
