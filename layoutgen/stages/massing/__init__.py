"""Massing: buildings with their facilities, windows and doors."""

from layoutgen.stages.massing.mass import mass

__all__ = ["mass"]
