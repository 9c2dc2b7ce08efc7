"""The order of the stages: brief and site to plan."""

from layoutgen.pipeline.lay_communities import lay_site
from layoutgen.pipeline.lay_plan import Laid, lay_plan

__all__ = ["Laid", "lay_plan", "lay_site"]
