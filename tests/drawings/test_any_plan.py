"""A plan of buildings and stalls of any size, name, word and number is read as it was written."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import box

from layoutgen.drawings.compose import compose
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.geometry.parts import snap_polygon
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Building

FIELD_MM = 40_000  # side of the field in which a thing lies: fields do not touch
WORD = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6)
FIGURE = st.floats(0.0, 1e6, allow_nan=False).map(abs)  # no minus nought
WHOLE = st.integers(0, 999)
BOX_MM = st.tuples(st.integers(0, 18_000), st.integers(0, 18_000), st.integers(20_000, 39_000), st.integers(20_000, 39_000))
HOUSE = st.tuples(st.sampled_from(tuple(BuildingUse)), BOX_MM, st.tuples(*[WHOLE] * 3), st.tuples(*[FIGURE] * 4), WORD)
HOUSES = st.dictionaries(WORD, HOUSE, min_size=1, max_size=5)


def in_field(column, row, box_mm):
    """A box within the field of a column and row, its corners on whole millimetres."""
    x, y = 1_000_000 + column * FIELD_MM, row * FIELD_MM
    west, south, east, north = box_mm
    return snap_polygon(box((x + west) / 1000.0, (y + south) / 1000.0, (x + east) / 1000.0, (y + north) / 1000.0))


def building(name, house, column):
    use, box_mm, (storeys, below, dwellings), (planning, fire, shading, area), phase = house
    return Building(
        id=name,
        use=use,
        footprint=in_field(column, 0, box_mm),
        storeys=storeys,
        storeys_below=below,
        planning_height_m=planning,
        fire_height_m=fire,
        shading_height_m=shading,
        dwellings=dwellings,
        floor_area_m2=area,
        block="",
        lot="",
        tags=(("phase", phase),),
    )


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(houses=HOUSES)
def test_any_plan_is_read_as_it_was_written(houses, plan, tmp_path):
    names = sorted(houses)
    stalls = [
        replace(plan.stalls[0], id=f"P {name}", outline=in_field(column, 1, houses[name][1]))
        for column, name in enumerate(names)
    ]
    one = replace(
        plan,
        buildings=tuple(building(name, houses[name], column) for column, name in enumerate(names)),
        stalls=tuple(sorted(stalls, key=lambda stall: stall.id)),
        facilities=(),
        windows=(),
        spots=(),
        grounds=(),
    )
    path = tmp_path / "plan.dxf"
    write_dxf(compose(one), path)
    assert read_dxf(path).plan == one
