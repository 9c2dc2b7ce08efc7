"""Every site with the default template: it is laid out, drawn, read back, and every clause that decides passes."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ezdxf
import pytest
from shapely.geometry import Polygon

from layoutgen.drawings.compose import compose
from layoutgen.drawings.plan_json import read_plan_json
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import write_dxf
from tests.conftest import Generate, GeneratedSite
from tests.validator.test_law import MANUAL_IDS

ROOT = Path(__file__).parent.parent
# About 310 people a hectare; 5 000, the least community of the standard, where there is room.
PEOPLE = {"L": "5000", "crooked": "5000", "square": "5000", "strip": "3000", "with_pond": "5000"}
EXAMPLES = ("mill-lane", "pond-field", "riverside")
HOUSED_LEAST, HOUSED_MOST = 0.98, 1.02  # drawing.people
DEPTH_STEP_M = 0.75  # what the test adds to every slab's depth


def words(site: str) -> tuple[str, ...]:
    if site in PEOPLE:
        return (str(ROOT / "tests" / "sites" / f"{site}.geojson"), "--population", PEOPLE[site], "--draft")
    folder = ROOT / "templates" / "sites"
    return (str(folder / f"{site}.geojson"), "--brief", str(folder / f"{site}.toml"), "--draft")


def report_of(made: GeneratedSite) -> Mapping[str, Any]:
    assert (made.folder / "report.json").is_file(), made.printed
    return json.loads((made.folder / "report.json").read_text(encoding="utf-8"))


def outcomes(report: Mapping[str, Any], verdict: str) -> set[str]:
    return {outcome["clause"] for outcome in report["outcomes"] if outcome["verdict"] == verdict}


@pytest.mark.parametrize("site", [*PEOPLE, *EXAMPLES])
def test_every_clause_that_decides_passes(generate: Generate, site: str) -> None:
    made = generate(*words(site))
    report = report_of(made)
    broken = {outcome["clause"] for outcome in report["outcomes"] if outcome["decides"] and outcome["verdict"] == "fail"}
    assert broken == set()
    assert (report["verdict"], made.exit_code) == ("pass", 0), made.printed


@pytest.mark.parametrize("site", [*PEOPLE, *EXAMPLES])
def test_our_own_drawings_say_all_but_the_bus(generate: Generate, site: str) -> None:
    assert outcomes(report_of(generate(*words(site))), "blocked") <= {"CRC-11.bus"}


@pytest.mark.parametrize("site", EXAMPLES)
def test_every_plan_of_the_gallery_is_read_as_it_was_written(generate: Generate, site: str, tmp_path: Path) -> None:
    plan = read_plan_json(generate(*words(site)).folder / "plan.json")
    write_dxf(compose(plan), tmp_path / "plan.dxf")
    assert read_dxf(tmp_path / "plan.dxf").plan == plan


@pytest.mark.parametrize("site", EXAMPLES)
def test_where_a_stop_is_named_nothing_is_blocked(generate: Generate, site: str) -> None:
    assert outcomes(report_of(generate(*words(site))), "blocked") == set()


@pytest.mark.parametrize("site", [*PEOPLE, *EXAMPLES])
def test_a_person_must_look_only_at_what_no_drawing_tells(generate: Generate, site: str) -> None:
    assert outcomes(report_of(generate(*words(site))), "manual") <= set(MANUAL_IDS)


@pytest.mark.parametrize("site", [*PEOPLE, *EXAMPLES])
def test_the_people_asked_for_are_housed(generate: Generate, site: str) -> None:
    report = report_of(generate(*words(site)))
    brief = ROOT / "templates" / "sites" / f"{site}.toml"
    asked = int(PEOPLE[site]) if site in PEOPLE else tomllib.loads(brief.read_text(encoding="utf-8"))["population"]
    assert HOUSED_LEAST <= report["indicators"]["people"] / asked <= HOUSED_MOST


def depths(drawing: Path) -> set[float]:
    """Depths of the homes drawn: the short side of the rectangle round each footprint, to the centimetre."""
    entities = ezdxf.readfile(drawing).modelspace().query("LWPOLYLINE")
    footprints = [Polygon(e.get_points("xy")) for e in entities if e.dxf.layer.startswith("SP-BLDG-HOUSE-")]
    return {round(min(side_lengths(footprint)), 2) for footprint in footprints}


def side_lengths(footprint: Polygon) -> tuple[float, float]:
    (x0, y0), (x1, y1), (x2, y2) = footprint.minimum_rotated_rectangle.exterior.coords[:3]
    return (((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)


def test_a_deeper_slab_in_the_template_is_seen_in_the_drawing(
    generate: Generate, tmp_path_factory: pytest.TempPathFactory
) -> None:
    types = tomllib.loads((ROOT / "templates" / "housing" / "slabs.toml").read_text(encoding="utf-8"))["housing"]["types"]
    deeper = tmp_path_factory.mktemp("template") / "deeper.toml"
    deeper.write_text(
        "".join(
            f"[[housing.types]]\nstoreys = {kind['storeys']}\ndepth_m = {kind['depth_m'] + DEPTH_STEP_M}\n"
            f"row_length_max_m = {kind['row_length_max_m']}\n"
            for kind in types
        ),
        encoding="utf-8",
    )
    usual = depths(generate(*words("square")).folder / "plan.dxf")
    changed = depths(generate(*words("square"), "--template", str(deeper)).folder / "plan.dxf")
    assert usual
    assert changed
    assert usual <= {kind["depth_m"] for kind in types}
    assert changed <= {kind["depth_m"] + DEPTH_STEP_M for kind in types}
