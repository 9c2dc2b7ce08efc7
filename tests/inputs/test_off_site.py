"""Facilities off the site: from the brief, from a site file's features, and from a drawing's layer."""

import json

import pytest
from shapely.geometry import Point, Polygon

from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.errors import InputError
from layoutgen.inputs.brief_file import read_brief_file
from layoutgen.inputs.layer_customs import load_customs
from layoutgen.inputs.off_site import off_site_of_words, settled
from layoutgen.inputs.site import read_site

ROW = """
population = 1000
[[off_site]]
kind = "kindergarten"
name = "东街幼儿园"
at = [500100.0, 3790050.0]
floor_area_m2 = 2200
land_m2 = 3500.5
classes = 6
children = 180

[[off_site]]
kind = "garden"
outline = [[0, 0], [80, 0], [80, 50], [0, 50]]
tags = { is_open = true, rest = ["seats", "pavilion"] }
"""


def _asked(tmp_path, text):
    path = tmp_path / "brief.toml"
    path.write_text(text, encoding="utf-8")
    return read_brief_file(path).off_site


def test_a_brief_names_them_in_survey_coordinates(tmp_path):
    kindergarten, garden = settled(_asked(tmp_path, ROW), (500000.0, 3790000.0))
    assert (kindergarten.id, kindergarten.kind, kindergarten.name, kindergarten.at) == (
        "X1",
        "kindergarten",
        "东街幼儿园",
        Point(100, 50),
    )
    assert (kindergarten.floor_area_m2, kindergarten.land_area_m2) == (2200.0, 3500.5)
    assert (kindergarten.classes, kindergarten.children) == (6, 180)
    assert (garden.id, garden.land_area_m2) == ("X2", 4000.0)
    assert garden.tags == (("is_open", "yes"), ("rest", "seats,pavilion"))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ('kind = "swimming_pool"\nat = [0, 0]', "one of .*kindergarten"),
        ('kind = "property_office"\nat = [0, 0]', "one of"),
        ('kind = "nursery"', "neither at nor outline"),
        ('kind = "nursery"\nat = [0, 0]\noutline = [[0, 0], [1, 0], [1, 1]]', "both at and outline"),
        ('kind = "nursery"\nat = [0]', "survey coordinates"),
        ('kind = "nursery"\nat = [0, 0]\nclasses = 2.5', "a whole number"),
        ('kind = "nursery"\nat = [0, 0]\ncolour = "red"', "an unknown key"),
        ('kind = "nursery"\noutline = [[0, 0], [1, 0]]', "at least 3 points"),
    ],
)
def test_what_a_brief_says_wrong_is_refused(tmp_path, row, says):
    with pytest.raises(InputError, match=says):
        _asked(tmp_path, f"population = 1000\n[[off_site]]\n{row}\n")


def test_features_of_a_site_file_are_facilities_too(tmp_path):
    def feature(properties, kind, coordinates):
        return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}

    path = tmp_path / "site.geojson"
    ring = [[0, 0], [300, 0], [300, 300], [0, 300], [0, 0]]
    rows = [
        feature({"kind": "boundary"}, "Polygon", [ring]),
        feature(
            {"kind": "off_site", "facility": "health_station", "floor_area_m2": 150, "rooms": "treatment,prevention"},
            "Point",
            [350, 9],
        ),
        feature(
            {"layer": "周边设施", "name": "市民公园", "refuge": True},
            "Polygon",
            [[[310, 0], [390, 0], [390, 50], [310, 50], [310, 0]]],
        ),
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": rows}), encoding="utf-8")
    health, park = read_site(path, crs="none", unit="m").off_site
    assert (health.kind, health.at, health.rooms) == ("health_station", Point(350, 9), ("treatment", "prevention"))
    assert (park.kind, park.name, park.land_area_m2, park.tags) == ("garden", "市民公园", 4000.0, (("refuge", "yes"),))


@pytest.mark.parametrize(
    ("words", "kind", "classes", "floor_m2", "land_m2"),
    [
        (["东街幼儿园 6班 2200㎡ 用地3500㎡"], "kindergarten", 6, 2200.0, 3500.0),
        (["社区卫生服务站", "建筑面积 150 m2"], "health_station", 0, 150.0, 0.0),
        (["X1 场外设施 kind=supermarket floor_area=612.5 land=900.0"], "supermarket", 0, 612.5, 900.0),
    ],
)
def test_words_beside_a_mark_say_what_it_is(words, kind, classes, floor_m2, land_m2):
    found = off_site_of_words("site.dxf", words, Point(0, 0), load_customs())
    assert (found.kind, found.classes, found.floor_area_m2, found.land_m2) == (kind, classes, floor_m2, land_m2)


def test_a_mark_without_a_name_is_refused():
    with pytest.raises(InputError, match="one of"):
        off_site_of_words("site.dxf", ["see plan"], Polygon([(0, 0), (1, 0), (1, 1)]), load_customs())


def test_our_own_drawing_is_read_as_a_site_with_them(tmp_path):
    from layoutgen.drawings.compose import compose
    from tests.drawings.hand_made import make_plan

    plan = make_plan()
    write_dxf(compose(plan), tmp_path / "plan.dxf")
    site = read_site(tmp_path / "plan.dxf", unit="m")
    drawn = {(off.kind, off.floor_area_m2, off.land_area_m2, off.classes) for off in plan.off_site}
    assert {(off.kind, off.floor_area_m2, off.land_area_m2, off.classes) for off in site.off_site} == drawn
    assert [line.line.coords[:] for line in site.window_lines] == [line.line.coords[:] for line in plan.window_lines]
