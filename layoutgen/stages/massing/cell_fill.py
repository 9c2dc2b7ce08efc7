"""One cell filled in one manner: by a lattice of slots, or by a free sweep where a lattice carries too little."""

from layoutgen.model.choices import Choices
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.cell_work import cell_work
from layoutgen.stages.massing.lattice_fill import fill_by_lattice
from layoutgen.stages.massing.line_sweep import swept
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.sweep import Standing

IRREGULAR = 1.05  # slabs out of line must carry so much more


def fill_cell(standing: Standing, ground: CellGround, manner: SlabManner, ask_m2: float, choices: Choices) -> Standing:
    """Add rows of one manner to a cell until the asked floor area stands or nothing more goes in.

    Parameters
    ----------
    ask_m2
        Floor area to reach. [m2]
    """
    work = cell_work(standing, ground, manner, choices)
    if not len(work.runs.wests):
        return standing
    if manner.is_porous:
        return swept(work, ask_m2)
    regular = fill_by_lattice(work, ask_m2)
    if _gained_m2(standing, regular) >= ask_m2:
        return regular
    free = swept(work, ask_m2)
    return free if _gained_m2(standing, free) > _gained_m2(standing, regular) * IRREGULAR else regular


def _gained_m2(before: Standing, after: Standing) -> float:
    return sum(row.gfa_m2 for row in after.rows[len(before.rows) :])
