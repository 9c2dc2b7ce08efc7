"""Figures read out of the clauses in force, for sizing."""

from layoutgen.standards.clause import Clause, Standard


def _clause(standard: Standard, clause_id: str) -> Clause | None:
    return next((c for c in standard.clauses if c.id == clause_id), None)


def least(standard: Standard, clause_id: str, *, middle: bool = False) -> float:
    """Lower bound of a clause, or the middle of its band; 0 where no pack in force has the clause."""
    clause = _clause(standard, clause_id)
    if clause is None or clause.limit is None:
        return 0.0
    low, high = clause.limit.low, clause.limit.high
    if middle and low is not None and high is not None:
        return (low + high) / 2.0
    return low or 0.0


def most(standard: Standard, clause_id: str) -> float | None:
    """Upper bound of a clause; None where no pack in force has one."""
    clause = _clause(standard, clause_id)
    return clause.limit.high if clause is not None and clause.limit is not None else None


def listed(standard: Standard, clause_id: str) -> tuple[str, ...]:
    """Words that a clause asks to be included; empty where no pack in force has the clause."""
    clause = _clause(standard, clause_id)
    return clause.limit.words if clause is not None and clause.limit is not None else ()
