"""The clause that a case is judged by: measure from the file's name, figures and options from the case."""

from collections.abc import Mapping

from layoutgen.standards.clause import Clause
from layoutgen.standards.entry import Entry
from layoutgen.standards.measures import load_measures
from layoutgen.standards.read_clause import Known, read_clause

SAID = {
    "force": "must",
    "scope": "both",
    "source": "a case",
    "where": "a case",
    "confidence": "primary",
    "says_zh": "例",
    "says_en": "a case",
}


def clause_from_case(measure: str, figures: Mapping[str, object]) -> Clause:
    """Clause of a case; it is checked as any pack's clause is."""
    known = Known(measures=load_measures(), deciding=(), always=())
    values = {**SAID, "id": "CASE", "measure": measure, **figures}
    return read_clause(Entry(file=f"{measure}.toml", name="CASE", values=values), "case", known)
