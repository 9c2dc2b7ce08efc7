"""A sheet without the paint that its profile leaves out of the drawing file."""

from dataclasses import replace

import numpy as np

from layoutgen.drawings.sheet import Sheet

MARGIN_M = 5.0  # round a plan without a frame


def as_asked(sheet: Sheet) -> Sheet:
    """Sheet with the kinds of paint that its profile shows."""
    profile = sheet.profile
    if not profile.without:
        return sheet
    gone = {layer.code for layer in profile.layers if not profile.shows(layer.holds)}
    has_fills = profile.shows("paint.hatch")  # without them there are none on any layer
    return replace(
        sheet,
        bounds=sheet.bounds if profile.shows("paint.frame") else _bounds(sheet),
        hatches=tuple(hatch for hatch in sheet.hatches if has_fills and hatch.layer not in gone),
        trees=tuple(tree for tree in sheet.trees if tree.layer not in gone),
        paint_lines=tuple(line for line in sheet.paint_lines if line.layer not in gone),
        captions=tuple(text for text in sheet.captions if text.layer not in gone),
        dimensions=tuple(one for one in sheet.dimensions if one.layer not in gone),
    )


def _bounds(sheet: Sheet) -> tuple[float, float, float, float]:
    """How far the plan itself reaches, with a margin [m]."""
    each = [point for outline in sheet.outlines for point in outline.points]
    each += [point for line in sheet.lines for point in line.points]
    if not each:
        return sheet.bounds
    (west, south), (east, north) = np.min(each, axis=0), np.max(each, axis=0)
    return float(west) - MARGIN_M, float(south) - MARGIN_M, float(east) + MARGIN_M, float(north) + MARGIN_M
