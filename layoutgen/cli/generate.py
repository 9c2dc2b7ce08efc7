"""`layoutgen generate`: from a site and a brief to a judged drawing."""

from dataclasses import dataclass
from pathlib import Path

import typer

from layoutgen.cli import options as o
from layoutgen.cli.console import EXIT_FAIL, EXIT_NO_PLAN, Stages, lang_of, telling_errors


@dataclass(frozen=True, slots=True, kw_only=True)
class To:
    """Where the files go, and which."""

    folder: Path
    explanation: Path | None = None  # file of why there is no plan
    has_preview: bool = False
    is_draft: bool = False


def generate(
    site: o.SiteFile,
    population: o.Population = "",
    far: o.Far = "",
    out: o.Out = Path("outputs/plan"),
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
    green_min: o.GreenMin = "",
    stalls_min: o.StallsMin = "",
    protect_north: o.ProtectNorth = False,
    parameters: o.Parameters = None,
    packs: o.Packs = None,
    mode: o.Mode = "",
    features: o.Features = None,
    seed: o.Seed = "",
    crs: o.Crs = "",
    unit: o.Unit = "",
    boundary: o.Boundary = "",
    layers: o.Layers = None,
    profile: o.Profile = "",
    frame: o.Frame = "",
    explanation: o.Explanation = None,
    preview: o.Preview = False,
    draft: o.Draft = False,
    lang: o.Lang = "",
) -> None:
    """Size, lay out, draw and judge a community on a site."""
    with telling_errors():
        from layoutgen.jobs.ask import Flags

        flags = Flags(
            population=population,
            far=far,
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
            green_min=green_min,
            stalls_per_household_min=stalls_min,
            protect_north=protect_north,
            parameters=tuple(parameters or ()),
            packs=tuple(packs or ()),
            mode=mode,
            features=tuple(features or ()),
            seed=seed,
            crs=crs,
            unit=unit,
            boundary=boundary,
            layers=tuple(layers or ()),
            profile=profile,
            frame=frame,
        )
        run(site, flags, To(folder=out, explanation=explanation, has_preview=preview, is_draft=draft), lang_of(lang))


def run(site: Path, flags: object, to: To, lang: str) -> None:
    """Generate, print the verdict, a short table, the assumptions and the files; exit 1 on a failing verdict.

    Without a plan the explanation is printed to stderr instead; exit 3.
    """
    from layoutgen.errors import InfeasibleError
    from layoutgen.jobs.ask import Flags, ask
    from layoutgen.jobs.wanted import settle_wanted

    assert isinstance(flags, Flags)
    wanted = settle_wanted(flags.profile, flags.frame, has_preview=to.has_preview, is_draft=to.is_draft)
    asked = ask(site, flags)
    # The makers and the judge load slowly: what is wrong with the input is told before.
    from layoutgen.jobs.generate import generate as make
    from layoutgen.model.report import Verdict
    from layoutgen.processes import Crew
    from layoutgen.reports.report_text import assumptions_text, indicators_text, report_text

    try:
        with Stages() as stages, Crew() as crew:
            made = make(asked.site, asked.brief, to.folder, stages, crew, wanted)
    except InfeasibleError as error:
        from layoutgen.jobs.shortfall import explained

        with Stages() as stages:
            text = explained(asked, error, to.explanation, lang, stages)
        typer.echo(text, err=True)
        raise typer.Exit(EXIT_NO_PLAN) from None
    typer.echo(report_text(made.report, lang))
    typer.echo(indicators_text(made.report, lang))
    typer.echo(assumptions_text(made.report, lang))
    for note in made.notes:
        typer.echo(f"  · {note}")
    for path in made.files:
        typer.echo(str(path))
    if made.report.verdict is not Verdict.PASS:
        raise typer.Exit(EXIT_FAIL)
