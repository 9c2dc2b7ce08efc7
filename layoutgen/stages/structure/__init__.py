"""Stage two: streets and the cells between them."""

from layoutgen.stages.structure.lay import lay_structure

__all__ = ["lay_structure"]
