"""What the figures of a program rest on: people, households and parameters as named numbers, and the law in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from layoutgen.model.brief import Brief
from layoutgen.model.program import Beaten, Derivation, Input, Need
from layoutgen.standards.clause import Standard
from layoutgen.standards.formulas import evaluate, names_in
from layoutgen.standards.governing import Bid, Law, law_in_force
from layoutgen.standards.parameters import load_parameters
from layoutgen.standards.scope import circumstances_of_brief

DEFAULT = "parameter."  # before the name of a parameter that governs or is beaten
DERIVED = "derived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Named numbers and the law; a figure that is reckoned joins the numbers."""

    law: Law
    numbers: Mapping[str, Input]

    def value(self, name: str) -> float:
        """Value of a number.

        Raises
        ------
        KeyError
            If nothing of that name is known.
        """
        return self.numbers[name].value

    def knowing(self, *derivations: Derivation) -> "Basis":
        """With figures that were reckoned."""
        found = {d.figure: Input(name=d.figure, value=d.value, source=DERIVED, source_zh="推算") for d in derivations}
        return replace(self, numbers={**self.numbers, **found})

    def with_number(self, *numbers: Input) -> "Basis":
        """With further numbers."""
        return replace(self, numbers={**self.numbers, **{one.name: one for one in numbers}})

    def bid(self, formula: str, clause: str = "") -> Bid:
        """What a formula over known numbers asks, by a clause or by a default of ours."""
        return Bid(value=self._evaluate(formula), clause=clause, formula=formula)

    def given(self, name: str) -> Bid:
        """What a parameter asks for by itself."""
        return self.bid(name, f"{DEFAULT}{name}")

    def _evaluate(self, formula: str) -> float:
        return evaluate(formula, {name: self.value(name) for name in names_in(formula)})

    def reckon(self, figure: str, formula: str, clause: str = "") -> Derivation:
        """Figure that follows from numbers already known."""
        inputs = tuple(self.numbers[name] for name in names_in(formula))
        return Derivation(figure=figure, value=self._evaluate(formula), formula=formula, inputs=inputs, clause=clause)

    def greatest(self, figure: str, bids: tuple[Bid, ...]) -> Derivation:
        """Figure of the greatest bid; clauses that others outrank never govern. 0 where nobody asks."""
        if not bids:
            return Derivation(figure=figure, value=0.0, formula="0", inputs=())
        free = [bid for bid in bids if not bid.outranked_by] or list(bids)
        first = max(free, key=lambda bid: bid.value)
        others = sorted((bid for bid in bids if bid is not first and bid.clause), key=lambda bid: -bid.value)
        formula = f"max({', '.join(bid.formula for bid in free)})" if len(free) > 1 else first.formula
        known = {**self.numbers, **{one.name: one for bid in bids for one in bid.inputs}}
        return Derivation(
            figure=figure,
            value=first.value,
            formula=formula,
            inputs=tuple(known[name] for name in names_in(formula)),
            clause=first.clause,
            beaten=tuple(Beaten(clause=bid.clause, value=bid.value, outranked_by=bid.outranked_by) for bid in others),
        )

    def asked(self, figure: str, of: str, *defaults: str, words: Mapping[str, str] | None = None) -> Derivation:
        """Greatest of what clauses in force ask of a need's figure, and of our own defaults."""
        bids = self.law.bids(figure, of, self.numbers, words)
        return self.greatest(figure, (*bids, *(self.given(name) for name in defaults)))

    def count(self, kind: str) -> Derivation:
        """How many of a kind: one, unless a clause asks for more."""
        return self.greatest("count", (*self.law.bids("count", kind, self.numbers), self.bid("1")))


def basis_of_brief(brief: Brief, standard: Standard, by_site: Sequence[Input] = ()) -> Basis:
    """Basis of a settled brief, with numbers that only the site can tell."""
    known = {parameter.name: parameter for parameter in load_parameters()}
    numbers = [
        Input(name="people", value=float(brief.population), source="brief", source_zh="任务书"),
        Input(name="household_size", value=brief.household_size, source="brief", source_zh="任务书"),
    ]
    for name, value in brief.parameters:
        is_default = name in known and value == known[name].default
        source, source_zh = (known[name].source, known[name].source_zh) if is_default else ("brief", "任务书")
        numbers.append(Input(name=name, value=value, source=source, source_zh=source_zh))
    law = law_in_force(standard, circumstances_of_brief(brief))
    return Basis(law=law, numbers={one.name: one for one in (*numbers, *by_site)})


def need_of(kind: str, derivations: tuple[Derivation, ...], rooms: tuple[str, ...] = (), also: tuple[str, ...] = ()) -> Need:
    """Need with its figures; its clauses are the governing ones, then what they beat, then others that ask for it."""
    named = [d.clause for d in derivations] + [one.clause for d in derivations for one in d.beaten] + list(also)
    return Need(
        kind=kind,
        figures=tuple((d.figure, d.value) for d in derivations),
        rooms=rooms,
        derivations=derivations,
        clauses=tuple(dict.fromkeys(one for one in named if one and not one.startswith(DEFAULT))),
    )
