"""Which of several outlines is the site's: the only one, the one that the user numbers, or several that adjoin, joined."""

from collections.abc import Sequence

import shapely
from shapely.geometry import Polygon

from layoutgen.errors import InputError
from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import CLOSE_GAP_M
from layoutgen.sentence import Sentence


def numbers_of(asked: str | None) -> tuple[int, ...]:
    """Numbers of outlines that the user names, from 1: "2" or "1,2"; none where he names a layer or nothing."""
    parts = (asked or "").replace("，", ",").split(",")
    return tuple(int(part) for part in parts) if all(part.strip().isdecimal() for part in parts) else ()


def join_outlines(outlines: Sequence[Polygon], file: str) -> tuple[Polygon, tuple[Sentence, ...]]:
    """One outline of several that adjoin, slits up to the gap that closes a ring closed [m].

    Raises
    ------
    InputError
        If they do not adjoin.
    """
    if len(outlines) == 1:
        return outlines[0], ()
    wide = shapely.union_all([shapely.buffer(one, CLOSE_GAP_M / 2.0, join_style="mitre") for one in outlines])
    parts = polygons(shapely.buffer(wide, -CLOSE_GAP_M / 2.0, join_style="mitre"))
    whole = polygons(shapely.union_all(list(outlines)))
    if len(parts) != 1:
        raise InputError(file, "boundary", f"{len(outlines)} outlines in {len(parts)} pieces", "outlines that adjoin")
    joined = whole[0] if len(whole) == 1 else parts[0]
    count = len(outlines)
    said = Sentence(
        en=f"boundary: {count} outlines that adjoin are joined, as you asked", zh=f"用地红线：按要求合并相邻轮廓 {count} 个"
    )
    return Polygon(joined.exterior), (said,)
