"""What is to be marked on a drawing: remarks with their places, before any geometry of clouds."""

from dataclasses import dataclass
from enum import StrEnum

from shapely.geometry.base import BaseGeometry


class Severity(StrEnum):
    """How grave a remark is, the gravest first."""

    FAIL = "fail"
    BLOCKED = "blocked"
    WAIVED = "waived"
    NEAR = "near"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the drawing that a remark speaks of."""

    shape: BaseGeometry  # in the plan's frame [m]
    says: str  # what was measured there and what is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One clause that is not met, or nearly not."""

    number: int  # on the drawing and in its table
    severity: Severity
    clause: str
    demand: str
    asked: str
    found: str  # at the worst places, by their names
    spots: tuple[Spot, ...] = ()  # none where it is about the whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything that is marked on one drawing."""

    lang: str  # "zh" or "en"
    summary: tuple[str, ...]  # verdict, counts and what the marks are not, a line each
    remarks: tuple[Remark, ...]
