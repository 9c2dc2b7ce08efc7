"""How a community comes by its facilities: all on the site, or some off it, each with its walk and whether it counts."""

import math

from layoutgen.drawings.layers import load_profile
from layoutgen.model.kinds import off_site_family
from layoutgen.model.report import OffSiteWalk, PathTaken
from layoutgen.reports.json_values import Json

NAMES = {
    "zh": {
        "full": "按一个社区配齐",
        "stand_alone": "小型项目：设施在用地内全部配齐",
        "off_site": "小型项目：部分设施利用场外",
        "shared": "既有社区：部分设施与周边共享",
    },
    "en": {
        "full": "equipped as one community",
        "stand_alone": "a small project with the full kit on its site",
        "off_site": "a small project with facilities off its site",
        "shared": "an existing community that shares facilities of its neighbours",
    },
}
WORDS = {
    "zh": {
        "path": "配套路径：{name}；场内满足 {on} 条，场外满足 {off} 条",
        "counts": "计入",
        "not": "不计",
        "row": "{id} {name}：最远住户步行 {walk} m，{counts}",
    },
    "en": {
        "path": "Path: {name}; {on} facility clauses met on the site, {off} off it",
        "counts": "counts",
        "not": "not counted",
        "row": "{id} {name}: {walk} m on foot from the farthest home, {counts}",
    },
}


def path_json(path: PathTaken) -> dict[str, Json]:
    """Block of `report.json`."""
    return {
        "path": path.name,
        "clause": path.clause,
        "walk_limit_m": path.walk_m,
        "off_site": [_row_json(row) for row in path.off_site],
        "counts": {"met_on_site": len(path.met_on_site), "met_off_site": len(path.met_off_site)},
        "met_on_site": list(path.met_on_site),
        "met_off_site": list(path.met_off_site),
    }


def path_lines(path: PathTaken, lang: str) -> list[str]:
    """Lines for a console; none for a community of full size that has nothing off its site."""
    if path.name == "full" and not path.off_site:
        return []
    words = WORDS[lang]
    head = words["path"].format(name=NAMES[lang][path.name], on=len(path.met_on_site), off=len(path.met_off_site))
    return [head, *(f"  {_row_text(row, lang)}" for row in path.off_site)]


def _row_json(row: OffSiteWalk) -> Json:
    walk_m = round(row.walk_m, 1) if math.isfinite(row.walk_m) else None
    return {"id": row.id, "kind": row.kind, "name": row.name, "walk_m": walk_m, "counts": row.counts, "note": row.note}


def _row_text(row: OffSiteWalk, lang: str) -> str:
    words = WORDS[lang]
    walk = f"{row.walk_m:.0f}" if math.isfinite(row.walk_m) else "–"
    counts = words["counts"] if row.counts else f"{words['not']} ({row.note})" if lang == "en" else words["not"]
    kind = load_profile().holding(f"{off_site_family(row.kind)}.{row.kind}").zh if lang == "zh" else row.kind
    name = f"{kind} {row.name}".strip()
    return words["row"].format(id=row.id, name=name, walk=walk, counts=counts)
