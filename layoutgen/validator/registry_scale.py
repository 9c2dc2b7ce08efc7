"""Rules of divided sites, by the measure they take."""

from layoutgen.validator.rule import Rule
from layoutgen.validator.rules import community_people, drawing_communities, drawing_community_people

RULES: dict[str, Rule] = {
    "community.people": community_people.check,
    "drawing.communities": drawing_communities.check,
    "drawing.community_people": drawing_community_people.check,
}
