"""Of all clauses in force, what each asks of a figure of the program: the greatest governs, whatever pack it stands in."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from layoutgen.model.limit import Demand
from layoutgen.model.program import Input
from layoutgen.model.report import Confidence, Force
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.formulas import evaluate
from layoutgen.standards.scope import Circumstances, outranked_by, why_out_of_scope

SURE = (Confidence.PRIMARY, Confidence.SECONDARY)
FLOORS = (Demand.AT_LEAST, Demand.BETWEEN, Demand.ABOUT, Demand.EXACTLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How a measure speaks of the program, see data/sizing.toml."""

    measure: str
    figure: str
    of: str = ""
    times: str = ""
    over: float = 1.0
    share_of: str = ""
    is_whole: bool = False
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bid:
    """What one clause, or one default of ours, asks of a figure."""

    value: float
    clause: str
    formula: str
    inputs: tuple[Input, ...] = ()  # besides the numbers of the basis
    outranked_by: str = ""
    decides: bool = False  # a breach of the clause fails the plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """Clauses that size a program: in scope, and sure or a must."""

    spoken: tuple[tuple[Voice, Clause], ...]
    listing: tuple[Clause, ...]  # that ask for words or kinds
    outranked: Mapping[str, str]

    def bids(
        self,
        figure: str,
        of: str,
        numbers: Mapping[str, Input],
        words: Mapping[str, str] | None = None,
        scale: Callable[[Clause], str] | None = None,
    ) -> tuple[Bid, ...]:
        """Bids for a figure of a need.

        Parameters
        ----------
        words
            Options that the clause must have, such as ``grounds = class_ground``.
        scale
            What a clause's formula is multiplied by.
        """
        return tuple(
            _bid(voice, clause, numbers, scale(clause) if scale else "", self.outranked.get(clause.id, ""))
            for voice, clause in self.spoken
            if voice.figure == figure and _bearer(voice, clause) == of and _has(clause, words or {})
        )

    def clauses(self, measure: str, of: str) -> tuple[Clause, ...]:
        """Clauses of a measure that ask for floors."""
        return tuple(clause for _, clause in self.spoken if clause.measure == measure and clause.of == of)

    def named(self, measure: str, of: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """All words that clauses want of a kind, each once, and the ids of those clauses."""
        asking = [clause for clause in self.listing if clause.measure == measure and clause.of == of]
        words = dict.fromkeys(word for clause in asking for word in clause.bound.words)
        return tuple(words), tuple(clause.id for clause in asking)

    def naming(self, kind: str) -> tuple[str, ...]:
        """Ids of the clauses that want a kind of facility to be there at all."""
        return tuple(c.id for c in self.listing if c.measure == "facility.kinds" and kind in c.bound.words)

    def governing(self, kind: str, numbers: Mapping[str, Input]) -> str:
        """Clause that asks most of a kind's floor area, else of its land, else that asks for it at all; "" where none does."""
        for figure in ("gfa_m2", "land_m2", "usable_m2", "count"):
            bids = [bid for bid in self.bids(figure, kind, numbers) if not bid.outranked_by]
            if bids:
                return max(bids, key=lambda bid: bid.value).clause
        return next(iter(self.naming(kind)), "")

    def most(self, measure: str, of: str = "") -> tuple[float | None, str]:
        """Least upper bound that a clause in force sets, and its id; None where none does."""
        caps = [
            (clause.limit.high, clause.id)
            for clause in self.listing
            if clause.measure == measure and clause.of == of and clause.limit and clause.limit.demand is Demand.AT_MOST
        ]
        return min(((high, name) for high, name in caps if high is not None), default=(None, ""))


def law_in_force(standard: Standard, circumstances: Circumstances) -> Law:
    """Clauses of a standard that size: those in scope that are must, or sure; a recalled should never does (figures §0)."""
    heard = [c for c in standard.clauses if _is_heard(c) and not why_out_of_scope(c, circumstances)]
    voices = load_voices()
    return Law(
        spoken=tuple(
            (voice, clause)
            for clause in heard
            if clause.limit is not None and clause.limit.demand in FLOORS
            for voice in voices
            if voice.measure == clause.measure and (not voice.only or clause.of in voice.only)
        ),
        listing=tuple(
            clause
            for clause in heard
            if clause.limit is not None and clause.limit.demand in (Demand.INCLUDES, Demand.AT_MOST) and not _is_wish(clause)
        ),
        outranked=outranked_by(standard, circumstances),
    )


def load_voices() -> tuple[Voice, ...]:
    """Read how measures speak of the program."""
    text = files("layoutgen.standards").joinpath("data", "sizing.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["sizing"]
    return tuple(Voice(**{**row, "only": tuple(row.get("only", ()))}) for row in rows)


def asked_value(clause: Clause) -> float:
    """Floor that a clause asks; the middle where it names a target."""
    low, high = clause.bound.low, clause.bound.high
    if clause.bound.demand is Demand.ABOUT and low is not None and high is not None:
        return (low + high) / 2.0
    return low or 0.0


def input_of(clause: Clause) -> Input:
    """A clause's floor as a named number."""
    return Input(name=name_of(clause), value=asked_value(clause), source=f"{clause.source} {clause.where}".strip())


def name_of(clause: Clause) -> str:
    """Name of a clause's figure in formulas: its id as one word."""
    return re.sub(r"[\s(),]", "_", clause.id)


def _is_heard(clause: Clause) -> bool:
    return clause.force is Force.MUST or clause.confidence in SURE


def _is_wish(clause: Clause) -> bool:
    """A may about something optional: nothing to build by."""
    return clause.force is Force.MAY and dict(clause.options).get("is_optional") is True


def _bearer(voice: Voice, clause: Clause) -> str:
    return voice.of or clause.of


def _has(clause: Clause, words: Mapping[str, str]) -> bool:
    return all(word in clause.words(option) for option, word in words.items())


def _bid(voice: Voice, clause: Clause, numbers: Mapping[str, Input], scale: str, outranked: str) -> Bid:
    own = [input_of(clause)]
    formula = own[0].name
    if voice.share_of:
        share = Input(name=f"{formula}.share", value=clause.number("share"), source=own[0].source)
        own.append(share)
        part = f"{share.name} * {voice.share_of}"
        formula = f"max({formula}, ceil({part}))" if voice.is_whole else f"max({formula}, {part})"
    elif voice.times:
        formula = f"{formula} * {voice.times}" + (f" / {voice.over:g}" if voice.over != 1.0 else "")
    formula = f"{formula} * {scale}" if scale else formula
    known = {**{one.name: one.value for one in numbers.values()}, **{one.name: one.value for one in own}}
    return Bid(
        value=evaluate(formula, known),
        clause=clause.id,
        formula=formula,
        inputs=tuple(own),
        outranked_by=outranked,
        decides=clause.decides and not outranked,
    )
