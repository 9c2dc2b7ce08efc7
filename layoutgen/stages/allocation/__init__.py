"""Stage three: lots of one use, and the blocks that are left for homes."""

from layoutgen.stages.allocation.allocate import allocate

__all__ = ["allocate"]
