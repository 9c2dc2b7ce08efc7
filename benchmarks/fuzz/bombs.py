"""Inputs made by hand to take time, memory or the stack: each small recipe names what it aims at."""

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


DIGITS = "9" * 5000
TOML: tuple[Bomb, ...] = (
    lambda: b"population = " + b"[" * DEEP + b"]" * DEEP,
    lambda: b"population = " + b"{a=" * DEEP + b"1" + b"}" * DEEP,
    (".".join("a" * DEEP) + " = 1").encode,
    lambda: b"".join(b"k%d = 1\n" % n for n in range(DEEP)),
    f"population = {DIGITS}".encode,
    ("population = 0x" + "f" * 5000).encode,
    ("population = -0x" + "f" * 5000).encode,
    lambda: b"population = 1e400\nseed = inf",
    lambda: b'city = "' + b"x" * 5_000_000 + b'"',
    lambda: b"[[mix]]\narea_m2 = 90\nshare = 0.00001\n" * 20_000,
    lambda: b"[streets]\nspine_width_m = 0x" + b"f" * 5000 + b"\n[lanes]\nloop_width_m = nan\n",
    lambda: b"[[clause]]\nid = 7\nlimit = 0x" + b"f" * 5000,
    lambda: b'base = "default"\ntext_style = 7\n[sizes]\nlabel = nan\n',
    lambda: b'base = "default"\n[sizes]\nlabel = 0x' + b"f" * 5000,
    lambda: b'base = "default"\n[[layer]]\nholds = "site"\naci = 99999999999\nrgb = [nan, inf, 1]\nlineweight = -99999\n',
    lambda: b'base = "city.toml"\n',
    lambda: b'base = ["a"]\nlayer = 1\n',
)
BOMBS: dict[str, tuple[Bomb, ...]] = {
    "site dxf": (
        *(
            held_by_itself,
            chain_of_blocks,
            doubled(RED),
            doubled("X"),
            doubled(""),
            grid(RED),
            grid("X"),
            great_circles,
        ),
        *(
            many_great_circles,
            flat_bulge,
            thin_ellipse,
            spline(3, 5000, 1e6),
            spline(3, 20, 1e11),
            spline(200, 400, 400.0),
        ),
        *(
            spline(3, 20_000, 1e5),
            drawn(zigzag(20_000)),
            drawn(zigzag(19_000, 90.0)),
            drawn(comb(6000)),
            drawn(scribble(3000)),
            drawn(circle_of(200_000)),
        ),
        *(lambda: lattice(200), lambda: lattice(1500), lambda: dxf(many(outline(SQUARE) for _ in range(5000)))),
        *(
            lambda: dxf(((0, "TEXT"), (8, "T"), (10, 0), (20, 0), (1, "一" * 3_000_000))),
            lambda: dxf(many([line(0, 0, 1, 1)] * 30_000)),
        ),
        *(
            lambda: dxf(many(outline(scribble(2000), "建筑") for _ in range(3))),
            lambda: dxf(((0, "TEXT"), (8, "高程"), (10, "nan"), (1, "1e400"))),
        ),
    ),
    "site geojson": (
        *(
            lambda: ring(circle_of(1_000_000)),
            lambda: ring(zigzag(100_000)),
            lambda: ring(comb(6000)),
            lambda: ring(comb(40_000)),
        ),
        *(
            lambda: ring(scribble(3000)),
            lambda: ring(scribble(3000), "keep_out"),
            lambda: ring(zigzag(50_000), "keep_out"),
        ),
        *(
            lambda: ring(scribble(3000), "building"),
            lambda: ring(SQUARE, holes=20_000),
            lambda: nested(300),
            lambda: nested(DEEP),
        ),
        *(lambda: nested(980), lambda: b"[" * DEEP, lambda: ring(SQUARE).replace(b"400.0", DIGITS.encode())),
        *(lambda: ring(SQUARE).replace(b"400.0", b"9" * 400), lambda: ring(SQUARE).replace(b"400.0", b"1e9")),
        *(lambda: ring(SQUARE).replace(b'"boundary"', DIGITS.encode()), lambda: things(30_000, "building", None)),
        lambda: things(4000, "road", {"type": "LineString", "coordinates": scribble(30)}),
        lambda: things(20_000, "bus_stop", {"type": "Point", "coordinates": [1, 1]}),
        lambda: things(2, "road", {"type": "LineString", "coordinates": scribble(100_000)}),
        lambda: things(3, "level", {"type": "Point", "coordinates": [1, 1, 1e308]}),
        lambda: things(3, "road", {"type": "LineString", "coordinates": [[1, 1]]}),
        lambda: ring(SQUARE).replace(b'"kind"', b'"level_m": "inf", "crs": "x", "kind"'),
        lambda: ring(SQUARE).replace(
            b'"type": "FeatureCollection"', b'"type": "FeatureCollection", "crs": "' + b"+proj=" * 9999 + b'"'
        ),
    ),
    "site points": (
        *(
            lambda: rows_of(circle_of(300_000)),
            lambda: rows_of(scribble(3000)),
            lambda: b"1 " * 2_000_000,
            lambda: rows_of(comb(6000)),
        ),
        *(
            f"J1 {DIGITS} 5 6\nJ2 {DIGITS} 5 7".encode,
            lambda: b"a\n" * 500_000,
            lambda: b"1 nan 1\n2 inf 1\n3 0 0\n4 1 1",
        ),
        *(
            lambda: f"J1 {DIGITS} {DIGITS}\n".encode() * 3,
            lambda: b"1,2,3,@\n" * 50_000,
            lambda: b"J1 1e400 1\nJ2 5 5\nJ3 7 8\n",
        ),
    ),
    "site wkt": (
        *(
            lambda: wkt(circle_of(300_000)),
            lambda: wkt(scribble(3000)),
            lambda: b"GEOMETRYCOLLECTION (" * DEEP,
            lambda: b"POLYGON " + b"(" * DEEP,
        ),
        *(
            lambda: b"GEOMETRYCOLLECTION (" * 5000 + b"POINT (0 0)" + b")" * 5000,
            lambda: b"SRID=9999999999999999;" + wkt(SQUARE),
        ),
        *(
            lambda: b"POLYGON ((nan nan, 1 1, 2 2, nan nan))",
            lambda: b"POLYGON ((0 0, 1e308 0, 1e308 1e308, 0 0))",
            lambda: b"POLYGON EMPTY",
        ),
    ),
    "brief": TOML,
    "pack clauses": TOML,
    "pack head": TOML,
    "template": TOML,
    "profile": TOML,
}
