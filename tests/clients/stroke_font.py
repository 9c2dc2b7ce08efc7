"""A font as LibreCAD wants it (.lff): outlines of our own font's glyphs as lines, for the letters in question only."""

from collections.abc import Iterable
from pathlib import Path

from fontTools.pens.basePen import decomposeQuadraticSegment
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from layoutgen.drawings.fonts import font_path

CAPITAL = 9.0  # height of a capital in the format's units
CAPITAL_OF_EM = 0.9  # a square letter is about as high as that
HEAD = """# Format:            LibreCAD Font 1
# Name:              {name}
# Encoding:          UTF-8
# LetterSpacing:     1.5
# WordSpacing:       6.75
# LineSpacingFactor: 1
"""
Pair = tuple[float, float]
Stroke = tuple[str, tuple[Pair, ...]]


def write_stroke_font(letters: Iterable[str], path: Path) -> None:
    """Write a font with these letters; a text style of the file's name takes it."""
    parts = [HEAD.format(name=path.stem)]
    with TTFont(font_path(), lazy=True) as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        size = CAPITAL / (CAPITAL_OF_EM * font["head"].unitsPerEm)
        for letter in sorted(set(letters) & {chr(code) for code in names}):
            pen = DecomposingRecordingPen(glyphs)
            glyphs[names[ord(letter)]].draw(pen)
            lines = [";".join(f"{x * size:.2f},{y * size:.2f}" for x, y in line) for line in closed_lines(pen.value)]
            parts.append("\n".join((f"[{ord(letter):04x}] {letter}", *lines, "")))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(parts), encoding="utf-8")


def closed_lines(strokes: Iterable[Stroke]) -> list[list[Pair]]:
    """A glyph as closed lines; the middle of each curve stands for it."""
    lines: list[list[Pair]] = []
    for name, points in strokes:
        if name == "moveTo":
            lines.append([*points])
        elif name == "lineTo":
            lines[-1] += points
        elif name == "closePath":
            lines[-1].append(lines[-1][0])
        else:
            for (bx, by), end in decomposeQuadraticSegment(points):
                ax, ay = lines[-1][-1]
                lines[-1] += [((ax + 2 * bx + end[0]) / 4, (ay + 2 * by + end[1]) / 4), end]
    return lines
