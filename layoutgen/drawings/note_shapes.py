"""Notes as plain lines and fills, layer by layer, for formats that know neither dimensions nor bulges nor striped fills."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon

from layoutgen.drawings.arcs import flattened
from layoutgen.drawings.dimension_picture import picture_of
from layoutgen.drawings.layers import Layer
from layoutgen.drawings.looks import NOTES
from layoutgen.drawings.sheet import Hatch, Points, Sheet, Text
from layoutgen.geometry.parts import lines


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLayer:
    """What is drawn on one layer of notes, the fills first."""

    layer: Layer
    fills: list[Hatch] = field(default_factory=list)  # solid ones
    lines: list[Points] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


def notes_by_layer(sheet: Sheet) -> Iterator[NoteLayer]:
    """Every layer of notes on which something lies, in the order of the profile."""
    found = {layer.code: NoteLayer(layer=layer) for layer in sheet.profile.layers if layer.holds.startswith(NOTES)}
    for hatch in sheet.hatches:
        if hatch.layer in found:
            note = found[hatch.layer]
            note.lines.extend(stripes_of(hatch))
            note.fills.extend(() if hatch.stripe_m else (hatch,))
    for line in sheet.paint_lines:
        if line.layer in found:
            found[line.layer].lines.append(flattened(line.points, line.bulges))
    for dimension in sheet.dimensions:
        picture = picture_of(dimension)
        found[dimension.layer].lines.extend((picture.line, *picture.lines))
        found[dimension.layer].texts.append(picture.text)
    for text in sheet.captions:
        if text.layer in found:
            found[text.layer].texts.append(text)
    yield from (note for note in found.values() if note.fills or note.lines or note.texts)


def stripes_of(hatch: Hatch) -> tuple[Points, ...]:
    """Lines at 45° of a striped fill; none of a solid one."""
    if not hatch.stripe_m:
        return ()
    shape = Polygon(hatch.points, hatch.holes)
    west, south, east, north = shape.bounds
    step = hatch.stripe_m * 2.0**0.5
    rises = np.arange(np.ceil((south - east) / step), np.floor((north - west) / step) + 1.0) * step  # y = x + rise
    combs = shapely.multilinestrings([LineString([(west, west + rise), (east, east + rise)]) for rise in rises])
    return tuple(
        tuple((round(float(x), 3), round(float(y), 3)) for x, y in line.coords)
        for line in lines(shapely.intersection(shape, combs))
    )
