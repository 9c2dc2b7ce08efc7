"""Where a clause applies: new build or existing community, and under which facts."""

from layoutgen.model.kinds import Mode
from layoutgen.model.plan import Facts
from layoutgen.standards.clause import Clause

SCOPES = ("new", "existing", "both")
WHEN_FACTS = ("city", "climate_zone", "large_city", "mode", "streets")


def why_out_of_scope(clause: Clause, facts: Facts) -> str:
    """Reason why a clause does not apply to a plan of these facts; empty where it does."""
    if clause.scope != "both" and clause.scope != facts.mode.value:
        other = "an existing community" if facts.mode is Mode.EXISTING else "new build"
        return f"asked of {'new build' if clause.scope == 'new' else 'existing communities'} only; this is {other}"
    said = fact_words(facts)
    for fact, words in clause.when:
        if said[fact] not in words:
            return f"asked where {fact} is {' or '.join(words)}; here it is {said[fact]}"
    return ""


def fact_words(facts: Facts) -> dict[str, str]:
    """Facts that a clause's ``when`` may name, as words."""
    return {
        "city": facts.place.city,
        "climate_zone": facts.place.climate_zone,
        "large_city": "yes" if facts.place.is_large_city else "no",
        "mode": facts.mode.value,
        "streets": facts.streets.value,
    }
