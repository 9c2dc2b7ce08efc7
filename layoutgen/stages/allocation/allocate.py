"""Lots where they serve best, cut so that what is left for homes stays in good shape."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.random import Generator
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.errors import InfeasibleError
from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.kinds import LotKind, StreetMode
from layoutgen.model.plan import Lot, Tags, tags_of
from layoutgen.model.program import Program
from layoutgen.model.stages import Allocation, Commission, Structure
from layoutgen.stages.allocation.blocks import name_blocks
from layoutgen.stages.allocation.candidates import Placed
from layoutgen.stages.allocation.choose import choose_places
from layoutgen.stages.allocation.costs import ACCESS_M
from layoutgen.stages.allocation.notches import draw_back
from layoutgen.stages.allocation.rests import is_block
from layoutgen.stages.allocation.setting import Setting, find_setting
from layoutgen.stages.allocation.wishes import Wish, find_wishes
from layoutgen.standards.ownership import load_ownerships

TAKES_SCRAPS = (LotKind.GARDEN, LotKind.SERVICE, LotKind.KINDERGARTEN, LotKind.SHOPS, LotKind.UTILITY)
OWN_WORDS = {LotKind.KINDERGARTEN: tags_of(enclosure="fence,guard_room")}  # what stands round a lot
SIDE_M = 3.0  # shortest border over which a scrap joins a lot


def allocate(commission: Commission, structure: Structure, rng: Generator) -> Allocation:
    """Cut the program's lots from the cells; what is left becomes blocks.

    ``rng`` is not used: the search starts from the same places every time.

    Raises
    ------
    InfeasibleError
        If the lots, at our own sizes, need more land than the cells have, or no cells were found that hold them.
    """
    wishes = find_wishes(commission)
    setting = find_setting(commission, structure)
    _require_land(wishes, setting)
    chosen = choose_places(wishes, setting)
    if chosen is None:
        need = max(wishes.values(), key=lambda wish: wish.need_m2)
        have = max(cell.area for cell in setting.cells)
        raise InfeasibleError("allocation", f"places for all lots, the largest the {need.kind}", need.need_m2, have, "m2")
    drafts = [wish for place in chosen for wish in place.wishes]
    rests, outlines = _settle(chosen, drafts, setting)
    lots = _name_lots(drafts, outlines, _rest_of(commission.program))
    is_gated = commission.brief.streets is StreetMode.GATED
    blocks, cells = name_blocks(rests, structure, is_gated=is_gated)
    cells = draw_back(cells, commission.site.keep_outs, commission.choices.lanes)
    return Allocation(lots=lots, blocks=blocks, cells=cells, notes=tuple(_notes(lots, setting)))


def _rest_of(program: Program) -> tuple[str, ...]:
    return program.need(LotKind.GARDEN).rooms if program.has(LotKind.GARDEN) else ()


def _require_land(wishes: dict[str, Wish], setting: Setting) -> None:
    need = sum(wish.need_m2 for wish in wishes.values())
    have = sum(cell.area for cell in setting.cells)
    if need > have:
        raise InfeasibleError("allocation", "land of the lots", need, have, "m2")


def _settle(chosen: Sequence[Placed], drafts: Sequence[Wish], setting: Setting) -> tuple[list[BaseGeometry], list[Polygon]]:
    """What is left of each cell, and the lots with the scraps beside them."""
    outlines = [_cut(setting.cells[place.cell], knife) for place in chosen for knife in place.knives]
    rests: list[BaseGeometry] = []
    for n, cell in enumerate(setting.cells):
        own = [place.knife for place in chosen if place.cell == n]
        left = list(polygons(shapely.difference(cell, shapely.union_all(own)) if own else cell))
        if own:
            good = is_block(np.array(left, dtype=object), setting.grounds[n])
            left = [part for part, stays in zip(left, good, strict=True) if stays or not _give_away(part, outlines, drafts)]
        rests.append(shapely.MultiPolygon(left))
    return rests, outlines


def _cut(cell: Polygon, knife: Polygon) -> Polygon:
    return max(polygons(shapely.intersection(cell, knife)), key=lambda part: part.area)


def _give_away(part: Polygon, outlines: list[Polygon], drafts: Sequence[Wish]) -> bool:
    """Join what is no block to a lot beside it; false where no lot takes it."""
    for kind in TAKES_SCRAPS:
        for n, wish in enumerate(drafts):
            if wish.kind is not kind or shapely.intersection(part.buffer(0.01), outlines[n].exterior).length < SIDE_M:
                continue
            whole = shapely.union_all([outlines[n], part])
            if not isinstance(whole, Polygon):
                whole = shapely.union_all([outlines[n], part], grid_size=GRID_M)
            if isinstance(whole, Polygon) and not whole.interiors:
                outlines[n] = whole
                return True
    return False


def _name_lots(drafts: Sequence[Wish], outlines: Sequence[Polygon], rest: Sequence[str]) -> tuple[Lot, ...]:
    """Number the lots by kind; the garden is open, can be a refuge and has the places to rest that are asked."""
    count: Counter[LotKind] = Counter()
    lots: list[Lot] = []
    for wish, outline in zip(drafts, outlines, strict=True):
        kind = wish.kind
        count[kind] += 1
        tags = _garden_tags(rest) if kind is LotKind.GARDEN else OWN_WORDS.get(kind, ())
        lots.append(Lot(id=f"L-{kind}-{count[kind]}", kind=kind, outline=outline, tags=tags))
    return tuple(sorted(lots, key=lambda lot: lot.id))


def _garden_tags(rest: Sequence[str]) -> Tags:
    owner, handover, standalone = load_ownerships().of(LotKind.GARDEN.value).said()
    words = {"owner": owner, "handover": handover, "standalone": standalone}
    return tags_of(is_open="yes", refuge="yes", rest=",".join(rest), **words)


def _notes(lots: Sequence[Lot], setting: Setting) -> list[str]:
    """Say which lots do not lie on a public road."""
    return [
        f"{lot.id} has {setting.frontage(lot.outline):.0f} m on a public road"
        for lot in lots
        if setting.frontage(lot.outline) < ACCESS_M
    ]
