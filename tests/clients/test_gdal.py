"""The drawing as GDAL sees it, a reader that shares no code with the writer: three plans, every profile, every layer."""

from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pyogrio
import pytest
from shapely import from_wkb
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.compose import compose
from layoutgen.drawings.encodings import writable
from layoutgen.drawings.labels import write_label
from layoutgen.drawings.layers import Profile, load_profile
from layoutgen.drawings.plan_json import read_plan_json
from layoutgen.drawings.things import things_of
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.model.plan import Plan
from tests.conftest import Generate
from tests.drawings.hand_made import make_plan

ROOT = Path(__file__).parent.parent.parent
READS_AS = {"default": {"ENCODING": "UTF-8"}, "submission": {"ENCODING": "UTF-8"}, "gbk": {}}  # it obeys R2004's code page
ALIKE = 1e-4
Row = tuple[str, str, BaseGeometry]


@pytest.fixture(scope="module", params=["hand-made", "square", "strip"])
def plan(request: pytest.FixtureRequest, generate: Generate, generated: Path) -> Plan:
    if request.param == "hand-made":
        return make_plan()
    if request.param == "square":
        return read_plan_json(generated / "plan.json")
    made = generate(str(ROOT / "tests" / "sites" / "strip.geojson"), "--population", "3000", "--draft")
    return read_plan_json(made.folder / "plan.json")


@pytest.fixture(scope="module", params=list(READS_AS))
def profile(request: pytest.FixtureRequest) -> Profile:
    return load_profile(request.param)


@pytest.fixture(scope="module")
def rows(plan: Plan, profile: Profile, tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """Layer, text and shape of everything that GDAL finds on the layers that rules read."""
    path = tmp_path_factory.mktemp("gdal") / "plan.dxf"
    write_dxf(compose(plan, profile=profile), path)
    options = READS_AS[profile.name]
    _, _, shapes, values = pyogrio.raw.read(path, columns=["Layer", "Text"], CLOSED_LINE_AS_POLYGON="YES", **options)
    painted = {layer.name for layer in profile.layers if layer.geometry == "paint"}
    found = zip(values[0], values[1], from_wkb(shapes), strict=True)
    return [(layer, text or "", shape) for layer, text, shape in found if layer not in painted]


def by_layer(shapes: list[tuple[str, BaseGeometry]]) -> dict[tuple[str, str], tuple[int, float, float]]:
    """Count, area and length of each kind of shape on each layer."""
    kinds: dict[tuple[str, str], list[BaseGeometry]] = defaultdict(list)
    for layer, shape in shapes:
        kinds[layer, shape.geom_type].append(shape)
    return {
        key: (len(found), sum(shape.area for shape in found), sum(shape.length for shape in found))
        for key, found in kinds.items()
    }


def test_every_layer_has_the_plans_shapes_with_their_areas_and_lengths(plan: Plan, profile: Profile, rows: list[Row]) -> None:
    drawn = by_layer([(layer, shape) for layer, text, shape in rows if not text])
    meant = by_layer([(thing.layer.name, thing.shape) for thing in things_of(plan, profile)])
    assert drawn.keys() == meant.keys()
    for key, figures in meant.items():
        assert drawn[key] == pytest.approx(figures, abs=ALIKE, rel=1e-9), key


def test_every_label_and_fact_is_legible_and_stands_once(plan: Plan, profile: Profile, rows: list[Row]) -> None:
    told = Counter((layer, text) for layer, text, _ in rows if text)
    meant = Counter(
        (thing.layer.name, writable(write_label(thing.label), profile.encoding)) for thing in things_of(plan, profile)
    )
    facts = profile.holding("facts").name
    assert Counter({key: count for key, count in told.items() if key[0] != facts}) == meant
    assert told[facts, f"people={plan.facts.people}"] == 1


def test_nothing_stands_above_or_below_the_ground(rows: list[Row]) -> None:
    assert not np.any([shape.has_z and any(at[2] for at in coordinates(shape)) for _, _, shape in rows])


def coordinates(shape: BaseGeometry) -> list[tuple[float, ...]]:
    assert isinstance(shape, Polygon | LineString | Point)
    return list(shape.exterior.coords if isinstance(shape, Polygon) else shape.coords)


# Site, keep-outs, neighbours, land off the site, community, block, lots, ways, buildings, facilities, grounds, stalls.
def test_the_hand_made_plan_has_as_many_outlines_as_were_made() -> None:
    plan = make_plan()
    outlines = [thing for thing in things_of(plan, load_profile()) if isinstance(thing.shape, Polygon)]
    assert len(outlines) == 1 + 2 + 2 + 1 + 1 + 1 + 6 + 6 + 14 + 31 + 19 + 40
