"""All that can be laid over the plan, as data for the page's script."""

from layoutgen.reports.html.dossier import Dossier
from layoutgen.reports.html.overlays.parts import judged_parts
from layoutgen.reports.html.overlays.reach_map import Reach, radii_of, reach_map, reach_of
from layoutgen.reports.html.overlays.sun_map import sun_overlay
from layoutgen.reports.html.overlays.walk_map import Walks, walk_map, walked_kinds, walks_of
from layoutgen.reports.json_values import Json
from layoutgen.validator.judgement import judging


def every_overlay(dossier: Dossier) -> dict[str, Json]:
    """Sun, walks and reach; each part of a divided site is worked out once, as when it was judged."""
    radii, kinds = radii_of(dossier.report, dossier.standard), walked_kinds(dossier.standard)
    walks: list[Walks] = []
    reaches: dict[str, list[Reach]] = {radius.kind: [] for radius in radii}
    for part in judged_parts(dossier.plan, dossier.report):
        with judging(part):
            walks.append(walks_of(part, kinds))
            for kind, found in reaches.items():
                found.append(reach_of(part, kind))
    return {
        "sun": sun_overlay(dossier.plan, dossier.standard),
        "walks": walk_map(walks, kinds),
        "reach": reach_map(reaches, radii),
    }
