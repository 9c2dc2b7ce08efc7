"""`layoutgen feasibility`: how many people a site can house, and what binds."""

from typing import Annotated

import typer

from layoutgen.cli import options as o
from layoutgen.cli.console import Stages, lang_of, telling_errors

Quick = Annotated[bool, typer.Option("--quick", help="Only the capacity model, without runs of the engine.")]
Prove = Annotated[
    bool, typer.Option("--prove", help="Search fully: the engine with every manner of streets; takes a minute or more.")
]
Form = Annotated[str, typer.Option("--format", help="table or json; default table.")]


def feasibility(
    site: o.SiteFile,
    brief: o.BriefFile = None,
    template: o.Template = "",
    city: o.City = "",
    latitude: o.Latitude = "",
    zone: o.Zone = "",
    household_size: o.HouseholdSize = "",
    mix: o.Mix = "",
    streets: o.Streets = "",
    edges: o.Edges = None,
    far_max: o.FarMax = "",
    density_max: o.DensityMax = "",
    height_max: o.HeightMax = "",
    storeys_max: o.StoreysMax = "",
    packs: o.Packs = None,
    features: o.Features = None,
    mode: o.Mode = "",
    crs: o.Crs = "",
    unit: o.Unit = "",
    boundary: o.Boundary = "",
    layers: o.Layers = None,
    quick: Quick = False,
    prove: Prove = False,
    form: Form = "table",
    lang: o.Lang = "",
) -> None:
    """Count people and floor area ratio by storey class at this latitude, what binds, and the most that the engine houses."""
    with telling_errors():
        from layoutgen.errors import InputError
        from layoutgen.jobs.ask import Flags
        from layoutgen.jobs.feasibility import feasibility_text

        flags = Flags(
            brief=brief,
            template=template,
            city=city,
            latitude=latitude,
            zone=zone,
            household_size=household_size,
            mix=mix,
            streets=streets,
            edges=tuple(edges or ()),
            far_max=far_max,
            density_max=density_max,
            height_max_m=height_max,
            storeys_max=storeys_max,
            packs=tuple(packs or ()),
            features=tuple(features or ()),
            mode=mode,
            crs=crs,
            unit=unit,
            boundary=boundary,
            layers=tuple(layers or ()),
        )
        if form not in ("table", "json"):
            raise InputError("", "--format", form, "table or json")
        how = "prove" if prove else "quick" if quick else "confirm"
        with Stages() as stages:
            text = feasibility_text(site, flags, how, (form, lang_of(lang)), stages)
        typer.echo(text, nl=form != "json")
