"""`layoutgen feasibility`: how many people a site can house, in about a second."""

import typer

from layoutgen.cli import options as o
from layoutgen.cli.console import lang_of, telling_errors


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
    lang: o.Lang = "",
) -> None:
    """Estimate people and floor area ratio by storey class at this latitude, and what binds; an estimate."""
    with telling_errors():
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
        )
        typer.echo(feasibility_text(site, flags, lang_of(lang)))
