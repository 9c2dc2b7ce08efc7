"""Massing: buildings with their facilities, windows and doors; and homes counted without being finished."""

from layoutgen.stages.massing.counting import Carried, count_homes, highest_options
from layoutgen.stages.massing.mass import mass
from layoutgen.stages.massing.storey_options import StoreyOption, storey_options

__all__ = ["Carried", "StoreyOption", "count_homes", "highest_options", "mass", "storey_options"]
