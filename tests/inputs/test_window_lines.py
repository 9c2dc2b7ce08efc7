"""Lines of neighbours' windows: drawn in the site file, or assumed north of the boundary."""

import json

import pytest
from shapely.geometry import LineString, Polygon

from layoutgen.inputs.site import read_site
from layoutgen.inputs.window_lines import with_north_line
from layoutgen.model.site import Site, WindowLine


def _site(tmp_path, *features):
    boundary = {"type": "Polygon", "coordinates": [[[0, 0], [300, 0], [300, 300], [0, 300], [0, 0]]]}
    rows = [({"kind": "boundary"}, boundary), *features]
    path = tmp_path / "site.geojson"
    shapes = [{"type": "Feature", "properties": properties, "geometry": geometry} for properties, geometry in rows]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": shapes}), encoding="utf-8")
    return read_site(path, crs="none", unit="m")


def test_windows_drawn_from_east_to_west_look_south_all_the_same(tmp_path):
    line = {"type": "LineString", "coordinates": [[200, 330], [100, 330]]}
    site = _site(tmp_path, ({"kind": "neighbour_window", "sill_m": 4.2}, line), ({"layer": "邻楼窗线"}, line))
    assert [(one.id, one.line.coords[:], one.sill_m) for one in site.window_lines] == [
        ("V1", [(100, 330), (200, 330)], 1.2),
        ("V2", [(100, 330), (200, 330)], 4.2),
    ]


@pytest.mark.parametrize(
    ("boundary", "lines"),
    [
        # The north side of a square, 20 m further north, from west to east.
        (Polygon([(0, 0), (300, 0), (300, 300), (0, 300)]), [[(0, 320), (300, 320)]]),
        # A gable: both slopes of 45 degrees look within 50 of north; one of 60 degrees would not.
        (Polygon([(0, 0), (200, 0), (200, 100), (100, 200), (0, 100)]), [[(100, 220), (200, 120)], [(0, 120), (100, 220)]]),
        (Polygon([(0, 0), (100, 0), (50, 86.6)]), []),
    ],
    ids=["square", "gable", "steep"],
)
def test_the_assumed_line_runs_north_of_what_looks_north(boundary, lines):
    site = with_north_line(Site(boundary=boundary, edges=()))
    assert [one.line.coords[:] for one in site.window_lines] == lines


def test_an_assumed_line_comes_after_those_drawn():
    drawn = WindowLine(id="V1", line=LineString([(0, 310), (300, 310)]), sill_m=1.2)
    square = Polygon([(0, 0), (300, 0), (300, 300), (0, 300)])
    site = with_north_line(Site(boundary=square, edges=(), window_lines=(drawn,)))
    assert [one.id for one in site.window_lines] == ["V1", "V2"]
