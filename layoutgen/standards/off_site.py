"""Whether facilities off the site may count, and within which walk: the terms that a clause in force gives."""

from dataclasses import dataclass

from layoutgen.standards.clause import OFF_SITE_WALK, Standard
from layoutgen.standards.scope import Circumstances, outranked_by, why_out_of_scope


@dataclass(frozen=True, slots=True, kw_only=True)
class OffSiteTerms:
    """Terms on which facilities off the site count."""

    clause: str  # that gives them
    walk_m: float  # from the farthest home, at most


def off_site_terms(standard: Standard, circumstances: Circumstances) -> OffSiteTerms | None:
    """Terms of the clause in scope that lets facilities off the site count; None where none does, or another outranks it.

    Source: CRC-00.small for a small new project (F-61), CRC-00.share for an existing community; the walk is the guide's 2.2.
    """
    lesser = outranked_by(standard, circumstances)
    for clause in standard.clauses:
        has_terms = clause.lets_off_site_count and clause.id not in lesser
        if has_terms and not why_out_of_scope(clause, circumstances):
            return OffSiteTerms(clause=clause.id, walk_m=clause.number(OFF_SITE_WALK))
    return None
