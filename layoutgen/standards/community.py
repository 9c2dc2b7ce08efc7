"""The size of one complete residential community 完整居住社区."""

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
