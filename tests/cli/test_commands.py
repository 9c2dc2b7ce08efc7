"""Each command once: output and exit code."""

import json


def test_size_prints_the_schedule_as_json(run):
    done = run("size", "--population", "8000", "--format", "json")
    assert done.returncode == 0
    schedule = json.loads(done.stdout)
    assert schedule["schema"] == "layoutgen-size/1"
    school = next(f for f in schedule["facilities"] if f["kind"] == "kindergarten")
    assert (school["classes"], school["gfa_m2"], school["land_m2"]) == (9, 3300, 5250)  # sizing sheet D.19
    assert all(f["derivation"] for f in schedule["facilities"])


def test_templates_are_listed_and_copied_without_overwriting(run, tmp_path):
    assert "default" in run("templates", "list").stdout.split()
    assert run("templates", "copy", "mine").returncode == 0
    assert any((tmp_path / "mine").rglob("default.toml"))
    again = run("templates", "copy", "mine")
    assert again.returncode == 2
    assert "Traceback" not in again.stderr
