"""What is assumed and mended is said in Chinese as well as in English, with the same figures."""

import re

import pytest

from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.site import read_site

FIGURES = re.compile(r"\d+(?:\.\d+)?")
SITE = """{"type": "FeatureCollection", "features": [
 {"type": "Feature", "properties": {"kind": "boundary"}, "geometry": {"type": "Polygon", "coordinates":
  [[[0, 0], [400, 0], [400, 0], [400, 300], [0, 300], [0, 0]], [[100, 100], [140, 100], [140, 140], [100, 100]]]}},
 {"type": "Feature", "properties": {"kind": "entrance"}, "geometry": {"type": "Point", "coordinates": [200, 0]}},
 {"type": "Feature", "properties": {"kind": "pigsty"}, "geometry": {"type": "Point", "coordinates": [200, 9]}},
 {"type": "Feature", "properties": {"kind": "building"}, "geometry": {"type": "Polygon", "coordinates":
  [[[50, 330], [90, 330], [90, 340], [50, 330]]]}},
 {"type": "Feature", "properties": {"kind": "building", "height_m": 3}, "geometry": {"type": "Polygon", "coordinates":
  [[[50, 930], [90, 930], [90, 940], [50, 930]]]}},
 {"type": "Feature", "properties": {"kind": "keep_out"}, "geometry": {"type": "Polygon", "coordinates":
  [[[500, 0], [510, 0], [510, 10], [500, 0]]]}}]}"""


@pytest.mark.parametrize(
    "asked",
    [Asked(population=4000), Asked(far=1.5, latitude=34.0, protect_north=True), Asked(population=5000, city="西安")],
    ids=["nothing given", "FAR and latitude", "city"],
)
def test_every_assumption_of_a_brief_says_the_same_in_both_languages(asked):
    for one in settle_brief(asked, 120_000.0).assumptions:
        assert re.search("[\u4e00-\u9fff]", one.zh)
        assert FIGURES.findall(one.zh) == FIGURES.findall(one.en)


def test_every_word_on_a_site_file_says_the_same_in_both_languages(tmp_path):
    path = tmp_path / "site.geojson"
    path.write_text(SITE, encoding="utf-8")
    site = read_site(path, crs="none", unit="m")
    # A repeated point, a hole, a keep-out outside; a building without a height, one too far, an entrance, an unknown
    # feature, and edges without a road.
    assert (len(site.repairs), len(site.assumptions), len(site.unread)) == (3, 4, 1)
    for one in (*site.repairs, *site.assumptions, *site.unread):
        assert re.search("[\u4e00-\u9fff]", one.zh)
        assert FIGURES.findall(one.zh) == FIGURES.findall(one.en)
