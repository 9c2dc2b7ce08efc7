"""Children in each group of a nursery, by the group's age, as its label declares them."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan, tag_words
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import of_kind


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold every group of the label against the size of its age."""
    found = of_kind(plan, clause.of)
    for facility in found:
        yield from _of_facility(clause, facility)
    if not found and dict(clause.options).get("is_optional") is True:
        yield Inapplicable(reason=f"no {clause.of} is drawn, and none is asked")
    elif not found:
        yield Finding(subjects=(clause.of,), measured=None, limit=clause.rows[0].limit, note=f"no {clause.of} is drawn")


def _of_facility(clause: Clause, facility: Facility) -> Iterator[Finding]:
    said = tag_words(facility.tags, "groups")
    if not said:
        yield _silent(clause, facility, "the label does not say groups=age:children,…")
    held = sum(int(number) for _, _, number in (word.partition(":") for word in said) if number.isdigit())
    if said and held < facility.children:
        yield _silent(clause, facility, f"its groups hold {held} of the {facility.children} children")
    for word in said:
        age, _, number = word.partition(":")
        limit = clause.row(group=age)
        if limit is None or not number.isdigit():
            ages = ", ".join(dict(row.keys)["group"] for row in clause.rows)
            yield _silent(clause, facility, f"groups={word}: an age out of {ages} and a whole number is expected")
        else:
            yield Finding(subjects=(facility.id,), measured=float(number), limit=limit, is_declared=True, note=age)


def _silent(clause: Clause, facility: Facility, sentence: str) -> Finding:
    limit = clause.rows[0].limit
    return Finding(subjects=(facility.id,), measured=None, limit=limit, is_declared=True, blocked=sentence)
