"""Grounds: everything on the ground between the buildings."""

from layoutgen.stages.grounds.lay import lay_grounds

__all__ = ["lay_grounds"]
