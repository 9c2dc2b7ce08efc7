"""Options that several commands share; each help line names the unit and the default."""

from pathlib import Path
from typing import Annotated

import typer

SiteFile = Annotated[
    Path,
    typer.Argument(help="Site file: DXF, GeoJSON, CSV/TXT of 界址点, WKT; with the extra gis also Shapefile, GeoPackage, KML."),
]
Out = Annotated[Path, typer.Option("--out", "-o", help="Folder of the files made.")]
Lang = Annotated[str, typer.Option("--lang", help="Language of the report: zh or en; default from the locale.")]
Population = Annotated[
    str, typer.Option("--population", "-p", help="Persons to house, whole [1–200000]; above 12000 the site is divided.")
]
Far = Annotated[str, typer.Option("--far", help="Floor area ratio to reach instead of a population.")]
BriefFile = Annotated[Path | None, typer.Option("--brief", help="Brief file (TOML); flags win over it.")]
Template = Annotated[str, typer.Option("--template", help="Template name or path of a TOML file; default: default.")]
City = Annotated[str, typer.Option("--city", help="City for latitude, climate zone and size; default Xi'an.")]
Latitude = Annotated[str, typer.Option("--latitude", help="Latitude [°N] instead of a city.")]
Zone = Annotated[str, typer.Option("--zone", help="Climate zone I–VII; default: that of the nearest listed city.")]
HouseholdSize = Annotated[str, typer.Option("--household-size", help="Persons per household; default 3.2.")]
Mix = Annotated[str, typer.Option("--mix", help="Dwelling mix as area:share, e.g. 90:30%,112:40%,134:30%.")]
Streets = Annotated[str, typer.Option("--streets", help="auto, public or gated; default auto.")]
Seed = Annotated[
    str, typer.Option("--seed", help="Which draft: 0 (default) on the streets of the greatest score, others on others.")
]
Crs = Annotated[str, typer.Option("--crs", help="Coordinate system of the site file, e.g. EPSG:4547; default: found out.")]
Boundary = Annotated[
    str,
    typer.Option(
        "--boundary",
        help="The site's outline: its layer, or its number in the refusal (1,2 joins those that adjoin); default: found out.",
    ),
]
Layers = Annotated[
    list[str] | None,
    typer.Option(
        "--layer",
        help="What a layer of the site file holds, e.g. 图层3=building (boundary, keep_out, road_collector, bus_stop, level, "
        "ignored …); repeatable.",
    ),
]
Unit = Annotated[str, typer.Option("--unit", help="Unit of the site file: m, mm, cm, ft …; default: found out.")]
Edges = Annotated[
    list[str] | None,
    typer.Option("--edge", help="An edge's road, e.g. south=collector, E2=none or north=local,setback:12,no-gate; repeatable."),
]
FarMax = Annotated[str, typer.Option("--far-max", help="Planning condition: FAR at most.")]
DensityMax = Annotated[str, typer.Option("--density-max", help="Planning condition: building density at most, share 0–1.")]
HeightMax = Annotated[str, typer.Option("--height-max", help="Planning condition: building height at most [m].")]
StoreysMax = Annotated[str, typer.Option("--storeys-max", help="Planning condition: storeys at most.")]
GreenMin = Annotated[str, typer.Option("--green-min", help="Planning condition: green ratio at least, share 0–1.")]
StallsMin = Annotated[str, typer.Option("--stalls-per-household", help="Planning condition: stalls per household at least.")]
Packs = Annotated[
    list[str] | None,
    typer.Option(
        "--pack",
        help="Pack of clauses by name, or the folder of a pack of your own; repeatable. Names stand in place of the "
        "default, all national packs; a folder is added to it.",
    ),
]
Features = Annotated[
    list[str] | None,
    typer.Option("--feature", help="Word that some clauses wait for, e.g. distinctive (特色类); repeatable; default: none."),
]
Mode = Annotated[
    str, typer.Option("--mode", help="new or existing community; default: as the brief or drawing says, else new.")
]
Constrained = Annotated[
    bool | None,
    typer.Option("--constrained/--no-constrained", help="Existing site without room 场地条件受限: alternatives count."),
]
Parameters = Annotated[list[str] | None, typer.Option("--set", help="Demand parameter, e.g. children_per_1000=32; repeatable.")]
ProtectNorth = Annotated[bool, typer.Option("--protect-north", help="Keep the sun of a window line 20 m north of the site.")]
Profile = Annotated[
    str,
    typer.Option("--profile", help="Drawing profile: default, submission, gbk, or the path of a TOML file; default: default."),
]
Frame = Annotated[
    str, typer.Option("--frame", help="Coordinates of plan.dxf: local (near the origin) or survey; default: local.")
]
Explanation = Annotated[
    Path | None, typer.Option("--explanation", help="File for why there is no plan, as JSON; written with exit code 3 only.")
]
Draft = Annotated[
    bool,
    typer.Option("--draft", help="Quick: only plan.dxf, plan.svg, plan.json and report.json; no sheets, page or workbook."),
]
Preview = Annotated[bool, typer.Option("--preview", help="Also a picture, plan.png: 2400 pixels on the longer side.")]
Before = Annotated[
    Path | None,
    typer.Option("--plan", help="plan.json of the drawing before it was edited; default: the one beside it, if it is its."),
]
Form = Annotated[str, typer.Option("--format", help="text or json; default text.")]
ReportFile = Annotated[Path | None, typer.Option("--report", help="Write report.json here as well.")]
HtmlFile = Annotated[
    Path | None, typer.Option("--html", help="Write report.html here: the plan with every clause, for a browser.")
]
Workbook = Annotated[Path | None, typer.Option("--xlsx", help="Write the tables here as a workbook with formulas.")]
Sarif = Annotated[Path | None, typer.Option("--sarif", help="Write the findings here as SARIF 2.1.0.")]
Against = Annotated[
    Path | None,
    typer.Option("--against", help="An earlier report.json: tells what is new, mended, worse, better, unchanged since."),
]
Near = Annotated[bool, typer.Option("--near", help="List what is met by less than 5 % of its bound.")]
WaiverFile = Annotated[
    Path | None, typer.Option("--waivers", help="File of signed waivers (TOML, [[waiver]]); added to those on the drawing.")
]
On = Annotated[
    str, typer.Option("--on", help="Day that waivers' expiry is held against, e.g. 2027-12-31; default: it is not looked at.")
]
Marked = Annotated[
    Path | None, typer.Option("--mark", help="Write a copy of the DXF here with clouds, notes and a table of what was found.")
]
MapFile = Annotated[Path | None, typer.Option("--map", help="Map (TOML) of another office's drawing: what its layers hold.")]
Watched = Annotated[
    bool, typer.Option("--watch", help="Judge again whenever the drawing is saved and tell what changed, until Ctrl-C.")
]
Full = Annotated[bool, typer.Option("--full", help="Print every clause, not only what failed or needs a look.")]
