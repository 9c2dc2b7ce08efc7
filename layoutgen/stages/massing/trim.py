"""Surplus dwellings taken off: storeys from the southern rows, then from single slabs, until the households are met."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from layoutgen.stages.massing.row_fit import FEW_UNITS, is_slender
from layoutgen.stages.massing.rows_of_slabs import RowPlan, SlabPlan, on_one_line
from layoutgen.stages.massing.units import Placed, Unit, UnitKind

STEP_MAX = 3  # storeys by which a row may come to stand below its block's others
WIDTH_DIGITS = 6


def trimmed(rows: Sequence[RowPlan], households: int, least_storeys: Mapping[str, int]) -> tuple[RowPlan, ...]:
    """Rows with no more dwellings than are needed, as near as whole storeys go; never fewer than the households.

    Parameters
    ----------
    least_storeys
        Per block, the lower end of its storey class.
    """
    near = {row.block: max(least_storeys[row.block], _highest(rows, row.block) - STEP_MAX) for row in rows}
    for floor in (near, least_storeys):
        rows = _lowered(rows, households, floor)
    rows = without_spare_slabs(rows, households)
    rows = without_spare_units(rows, households)
    return _single_slabs(list(rows), households, least_storeys)


def _lowered(rows: Sequence[RowPlan], households: int, floor: Mapping[str, int]) -> tuple[RowPlan, ...]:
    """Rows lowered as far as the floors of their blocks let them."""
    kept = list(rows)
    while True:
        excess = sum(row.dwellings for row in kept) - households
        line = _line_to_lower(kept, excess, floor)
        if not line:
            return tuple(kept)
        for index in line:
            kept[index] = _lower_row(kept[index])


def _highest(rows: Sequence[RowPlan], block: str) -> int:
    return max(slab.storeys for row in rows if row.block == block for slab in row.slabs)


def _lower_row(row: RowPlan) -> RowPlan:
    return replace(row, slabs=tuple(replace(slab, storeys=slab.storeys - 1) for slab in row.slabs))


def _floor_dwellings(slabs: Sequence[SlabPlan]) -> int:
    return sum(len(unit) for slab in slabs for unit in slab.units)


def _line_to_lower(rows: Sequence[RowPlan], excess: int, floor: Mapping[str, int]) -> tuple[int, ...]:
    """Rows on one line that may lose a storey: the highest ones first, of those the southernmost."""
    able = [
        (max(slab.storeys for slab in slabs), line)
        for line in on_one_line(rows)
        if (slabs := [slab for index in line for slab in rows[index].slabs])
        and min(slab.storeys for slab in slabs) > floor[rows[line[0]].block]
        and 0 < _floor_dwellings(slabs) <= excess
    ]
    return max(able)[1] if able else ()


def _single_slabs(rows: list[RowPlan], households: int, floor: Mapping[str, int]) -> tuple[RowPlan, ...]:
    """Take single storeys off single slabs, from the highest first."""
    while True:
        excess = sum(row.dwellings for row in rows) - households
        able = [
            (slab.storeys, _floor_dwellings((slab,)), i, -k)
            for i, row in enumerate(rows)
            for k, slab in enumerate(row.slabs)
            if slab.storeys > floor[row.block] and _floor_dwellings((slab,)) <= excess
        ]
        if not able:
            return tuple(rows)
        *_, i, minus_k = max(able)
        slabs = list(rows[i].slabs)
        slabs[-minus_k] = replace(slabs[-minus_k], storeys=slabs[-minus_k].storeys - 1)
        rows[i] = replace(rows[i], slabs=tuple(slabs))


def without_spare_slabs(rows: Sequence[RowPlan], households: int) -> tuple[RowPlan, ...]:
    """Rows without whole slabs that nobody needs: the last ones of the block with most rows go first."""
    kept = list(rows)
    while True:
        excess = sum(row.dwellings for row in kept) - households
        able = [i for i, row in enumerate(kept) if row.slabs[-1].dwellings <= excess and _is_last(kept, i)]
        if not able:
            return tuple(kept)
        index = max(able, key=lambda i: (sum(r.dwellings for r in kept if r.block == kept[i].block), i))
        row = kept[index]
        kept[index : index + 1] = [replace(row, slabs=row.slabs[:-1])] if len(row.slabs) > 1 else []


def without_spare_units(rows: Sequence[RowPlan], households: int) -> tuple[RowPlan, ...]:
    """Rows whose easternmost slabs have lost the units that nobody needs, the last row first; two units stay."""
    kept = list(rows)
    for index in range(len(kept) - 1, -1, -1):
        while True:
            last = kept[index].slabs[-1]
            excess = sum(row.dwellings for row in kept) - households
            if len(last.units) <= FEW_UNITS or len(last.units[-1]) * last.storeys > excess:
                break
            if not is_slender(last.units[:-1], kept[index].depth_m):
                break
            shorter = replace(last, units=last.units[:-1])
            kept[index] = replace(kept[index], slabs=(*kept[index].slabs[:-1], shorter))
    return tuple(kept)


def _is_last(rows: Sequence[RowPlan], index: int) -> bool:
    return all(row.cell != rows[index].cell for row in rows[index + 1 :])


def rebalanced(rows: Sequence[RowPlan], kinds: Sequence[UnitKind]) -> tuple[RowPlan, ...]:
    """Rows whose units of equal width are dealt anew, so that the mix comes out for the storeys that stand."""
    total = sum(slab.storeys * len(slab.units) for row in rows for slab in row.slabs)
    placed: Placed = Counter()
    by_width: dict[float, list[UnitKind]] = {}
    for kind in kinds:
        by_width.setdefault(round(kind.floor_m2, WIDTH_DIGITS), []).append(kind)

    def deal(unit: Unit, storeys: int) -> Unit:
        equals = by_width.get(round(sum(unit), WIDTH_DIGITS))
        if equals is None:  # of a tower
            return unit
        chosen = max(equals, key=lambda k: (k.share * total - placed[k.areas_m2], k.areas_m2)).areas_m2
        placed[chosen] += storeys
        return chosen

    return tuple(
        replace(
            row,
            slabs=tuple(replace(slab, units=tuple(deal(unit, slab.storeys) for unit in slab.units)) for slab in row.slabs),
        )
        for row in rows
    )
