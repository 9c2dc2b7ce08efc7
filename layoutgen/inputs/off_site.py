"""Facilities off the site: as the brief gives them, as a feature's properties say, or as the words beside them in a drawing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from shapely.affinity import translate
from shapely.geometry import Point, Polygon

from layoutgen.errors import InputError
from layoutgen.geometry.parts import snap_point, snap_polygon
from layoutgen.geometry.repair import mend_ring
from layoutgen.inputs.checked import check_keys, check_number, check_rows, load_ranges
from layoutgen.inputs.layer_customs import Customs
from layoutgen.model.kinds import OFF_SITE_KINDS
from layoutgen.model.site import OffSite

KEYS = ("kind", "name", "at", "outline", "floor_area_m2", "land_m2", "classes", "children", "rooms", "tags")
CLASSES_ZH = re.compile(r"(\d+)\s*(?:个)?班")
AREA_ZH = re.compile(r"(用地|占地)?(?:面积)?\s*[:：]?\s*(\d+(?:\.\d+)?)\s*(?:㎡|m2|m²|平方米|平米)")
PAIR = re.compile(r"\b(kind|name|floor_area|land|classes|children|rooms)=(\S+)")


def off_site_of_brief(file: str, value: object) -> tuple[OffSite, ...]:
    """Facilities of the brief's ``[[off_site]]``, in survey coordinates, not numbered yet.

    Raises
    ------
    InputError
        If a key or kind is unknown, a figure out of its range, or a row has neither place nor outline, or both.
    """
    return tuple(_of_row(file, f"off_site[{n}]", row) for n, row in enumerate(check_rows(file, "off_site", value), 1))


def off_site_of_properties(file: str, said: Mapping[str, object], place: Point | Polygon, customs: Customs) -> OffSite:
    """Facility of a feature: what it is under "facility", "of" or 设施, as an identifier or in Chinese.

    Raises
    ------
    InputError
        If it is no facility that may lie off the site, or a figure is out of its range.
    """
    word = next((str(said[key]) for key in ("facility", "of", "设施", "name", "名称") if said.get(key)), "")
    row = {key: said[key] for key in KEYS if key in said and key not in ("kind", "at", "outline", "tags")}
    tags = {key: said[key] for key in ("is_open", "refuge", "rest") if key in said}
    row |= {"kind": customs.facility(word) or word, **({"tags": tags} if tags else {})}
    return _filled(file, "off_site", row, place)


def off_site_of_words(file: str, words: Sequence[str], place: Point | Polygon, customs: Customs) -> OffSite:
    """Facility of a drawing's texts: our own label's pairs, or Chinese such as 幼儿园 6班 2200㎡ 用地3500㎡.

    Raises
    ------
    InputError
        If no text names a facility that may lie off the site.
    """
    text = " ".join(words)
    pairs = dict(PAIR.findall(text))
    row: dict[str, object] = {"kind": pairs.get("kind") or customs.facility(text)}
    if "name" in pairs:
        row["name"] = pairs["name"]
    if "rooms" in pairs:
        row["rooms"] = pairs["rooms"].split(",")
    figures = {"floor_area_m2": pairs.get("floor_area"), "land_m2": pairs.get("land")}
    figures |= {key: pairs.get(key) for key in ("classes", "children")}
    figures["classes"] = figures["classes"] or next(iter(CLASSES_ZH.findall(text)), None)
    for is_land, area in AREA_ZH.findall(text):
        key = "land_m2" if is_land else "floor_area_m2"
        figures[key] = figures[key] or area
    row |= {key: float(figure) for key, figure in figures.items() if figure}
    return _filled(file, "off_site", row, place)


def settled(found: Sequence[OffSite], origin: tuple[float, float], first: int = 1) -> tuple[OffSite, ...]:
    """Facilities near the origin, on the grid and numbered in the order given."""
    return tuple(
        replace(
            one,
            id=f"X{n}",
            at=None if one.at is None else snap_point(translate(one.at, -origin[0], -origin[1])),
            land=None if one.land is None else snap_polygon(translate(one.land, -origin[0], -origin[1])),
        )
        for n, one in enumerate(found, first)
    )


def _of_row(file: str, key: str, row: Mapping[str, object]) -> OffSite:
    check_keys(file, key, row, KEYS)
    if ("at" in row) == ("outline" in row):
        raise InputError(file, key, "both at and outline" if "at" in row else "neither at nor outline", "one of them")
    if "at" in row:
        (place,) = _points(file, f"{key}.at", [row["at"]])
        return _filled(file, key, row, Point(place))
    ring = _points(file, f"{key}.outline", row["outline"])
    return _filled(file, key, row, mend_ring(ring, is_closed=True, file=file, key=f"{key}.outline").outline)


def _filled(file: str, key: str, row: Mapping[str, object], place: Point | Polygon) -> OffSite:
    kind = row.get("kind", "")
    if kind not in OFF_SITE_KINDS:
        raise InputError(file, f"{key}.kind", kind or "missing", "one of " + ", ".join(OFF_SITE_KINDS))
    within = load_ranges("off_site")
    figures = {
        name: check_number(file, f"{key}.{name}", row[name], within[name], is_whole=name in ("classes", "children"))
        for name in ("floor_area_m2", "land_m2", "classes", "children")
        if name in row
    }
    rooms, tags = row.get("rooms", ()), row.get("tags", {})
    return OffSite(
        id="",
        kind=str(kind),
        name=str(row.get("name", "")),
        at=place if isinstance(place, Point) else None,
        land=place if isinstance(place, Polygon) else None,
        floor_area_m2=figures.get("floor_area_m2", 0.0),
        land_m2=figures.get("land_m2", 0.0),
        classes=int(figures.get("classes", 0)),
        children=int(figures.get("children", 0)),
        rooms=tuple(rooms.split(","))
        if isinstance(rooms, str)
        else tuple(str(room) for room in rooms)
        if isinstance(rooms, (list, tuple))
        else (),
        tags=tuple(sorted((str(name), _word(said)) for name, said in tags.items())) if isinstance(tags, Mapping) else (),
    )


def _word(said: object) -> str:
    """A tag's value as a label has it: yes and no for claims, a list joined by commas."""
    if isinstance(said, bool):
        return "yes" if said else "no"
    return ",".join(str(word) for word in said) if isinstance(said, list) else str(said)


def _points(file: str, key: str, value: object) -> list[tuple[float, float]]:
    points = []
    for pair in value if isinstance(value, list) else []:
        numbers = (
            [float(n) for n in pair if isinstance(n, (int, float)) and not isinstance(n, bool)]
            if isinstance(pair, list)
            else []
        )
        if len(numbers) != 2:
            raise InputError(file, key, pair, "survey coordinates [east, north]")
        points.append((numbers[0], numbers[1]))
    if not points:
        raise InputError(file, key, value, "survey coordinates [east, north]")
    return points
