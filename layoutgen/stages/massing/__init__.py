"""Massing: buildings with their facilities, windows and doors; and homes counted without being stood."""

from layoutgen.stages.massing.counting import Carried, count_homes
from layoutgen.stages.massing.dark_windows import dark_blocks, is_dark, is_sunny, taker
from layoutgen.stages.massing.facility_buildings import FacilityBuildings, place_facilities
from layoutgen.stages.massing.mass import Stood, mass
from layoutgen.stages.massing.mending import Order, mended
from layoutgen.stages.massing.storey_options import StoreyOption, storey_options

__all__ = [
    "Carried",
    "FacilityBuildings",
    "Order",
    "Stood",
    "StoreyOption",
    "count_homes",
    "dark_blocks",
    "is_dark",
    "is_sunny",
    "mass",
    "mended",
    "place_facilities",
    "storey_options",
    "taker",
]
