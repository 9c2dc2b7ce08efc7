"""What a plan is like, read from the files of one `generate`."""

import json
from pathlib import Path

from shapely.geometry import Polygon, shape

from layoutgen.inputs.templates import load_choices
from layoutgen.stages.structure.quality import cell_quality

REACH = {
    "kg 300 straight": "reach.kindergarten.straight_300",
    "kg 300 walk": "reach.kindergarten.walk_300",
    "kg 300 best": "reach.kindergarten.best_300",
    "services 500 walk": "reach.service_station.walk_500",
    "services 500 best": "reach.service_station.best_500",
    "shops 500 walk": "reach.supermarket.walk_500",
    "shops 500 best": "reach.supermarket.best_500",
    "garden 300 walk": "reach.garden.walk_300",
}


def measures(folder: Path, people: int) -> dict[str, object]:
    """Figures of one plan; `people` is what was asked."""
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))["plan"]
    found, outcomes = report["indicators"], {o["clause"]: o for o in report["outcomes"]}
    failed = [c for c, o in outcomes.items() if o["decides"] and o["verdict"] in ("fail", "blocked") and c != "CRC-11.bus"]
    sun = outcomes["SUN-4.0.9"]
    blocks = [outline(block) for block in plan["blocks"]]
    quality = cell_quality(blocks, load_choices().streets)
    roads = sum(outline(way).area for way in plan["ways"] if way["kind"] == "street")
    return {
        "housed": round(found["people"] / people, 3),
        "blocks": len(blocks),
        "quality": round(float((quality * [b.area for b in blocks]).sum() / sum(b.area for b in blocks)), 2),
        "gates": sum(1 for spot in plan["spots"] if spot["kind"] == "vehicle_gate"),
        "dead ends > 40 m": outcomes["FIRE-10"]["examined"],
        "road share": round(roads / found["site_m2"], 3),
        "net FAR": found["net_far"],
        "building density": found["density"],
        "storeys": int(found["storeys_max"]),
        "sun": round(1.0 - len(sun["subjects"]) / max(sun["examined"], 1), 3),
        **{word: round(found[name], 2) if name in found else "" for word, name in REACH.items()},
        "stalls/hh": found["stalls_per_household"],
        "green": found["green_ratio"],
        "why": ", ".join(failed),
    }


def outline(thing: dict[str, object]) -> Polygon:
    """Outline of a thing in plan.json."""
    given = thing["outline"]
    return Polygon(given) if isinstance(given, list) else shape(given)
