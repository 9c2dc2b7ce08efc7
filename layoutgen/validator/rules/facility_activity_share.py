"""Share of some facilities' floor area that residents use for their activities, as their labels say."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import floor_area_m2, ids, of_kind, silent

TAG = "activity_share"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Weight the shares on the labels by the floor areas drawn; blocked where no label says one."""
    kinds = clause.words("kinds")
    found = tuple(facility for kind in kinds for facility in of_kind(plan, kind))
    total = sum(floor_area_m2(plan, facility) for facility in found)
    shares = {facility.id: _share(facility) for facility in found}
    if not total:
        yield Finding(subjects=kinds, measured=None, limit=clause.bound, note=f"none of {', '.join(kinds)} is drawn")
        return
    if all(share is None for share in shares.values()):
        yield silent(clause, ids(found), f"no label says {TAG}")
        return
    used = sum((shares[facility.id] or 0.0) * floor_area_m2(plan, facility) for facility in found)
    note = f"counted: {', '.join(kinds)}; {used:.0f} of {total:.0f} m2"
    yield Finding(subjects=ids(found), measured=used / total, limit=clause.bound, is_declared=True, note=note)


def _share(facility: Facility) -> float | None:
    """Share on a label; None where it says none, or what no share can be."""
    share = tag_number(facility.tags, TAG)
    return share if share is not None and 0.0 <= share <= 1.0 else None
