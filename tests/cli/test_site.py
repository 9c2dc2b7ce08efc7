"""`layoutgen site`: text on the console, a picture beside it, and the promised exit codes."""

import json


def rectangle(west, east):
    return [[west, 0], [east, 0], [east, 300], [west, 300], [west, 0]]


def test_a_site_file_is_told_and_drawn(run, square, tmp_path):
    done = run("site", str(square), "--crs", "none", "-o", "seen", "--edge", "south=collector")
    assert done.returncode == 0, done.stderr
    assert "9.0000 ha" in done.stdout  # 300 m x 300 m
    assert "E1 south, 300.0 m: collector road" in done.stdout
    assert done.stdout.splitlines()[-1].endswith("site.svg")
    assert [path.name for path in (tmp_path / "seen").iterdir()] == ["site.svg"]
    chinese = run("site", str(square), "--crs", "none", "-o", "seen", "--lang", "zh").stdout
    assert "未识别或未采用" in chinese


def test_a_refused_file_leaves_nothing_behind(run, tmp_path):
    (tmp_path / "empty.geojson").write_text('{"type":"FeatureCollection","features":[]}', encoding="utf-8")
    done = run("site", "empty.geojson", "-o", "seen")
    assert (done.returncode, "Traceback" in done.stderr, (tmp_path / "seen").exists()) == (2, False, False)


def test_the_boundary_can_be_named(run, tmp_path):
    shapes = [
        {"type": "Feature", "properties": {"layer": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for name, ring in (("甲", rectangle(0, 300)), ("乙", rectangle(400, 500)))
    ]
    (tmp_path / "two.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": shapes}), encoding="utf-8")
    assert "2 outlines: 1: 甲" in run("site", "two.geojson", "--crs", "none").stderr
    assert "3.0000 ha" in run("site", "two.geojson", "--crs", "none", "--boundary", "2").stdout
    assert "9.0000 ha" in run("site", "two.geojson", "--crs", "none", "--boundary", "甲").stdout
    assert "in 2 pieces" in run("site", "two.geojson", "--crs", "none", "--boundary", "1,2").stderr


def test_the_picture_is_the_same_whatever_the_hash_seed_and_the_folder(run, square, tmp_path):
    run("site", str(square), "--crs", "none", "-o", "one", PYTHONHASHSEED="1")
    run("site", square.name, "--crs", "none", "-o", "deep/two", PYTHONHASHSEED="2")
    assert (tmp_path / "one" / "site.svg").read_bytes() == (tmp_path / "deep" / "two" / "site.svg").read_bytes()
