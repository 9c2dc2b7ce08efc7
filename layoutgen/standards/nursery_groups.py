"""Groups of a nursery: how many children of which age, none above the size that the law sets.

Source: 国卫人口发〔2019〕58号, article 19.
"""

from collections.abc import Mapping
from math import ceil

from layoutgen.standards.clause import Standard

CLAUSE = "NURSERY-19.groups"
AGES = ("older", "toddler", "infant")  # one group of each where that is enough
MIXED = "mixed"

Group = tuple[str, int]


def nursery_groups(standard: Standard, children: int) -> tuple[Group, ...]:
    """One group of each age in proportion to its size; where they would not hold all, mixed groups of even size.

    Few groups are better than many: from four on the law wants a building of its own. None where no pack in force has sizes.
    """
    clause = next((c for c in standard.clauses if c.id == CLAUSE), None)
    if clause is None or children <= 0:
        return ()
    sizes = {dict(row.keys)["group"]: int(row.limit.high or 0.0) for row in clause.rows}
    if children <= sum(sizes[age] for age in AGES):
        return _by_age(sizes, children)
    count = ceil(children / sizes[MIXED])
    return tuple((MIXED, children * (n + 1) // count - children * n // count) for n in range(count))


def own_house_clause(standard: Standard, children: int) -> str:
    """The clause that asks for a house of its own for a nursery of so many groups; "" where none does."""
    groups = len(nursery_groups(standard, children))
    asking = (c for c in standard.clauses if c.measure == "facility.independent" and c.of == "nursery")
    return next((clause.id for clause in asking if groups >= clause.number("from_classes")), "")


def _by_age(sizes: Mapping[str, int], children: int) -> tuple[Group, ...]:
    """Whole children by largest remainders; an age that gets none has no group."""
    total = sum(sizes[age] for age in AGES)
    exact = {age: children * sizes[age] / total for age in AGES}
    counts = {age: int(exact[age]) for age in AGES}
    order = sorted(AGES, key=lambda age: (counts[age] - exact[age], AGES.index(age)))
    for age in order[: children - sum(counts.values())]:
        counts[age] += 1
    return tuple((age, counts[age]) for age in AGES if counts[age])
