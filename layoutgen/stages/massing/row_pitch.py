"""The table of pitches: how far apart rows of a manner stand for the sun of the place, ways and privacy."""

from dataclasses import dataclass
from itertools import pairwise

from layoutgen.model.choices import Choices
from layoutgen.stages.massing.clearances import gable_gap_m, is_high, row_gap_m
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.rows_of_slabs import fire_height_m, shading_height_m
from layoutgen.stages.massing.site_sun import MARGIN_MIN
from layoutgen.stages.massing.sunny_pitch import Field, sunny_pitch_m
from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.spacing import spacing_coefficient

ROOM_M = 1.0  # rows stand on whole steps of the sweep, and a minute of sun is kept besides [m]
SLOTS = 5  # slabs in a line of the field: more change nothing
AZIMUTH_STEP_DEG = 5.0  # of the table for spaced slabs


@dataclass(frozen=True, slots=True, kw_only=True)
class Sky:
    """The sun that the pitch is made for."""

    sun: SunStandard
    latitude_deg: float


def row_gap_in_sun_m(manner: SlabManner, azimuth_deg: float, sky: Sky, choices: Choices) -> float:
    """Clear distance between the rows of a manner.

    Rows whose slabs stand near each other are taken as endless; where the sun passes between the slabs the exact
    engine is asked about a field of them.

    """
    endless = endless_gap_m(manner.storeys, azimuth_deg, sky, choices)
    fire = fire_height_m(manner.storeys, choices.housing)
    if manner.gap_m <= gable_gap_m(fire, is_high(fire, choices), choices):
        return endless
    return min(_spaced_m(manner, azimuth_deg, sky, choices), endless)


def endless_gap_m(storeys: int, azimuth_deg: float, sky: Sky, choices: Choices) -> float:
    """Clear distance between rows without end, for the sun, ways and privacy [m]."""
    housing = choices.housing
    rise = shading_height_m(storeys, housing) - housing.plinth_m - housing.sill_m
    shade = spacing_coefficient(sky.sun, sky.latitude_deg, azimuth_deg) * rise + ROOM_M
    return max(shade, row_gap_m(fire_height_m(storeys, housing), choices))


def _spaced_m(manner: SlabManner, azimuth_deg: float, sky: Sky, choices: Choices) -> float:
    """Clear distance in a field of spaced slabs, between the storey numbers of the types by straight lines."""
    types = sorted(t.storeys for t in choices.housing.types)
    low, high = next(((a, b) for a, b in pairwise(types) if a <= manner.storeys <= b), (types[-1], types[-1]))
    turn = AZIMUTH_STEP_DEG * round(abs(azimuth_deg) / AZIMUTH_STEP_DEG)
    ends = [_field_gap_m(manner, storeys, turn, sky, choices) for storeys in (low, high)]
    share = (manner.storeys - low) / (high - low) if high > low else 0.0
    return ends[0] + (ends[1] - ends[0]) * share + ROOM_M


def _field_gap_m(manner: SlabManner, storeys: int, azimuth_deg: float, sky: Sky, choices: Choices) -> float:
    housing = choices.housing
    length = manner.most_units * manner.unit_m
    field = Field(
        slots=SLOTS,
        length_m=round(length, 1),
        depth_m=manner.depth_m,
        slot_m=round(length + manner.gap_m, 1),
        aside_m=0.0,
        top_m=shading_height_m(storeys, housing),
        sill_m=housing.plinth_m + housing.sill_m,
        window_m=housing.window_width_m,
        azimuth_deg=azimuth_deg,
    )
    least = manner.depth_m + row_gap_m(fire_height_m(storeys, housing), choices)
    return sunny_pitch_m(field, sky.sun, sky.sun.minutes + MARGIN_MIN, sky.latitude_deg, least) - manner.depth_m
