"""The names that the law can be asked about, and what is known of each."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from functools import partial

from layoutgen.drawings.layers import Profile, load_profile
from layoutgen.errors import InputError
from layoutgen.model.kinds import FacilityKind, GroundKind, LotKind, SpotKind, StallKind, WayKind
from layoutgen.reports.explain_clause import Law, explain_clause
from layoutgen.reports.explain_names import (
    explain_condition,
    explain_indicator,
    explain_kind,
    explain_measure,
    explain_parameter,
    explain_trap,
)
from layoutgen.reports.explanation import Explanation
from layoutgen.standards.conditions import known_conditions
from layoutgen.standards.indicators import BLOCK, indicator_of, load_indicators
from layoutgen.standards.parameters import load_parameters
from layoutgen.standards.traps import load_traps

Told = Callable[[], Explanation]
KINDS = {
    "facility": FacilityKind,
    "lot": LotKind,
    "ground": GroundKind,
    "spot": SpotKind,
    "way": WayKind,
    "stall": StallKind,
}


def explain_name(name: str, law: Law, also: Iterable[str] = ()) -> tuple[Explanation, ...]:
    """Everything that a name stands for: one word may be a parameter and an indicator.

    Parameters
    ----------
    also
        Further names that the error may suggest.

    Raises
    ------
    InputError
        If nothing is called so; the error gives near matches.
    """
    known = known_names(law)
    found = [tell() for one, tells in known.items() if one.casefold() == name.casefold() for tell in tells]
    indicator = indicator_of(name)
    if indicator is not None and (indicator.of != BLOCK or not found):
        found.append(explain_indicator(name, indicator, law))
    if not found:
        raise _unknown(name, [*known, *also])
    return tuple(found)


def _unknown(name: str, known: Sequence[str]) -> InputError:
    folded = {one.casefold(): one for one in known}
    near = [folded[one] for one in get_close_matches(name.casefold(), list(folded), n=5, cutoff=0.5)]
    hint = f"; near: {', '.join(near)}" if near else ""
    return InputError("", "explain", name, f"a clause, measure, kind, parameter, condition, indicator or trap{hint}")


def known_names(law: Law) -> dict[str, list[Told]]:
    """Every name with what tells of it; indicators are found by their pattern instead."""
    names: dict[str, list[Told]] = defaultdict(list)
    for clause in law.standard.clauses:
        names[clause.id].append(partial(explain_clause, clause, law))
    for measure in law.measures.values():
        names[measure.name].append(partial(explain_measure, measure, law))
    for parameter in load_parameters():
        names[parameter.name].append(partial(explain_parameter, parameter))
    for condition in known_conditions():
        tell = partial(explain_condition, condition.name, condition.clause, condition.says, condition.outranks)
        names[condition.name].append(tell)
        names[condition.clause].append(tell)
    for trap in load_traps():
        names[trap.id].append(partial(explain_trap, trap))
    _add_kinds(names, law)
    for indicator in load_indicators():
        names.setdefault(indicator.name, [])
    return names


def _add_kinds(names: dict[str, list[Told]], law: Law) -> None:
    profile = load_profile()
    for kind in sorted({member.value for members in KINDS.values() for member in members}):
        layers = _layers_of(kind, profile)
        words = "、".join(dict.fromkeys(layer[1] for layer in layers))
        tell = partial(explain_kind, kind, words, ", ".join(layer[0] for layer in layers), law)
        for name in dict.fromkeys((kind, *(layer[1] for layer in layers))):
            names[name].append(tell)


def _layers_of(kind: str, profile: Profile) -> list[tuple[str, str]]:
    held = [f"{family}.{kind}" for family in KINDS]
    return [(layer.name, layer.zh) for layer in profile.layers if layer.holds in held]
