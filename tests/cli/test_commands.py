"""Each command once: output and exit code."""

import json
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


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


def test_feasibility_says_which_sun_it_reckons_with_and_when_that_is_by_the_clock(run, square):
    done = run("feasibility", str(square), "--city", "昆明市", "--quick", "--lang", "zh")
    assert done.returncode == 0, done.stderr
    # 9:00 to 15:00 true solar time on 21 December at 102.83 E, see tests/standards/test_cities.py.
    assert "住宅日照：1 小时，冬至日真太阳时 9:00–15:00，在昆明为北京时间 10:07–16:07" in done.stdout


def test_a_draft_is_the_plan_and_its_report_and_says_what_is_older(run, tmp_path):
    words = ("generate", str(ROOT / "tests" / "sites" / "square.geojson"), "-p", "5000", "--draft", "--out", str(tmp_path))
    (tmp_path / "sheet.pdf").write_text("of last week", encoding="utf-8")
    done = run(*words, "--lang", "en")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plan.dxf", "plan.json", "plan.svg", "report.json", "sheet.pdf"]
    assert "of an earlier run: sheet.pdf" in done.stdout
    assert "report.html" not in done.stdout
