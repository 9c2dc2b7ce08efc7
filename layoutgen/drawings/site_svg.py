"""The picture of a site file: what was understood of it in colour, what was not in grey, and the sentences beside it."""

from collections.abc import Iterable, Iterator
from math import atan2, degrees
from pathlib import Path

import svgwrite
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from svgwrite.base import BaseElement

from layoutgen.drawings.site_panel import panel
from layoutgen.drawings.staged import write_staged
from layoutgen.drawings.svg_style import FONTS
from layoutgen.inputs.site import Reading
from layoutgen.inputs.understood import edge_words
from layoutgen.model.kinds import RoadClass
from layoutgen.sentence import printable

MARGIN_SHARE = 0.28  # of the site's greater extent, around it
MARGIN_MOST_M = 250.0
ROW_SHARE = 0.016  # height of a row of text by the picture's greater extent
PANEL_ROWS = 34.0
SHEET_MM = 420.0  # width of the picture on paper
MARK_ROWS = 0.55
FIELD_ROWS = (2.6, 1.4)
ROAD_COLOURS = {
    RoadClass.ARTERIAL: ("#c75b12", 0.32),
    RoadClass.COLLECTOR: ("#d99a2b", 0.26),
    RoadClass.LOCAL: ("#8a8f98", 0.2),
    RoadClass.NONE: ("#b8bcc4", 0.14),
}
RULES = (
    f"text{{font-family:{FONTS};unicode-bidi:isolate}}",
    ".halo{fill:#2b2a28;paint-order:stroke;stroke:#fff;stroke-opacity:.85;stroke-width:.22em;stroke-linejoin:round;text-anchor:middle}",
    ".unused{fill:none;stroke:#b9bdc3;stroke-width:.06}",
    ".land{fill:#f6f1e3;stroke:none}",
    ".redline{fill:none;stroke:#e00000;stroke-width:.2;stroke-linejoin:round}",
    ".keepout{fill:#bcd9e8;stroke:#3d7fa3;stroke-width:.08}",
    ".building{fill:#c9c4bd;stroke:#5d5850;stroke-width:.08}",
    ".protected{fill:#f0c9a8;stroke:#c7611d;stroke-width:.12}",
    ".road{fill:none;stroke-linecap:round}",
    ".windows{fill:none;stroke:#c7611d;stroke-width:.16;stroke-dasharray:.5 .3}",
    ".stop{fill:#2563b0;stroke:#fff;stroke-width:.06}",
    ".gate{fill:#111;stroke:#fff;stroke-width:.06}",
    ".offsite{fill:#8e44ad;fill-opacity:.25;stroke:#8e44ad;stroke-width:.1}",
    ".level{fill:#6a7f3a;stroke:none}",
)


def write_site_svg(reading: Reading, path: Path, lang: str) -> None:
    """Write the picture; north is up, 1 user unit = 1 row of text.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    text = '<?xml version="1.0" encoding="utf-8"?>\n' + _Picture(reading, lang).drawing().tostring() + "\n"
    write_staged(path, lambda target: _save(text, target))


def _save(text: str, target: Path) -> None:
    target.write_text(text, encoding="utf-8", newline="\n")


class _Picture:
    """One drawing, in rows of text from its upper left corner."""

    def __init__(self, reading: Reading, lang: str) -> None:
        self._reading, self._lang = reading, lang
        x0, y0, x1, y1 = reading.site.boundary.bounds
        margin = min(MARGIN_SHARE * max(x1 - x0, y1 - y0), MARGIN_MOST_M)
        self._west, self._north = x0 - margin, y1 + margin
        self._row = ROW_SHARE * (max(x1 - x0, y1 - y0) + 2.0 * margin)
        self._width, self._height = (x1 - x0 + 2.0 * margin) / self._row, (y1 - y0 + 2.0 * margin) / self._row
        self._svg = svgwrite.Drawing(debug=False)

    def drawing(self) -> svgwrite.Drawing:
        """The whole picture."""
        svg, lang = self._svg, self._lang
        words = panel(svg, self._reading, lang, self._width + 1.5, PANEL_ROWS, self._row)
        width, height = self._width + PANEL_ROWS + 3.0, max(self._height, words.depth) + 1.0
        svg.attribs.update({"width": f"{SHEET_MM:g}mm", "height": f"{SHEET_MM * height / width:.1f}mm"})
        svg.attribs.update({"viewBox": f"0 0 {width:.3f} {height:.3f}", "role": "img"})
        svg.attribs["xml:lang"] = "zh-CN" if lang == "zh" else "en"
        svg.set_desc(title=printable(f"layoutgen site · {self._reading.site.file_name}"))
        svg.defs.add(svg.style("\n".join(RULES)))
        window = svg.clipPath(id="window")
        window.add(svg.rect(insert=(0, 0), size=(round(self._width, 3), round(self._height, 3))))
        svg.defs.add(window)
        svg.add(svg.rect(insert=(0, 0), size=(round(width, 3), round(height, 3)), fill="#fff"))
        plan = svg.g(id="plan", clip_path="url(#window)")
        for part in self._parts():
            plan.add(part)
        svg.add(plan)
        svg.add(
            svg.rect(
                insert=(0, 0),
                size=(round(self._width, 3), round(self._height, 3)),
                fill="none",
                stroke="#777",
                stroke_width=0.08,
            )
        )
        svg.add(words.group)
        return svg

    def _parts(self) -> Iterator[BaseElement]:
        site, survey = self._reading.site, self._reading.survey
        land = "Polygon of the site" if self._lang != "zh" else "用地"
        yield self._group("land", [self._area(site.boundary, "land", land)])
        yield self._group("unused", [self._path([line], "unused") for line in survey.unused])
        yield self._group("keep_outs", [self._area(one, "keepout", f"{one.area:,.1f} m2") for one in site.keep_outs])
        yield self._group("roads", self._roads())
        yield self._group("buildings", self._buildings())
        yield self._group("windows", [self._path([one.line], "windows") for one in site.window_lines])
        yield self._group("boundary", [self._path([site.boundary.exterior], "redline")])
        yield self._group(
            "off_site", [e for one in site.off_site for e in self._thing(one.shape, "offsite", f"{one.id} {one.kind}")]
        )
        yield self._group("levels", self._levels())
        yield self._group(
            "bus_stops", [e for at in site.bus_stops for e in self._thing(at, "stop", self._say("bus stop", "公交站"))]
        )
        yield self._group(
            "entrances", [e for at in survey.entrances for e in self._thing(at, "gate", self._say("entrance", "出入口"))]
        )
        yield self._group("edges", self._edges())

    def _roads(self) -> Iterator[BaseElement]:
        for road in self._reading.survey.roads:
            colour, width = ROAD_COLOURS[road.road_class]
            line = self._path([road.line], "road")
            line.attribs.update({"stroke": colour, "stroke-width": f"{width:g}"})
            yield line

    def _buildings(self) -> Iterator[BaseElement]:
        for one in self._reading.site.context:
            yield self._area(one.footprint, "protected" if one.is_protected else "building", f"{one.id} H={one.height_m:g} m")
            yield self._text(one.footprint.representative_point(), f"H={one.height_m:g}", 0.55)

    def _levels(self) -> Iterator[BaseElement]:
        told: set[tuple[int, int]] = set()  # one figure in a field of the picture: they would lie upon each other
        for level in self._reading.survey.levels:
            x, y = self._at(level.at.x, level.at.y)
            field = int(x // FIELD_ROWS[0]), int(y // FIELD_ROWS[1])
            parts = self._thing(level.at, "level", f"{level.height_m:.2f}", 0.18)
            yield next(parts)
            yield from () if field in told else parts
            told.add(field)

    def _edges(self) -> Iterator[BaseElement]:
        for edge in self._reading.site.edges:
            before, at, after = (edge.line.interpolate(share, normalized=True) for share in (0.48, 0.5, 0.52))
            turn_deg = degrees(atan2(after.y - before.y, after.x - before.x))
            is_upright = -90.0 < turn_deg <= 90.0
            words = self._text(at, edge_words(edge).text(self._lang), 0.68, -0.45 if is_upright else 0.95)
            x, y = self._at(at.x, at.y)
            words.attribs["transform"] = f"rotate({-(turn_deg if is_upright else turn_deg + 180.0):.2f} {x:g} {y:g})"
            yield words

    def _thing(self, shape: BaseGeometry, css: str, words: str, size: float = MARK_ROWS) -> Iterator[BaseElement]:
        """A mark or an outline with its words beside it."""
        if isinstance(shape, Polygon):
            yield self._area(shape, css, words)
            yield self._text(shape.representative_point(), words, 0.6)
        elif isinstance(shape, Point):
            x, y = self._at(shape.x, shape.y)
            mark = self._svg.circle((x, y), size, class_=css)
            mark.set_desc(title=printable(words))
            yield mark
            yield self._text(shape, words, 0.55, size + 0.5)

    def _area(self, outline: Polygon, css: str, title: str) -> BaseElement:
        path = self._path([outline.exterior], css)
        path.set_desc(title=printable(title))
        return path

    def _path(self, lines: Iterable[LineString], css: str) -> BaseElement:
        d = "".join(
            "M" + "L".join(f"{x:g} {y:g}" for x, y in (self._at(*point[:2]) for point in line.coords)) for line in lines
        )
        return self._svg.path(d=d, class_=css)

    def _text(self, at: Point, words: str, size: float, drop: float = 0.2) -> BaseElement:
        x, y = self._at(at.x, at.y)
        return self._svg.text(printable(words), insert=(x, round(y + drop, 3)), font_size=size, class_="halo")

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return round((x - self._west) / self._row, 3), round((self._north - y) / self._row, 3)

    def _say(self, en: str, zh: str) -> str:
        return zh if self._lang == "zh" else en

    def _group(self, name: str, parts: Iterable[BaseElement]) -> BaseElement:
        group = self._svg.g(id=name)
        for part in parts:
            group.add(part)
        return group
