"""A pack of the user's own: sized by, drawn with, printed in every report, and asked for again by the drawing."""

import json
from pathlib import Path

import pytest

PACK = {
    "pack.toml": 'title_zh = "本市"\ntitle_en = "Our city"\n',
    "ours.toml": '[[override]]\nid = "CRC-06.gfa"\nlimit = 640.0\nreason = "市里要求 larger shops"\n',
}
OVERRIDE = {
    "clause": "CRC-06.gfa",
    "pack": "our-city",
    "was": ">= 300 m2",
    "is": ">= 640 m2",
    "reason": "市里要求 larger shops",
}
SITE = Path(__file__).parents[1] / "sites" / "square.geojson"


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs") / "our-city"
    folder.mkdir()
    for name, text in PACK.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(generate, ours):
    """The square of 16 ha for 5 000 people with the user's pack and a planning condition."""
    return generate(str(SITE), "--population", "5000", "--pack", str(ours), "--far-max", "2.4", "--draft")


def test_sizing_goes_by_the_figure_set_anew(run, ours):
    schedule = json.loads(run("size", "-p", "8000", "--format", "json", "--pack", str(ours)).stdout)
    market = next(f for f in schedule["facilities"] if f["kind"] == "supermarket")
    assert market["gfa_m2"] == 640  # above the 300 of the standard and our default
    assert schedule["overrides"] == [OVERRIDE]


def test_every_report_prints_the_override_beside_the_planning_conditions(made, run, ours):
    report = json.loads((made.folder / "report.json").read_text(encoding="utf-8"))
    assert report["overrides"] == [OVERRIDE]
    assert report["conditions"] == {"far_max": 2.4}
    outcome = next(o for o in report["outcomes"] if o["clause"] == "CRC-06.gfa")
    assert (outcome["pack"], outcome["limit"], outcome["verdict"]) == ("crc-2020", ">= 640", "pass")
    assert "limit set by our-city, before >= 300 m2" in outcome["note"]
    for lang, words in (("en", "Figures set by a user's pack"), ("zh", "用户标准包改写的限值")):
        done = run("validate", str(made.folder / "plan.dxf"), "--pack", str(ours), "--lang", lang)
        assert f"{words}: CRC-06.gfa: >= 300 m2 -> >= 640 m2 (our-city: 市里要求 larger shops)" in done.stdout
        assert "far_max 2.4" in done.stdout


def test_the_drawing_judges_the_same_again_and_asks_for_the_folder(made, run, ours):
    drawing = str(made.folder / "plan.dxf")
    again = json.loads(run("validate", drawing, "--pack", str(ours), "--format", "json").stdout)
    first = json.loads((made.folder / "report.json").read_text(encoding="utf-8"))
    assert again["outcomes"] == first["outcomes"]
    assert again["overrides"] == first["overrides"]
    done = run("validate", drawing)
    assert done.returncode == 2
    assert "packs = our-city" in done.stderr
    assert "--pack PATH/our-city" in done.stderr


def test_a_drawing_judged_without_the_override_says_so(made, run):
    done = run("validate", str(made.folder / "plan.dxf"), "--pack", "crc-2020", "--format", "json")
    report = json.loads(done.stdout)
    assert any("made with another figure: CRC-06.gfa: >= 300 m2 -> >= 640 m2" in line for line in report["assumptions"])


def test_a_users_pack_is_listed_shown_compared_and_explained(run, ours):
    assert "our-city" in run("standards", "list", "--pack", str(ours)).stdout
    shown = run("standards", "show", str(ours), "--lang", "en").stdout
    assert "Figures set by a user's pack: CRC-06.gfa: >= 300 m2 -> >= 640 m2" in shown
    assert run("standards", "compare", "crc-2020", str(ours)).returncode == 0
    told = run("standards", "explain", "CRC-06.gfa", "--pack", str(ours), "--lang", "en").stdout
    assert "figure set anew: CRC-06.gfa: >= 300 m2 -> >= 640 m2 (our-city" in told


def test_feasibility_takes_the_pack_and_a_broken_one_is_refused(run, ours, tmp_path):
    done = run("feasibility", str(SITE), "--pack", str(ours), "--quick", "--lang", "en")
    assert done.returncode == 0
    assert "Figures set by a user's pack: CRC-06.gfa: >= 300 m2 -> >= 640 m2" in done.stdout
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "pack.toml").write_text('title_zh = "x"\ntitle_en = "x"\n', encoding="utf-8")
    (broken / "ours.toml").write_text('[[override]]\nid = "CRC-06.gfa"\nlimit = "many"\nreason = "x"\n', encoding="utf-8")
    for words in (("size", "-p", "8000"), ("feasibility", str(SITE)), ("generate", str(SITE), "-p", "5000")):
        done = run(*words, "--pack", str(broken))
        assert done.returncode == 2
        assert "broken/ours.toml: override CRC-06.gfa.limit = many: expected a number" in done.stderr
