"""Where a clause applies: new build or existing community, for how many people, and under which facts."""

from dataclasses import dataclass

from layoutgen.model.brief import Brief, Place
from layoutgen.model.kinds import Mode, StreetMode
from layoutgen.model.plan import Facts
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.existing import is_advice

SCOPES = ("new", "existing", "both")
FEATURE = "feature"
WHEN_FACTS = ("city", "climate_zone", "constrained", FEATURE, "large_city", "mode", "streets")


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What decides whether a clause applies: of a plan that is judged, or of a brief that is sized."""

    people: int
    place: Place
    mode: Mode
    streets: StreetMode
    is_constrained: bool  # an existing community whose site leaves no room, 场地条件约束
    features: tuple[str, ...]  # words that the user switched on


def circumstances_of_plan(facts: Facts) -> Circumstances:
    """Circumstances that a drawing states."""
    return Circumstances(
        people=facts.people,
        place=facts.place,
        mode=facts.mode,
        streets=facts.streets,
        is_constrained=facts.is_constrained,
        features=facts.features,
    )


def circumstances_of_brief(brief: Brief) -> Circumstances:
    """Circumstances that a brief asks for."""
    return Circumstances(
        people=brief.population,
        place=brief.place,
        mode=brief.mode,
        streets=brief.streets,
        is_constrained=brief.is_constrained,
        features=brief.features,
    )


def why_out_of_scope(clause: Clause, circumstances: Circumstances) -> str:
    """Reason why a clause does not apply; empty where it does."""
    mode = circumstances.mode
    if clause.scope not in ("both", mode.value) and not (clause.scope == "new" and is_advice(clause, mode)):
        other = "an existing community" if mode is Mode.EXISTING else "new build"
        return f"asked of {'new build' if clause.scope == 'new' else 'existing communities'} only; this is {other}"
    if not clause.people.holds(circumstances.people):
        return f"asked {clause.people.text()}; here are {circumstances.people}"
    said = fact_words(circumstances)
    for fact, words in clause.when:
        if not set(said[fact]) & set(words):
            here = " and ".join(said[fact]) or "not said"
            return f"asked where {fact} is {' or '.join(words)}; here it is {here}"
    return ""


def fact_words(circumstances: Circumstances) -> dict[str, tuple[str, ...]]:
    """Facts that a clause's ``when`` may name, each with the words that hold of it."""
    place = circumstances.place
    return {
        "city": (place.city,),
        "climate_zone": (place.climate_zone,),
        "constrained": ("yes" if circumstances.is_constrained else "no",),
        FEATURE: circumstances.features,
        "large_city": ("yes" if place.is_large_city else "no",),
        "mode": (circumstances.mode.value,),
        "streets": (circumstances.streets.value,),
    }


def known_features(standard: Standard) -> tuple[str, ...]:
    """Words that some clause in force waits for, sorted."""
    return tuple(
        sorted({word for clause in standard.clauses for fact, words in clause.when if fact == FEATURE for word in words})
    )


def outranked_by(standard: Standard, circumstances: Circumstances) -> dict[str, str]:
    """Clauses that do not decide because another one in scope outranks them: id of the clause -> id of the other."""
    return {
        lesser: clause.id
        for clause in standard.clauses
        if clause.outranks and not why_out_of_scope(clause, circumstances)
        for lesser in clause.outranks
    }
