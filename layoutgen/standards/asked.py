"""Which clauses ask for a thing: those of a measure that are in scope, whatever pack they stand in."""

from layoutgen.model.report import Force
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.scope import Circumstances, why_out_of_scope


def clauses_asking(standard: Standard, circumstances: Circumstances, measure: str) -> tuple[Clause, ...]:
    """Clauses of a measure that are in scope and more than an invitation, in the order of their packs."""
    return tuple(
        clause
        for clause in standard.clauses
        if clause.measure == measure and clause.force is not Force.MAY and not why_out_of_scope(clause, circumstances)
    )
