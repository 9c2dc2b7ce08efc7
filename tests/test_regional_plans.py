"""A plan laid out under a regional pack has what the pack asks, drawn and judged."""

import tomllib
from pathlib import Path

import pytest

from layoutgen.drawings.plan_json import read_plan_json
from tests.conftest import Generate, GeneratedSite
from tests.test_pipeline import outcomes, report_of, words

ROOT = Path(__file__).parent.parent
DEFAULT = tuple(tomllib.loads((ROOT / "templates" / "brief" / "default.toml").read_text(encoding="utf-8"))["packs"])
SETS = {
    "pilot-2022": ("--pack", "pilot-2022"),
    "jiyuan-2026": ("--pack", "jiyuan-2026", "--feature", "distinctive"),
    "shanxi-2022": ("--pack", "shanxi-2022"),
    "xiamen": ("--pack", "xiamen"),
}
DRAWN = {
    "pilot-2022": {"canteen", "vegetable_shop", "convenience_store"},
    "jiyuan-2026": {"vegetable_shop", "convenience_store", "breakfast_shop"},  # a recycling point GB 50180 asks for too
    "shanxi-2022": set(),
    "xiamen": set(),
}
NAMED = set().union(*DRAWN.values())

pytestmark = pytest.mark.nightly


def made_under(generate: Generate, pack: str) -> GeneratedSite:
    default = tuple(word for name in DEFAULT for word in ("--pack", name))
    return generate(*words("riverside"), *default, *SETS[pack])


@pytest.mark.parametrize("pack", sorted(SETS))
def test_a_plan_under_a_regional_pack_passes_and_nothing_is_blocked(generate: Generate, pack: str) -> None:
    made = made_under(generate, pack)
    assert made.exit_code == 0, made.printed
    assert outcomes(report_of(made), "blocked") == set()


@pytest.mark.parametrize("pack", sorted(SETS))
def test_what_the_pack_names_is_drawn_and_nothing_else(generate: Generate, pack: str) -> None:
    plan = read_plan_json(made_under(generate, pack).folder / "plan.json")
    assert {facility.kind.value for facility in plan.facilities} & NAMED == DRAWN[pack]
    kitchens = [f for f in plan.facilities if f.kind.value in ("canteen", "breakfast_shop")]
    homes = {building.id for building in plan.buildings if building.dwellings}
    assert not {kitchen.building for kitchen in kitchens} & homes  # F-58: nobody lives above


def test_a_distinctive_community_has_a_pocket_park_shelters_and_refuge(generate: Generate) -> None:
    made = made_under(generate, "jiyuan-2026")
    plan = read_plan_json(made.folder / "plan.json")
    assert sum(ground.kind == "pocket_park" for ground in plan.grounds) == 1
    assert all(("defence", "yes") in ground.tags for ground in plan.grounds if ground.kind == "garage")
    assert {"JY.refuge.a", "JY.pocket.a", "JY.recycle", "JY.defence.a"} <= outcomes(report_of(made), "pass")


def test_xiamen_scores_what_a_drawing_tells_of(generate: Generate) -> None:
    made = made_under(generate, "xiamen")
    scores = {score["group"]: (score["judged"], score["of"]) for score in report_of(made)["scores"]}
    assert scores == {"六有": (6, 6), "五达标": (4, 5), "三完善": (0, 3), "一公约": (0, 1)}
    assert "xiamen: 六有" in made.printed
