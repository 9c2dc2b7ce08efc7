"""Which label belongs to which shape of its layer: inside an outline, within reach of a line or a point."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

ON_IT_M = 1e-4  # closer than this a label stands on its line or point


def match_labels(
    places: Sequence[Point], shapes: Sequence[BaseGeometry], reach_m: float, named: Mapping[int, int] | None = None
) -> dict[int, int]:
    """Shape of each label that has one, each shape once.

    Labels that stand on the shape that they name are its own; then labels that can only mean one shape choose, so that a
    label inside a shape inside another finds its own.

    Parameters
    ----------
    named
        Shape that a label names, where both name no other, each shape once.
    """
    if not places or not shapes:
        return {}
    geometries, points = np.asarray(shapes, dtype=object), np.asarray(places, dtype=object)
    near = STRtree(geometries).query(points, predicate="dwithin", distance=max(reach_m, ON_IT_M))
    gaps = shapely.distance(points[near[0]], geometries[near[1]])
    pairs = sorted((round(float(gap), 6), int(label), int(shape)) for gap, (label, shape) in zip(gaps, near.T, strict=True))
    on_it = [(label, shape) for gap, label, shape in pairs if gap <= ON_IT_M]
    matched = {label: shape for label, shape in on_it if (named or {}).get(label) == shape}
    taken = set(matched.values())
    left = [(label, shape) for label, shape in on_it if label not in matched and shape not in taken]
    matched |= _settle(left, shapely.area(geometries).tolist())
    taken = set(matched.values())
    for _, label, shape in pairs:
        if label not in matched and shape not in taken:
            matched[label] = shape
            taken.add(shape)
    return matched


def _settle(pairs: Sequence[tuple[int, int]], sizes: Sequence[float]) -> dict[int, int]:
    """Give shapes to labels: those with one choice first, else the smallest shape that is left."""
    shapes_by_label: dict[int, set[int]] = defaultdict(set)
    labels_by_shape: dict[int, set[int]] = defaultdict(set)
    for label, shape in pairs:
        shapes_by_label[label].add(shape)
        labels_by_shape[shape].add(label)
    matched: dict[int, int] = {}
    waiting = sorted(shapes_by_label, reverse=True)
    sole = [label for label in waiting if len(shapes_by_label[label]) == 1]
    while sole or waiting:
        label = sole.pop() if sole else waiting.pop()
        if label in matched or not shapes_by_label[label]:
            continue
        chosen = min(shapes_by_label[label], key=lambda shape: (sizes[shape], shape))
        matched[label] = chosen
        for other in sorted(labels_by_shape[chosen], reverse=True):
            shapes_by_label[other].discard(chosen)
            if len(shapes_by_label[other]) == 1 and other not in matched:
                sole.append(other)
    return matched
