"""By what a finding is known again in a later judgement: a short code of its clause and of what it speaks of.

No coordinate, handle, measured value or order goes into it, so it stays while the drawing is moved, its entities are
renumbered, or other findings come and go; two about the same thing are told apart by which is worse.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256

from layoutgen.model.finding import Finding

LETTERS = 16


def fingerprints(clause: str, findings: Sequence[Finding], about: str, communities: Collection[str] = ()) -> Iterator[str]:
    """Fingerprint of each finding of a clause, in their order, the worst first.

    Parameters
    ----------
    about
        What tells the measure's findings apart: "each" = all subjects; "first" = the first, the rest being what is nearest
        to it; "whole" = nothing, it speaks of all of them together; "note" = what its note says.
    communities
        Ids of the communities of a divided site: each is judged by itself.
    """
    times: Counter[tuple[str, ...]] = Counter()
    for finding in findings:
        names = _names(finding, about, communities)
        times[names] += 1
        yield sha256("\0".join((clause, *names, str(times[names]))).encode()).hexdigest()[:LETTERS]


def _names(finding: Finding, about: str, communities: Collection[str]) -> tuple[str, ...]:
    said = sorted({name.partition("-")[0] for name in finding.subjects} & set(communities))
    others = tuple(name for name in finding.subjects if name not in communities)
    if about == "note":
        return (*said, finding.blocked or finding.note)
    if about == "whole":
        return tuple(said)
    return (*said, *(others[:1] if about == "first" else sorted(others)))
