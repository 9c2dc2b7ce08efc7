"""A drawing in the survey's own frame: everything moved by the shift that was taken off."""

from dataclasses import replace

from layoutgen.drawings.sheet import Hatch, Points, Sheet, Text

FACT = "frame=survey"  # on the layer of the facts: the coordinates of this file are those of the survey
DECIMALS = 6  # what adding two numbers leaves behind them is no coordinate; finer than the grid, so that it snaps back

Shift = tuple[float, float]


def in_survey_frame(sheet: Sheet, origin: Shift) -> Sheet:
    """Sheet moved by the origin of its plan [m], with the fact that says so below the others."""
    facts = [text for text in sheet.labels if not text.id]
    lowest = min(facts, key=lambda text: text.point[1])
    said = replace(lowest, text=FACT, point=(lowest.point[0], lowest.point[1] - 2.0 * lowest.height_m))
    west, south, east, north = sheet.bounds
    low, high = _moved((west, south), origin), _moved((east, north), origin)
    return replace(
        sheet,
        bounds=(*low, *high),
        hatches=tuple(_hatch(one, origin) for one in sheet.hatches),
        outlines=tuple(replace(one, points=_all(one.points, origin)) for one in sheet.outlines),
        lines=tuple(replace(one, points=_all(one.points, origin)) for one in sheet.lines),
        points=tuple(replace(one, point=_moved(one.point, origin)) for one in sheet.points),
        labels=_texts((*sheet.labels, said), origin),
        trees=tuple(replace(one, point=_moved(one.point, origin)) for one in sheet.trees),
        paint_lines=tuple(replace(one, points=_all(one.points, origin)) for one in sheet.paint_lines),
        captions=_texts(sheet.captions, origin),
        dimensions=tuple(
            replace(one, start=_moved(one.start, origin), end=_moved(one.end, origin)) for one in sheet.dimensions
        ),
    )


def _hatch(hatch: Hatch, origin: Shift) -> Hatch:
    return replace(hatch, points=_all(hatch.points, origin), holes=tuple(_all(hole, origin) for hole in hatch.holes))


def _texts(texts: tuple[Text, ...], origin: Shift) -> tuple[Text, ...]:
    return tuple(replace(text, point=_moved(text.point, origin)) for text in texts)


def _all(points: Points, origin: Shift) -> Points:
    return tuple(_moved(point, origin) for point in points)


def _moved(point: tuple[float, float], origin: Shift) -> tuple[float, float]:
    return round(point[0] + origin[0], DECIMALS), round(point[1] + origin[1], DECIMALS)
