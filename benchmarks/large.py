"""A drawing far larger than a community, 300 ha and 1 500 buildings and more: what `validate` takes for it.

    python -m benchmarks.large [--quick]

One plan is laid and set side by side twenty-five times, as one undivided site and as one of twenty-five communities; --quick
takes four. Wall-clock and processor time and peak memory of whole processes; the verdict is not the point, since nothing
joins the tiles.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from benchmarks.division import run
from layoutgen.drawings.compose import compose
from layoutgen.drawings.plan_json import read_plan_json
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.model.plan import Community, Plan

SITE = Path(__file__).parent.parent / "templates" / "sites" / "riverside.geojson"
GIVEN = ("--brief", str(SITE.with_suffix(".toml")), "--draft")
GAP_M = 24.0  # between tiles
IDS = ("id", "block", "lot", "building", "of")  # fields that hold the id of something


def tile(plan: Plan, count: int) -> Plan:
    """A square of copies of a plan, ``count`` on a side; ids begin with the copy's."""
    west, south, east, north = plan.boundary.bounds
    step_x, step_y = round(east - west + GAP_M), round(north - south + GAP_M)
    copies = []
    for number in range(count * count):
        shift = (number % count * step_x, number // count * step_y)
        copies.append(
            _copied(plan, lambda shape, by=shift: affinity.translate(shape, *by), lambda name, at=number: f"T{at:02d}-{name}")
        )
    land = shapely.box(west - 1, south - 1, west + count * step_x + 1, south + count * step_y + 1)
    lists = {
        field.name: tuple(thing for copy in copies for thing in getattr(copy, field.name))
        for field in fields(Plan)
        if isinstance(getattr(plan, field.name), tuple)
    }
    lists["edges"] = ()
    facts = replace(plan.facts, people=plan.facts.people * count * count)
    communities = tuple(
        Community(id=f"C{number:02d}", outline=copy.boundary, people=plan.facts.people) for number, copy in enumerate(copies)
    )
    return replace(plan, boundary=shapely.normalize(land), facts=facts, **{**lists, "communities": communities})


def _copied(value: object, move: Callable[[BaseGeometry], BaseGeometry], named: Callable[[str], str]) -> object:
    """The value elsewhere, under other names."""
    if isinstance(value, BaseGeometry):
        return move(value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {}
        for field in fields(value):
            kept = getattr(value, field.name)
            if field.name in IDS and isinstance(kept, str):
                changes[field.name] = named(kept) if kept else kept
            elif field.name == "tags":
                changes[field.name] = tuple((key, named(word) if key == "of" else word) for key, word in kept)
            elif field.name not in ("facts", "assumptions"):
                changes[field.name] = _copied(kept, move, named)
        return replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(_copied(one, move, named) for one in value)
    return value


def main() -> None:
    """Print the table."""
    count = 2 if "--quick" in sys.argv else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(["generate", str(SITE), *GIVEN, "--out", "one"], folder)
        plan = read_plan_json(folder / "one" / "plan.json")
        divided = tile(plan, count)
        head = ("ha", "buildings", "entities", "wall s", "cpu s", "peak MB", "exit")
        print(f"{'drawing':<22}" + "".join(f"{word:>10}" for word in head) + "  verdict")
        for title, large in (("every tile a community", divided), ("undivided", replace(divided, communities=()))):
            write_dxf(compose(large), folder / "large.dxf")
            seconds, cpu, peak, code = run(["validate", "large.dxf", "--report", "large.json"], folder)
            entities = (folder / "large.dxf").read_text(encoding="utf-8").count("\nAcDbEntity\n")
            verdict = json.loads((folder / "large.json").read_text(encoding="utf-8"))["verdict"]
            area = large.boundary.area / 10_000.0
            counts = f"{area:>10.0f}{len(large.buildings):>10}{entities:>10}"
            row = f"{title:<22}{counts}{seconds:>10.1f}{cpu:>10.1f}{peak:>10.0f}{code:>10}  {verdict}"
            print(row, flush=True)


if __name__ == "__main__":
    main()
