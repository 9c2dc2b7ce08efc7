"""Which places share a cloud, and what its note says: what lies together is marked once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from shapely.geometry import Polygon

from layoutgen.drawings.review.clouds import ground_of
from layoutgen.drawings.review.remark import Remark, Review, Severity

ALIKE = 0.75  # two clouds are one where they share so much of the ground of both


@dataclass(slots=True)
class Place:
    """Ground of one cloud, and its note's lines with the number of the remark behind each."""

    ground: Polygon
    severity: Severity
    lines: list[tuple[int, str]]


def places_of(review: Review, sizes: Mapping[str, float], mm: float) -> tuple[Place, ...]:
    """Places in the order of the remarks, the gravest first.

    Parameters
    ----------
    mm
        A millimetre of the printed sheet. [m]
    """
    places: list[Place] = []
    for remark in review.remarks:
        for ground, says in _grounds(remark, review.lang, sizes, mm):
            line = (remark.number, f"{remark.clause}  {says}")
            same = next((place for place in places if _is_alike(place.ground, ground)), None)
            if same is None:
                places.append(Place(ground=ground, severity=remark.severity, lines=[line]))
            else:
                same.lines.append(line)
    return tuple(places)


def _grounds(remark: Remark, lang: str, sizes: Mapping[str, float], mm: float) -> Iterator[tuple[Polygon, str]]:
    """Grounds of a remark; where they touch they are one, with the words of the worst."""
    whole: list[tuple[Polygon, list[str]]] = []
    for spot in remark.spots:
        ground, says = ground_of(spot.shape, sizes, mm), [spot.says]
        for touching in [one for one in whole if one[0].intersects(ground)]:
            joined = ground.union(touching[0])
            if isinstance(joined, Polygon):
                ground, says = joined, [*touching[1], *says]
                whole.remove(touching)
        whole.append((ground, says))
    for ground, says in whole:
        yield Polygon(ground.exterior), says[0] + _more(len(says), lang)


def _more(count: int, lang: str) -> str:
    if count == 1:
        return ""
    return f" 等 {count} 处" if lang == "zh" else f" (the worst of {count})"


def _is_alike(one: Polygon, other: Polygon) -> bool:
    if not one.intersects(other):
        return False
    shared = one.intersection(other).area
    return bool(shared >= ALIKE * max(one.area, other.area))


def said_at(place: Place, most: int, lang: str) -> Sequence[str]:
    """Lines of a place's note; what is too much is told by its numbers."""
    lines = [f"{number}  {says}" for number, says in place.lines[:most]]
    rest = [str(number) for number, _ in place.lines[most:]]
    if rest:
        lines.append(("另见表中第 {} 项" if lang == "zh" else "see also {} in the table").format(", ".join(rest)))
    return lines
