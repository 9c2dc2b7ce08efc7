"""One thing examined: who, what was measured, what is asked, where, and by what it is known again."""

from collections.abc import Iterable
from dataclasses import dataclass

from layoutgen.model.limit import Limit, Measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing examined: who, what was measured, what is asked.

    ``blocked`` is empty, or says in a sentence what the drawing does not tell. ``fingerprint``, ``waiver`` and ``at``
    are the judge's: a rule leaves them out.
    """

    subjects: tuple[str, ...]
    measured: Measured
    limit: Limit
    is_declared: bool = False  # what the maker wrote on a label, not what was measured
    is_off_site: bool = False  # of a facility off the site, as the user declares it
    note: str = ""
    blocked: str = ""
    fingerprint: str = ""  # see model/fingerprint.py
    waiver: int = 0  # number of the waiver that answers for it; 0 = none
    at: tuple[float, float] | None = None  # where on the plan [m]; None = the whole, or nothing drawn

    @property
    def passed(self) -> bool:
        """Whether the limit is met and the drawing says enough."""
        return not self.blocked and self.limit.met_by(self.measured)

    @property
    def is_near_miss(self) -> bool:
        """Whether the limit is met by little, or only within the tolerance."""
        return not self.blocked and self.limit.nearly_missed_by(self.measured)

    @property
    def state(self) -> str:
        """How it fares: "pass", "near", "fail" or "blocked"."""
        if self.blocked:
            return "blocked"
        return "near" if self.is_near_miss else "pass" if self.passed else "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inapplicable:
    """A rule's word that a clause has nothing to apply to here, and why."""

    reason: str


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by distance past the limit: failed, blocked, then the near misses; ties by subject."""

    def rank(finding: Finding) -> tuple[int, float, tuple[str, ...]]:
        margin = finding.limit.margin(finding.measured)
        state = 0 if not finding.passed and not finding.blocked else 1 if finding.blocked else 2
        return (state, margin if margin is not None else 0.0, finding.subjects)

    return tuple(sorted(findings, key=rank))
