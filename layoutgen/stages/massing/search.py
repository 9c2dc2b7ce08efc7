"""What the search for storey numbers has learnt: fills tell how far the table is to be trusted, block by block."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from layoutgen.stages.massing.block_plan import BlockPlan, Drafting
from layoutgen.stages.massing.storey_windows import Choice, choose_storeys

REACHED = 0.985  # of an ask: whole slabs come no nearer
EASE_MAX = 1.6  # no table falls short of what stands by more
TRUST_MIN = 0.8  # and none is taken to be worse


@dataclass(slots=True, kw_only=True)
class Search:
    """Works inside one massing and never leaves it."""

    tables: Mapping[str, Sequence[float]]  # floor area by block and option [m2]
    caps: Mapping[str, Sequence[float]]  # the same by law and brief [m2]
    learnt: dict[str, float] = field(default_factory=dict)  # by how much a block carries more than its table says
    known: dict[tuple[str, int], float] = field(default_factory=dict)  # what a block carried with an option [m2]
    tried: set[tuple[tuple[str, int], ...]] = field(default_factory=set)
    trust: float = 1.0  # share of a choice's reach that stood in the end

    def next(self, need_m2: float, draft: Drafting) -> Choice | None:
        """Choose what to try next; None where everything has been."""
        reaches = {name: [self._reach(name, k) for k in range(len(table))] for name, table in self.tables.items()}
        first = 0
        while first < len(draft.options):
            choice = choose_storeys(need_m2, reaches, draft.options, draft.choices.housing.over_ask, first, self.trust)
            key = tuple(sorted(choice.options.items()))
            if key not in self.tried:
                self.tried.add(key)
                return choice
            first = max(choice.top, first) + 1
        return None

    def _reach(self, name: str, option: int) -> float:
        guess = self.tables[name][option] * self.learnt.get(name, 1.0)
        return self.known.get((name, option), min(guess, self.caps[name][option]))

    def learn(self, choice: Choice, plans: Sequence[BlockPlan]) -> None:
        """Keep what a choice came to."""
        for plan in plans:
            name, k = plan.block.id, choice.options[plan.block.id]
            ratio = plan.gfa_m2 / max(self.tables[name][k], 1.0)
            if plan.gfa_m2 < plan.ask_m2 * REACHED:
                self.known[name, k] = plan.gfa_m2
            elif ratio > self.learnt.get(name, 1.0):
                self.learnt[name] = min(ratio, EASE_MAX)
        asked = min(choice.reach_m2, sum(choice.asks_m2.values()))
        stood = sum(plan.gfa_m2 for plan in plans) / asked if asked else 1.0
        self.trust = min(self.trust, max(stood, TRUST_MIN))
