"""The picture of a site file: what was understood, mended, assumed and not understood, all in it."""

import json
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from layoutgen.drawings.site_svg import write_site_svg
from layoutgen.inputs.features import Frame
from layoutgen.inputs.site import Reading, look_at_site

SVG = "{http://www.w3.org/2000/svg}"
RING = [[0, 0], [400, 0], [400, 300], [0, 300], [0, 0]]  # 12 ha
POND = [[50, 50], [90, 50], [90, 80], [50, 80], [50, 50]]
HOUSE = [[450, 100], [462, 100], [462, 140], [450, 140], [450, 100]]


def thing(kind: str, form: str, coordinates: object, **properties: object) -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"kind": kind, **properties},
        "geometry": {"type": form, "coordinates": coordinates},
    }


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    things = [
        thing("boundary", "Polygon", [RING]),
        thing("keep_out", "Polygon", [POND]),
        thing("building", "Polygon", [HOUSE], height=21, protected=True),
        thing("road", "LineString", [[-50, -15], [450, -15]], road_class="collector"),
        thing("bus_stop", "Point", [200, -20]),
        thing("entrance", "Point", [200, 0]),
        thing("level", "Point", [20, 20], height=401.5),
        thing("level", "Point", [320, 20], height=404.5),
        thing("level", "Point", [20, 220, 401.5]),
        thing("pigsty", "LineString", [[10, 200], [60, 240]]),
    ]
    path = tmp_path / "site.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": things}), encoding="utf-8")
    return look_at_site(path, Frame(crs="none"))


def drawn(reading: Reading, path: Path, lang: str = "en") -> ET.Element:
    write_site_svg(reading, path, lang)
    return ET.parse(path).getroot()


def test_everything_understood_is_drawn_and_what_is_not_stands_there_in_grey(reading: Reading, tmp_path: Path) -> None:
    root = drawn(reading, tmp_path / "a.svg")
    groups = {node.get("id"): len(node) for node in root.iter(f"{SVG}g")}
    assert {name: groups[name] for name in ("land", "unused", "keep_outs", "roads", "buildings", "levels")} == {
        "land": 1,
        "unused": 1,
        "keep_outs": 1,
        "roads": 1,
        "buildings": 2,  # outline and height
        "levels": 6,  # mark and figure
    }
    words = " ".join(node.text or "" for node in root.iter(f"{SVG}text"))
    for part in ("12.0000 ha", "collector road", "H=21", "pigsty", "Not understood", "404.50"):
        assert part in words


def test_the_ground_falls_as_a_hand_sum_says(reading: Reading) -> None:
    # 3 m in 300 m to the east and nothing to the north: 1 % down to the west
    assert any("falling 1.0 % to the west" in one.en for one in reading.site.assumptions)


def test_north_is_up_and_the_corners_are_told_with_x_to_the_north(reading: Reading, tmp_path: Path) -> None:
    root = drawn(reading, tmp_path / "a.svg", "zh")
    stop, gate = (
        [float(node.find(f"{SVG}circle").get("cy")) for node in root.iter(f"{SVG}g") if node.get("id") == name]
        for name in ("bus_stops", "entrances")
    )
    assert stop > gate  # the stop lies south of the gate
    words = [node.text for node in root.iter(f"{SVG}text")]
    assert "J3  300.000  400.000" in words  # X, Y of the north-eastern corner


def test_the_picture_is_the_same_twice_and_a_renderer_draws_it(reading: Reading, tmp_path: Path) -> None:
    drawn(reading, tmp_path / "a.svg")
    drawn(reading, tmp_path / "b.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    if shutil.which("rsvg-convert") is None:
        assert os.environ.get("LAYOUTGEN_REQUIRE_CLIENTS") != "1", "rsvg-convert is missing"
        pytest.skip("rsvg-convert is not installed")
    done = subprocess.run(["rsvg-convert", str(tmp_path / "a.svg"), "-o", str(tmp_path / "a.png")], capture_output=True)
    assert done.returncode == 0, done.stderr
