"""Recipes of files that take time, memory or the stack: each names what it aims at."""

import json
import math
from collections.abc import Callable, Iterable, Sequence
from random import Random

Bomb = Callable[[], bytes]
Tags = Iterable[tuple[int, object]]
Points = Sequence[tuple[float, float]]
SQUARE = ((0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (0.0, 300.0))
DEEP = 100_000
RED = "SITE"


def dxf(entities: Tags, blocks: Tags = (), unit: int = 6) -> bytes:
    tags = [(0, "SECTION"), (2, "HEADER"), (9, "$ACADVER"), (1, "AC1009"), (9, "$INSUNITS"), (70, unit), (0, "ENDSEC")]
    tags += [
        (0, "SECTION"),
        (2, "BLOCKS"),
        *blocks,
        (0, "ENDSEC"),
        (0, "SECTION"),
        (2, "ENTITIES"),
        *outline(SQUARE),
        *entities,
    ]
    return "".join(f"{code:>3}\n{value}\n" for code, value in (*tags, (0, "ENDSEC"), (0, "EOF"))).encode()


def outline(points: Points, layer: str = RED, is_closed: bool = True) -> Tags:
    yield from ((0, "POLYLINE"), (8, layer), (66, 1), (70, int(is_closed)))
    for x, y in points:
        yield from ((0, "VERTEX"), (8, layer), (10, x), (20, y))
    yield (0, "SEQEND")


def block(name: str, *parts: Tags) -> Tags:
    yield from ((0, "BLOCK"), (8, "0"), (2, name), (70, 0), (10, 0), (20, 0), (3, name))
    for part in parts:
        yield from part
    yield from ((0, "ENDBLK"), (8, "0"))


def insert(name: str, *more: tuple[int, object], layer: str = "0") -> Tags:
    return ((0, "INSERT"), (8, layer), (2, name), (10, 0), (20, 0), *more)


def line(x0: float, y0: float, x1: float, y1: float, layer: str = RED) -> Tags:
    return ((0, "LINE"), (8, layer), (10, x0), (20, y0), (11, x1), (21, y1))


def circle(radius: float, layer: str = RED) -> Tags:
    return ((0, "CIRCLE"), (8, layer), (10, 0), (20, 0), (40, radius))


def many(parts: Iterable[Tags]) -> Tags:
    for part in parts:
        yield from part


def held_by_itself() -> bytes:
    return dxf(insert("A"), [*block("A", insert("B"), circle(1)), *block("B", insert("A"))])


def chain_of_blocks() -> bytes:
    return dxf(insert("B0"), many(block(f"B{n}", insert(f"B{n + 1}")) for n in range(5000)))


def doubled(leaf: str) -> Bomb:
    """Blocks that hold the next one twice, thirty deep: 2^30 of the innermost, on a layer of boundaries or of nothing."""

    def made() -> bytes:
        blocks = [*block("B30", circle(1, leaf))] if leaf else [*block("B30")]
        return dxf(insert("B0"), [*blocks, *many(block(f"B{n}", insert(f"B{n + 1}"), insert(f"B{n + 1}")) for n in range(30))])

    return made


def grid(layer: str) -> Bomb:
    return lambda: dxf(
        insert("A", (70, 30_000), (71, 30_000), (44, 1), (45, 1), layer=layer), [*block("A", line(0, 0, 1, 1, layer))]
    )


def great_circles() -> bytes:
    return dxf(many(circle(10.0**power) for power in range(3, 13)))


def many_great_circles() -> bytes:
    return dxf(many(circle(5e5 + n) for n in range(3000)))


def flat_bulge() -> bytes:
    return dxf(
        [
            *((0, "POLYLINE"), (8, RED), (66, 1), (70, 1), (0, "VERTEX"), (8, RED), (10, 0), (20, 0), (42, 1e-7)),
            *((0, "VERTEX"), (8, RED), (10, 9e11), (20, 0), (42, 1e12), (0, "SEQEND")),
        ]
    )


def thin_ellipse() -> bytes:
    ellipse = (
        (0, "ELLIPSE"),
        (100, "AcDbEntity"),
        (8, RED),
        (100, "AcDbEllipse"),
        (10, 0),
        (20, 0),
        (30, 0),
        (11, 1e11),
        (21, 0),
        (31, 0),
        (40, 1e-9),
        (41, 0),
        (42, 6.2831853),
    )
    return dxf(ellipse).replace(b"AC1009", b"AC1024")


def spline(degree: int, controls: int, span: float, layer: str = RED) -> Bomb:
    """A spline whose knots begin nowhere at a control point."""

    def made() -> bytes:
        rng = Random(degree)
        tags = [
            (0, "SPLINE"),
            (100, "AcDbEntity"),
            (8, layer),
            (100, "AcDbSpline"),
            (70, 1),
            (71, degree),
            (72, controls + degree + 1),
            (73, controls),
            (74, 0),
        ]
        tags += [(40, n) for n in range(controls + degree + 1)]
        tags += [tag for _ in range(controls) for tag in ((10, rng.uniform(0, span)), (20, rng.uniform(0, span)), (30, 0))]
        return dxf(tags).replace(b"AC1009", b"AC1024")

    return made


def zigzag(count: int, tall: float = 5.0) -> Points:
    return (*((400.0 * n / count, 0.001 + tall * (n % 2)) for n in range(count)), (400.0, 300.0), (0.0, 300.0))


def comb(count: int) -> Points:
    """Teeth of thirty metres beside each other: every corner is one."""
    teeth = [(30.0 * (n // 2), 40.0 * ((n + 1) // 2 % 2)) for n in range(count)]
    return (*teeth, (30.0 * (count // 2), 300.0), (0.0, 300.0))


def scribble(count: int) -> Points:
    rng = Random(count)
    return [(rng.uniform(0, 400), rng.uniform(0, 300)) for _ in range(count)]


def circle_of(count: int) -> Points:
    return [(200 + 150 * math.cos(math.tau * n / count), 200 + 150 * math.sin(math.tau * n / count)) for n in range(count)]


def lattice(count: int) -> bytes:
    rows = (line(0, 0.3 * n, 400, 0.3 * n) for n in range(count))
    columns = (line(0.4 * n, 0, 0.4 * n, 300) for n in range(count))
    return dxf(many((*rows, *columns)))


def drawn(points: Points) -> Bomb:
    return lambda: dxf(outline(points))


def ring(points: Points, kind: str = "boundary", holes: int = 0) -> bytes:
    ring = [*points, points[0]]
    shape = {
        "type": "Polygon",
        "coordinates": [ring, *[[[x + 100, y + 100] for x, y in ((0, 0), (9, 0), (9, 9), (0, 0))]] * holes],
    }
    whole = {
        "type": "Feature",
        "properties": {"kind": "boundary"},
        "geometry": {"type": "Polygon", "coordinates": [[*SQUARE, SQUARE[0]]]},
    }
    other = {"type": "Feature", "properties": {"kind": kind}, "geometry": shape}
    return json.dumps({"type": "FeatureCollection", "features": [other] if kind == "boundary" else [whole, other]}).encode()


def things(count: int, kind: str, geometry: object) -> bytes:
    thing = {"type": "Feature", "properties": {"kind": kind}, "geometry": geometry}
    ring = [*SQUARE, SQUARE[0]]
    whole = {"type": "Feature", "properties": {"kind": "boundary"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    return json.dumps({"type": "FeatureCollection", "features": [whole, *[thing] * count]}).encode()


def nested(depth: int) -> bytes:
    return b'{"type":"GeometryCollection","geometries":[' * depth + b'{"type":"Point","coordinates":[0,0]}' + b"]}" * depth


def rows_of(points: Points) -> bytes:
    return "\n".join(f"J{n} {3_790_000 + y:.3f} {514_000 + x:.3f}" for n, (x, y) in enumerate(points)).encode()


def wkt(points: Points) -> bytes:
    return ("POLYGON ((" + ", ".join(f"{x} {y}" for x, y in (*points, points[0])) + "))").encode()
