"""One cell filled: in the manner that the choices name, by a lattice of slots, or freely where that carries too little."""

from layoutgen.model.choices import Choices
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.cell_work import CellWork, cell_work
from layoutgen.stages.massing.clearances import is_high
from layoutgen.stages.massing.court_sides import between_sides, with_sides
from layoutgen.stages.massing.lattice_fill import fill_by_lattice
from layoutgen.stages.massing.line_sweep import swept
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.standing import Standing
from layoutgen.stages.massing.tower_lines import with_towers

ENOUGH = 0.985  # of an ask: whole slabs come no nearer
COMPOSED = 0.85  # of what plain rows carry: a manner that carries less does not fit the cell
COURT_ROWS = 0.85  # of an ask: rows between turned slabs
CLOSED = 1.12  # of an ask: turned slabs come until so much stands, for storeys are trimmed
IRREGULAR = 1.05  # slabs out of line must carry so much more


def fill_cell(standing: Standing, ground: CellGround, manner: SlabManner, ask_m2: float, choices: Choices) -> Standing:
    """Add rows of one manner to a cell until the asked floor area stands or nothing more goes in.

    Parameters
    ----------
    ask_m2
        Floor area to reach. [m2]
    """
    work = cell_work(standing, ground, manner, choices)
    if ask_m2 <= 0.0 or not len(work.runs.wests):
        return standing
    plain = _plain(work, ask_m2)
    composed = _composed(work, ask_m2)
    if composed is not None and _gained_m2(standing, composed) >= min(ask_m2, _gained_m2(standing, plain)) * COMPOSED:
        return composed
    return plain


def _plain(work: CellWork, ask_m2: float) -> Standing:
    """Rows in a lattice; freely where a lattice carries too little."""
    regular = fill_by_lattice(work, ask_m2)
    if _gained_m2(work.standing, regular) >= ask_m2 * ENOUGH:
        return regular
    free = swept(work, ask_m2)
    is_worth_it = _gained_m2(work.standing, free) > _gained_m2(work.standing, regular) * IRREGULAR
    return free if is_worth_it else regular


def _composed(work: CellWork, ask_m2: float) -> Standing | None:
    """The cell in the manner that the choices name for its class of homes; None where they name none, or it does not fit."""
    housing = work.choices.housing
    if is_high(work.fire_m, work.choices):
        rest = with_towers(work, ask_m2) if housing.tower_lines else None
        return None if rest is None else _rows(rest, ask_m2 - _gained_m2(work.standing, rest.standing))
    if not housing.court_sides:
        return None
    return with_sides(_rows(between_sides(work), ask_m2 * COURT_ROWS), work, ask_m2 * CLOSED)


def _rows(work: CellWork, ask_m2: float) -> Standing:
    return fill_by_lattice(work, ask_m2) if ask_m2 > 0.0 and len(work.runs.wests) else work.standing


def _gained_m2(before: Standing, after: Standing) -> float:
    return sum(row.gfa_m2 for row in after.rows[len(before.rows) :])
