"""The drawing as GDAL sees it: a reader that shares no code with the writer."""

from collections import Counter, defaultdict

import pyogrio
import pytest
from shapely import from_wkb
from shapely.geometry import Polygon

from layoutgen.drawings.compose import compose
from layoutgen.drawings.write_dxf import write_dxf


@pytest.fixture(scope="module")
def rows(plan, tmp_path_factory):
    path = tmp_path_factory.mktemp("gdal") / "plan.dxf"
    write_dxf(compose(plan), path)
    _, _, shapes, values = pyogrio.raw.read(path, columns=["Layer", "Text"], ENCODING="UTF-8")
    return list(zip(values[0], values[1], from_wkb(shapes), strict=True))


def test_closed_areas_and_counts_of_every_layer_are_the_plans(plan, rows):
    seen, count = defaultdict(float), Counter()
    for layer, _, shape in rows:
        if shape.geom_type in ("LineString", "Polygon") and not layer.startswith("SP-PAINT"):
            ring = shape.coords if shape.geom_type == "LineString" else shape.exterior.coords
            if ring[0] == ring[-1]:
                seen[layer] += Polygon(ring).area
                count[layer] += 1
    expected = {
        "SP-SITE-用地红线": [plan.boundary],
        "SP-KEEPOUT-保留用地": plan.keep_outs,
        "SP-BLOCK-居住街坊": [block.outline for block in plan.blocks],
        "SP-BLDG-HOUSE-住宅": [building.footprint for building in plan.buildings if building.use == "dwelling"],
        "SP-PARK-CAR-机动车位": [stall.outline for stall in plan.stalls if stall.kind == "car"],
        "SP-GROUND-GREEN-绿地": [ground.outline for ground in plan.grounds if ground.kind == "green"],
        "SP-ROAD-STREET-支路红线": [way.outline for way in plan.ways if way.kind == "street"],
        "SP-FAC-KINDERGARTEN-幼儿园": [facility.outline for facility in plan.facilities if facility.kind == "kindergarten"],
    }
    for layer, outlines in expected.items():
        assert count[layer] == len(outlines), layer
        assert seen[layer] == pytest.approx(sum(outline.area for outline in outlines), abs=1e-6), layer
    # Site, keep-outs, neighbours, land off the site, community, block, lots, ways, buildings, facilities, grounds, stalls.
    assert sum(count.values()) == 1 + 2 + 2 + 1 + 1 + 1 + 6 + 6 + 14 + 31 + 19 + 40


def test_every_label_is_legible_to_it(plan, rows):
    texts = [text for layer, text, shape in rows if shape.geom_type == "Point" and text and "PAINT" not in layer]
    for building in plan.buildings:
        assert sum(text.startswith(f"{building.id} ") for text in texts) == 1
    assert "people=2400" in texts
