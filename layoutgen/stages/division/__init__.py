"""Division: a site for more people than one community holds becomes communities between straight main roads."""

from layoutgen.stages.division.community_site import community_site
from layoutgen.stages.division.divide import Division, divide_site
from layoutgen.stages.division.people import relieve
from layoutgen.stages.division.stops import propose_stops

__all__ = ["Division", "community_site", "divide_site", "propose_stops", "relieve"]
