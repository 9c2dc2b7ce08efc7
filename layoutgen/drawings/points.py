"""Coordinates of a shape as points of a sheet."""

from collections.abc import Iterable, Sequence

from layoutgen.drawings.sheet import Points


def rounded_points(coords: Iterable[Sequence[float]]) -> Points:
    """Points to the millimetre."""
    return tuple((round(float(at[0]), 3), round(float(at[1]), 3)) for at in coords)
