"""Why homes stand taller than their floor area ratio asks for, said in a note."""

from collections.abc import Sequence

from layoutgen.stages.massing.block_plan import Drafting
from layoutgen.stages.massing.rows_of_slabs import RowPlan
from layoutgen.stages.massing.site_ground import Ground


def taller_note(rows: Sequence[RowPlan], ground: Ground, need_m2: float, draft: Drafting) -> tuple[str, ...]:
    """A note where homes are taller than the lowest storey class whose caps hold the homes on the blocks' land.

    Parameters
    ----------
    need_m2
        Floor area asked for. [m2]
    """
    far = need_m2 / sum(block.outline.area for block in ground.blocks)
    asked = next((option.storey_class for option in draft.options if option.far_reach >= far), "")
    within = [k for k, option in enumerate(draft.options) if option.storey_class == asked]
    highest = max(slab.storeys for row in rows for slab in row.slabs)
    if not within or highest <= draft.options[within[-1]].storeys:
        return ()
    top = draft.options[within[-1]].storeys
    carried = sum(max(ground.table(block, draft)[: within[-1] + 1]) for block in ground.blocks)
    carries = f"carry about {carried:.0f} of {need_m2:.0f} m2" if carried < need_m2 else "did not carry all homes when placed"
    return (
        f"homes stand up to {highest} storeys: by FAR {far:.2f} up to {top} would do, but rows of those {carries} in the sun",
    )
