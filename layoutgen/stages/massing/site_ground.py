"""The ground of a site's homes: its blocks and cells north to south, and what each block carries with every storey number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from layoutgen.model.plan import Block
from layoutgen.model.stages import Cell
from layoutgen.stages.massing.block_plan import Drafting
from layoutgen.stages.massing.reach import Reach, cell_reaches
from layoutgen.stages.massing.standing import Standing
from layoutgen.stages.massing.storey_options import StoreyOption
from layoutgen.stages.massing.storey_windows import SPAN as STEP_MAX


@dataclass(frozen=True, slots=True, kw_only=True)
class Based:
    """Rows of one storey number, of which northern ones rise."""

    option: int  # index of the storey number
    even_m2: float  # floor area before any rises
    gfa_m2: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """What is filled: the blocks north to south, and their cells."""

    blocks: tuple[Block, ...]
    cells: Mapping[str, tuple[Cell, ...]]  # by block, north to south
    cell_reach: Mapping[str, Sequence[Reach]]  # by cell and option

    def weights(self, block: str, option: int) -> dict[str, float]:
        """How an ask is shared out among the cells of a block."""
        return {cell.id: self.cell_reach[cell.id][option].gfa_m2 for cell in self.cells[block]}

    def manners(self, block: str, option: int) -> dict[str, int]:
        """In which manner each cell of a block is best filled."""
        return {cell.id: self.cell_reach[cell.id][option].manner for cell in self.cells[block]}

    def based(self, block: Block, top: int, draft: Drafting) -> Based:
        """How rows of a block that may rise to a storey number begin: with what carries most, as high as may be."""
        high = draft.options[top]
        within = (
            k
            for k in range(top, -1, -1)
            if draft.options[k].storey_class == high.storey_class and draft.options[k].storeys >= high.storeys - STEP_MAX
        )
        return max((self._based(block, k, high, draft) for k in within), key=lambda one: one.gfa_m2)

    def _based(self, block: Block, option: int, top: StoreyOption, draft: Drafting) -> Based:
        low, area = draft.options[option], block.outline.area
        reaches = [self.cell_reach[cell.id][option] for cell in self.cells[block.id]]
        even_m2 = min(sum(reach.gfa_m2 for reach in reaches), low.far_reach * area)
        up = top.storeys - low.storeys
        risen_m2 = sum(reach.more_m2[min(up, len(reach.more_m2) - 1)] for reach in reaches)
        return Based(option=option, even_m2=even_m2, gfa_m2=min(even_m2 + risen_m2, low.far_max * area))

    def table(self, block: Block, draft: Drafting) -> tuple[float, ...]:
        """Floor area that a block reaches by the storey number that its rows may rise to, caps kept [m2]."""
        return tuple(self.based(block, top, draft).gfa_m2 for top in range(len(draft.options)))


def ground_of(base: Standing, blocks: Sequence[Block], cells: Sequence[Cell], draft: Drafting) -> Ground:
    """Blocks that have cells, north to south, and what their cells reach by the pitch table."""
    by_block = {block.id: _north_first([cell for cell in cells if cell.block == block.id]) for block in blocks}
    filled = sorted(
        (b for b in blocks if by_block[b.id]), key=lambda b: (-round(b.outline.centroid.y, 1), b.outline.centroid.x)
    )
    own = _north_first([cell for block in filled for cell in by_block[block.id]])
    return Ground(blocks=tuple(filled), cells=by_block, cell_reach=cell_reaches(own, base.sun, draft))


def _north_first(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(sorted(cells, key=lambda c: (-round(c.outline.centroid.y, 1), c.outline.centroid.x, c.id)))
