"""Service radii: the ground within each radius of the things of a kind, and how far every home is, straight and on foot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report, Verdict
from layoutgen.reports.json_values import Json
from layoutgen.sentence import printable
from layoutgen.standards.clause import Standard
from layoutgen.standards.counting import load_counting
from layoutgen.validator.service_radius import homes, straight_to, walked_to
from layoutgen.walking.places import shapes_of_kind

MEASURES = ("reach.straight", "reach.network")
ROUND = 24  # corners of a quarter circle

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Radius:
    """A radius of a kind, and the clauses that ask for it."""

    kind: str
    metres: float
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The things of a kind in one part, and how far its homes are."""

    places: tuple[BaseGeometry, ...]
    doors: Mapping[str, Json]  # door of a home -> straight [m], walk [m], dwellings behind it


def radii_of(report: Report, standard: Standard) -> tuple[Radius, ...]:
    """Radii that clauses in scope name, and those of the indicators of reach."""
    judged = {o.clause for o in report.outcomes if o.verdict is not Verdict.NOT_APPLICABLE}
    found: dict[tuple[str, float], list[str]] = {(kind, metres): [] for kind, metres in load_counting().reach_m}
    for clause in standard.clauses:
        if clause.measure in MEASURES and clause.id in judged and clause.limit is not None and clause.limit.high is not None:
            for kind in clause.words("kinds"):
                found.setdefault((kind, clause.limit.high), []).append(clause.id)
    return tuple(Radius(kind=kind, metres=metres, clauses=tuple(ids)) for (kind, metres), ids in sorted(found.items()))


def reach_of(part: Plan, kind: str) -> Reach:
    """What one part shows of a kind."""
    return Reach(places=shapes_of_kind(part, kind), doors=dict(_distances(part, kind)))


def reach_map(reaches: Mapping[str, Sequence[Reach]], radii: Sequence[Radius]) -> Json:
    """One row a radius whose kind is drawn: rings of the ground within, and every home's distances.

    Parameters
    ----------
    reaches
        Of each kind, one a part.
    """
    rows: list[Json] = []
    for radius in radii:
        places = [place for reach in reaches[radius.kind] for place in reach.places]
        doors = {name: distances for reach in reaches[radius.kind] for name, distances in reach.doors.items()}
        within = shapely.buffer(shapely.union_all(places), radius.metres, quad_segs=ROUND)
        rings: list[Json] = [_ring(piece.exterior.coords) for piece in polygons(within)]
        if rings:
            clauses: list[Json] = list(radius.clauses)
            rows.append({"kind": radius.kind, "metres": radius.metres, "clauses": clauses, "rings": rings, "doors": doors})
    return rows


def _distances(part: Plan, kind: str) -> Iterator[tuple[str, Json]]:
    """Nothing stands for a walk where no way leads."""
    found = homes(part)
    straight, walked = straight_to(part, found, kind), walked_to(part, found, kind)
    for name, near, far, dwellings in zip(found.names, straight, walked, found.dwellings, strict=True):
        yield printable(name), [_metres(near), _metres(far), round(float(dwellings), 2)]


def _metres(value: float) -> float | None:
    return round(float(value), 1) if np.isfinite(value) else None


def _ring(corners: object) -> Json:
    return [round(float(value), 1) for value in (np.asarray(corners)[:, :2] * (1.0, -1.0)).ravel()]
