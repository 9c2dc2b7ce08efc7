"""A plan that its own judge fails is laid out anew."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from shapely.geometry import Polygon, box

from layoutgen.errors import InfeasibleError
from layoutgen.inputs.asked import Asked as Words
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.templates import load_choices
from layoutgen.jobs import drafts
from layoutgen.jobs.drafts import Asked, Draft, best_draft
from layoutgen.jobs.law import standard_of_brief
from layoutgen.jobs.wanted import settle_wanted
from layoutgen.processes import ALONE
from layoutgen.stages.structure import lay_structure
from tests.stages.sites_by_hand import commission_of

LARGE = Polygon(box(0, 0, 560, 430))


@pytest.fixture
def asked() -> Asked:
    brief = settle_brief(Words(population=6000))
    return Asked(
        site=commission_of(LARGE).site,
        brief=brief,
        choices=load_choices(brief.template),
        standard=standard_of_brief(brief),
        wanted=settle_wanted(),
    )


def drawn_with(faults: dict[int, tuple[str, ...] | None], monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let drafts of a seed fail these clauses, or not fit at all; gives the list of seeds as they are drawn."""
    seeds: list[int] = []

    class Drawn(Draft):
        @property
        def faults(self) -> tuple[str, ...]:
            return faults[self.seed] or ()

    def draw(asked: Asked, folder: Path, *_: object) -> Draft:
        seeds.append(asked.brief.seed)
        if faults[asked.brief.seed] is None:
            raise InfeasibleError("massing", "people housed", 6000, 5000, "persons")
        return Drawn(folder=folder, delivery=None, seed=asked.brief.seed, notes=())  # type: ignore[arg-type]

    monkeypatch.setattr(drafts, "_drawn", draw)
    return seeds


def best(asked: Asked, tmp_path: Path) -> Draft:
    return best_draft(asked, tmp_path, lambda _: None, ALONE)


def test_a_draft_that_passes_is_the_only_one(asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = drawn_with({0: ()}, monkeypatch)
    assert best(asked, tmp_path).notes == ()
    assert seeds == [0]


def test_where_a_draft_fails_the_next_is_taken_and_the_failure_told(
    asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = drawn_with({0: ("FIRE-10",), 1: ()}, monkeypatch)
    taken = best(asked, tmp_path)
    assert (seeds, taken.seed) == ([0, 1], 1)
    assert taken.notes == ("the draft of seed 0 failed FIRE-10",)


def test_where_all_drafts_fail_the_one_with_fewest_faults_is_taken(
    asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = drawn_with({0: ("A", "B"), 1: ("C",), 2: ("A", "C", "D")}, monkeypatch)
    assert best(asked, tmp_path).seed == 1
    assert seeds == [0, 1, 2]


def test_where_the_next_draft_fails_the_same_clauses_no_more_are_made(
    asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = drawn_with({0: ("A",), 1: ("A",)}, monkeypatch)
    assert best(asked, tmp_path).seed == 0
    assert seeds == [0, 1]


def test_a_later_draft_that_does_not_fit_leaves_the_first(
    asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn_with({0: ("A",), 1: None}, monkeypatch)
    assert best(asked, tmp_path).seed == 0


def test_a_first_draft_that_does_not_fit_is_told(asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn_with({0: None}, monkeypatch)
    with pytest.raises(InfeasibleError):
        best(asked, tmp_path)


def test_another_seed_lays_streets_well_off_the_first_ones() -> None:
    commission = commission_of(LARGE)
    first, other = (
        lay_structure(replace(commission, brief=replace(commission.brief, seed=seed)), np.random.default_rng(0))
        for seed in (0, 1)
    )
    ground = [way.centre.buffer(15.0) for way in first.streets]
    away = [way.centre for way in other.streets]
    for place in ground:
        away = [line.difference(place) for line in away]
    assert sum(line.length for line in away) > 15.0
    assert sum(cell.outline.area for cell in other.cells) + sum(way.outline.area for way in other.streets) == pytest.approx(
        LARGE.area, rel=1e-6
    )
