"""Massing: homes in regular rows, aimed at the households, in the sun; facility buildings in their lots."""

from collections.abc import Sequence

from numpy.random import Generator
from shapely.geometry import Polygon

from layoutgen.model.stages import Allocation, Commission, Massing, Structure
from layoutgen.stages.massing.block_plan import BlockPlan, Drafting
from layoutgen.stages.massing.clear_sides import with_clear_sides
from layoutgen.stages.massing.compose_homes import Homes, compose_homes
from layoutgen.stages.massing.facility_buildings import FacilityBuildings, place_facilities
from layoutgen.stages.massing.lawful_trim import lawfully_trimmed
from layoutgen.stages.massing.obstacles import site_sun, standing_shapes
from layoutgen.stages.massing.proof import apart, proven
from layoutgen.stages.massing.rows_of_slabs import RowPlan
from layoutgen.stages.massing.site_fill import fill_site
from layoutgen.stages.massing.site_ground import ground_of
from layoutgen.stages.massing.spreading import spread
from layoutgen.stages.massing.standing import Standing
from layoutgen.stages.massing.storey_options import storey_options
from layoutgen.stages.massing.taller import taller_note
from layoutgen.stages.massing.trim import rebalanced
from layoutgen.stages.massing.units import Placed, unit_kinds
from layoutgen.standards.clause import Standard


def mass(commission: Commission, structure: Structure, allocation: Allocation, standard: Standard, rng: Generator) -> Massing:
    """Stand the homes of a program in the blocks, and its facilities in their lots.

    Every dwelling's windows keep the sunlight standard, playrooms theirs. Where the homes do not all fit, the notes say
    what bound in each block.

    Raises
    ------
    InfeasibleError
        If a facility building fits no lot.
    """
    facilities = place_facilities(commission, allocation, standard)
    draft = drafting(commission, structure, standard, facilities)
    base = Standing(
        sun=site_sun(commission, standard, facilities.buildings, facilities.windows), rows=(), placed=Placed(), ahead=Polygon()
    )
    program = commission.program
    ground = ground_of(base, allocation.blocks, allocation.cells, draft)
    plans = fill_site(base, ground, program.housing_gfa_m2, program.households, draft) if draft.options else ()
    if not _dwellings(plans):
        return _massing(facilities, Homes(buildings=(), windows=(), doors=(), rows=(), notes=("no home fits any block",)), ())
    rows = [row for filled in plans for row in filled.rows]
    even = spread(lawfully_trimmed(rows, plans, commission, standard), allocation.cells, base.sun, draft)
    standing = standing_shapes(commission.site, facilities.buildings)
    lands = {block.id: block.outline for block in allocation.blocks}
    reached = with_clear_sides(even, lands, [shape for shape, _ in standing], commission.choices)
    sound = apart(reached, standing, commission.choices)
    final = proven(base.sun, rebalanced(sound, draft.kinds), sound, commission.choices)
    homes = compose_homes(final, allocation.cells, commission.choices, standard)
    taller = taller_note(final, ground, program.housing_gfa_m2, draft)
    return _massing(facilities, homes, (*_notes(final, plans, program.households), *taller))


def _massing(facilities: FacilityBuildings, homes: Homes, notes: tuple[str, ...]) -> Massing:
    return Massing(
        buildings=(*homes.buildings, *facilities.buildings),
        facilities=facilities.facilities,
        windows=(*homes.windows, *facilities.windows),
        doors=(*homes.doors, *facilities.doors),
        rows=homes.rows,
        notes=(*homes.notes, *notes),
    )


def drafting(commission: Commission, structure: Structure, standard: Standard, facilities: FacilityBuildings) -> Drafting:
    """What the search for every block is given."""
    choices = commission.choices
    return Drafting(
        site=commission.site,
        brief=commission.brief,
        choices=choices,
        options=storey_options(commission.brief, choices, standard),
        kinds=unit_kinds(commission.program.dwellings, choices.housing.dwellings_per_unit),
        fixed=facilities.buildings,
        structure_deg=structure.azimuth_deg,
    )


def _dwellings(plans: Sequence[BlockPlan]) -> int:
    return sum(plan.dwellings for plan in plans)


def _notes(rows: Sequence[RowPlan], plans: Sequence[BlockPlan], households: int) -> tuple[str, ...]:
    housed = sum(row.dwellings for row in rows)
    if housed >= households:
        return ()
    words = [f"{plan.block.id}: {plan.bound_by}, {plan.gfa_m2:.0f} m2" for plan in plans]
    return (f"{housed} of {households} households are housed; bound by " + ("; ".join(words) or "land"),)
