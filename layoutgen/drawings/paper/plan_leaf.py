"""A leaf with the plan on it: the view at the book's scale, the strip with its title, the column beside it."""

from layoutgen.drawings.paper.beside import Beside
from layoutgen.drawings.paper.leaf import Leaf, Shown, column_room, plan_view
from layoutgen.drawings.paper.strip import paint_strip


def plan_leaf(
    told: Shown, key: str, title: str, hidden: frozenset[str] = frozenset(), *, muted: bool = False
) -> tuple[Leaf, Beside]:
    """A page with the plan and its title; keys and tables go into the column, paint over the plan onto the leaf's pen.

    Parameters
    ----------
    hidden
        Codes of layers that are not shown.
    muted
        Whether the plan is a grey background.
    """
    leaf = Leaf(key=key, title=title, paper=told.paper, views=(plan_view(told, hidden, muted=muted),))
    paint_strip(leaf.pen, told, title)
    return leaf, Beside(leaf.pen, column_room(told.paper))
