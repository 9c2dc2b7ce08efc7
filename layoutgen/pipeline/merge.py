"""The plans of communities put together into the plan of the whole site, every id led by its community's."""

from collections.abc import Sequence
from dataclasses import replace

from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Facts, Plan, Spot, Tags, Way
from layoutgen.model.site import Site
from layoutgen.pipeline.assemble import by_id, on_grid, site_bus_stops, snapped_context, snapped_edge
from layoutgen.stages.division import Division

OF = "of"  # the tag that names another thing


def merge_plans(site: Site, division: Division, plans: Sequence[Plan], facts: Facts, stops: Sequence[Spot]) -> Plan:
    """Plan of a divided site.

    Parameters
    ----------
    plans
        One a community, in the order of the division, their ids led already.
    stops
        Bus stops proposed on the main roads.
    """
    return Plan(
        facts=facts,
        boundary=on_grid(site.boundary),
        edges=by_id(snapped_edge(edge) for edge in site.edges),
        keep_outs=tuple(on_grid(shape) for shape in site.keep_outs),
        context=by_id(snapped_context(building) for building in site.context),
        window_lines=by_id(site.window_lines),
        off_site=by_id(site.off_site),
        communities=by_id(division.communities),
        blocks=by_id(thing for plan in plans for thing in plan.blocks),
        lots=by_id(thing for plan in plans for thing in plan.lots),
        ways=by_id(_ways(division, plans)),
        buildings=by_id(thing for plan in plans for thing in plan.buildings),
        facilities=by_id(thing for plan in plans for thing in plan.facilities),
        windows=by_id(thing for plan in plans for thing in plan.windows),
        grounds=by_id(thing for plan in plans for thing in plan.grounds),
        stalls=by_id(thing for plan in plans for thing in plan.stalls),
        spots=by_id((*(thing for plan in plans for thing in plan.spots), *site_bus_stops(site), *stops)),
    )


def _ways(division: Division, plans: Sequence[Plan]) -> tuple[Way, ...]:
    return (*division.roads, *(way for plan in plans for way in plan.ways))


def led_by(plan: Plan, community: str) -> Plan:
    """Plan whose ids, and whatever names them, begin with the community's; the site's bus stops are left out."""

    def named(name: str) -> str:
        return f"{community}-{name}" if name else ""

    def tagged(tags: Tags) -> Tags:
        return tuple((key, named(value) if key == OF else value) for key, value in tags)

    return replace(
        plan,
        blocks=tuple(replace(b, id=named(b.id)) for b in plan.blocks),
        lots=tuple(replace(lot, id=named(lot.id)) for lot in plan.lots),
        ways=tuple(replace(w, id=named(w.id), block=named(w.block), tags=tagged(w.tags)) for w in plan.ways),
        buildings=tuple(replace(b, id=named(b.id), block=named(b.block), lot=named(b.lot)) for b in plan.buildings),
        facilities=tuple(
            replace(f, id=named(f.id), building=named(f.building), lot=named(f.lot), tags=tagged(f.tags))
            for f in plan.facilities
        ),
        windows=tuple(replace(w, id=named(w.id), building=named(w.building)) for w in plan.windows),
        grounds=tuple(
            replace(g, id=named(g.id), block=named(g.block), lot=named(g.lot), tags=tagged(g.tags)) for g in plan.grounds
        ),
        stalls=tuple(replace(s, id=named(s.id), block=named(s.block), lot=named(s.lot)) for s in plan.stalls),
        spots=tuple(
            replace(s, id=named(s.id), of=named(s.of), tags=tagged(s.tags))
            for s in plan.spots
            if s.kind is not SpotKind.BUS_STOP
        ),
    )
