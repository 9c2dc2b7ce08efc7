"""The real communities that benchmarks measure on: boundaries and buildings, no part of the project.

Their folder is given by the environment variable LAYOUTGEN_SHARED.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from shapely.geometry import Polygon

SIZES_HA = (6.0, 28.0)  # of the sites that promises are made for


@dataclass(frozen=True, slots=True, kw_only=True)
class RealCommunity:
    """One community as it stands."""

    name: str
    boundary: Polygon
    buildings: tuple[tuple[int, Polygon], ...]  # floors and outline

    @property
    def hectares(self) -> float:
        """Land inside the boundary [ha]."""
        return float(self.boundary.area / 1e4)

    @property
    def is_usual(self) -> bool:
        """Whether it is of a size that promises are made for."""
        return SIZES_HA[0] <= self.hectares <= SIZES_HA[1]


def real_communities() -> tuple[RealCommunity, ...]:
    """All of them by name; none where the environment variable is not set."""
    shared = os.environ.get("LAYOUTGEN_SHARED", "")
    if not shared:
        return ()
    records = json.loads((Path(shared) / "data" / "reco" / "dev.json").read_text(encoding="utf-8"))
    found = (
        RealCommunity(
            name=record["_id"][-6:],
            boundary=Polygon(record["boundary"]),
            buildings=tuple((building["floor"], Polygon(building["coords"])) for building in record["buildings"]),
        )
        for record in records
    )
    return tuple(sorted(found, key=lambda one: one.name))


def needed_communities() -> tuple[RealCommunity, ...]:
    """All of them; ends the benchmark with a word where there are none."""
    found = real_communities()
    if not found:
        raise SystemExit("this benchmark needs the real communities: name their folder by LAYOUTGEN_SHARED")
    return found


def by_area(communities: tuple[RealCommunity, ...], ids: list[str]) -> list[RealCommunity]:
    """The ones asked for by the ends of their names, or all, the smallest first."""
    asked = [one for one in communities if not ids or any(one.name.endswith(end) for end in ids)]
    return sorted(asked, key=lambda one: one.boundary.area)


def as_geojson(boundary: Polygon) -> str:
    """A boundary as the text of a site file."""
    return json.dumps({"type": "Polygon", "coordinates": [list(boundary.exterior.coords)]})
