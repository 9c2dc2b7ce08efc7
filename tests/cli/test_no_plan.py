"""Exit code 3: the explanation printed and written, and nothing in the folder of the plan."""

import json


def test_people_that_do_not_fit_are_explained_in_words_and_as_json(run, square, tmp_path):
    words = ("--storeys-max", "6", "--lang", "en", "--explanation", "why.json", "-o", "out")
    done = run("generate", str(square), "-p", "7000", *words)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    # 7000 persons are 2188 households of 112 m2; 98 % of that on class multi1 at FAR 1.5 (GB 50180 table 4.0.2) are 160 100 m2,
    # on 90 000 m2 of site.
    assert "No plan for 7000 persons (proven" in done.stderr
    told = json.loads((tmp_path / "why.json").read_text(encoding="utf-8"))
    assert told["schema"] == "layoutgen-explanation/1"
    assert told["verdict"] == "proven"
    assert told["land"]["have_m2"] == 90000.0
    assert told["land"]["missing_m2"] > 75000.0
    assert {one["kind"] for one in told["relaxations"]} >= {"storeys", "household_size", "dwellings", "people"}
    assert 0 < told["largest_population"]["people"] < 7000
    assert len(told["largest_population"]["runs"]) <= 2
    assert not (tmp_path / "out").exists()


def test_a_site_for_nobody_is_answered_without_a_traceback(run, tmp_path):
    site = tmp_path / "tiny.wkt"
    site.write_text("POLYGON ((0 0, 40 0, 40 30, 0 30, 0 0))", encoding="utf-8")
    done = run("feasibility", str(site), "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "nobody can be housed" in done.stdout
    made = run("generate", str(site), "-p", "5000", "--lang", "zh")
    assert made.returncode == 3
    assert "Traceback" not in made.stderr
    assert "5000 人无方案（已证明不可行" in made.stderr


def test_feasibility_as_json_says_how_the_largest_population_was_found(run, square):
    done = run("feasibility", str(square), "--quick", "--format", "json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["schema"] == "layoutgen-feasibility/1"
    assert told["largest_population"]["basis"] == "estimated"
    assert [row["storeys"] for row in told["classes"]] == sorted(row["storeys"] for row in told["classes"])
    # 9 ha hold fewer than the class cap of FAR 2.9 on the whole site would: 90 000 x 2.9 / (112 / 3.2 x 0.98) = 7609
    assert 0 < told["best"]["people"] < 7609
