"""Massing: buildings with their facilities, windows and doors; and homes counted without being stood."""

from layoutgen.stages.massing.counting import Carried, count_homes
from layoutgen.stages.massing.mass import mass
from layoutgen.stages.massing.storey_options import StoreyOption, storey_options

__all__ = ["Carried", "StoreyOption", "count_homes", "mass", "storey_options"]
