"""What a user can get wrong: a clear error, the promised exit code, no traceback and nothing half written."""

import os

import pytest


def refused(done, *expected: str, code: int = 2) -> None:
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    for words in expected:
        assert words in done.stderr


@pytest.mark.parametrize("population", ["0", "-5", "1000000000", "abc", "12.5", ""])
def test_a_population_out_of_range_is_refused_with_the_range(run, square, population):
    refused(run("generate", str(square), f"--population={population}"), "population", "200000")


def test_a_divided_site_needs_public_streets(run, square):
    refused(run("generate", str(square), "-p", "12001", "--streets", "gated"), "streets", "public")


def test_a_far_of_forty_is_refused(run, square):
    refused(run("generate", str(square), "--far", "40"), "far", "0.1 to 10")


def test_a_missing_site_a_folder_and_an_unknown_kind_are_told_apart(run, tmp_path):
    refused(run("generate", "nowhere.dxf", "-p", "500"), "nowhere.dxf")
    refused(run("generate", str(tmp_path), "-p", "500"), "folder")
    (tmp_path / "site.docx").write_text("x", encoding="utf-8")
    refused(run("generate", "site.docx", "-p", "500"), ".dxf", ".geojson")


def test_an_unknown_profile_and_frame_of_the_drawing_are_refused(run, square):
    refused(run("generate", str(square), "-p", "500", "--profile", "atlantis"), "--profile", "submission")
    refused(run("generate", str(square), "-p", "500", "--frame", "moon"), "--frame", "survey")


def test_an_empty_geojson_and_a_broken_dxf_are_refused(run, tmp_path):
    (tmp_path / "empty.geojson").write_text('{"type":"FeatureCollection","features":[]}', encoding="utf-8")
    refused(run("generate", "empty.geojson", "-p", "500"), "empty.geojson", "boundary")
    (tmp_path / "broken.dxf").write_bytes(b"\x00\x01 not a drawing")
    refused(run("generate", "broken.dxf", "-p", "500"), "broken.dxf")
    refused(run("validate", "broken.dxf"), "broken.dxf")


def geojson(*rings: str) -> str:
    shapes = ",".join(
        f'{{"type":"Feature","properties":{{}},"geometry":{{"type":"Polygon","coordinates":[{r}]}}}}' for r in rings
    )
    return f'{{"type":"FeatureCollection","features":[{shapes}]}}'


@pytest.mark.parametrize(
    ("ring", "words"),
    [
        ("[[0,0],[300,300],[300,0],[0,300],[0,0]]", "cross"),  # a bow-tie
        ("[[0,0],[1.7,0],[1.7,1.7],[0,1.7],[0,0]]", "0.1"),  # 3 m2
        ("[[0,0],[5500,0],[5500,5500],[0,5500],[0,0]]", "1000"),  # 30 km2
    ],
)
def test_boundaries_that_are_no_site_are_refused(run, tmp_path, ring, words):
    (tmp_path / "site.geojson").write_text(geojson(ring), encoding="utf-8")
    refused(run("generate", "site.geojson", "-p", "500", "--crs", "none"), words)


def test_two_boundaries_are_refused(run, tmp_path):
    two = geojson("[[0,0],[300,0],[300,300],[0,300],[0,0]]", "[[400,0],[700,0],[700,300],[400,300],[400,0]]")
    (tmp_path / "two.geojson").write_text(two, encoding="utf-8")
    refused(run("generate", "two.geojson", "-p", "500", "--crs", "none"), "two.geojson")


def test_a_template_with_an_unknown_key_or_a_value_out_of_range_names_file_key_and_range(run, square, tmp_path):
    (tmp_path / "odd.toml").write_text("[lanes]\nloop_width = 6.0\n", encoding="utf-8")
    refused(run("generate", str(square), "-p", "2000", "--template", "odd.toml"), "odd.toml", "loop_width")
    (tmp_path / "wide.toml").write_text("[lanes]\nloop_width_m = 60.0\n", encoding="utf-8")
    refused(run("generate", str(square), "-p", "2000", "--template", "wide.toml"), "wide.toml", "loop_width_m", "4 to 9")


def test_a_brief_with_an_unknown_key_names_it(run, square, tmp_path):
    (tmp_path / "brief.toml").write_text("populaton = 800\n", encoding="utf-8")
    refused(run("generate", str(square), "--brief", "brief.toml"), "brief.toml", "populaton")


def test_existing_communities_are_not_generated(run, square, tmp_path):
    (tmp_path / "brief.toml").write_text('mode = "existing"\npopulation = 800\n', encoding="utf-8")
    refused(run("generate", str(square), "--brief", "brief.toml"), "mode = existing", "validate")


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX here")
def test_an_output_that_is_a_file_is_refused_before_it_is_touched(run, square, tmp_path):
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    refused(run("generate", str(square), "-p", "2000", "-o", "taken"), "taken")
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_no_console_encoding_stops_the_program(run, encoding):
    done = run("size", "-p", "8000", PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_words_that_are_no_format_or_language_are_refused(run, square):
    refused(run("size", "-p", "8000", "--format", "xml"), "table or json")
    refused(run("validate", "x.dxf", "--lang", "fr"), "zh or en")
