import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from layoutgen.drawings.compose import compose
from layoutgen.drawings.write_svg import write_svg

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"


def picture(plan, path):
    write_svg(compose(plan), path)
    return ET.parse(path).getroot()


def group(root, start):
    return next(node for node in root.iter(f"{SVG}g") if node.get(f"{INKSCAPE}label", "").startswith(start))


@pytest.fixture(scope="module")
def root(plan, tmp_path_factory):
    return picture(plan, tmp_path_factory.mktemp("svg") / "plan.svg")


def test_every_kind_present_has_a_named_layer(root, plan):
    labels = [node.get(f"{INKSCAPE}label") for node in root.iter(f"{SVG}g") if node.get(f"{INKSCAPE}groupmode") == "layer"]
    assert len(labels) == len(set(labels))
    for code in ("SITE", "LOT-KG", "ROAD-STREET", "BLDG-HOUSE", "PARK-ACC", "GROUND-GARAGE", "GATE-CAR", "WINDOW"):
        assert any(label.startswith(f"SP-{code}-") for label in labels), code
    assert len(group(root, "SP-PARK-CAR-").findall(f"{SVG}polygon")) == sum(stall.kind == "car" for stall in plan.stalls)


def test_every_thing_tells_what_it_is(root):
    homes = group(root, "SP-BLDG-HOUSE-").findall(f"{SVG}polygon")
    # Home K1-00 has 6 storeys of 4 dwellings, on 54 m x 13.2 m: 24 dwellings, 6 x 712.8 = 4276.8 m2.
    title = homes[0].find(f"{SVG}title").text
    assert "K1-00" in title
    assert "6F/-1F" in title
    assert "24户" in title
    assert "4276.80㎡" in title


def test_north_is_up(root):
    # The garden lies north of the kindergarten, so its y is less.
    def y(start):
        ring = group(root, start).find(f"{SVG}polygon").get("points")
        return float(ring.split()[0].split(",")[1])

    assert y("SP-LOT-GARDEN-") < y("SP-LOT-KG-")


def test_the_picture_holds_everything_drawn(root):
    west, top, width, height = (float(part) for part in root.get("viewBox").split())
    for node in root.iter(f"{SVG}polygon"):
        for corner in node.get("points").split():
            x, y = (float(part) for part in corner.split(","))
            assert west <= x <= west + width
            assert top <= y <= top + height


def test_title_legend_arrow_and_scale_are_there(root):
    texts = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
    assert "居住社区总平面图" in texts
    assert "图例" in texts
    assert "北 N" in texts
    assert "住宅" in texts
    assert any(text.startswith("2400 人 · 12.60 公顷") for text in texts)  # 420 m x 300 m = 12.60 ha
    assert any(text.endswith(" m") for text in texts)


def test_a_hostile_name_is_only_text(plan, tmp_path):
    name = '<script>alert("x")</script>\x0b]]>&.dxf'
    hostile = replace(plan, facts=replace(plan.facts, site_file=name))
    root = picture(hostile, tmp_path / "hostile.svg")
    assert not list(root.iter(f"{SVG}script"))
    assert "<script" not in (tmp_path / "hostile.svg").read_text(encoding="utf-8")
    assert any("<script>" in "".join(node.itertext()) for node in root.iter(f"{SVG}text"))


def test_no_two_captions_cover_each_other(plan):
    # Shoelace-free: captions of one turn are compared as upright boxes of their own height.
    upright = [text for text in compose(plan).captions if text.id and text.turn_deg == 0.0]
    for index, one in enumerate(upright):
        for other in upright[index + 1 :]:
            apart_x = (
                abs(one.point[0] - other.point[0]) >= (one.height_m * len(one.text) + other.height_m * len(other.text)) * 0.3
            )
            apart_y = abs(one.point[1] - other.point[1]) >= (one.height_m + other.height_m) / 2
            assert apart_x or apart_y, (one.text, other.text)


def test_an_independent_client_draws_it(plan, tmp_path):
    client = shutil.which("rsvg-convert")
    if client is None and os.environ.get("LAYOUTGEN_REQUIRE_CLIENTS") != "1":
        pytest.skip("rsvg-convert is not installed")
    assert client, "rsvg-convert is required"
    write_svg(compose(plan), tmp_path / "plan.svg")
    subprocess.run([client, "-w", "800", "plan.svg", "-o", "plan.png"], cwd=tmp_path, check=True)
    png = (tmp_path / "plan.png").read_bytes()
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 800


def test_every_thing_bears_its_id(root, plan):
    found = {node.get("data-id") for node in root.iter() if node.get("data-id")}
    wanted = (
        {b.id for b in plan.buildings} | {w.id for w in plan.windows} | {s.id for s in plan.spots} | {w.id for w in plan.ways}
    )
    assert wanted <= found


def test_edges_lie_below_the_ways_and_the_garage_below_the_buildings(root):
    order = [node.get(f"{INKSCAPE}label") for node in root.iter(f"{SVG}g") if node.get(f"{INKSCAPE}groupmode") == "layer"]

    def place(start):
        return next(at for at, label in enumerate(order) if label.startswith(start))

    # A line painted after the fills would cross the carriageway where a lane joins, or strike out a building's name.
    assert place("edges-") < min(place(f"SP-{code}-") for code in ("ROAD-MAIN", "ROAD-ACCESS", "PATH"))
    assert place("SP-GROUND-GARAGE-") < place("SP-BLDG-HOUSE-")
