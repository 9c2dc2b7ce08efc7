"""Communities of a divided site keep each other's sun, also where they cannot be mended side by side."""

from dataclasses import replace
from pathlib import Path

import pytest

from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.ask import Flags, ask
from layoutgen.jobs.law import standard_of_brief
from layoutgen.pipeline import stand_communities as room
from layoutgen.pipeline.lay_plan import Massed
from layoutgen.pipeline.stand_communities import Means, stand_communities
from layoutgen.processes import ALONE
from layoutgen.stages.division import Division, community_site, divide_site
from layoutgen.stages.massing import is_dark

TWIN = Path(__file__).parent.parent / "sites" / "twin.geojson"  # 32 ha


@pytest.fixture(scope="module")
def means() -> Means:
    asked = ask(TWIN, Flags(population="13000"))
    choices, standard = load_choices(asked.brief.template), standard_of_brief(asked.brief)
    return Means(
        site=asked.site, brief=asked.brief, choices=choices, standard=standard, progress=lambda stage: None, crew=ALONE
    )


def is_any_dark(means: Means, division: Division, massed: tuple[Massed, ...]) -> bool:
    for number, (community, own) in enumerate(zip(division.communities, massed, strict=True)):
        others = [one.massing for n, one in enumerate(massed) if n != number]
        place = community_site(means.site, division, community, others)
        among = replace(own.commission, site=place)
        if is_dark(own.massing, among, means.standard):
            return True
    return False


def test_where_mending_fails_they_stand_one_after_the_other_in_the_sun(means: Means, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_together", lambda *_: None)
    division = divide_site(means.site, means.brief.population, means.choices.streets)
    again, massed = stand_communities(means, division)
    assert not is_any_dark(means, again, massed)
    homes = sum(building.dwellings for one in massed for building in one.massing.buildings)
    assert 0.98 * 13_000 <= homes * means.brief.household_size <= 1.02 * 13_000
