"""The size of one complete residential community 完整居住社区, and how many people above it divide."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunitySize:
    """How many people one community is for."""

    population_low: int
    population_high: int
    source: str


def community_size() -> CommunitySize:
    """Read the size of one community from the law's data."""
    text = files("layoutgen.standards").joinpath("data", "community.toml").read_text(encoding="utf-8")
    return CommunitySize(**tomllib.loads(text))


def divide_people(people: int) -> tuple[int, ...]:
    """People of each community: as few as hold them all, as even as whole persons allow, the larger first.

    Source: CRC-00.large; no part is ever smaller than the lower size once there are two.
    """
    count = max(1, -(-people // community_size().population_high))
    each, over = divmod(people, count)
    return tuple(each + (1 if n < over else 0) for n in range(count))
