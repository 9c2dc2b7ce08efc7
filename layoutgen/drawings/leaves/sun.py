"""Pages of the sun: the map with the worst windows, and the table of all windows."""

from layoutgen.drawings.leaves.sun_map import sun_map_leaf
from layoutgen.drawings.leaves.sun_windows import sun_window_leaves
from layoutgen.drawings.paper.leaf import Leaf, Shown
from layoutgen.indicators.sun import sun_study


def sun_leaves(told: Shown) -> tuple[Leaf, ...]:
    """The pages; none where no pack in force asks for the sun of dwellings."""
    if told.standard is None:
        return ()
    study = sun_study(told.plan, told.standard)
    if study.homes is None or not study.homes.windows:
        return ()
    return (sun_map_leaf(told, study, study.homes), *sun_window_leaves(told, study))
