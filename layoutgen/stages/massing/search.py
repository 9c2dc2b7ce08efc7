"""What the search for storey numbers has learnt: fills tell how far the table is to be trusted, block by block."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from layoutgen.stages.massing.storey_options import StoreyOption
from layoutgen.stages.massing.storey_windows import OVERREACH, Choice, choose_storeys

GAIN = 1.02  # a taller choice must promise so much more than what stood
REACHED = 0.985  # of an ask: whole slabs come no nearer
EASE_MAX = 1.6  # no table falls short of what stands by more
TRUST_MIN = 0.95  # and none is taken to be worse
BARRED = 0.5  # of its table: a block that carries less stands before windows in the north that bear no such homes
BARRED_DOWN = 3  # storeys less that would bar them as well
HOPE = 0.93  # of the need: a choice that is thought to carry so much is tried, for rows may carry more than the table says


@dataclass(slots=True, kw_only=True)
class Search:
    """Works inside one massing and never leaves it."""

    options: Sequence[StoreyOption]
    over: float  # share of the need that is asked for besides
    tables: Mapping[str, Sequence[float]]  # floor area by block and option [m2]
    caps: Mapping[str, Sequence[float]]  # the same by law and brief [m2]
    learnt: dict[str, float] = field(default_factory=dict)  # by how much a block carries more than its table says
    known: dict[tuple[str, int], float] = field(default_factory=dict)  # what a block carried with an option [m2]
    tried: set[tuple[tuple[str, int], ...]] = field(default_factory=set)
    stood: dict[str, dict[int, float]] = field(default_factory=dict)  # by block and option: what stood [m2]
    barred: dict[str, tuple[int, float]] = field(default_factory=dict)  # from which storeys on a block carries only so much
    trust: float = 1.0  # share of a choice's reach that stood in the end
    most_m2: float = 0.0  # that stood with any choice
    above: int = 0  # index of the lowest top that comes next

    def next(self, need_m2: float) -> Choice | None:
        """Choose what to try next; None where everything has been."""
        reaches = {name: [self._reach(name, k) for k in range(len(self.options))] for name in self.tables}
        asked_m2, enough_m2 = need_m2 * (1.0 + self.over) / self.trust, self._enough_m2(need_m2)
        first = self.above if self.above < len(self.options) else 0
        while first < len(self.options):
            choice = choose_storeys(asked_m2, enough_m2, reaches, self.options, first)
            key = tuple(sorted(choice.options.items()))
            if key not in self.tried:
                self.tried.add(key)
                return choice
            first = max(choice.top, first) + 1
        return None

    def _enough_m2(self, need_m2: float) -> float:
        """What a choice must promise: most of the need, and more than what stood before."""
        return max(need_m2 * HOPE, min(need_m2, self.most_m2 * GAIN)) / self.trust

    def _reach(self, name: str, option: int) -> float:
        guess = min(self.tables[name][option] * self.learnt.get(name, 1.0), self.caps[name][option])
        if name in self.barred and self.options[option].storeys >= self.barred[name][0]:
            guess = min(guess, self.barred[name][1])
        return self.known.get((name, option), guess)

    def learn(self, choice: Choice, stood_m2: Mapping[str, float]) -> None:
        """Keep what a choice came to, by block; the next is a taller one, as long as there are any."""
        for name, gfa_m2 in stood_m2.items():
            k, ask_m2 = choice.options[name], choice.asks_m2[name]
            self.stood.setdefault(name, {})[k] = gfa_m2
            ratio = gfa_m2 / max(self.tables[name][k], 1.0)
            if gfa_m2 < min(ask_m2, self.tables[name][k]) * BARRED:
                self.barred[name] = (self.options[k].storeys - BARRED_DOWN, gfa_m2)
            if gfa_m2 < ask_m2 * REACHED:
                self.known[name, k] = gfa_m2
            elif ratio > self.learnt.get(name, 1.0):
                self.learnt[name] = min(ratio, EASE_MAX)
        whole_m2 = sum(stood_m2.values())
        self.above, self.most_m2 = choice.top + 1, max(self.most_m2, whole_m2)
        asked = min(choice.reach_m2, sum(choice.asks_m2.values()))
        self.trust = min(self.trust, max(whole_m2 / asked if asked else 1.0, TRUST_MIN))

    def mixed(self) -> Choice | None:
        """Give every block the option that it carried most with, however far they are apart; None before any was tried."""
        if not self.stood:
            return None
        options = {name: max(found, key=lambda k: (found[k], -k)) for name, found in self.stood.items()}
        most = {name: self.stood[name][k] for name, k in options.items()}
        return Choice(
            options=options,
            asks_m2={name: m2 * OVERREACH for name, m2 in most.items()},
            top=max(options.values()),
            reach_m2=sum(most.values()),
        )
