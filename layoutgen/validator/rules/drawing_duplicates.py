"""Nothing drawn twice, no id given twice."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from shapely.geometry import Polygon

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.outlines import all_outlines


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count how often an id is given again, and how often a kind repeats an outline."""
    names = [name for _, name, _ in all_outlines(plan)]
    names += [facility.id for facility in plan.facilities] + [window.id for window in plan.windows]
    names += [spot.id for spot in plan.spots] + [edge.id for edge in plan.edges]
    names += [building.id for building in plan.context]
    if not names:
        yield Inapplicable(reason="nothing is drawn inside the red line")
        return
    times = _repeated(names)
    places: dict[tuple[str, bytes], list[str]] = defaultdict(list)
    for word, name, outline in all_outlines(plan):
        places[word, _ring(outline)].append(name)
    for facility in plan.facilities:
        floors = ",".join(str(floor) for floor in facility.floors)
        places[f"{facility.kind.value} {floors}", _ring(facility.outline)].append(facility.id)
    copies = sorted(tuple(sorted(same)) for same in places.values() if len(same) > 1)
    for name, count in sorted(times.items()):
        yield Finding(subjects=(name,), measured=count - 1.0, limit=clause.bound, note="the id is given again")
    for same in copies:
        yield Finding(subjects=same, measured=len(same) - 1.0, limit=clause.bound, note="one outline drawn again")
    if not times and not copies:
        yield Finding(subjects=("drawing",), measured=0.0, limit=clause.bound, note=f"{len(names)} things")


def _repeated(names: list[str]) -> dict[str, int]:
    return {name: count for name, count in Counter(names).items() if count > 1}


def _ring(outline: Polygon) -> bytes:
    return bytes(outline.normalize().wkb)
