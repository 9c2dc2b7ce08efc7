"""The SVG as a drawing program and a browser show it: the same picture, with its text in it."""

import re
from pathlib import Path

import numpy as np
import pytest

from tests.clients.conftest import Client, called
from tests.clients.pictures import Picture, coarse, grey

WIDE = 1600  # pixels


@pytest.fixture(scope="module")
def svgs(generated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan, and the plan without its texts."""
    folder = tmp_path_factory.mktemp("svg")
    text = (generated / "plan.svg").read_text(encoding="utf-8")
    (folder / "plan.svg").write_text(text, encoding="utf-8")
    (folder / "mute.svg").write_text(re.sub(r"<text[ >].*?</text>", "", text, flags=re.DOTALL), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def by_rsvg(svgs: Path, client: Client) -> dict[str, Picture]:
    program = client("rsvg-convert")
    for name in ("plan", "mute"):
        called((program, "-w", WIDE, f"{name}.svg", "-o", f"{name}.rsvg.png"), folder=svgs)
    return {name: grey(svgs / f"{name}.rsvg.png") for name in ("plan", "mute")}


@pytest.fixture(scope="module")
def by_chromium(svgs: Path, by_rsvg: dict[str, Picture], client: Client) -> Picture:
    program = client("chromium")
    high = by_rsvg["plan"].shape[0]
    page = f'<style>body{{margin:0}}img{{display:block;width:{WIDE}px;height:{high}px}}</style><img src="plan.svg">'
    (svgs / "page.html").write_text(page, encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={WIDE},{high}")
    called((program, *options, f"--screenshot={svgs / 'chromium.png'}", (svgs / "page.html").as_uri()), folder=svgs)
    return grey(svgs / "chromium.png")


def test_rsvg_draws_the_plan_and_its_texts(by_rsvg: dict[str, Picture]) -> None:
    plan, mute = by_rsvg["plan"], by_rsvg["mute"]
    assert plan.shape[1] == WIDE
    assert (plan < 0.98).mean() > 0.25
    assert (np.abs(plan - mute) > 0.2).mean() > 0.005


def test_a_browser_shows_the_same_picture(by_rsvg: dict[str, Picture], by_chromium: Picture) -> None:
    ours, theirs = coarse(by_rsvg["plan"]), coarse(by_chromium)
    assert theirs.shape == ours.shape
    assert np.abs(ours - theirs).mean() < 0.02
    assert np.corrcoef(ours.ravel(), theirs.ravel())[0, 1] > 0.97


def test_a_browser_too_shows_the_texts(by_rsvg: dict[str, Picture], by_chromium: Picture) -> None:
    assert np.abs(by_rsvg["plan"] - by_chromium).mean() < np.abs(by_rsvg["mute"] - by_chromium).mean()
