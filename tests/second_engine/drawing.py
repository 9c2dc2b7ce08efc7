"""The second engine's own eyes: plan.dxf as pairs of tags, by docs/drawing.md alone; no CAD library, nothing of layoutgen."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

import numpy as np

NEAR_LABEL_M = 0.5  # a point's or an open line's label stands this near


@dataclass(frozen=True, kw_only=True)
class Thing:
    """A shape with the words of its label."""

    id: str
    code: str  # of its layer: "BLDG-HOUSE"
    points: np.ndarray  # (n, 2) [m], a ring without its closing point
    words: dict[str, str] = field(default_factory=dict)  # key=value, and the four tokens without a key

    def number(self, key: str) -> float:
        return float(self.words.get(key, 0.0))


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """All that is labelled, by the layer's code, and the facts."""

    things: dict[str, list[Thing]]
    facts: dict[str, str]

    def of(self, *codes: str) -> list[Thing]:
        """Things of some layers; a code that ends in `-` takes all that begin with it."""
        found = [t for code, things in self.things.items() for t in things if _is_asked(code, codes)]
        return sorted(found, key=lambda thing: thing.id)


def _is_asked(code: str, codes: tuple[str, ...]) -> bool:
    return any(code == asked or (asked.endswith("-") and code.startswith(asked)) for asked in codes)


def read_drawing(path: Path) -> Drawing:
    """Drawing of a plan.dxf as the writer leaves it."""
    shapes: dict[str, list[tuple[str, np.ndarray]]] = {}
    texts: dict[str, list[tuple[str, np.ndarray]]] = {}
    for entity, tags in _entities(path.read_text(encoding="utf-8").splitlines()):
        match = re.match(r"SP-([A-Z0-9-]+?)(-[^\x00-\x7f].*)?$", dict(tags).get(8, ""))
        if match is None or match[1].startswith("PAINT"):
            continue
        if entity == "TEXT":
            said = dict(reversed(tags))
            at = (11, 21) if float(said.get(72, 0)) or float(said.get(73, 0)) else (10, 20)
            texts.setdefault(match[1], []).append((said[1], np.array([float(said[at[0]]), float(said[at[1]])])))
        elif entity in ("LWPOLYLINE", "POINT"):
            xs, ys = ([float(value) for code, value in tags if code == asked] for asked in (10, 20))
            kind = "point" if entity == "POINT" else "ring" if int(dict(tags)[70]) & 1 else "line"
            shapes.setdefault(match[1], []).append((kind, np.column_stack([xs, ys])))
    facts = dict(text.split("=", 1) for text, _ in texts.pop("META"))
    return Drawing(things={code: _labelled(code, shapes[code], texts[code]) for code in shapes}, facts=facts)


def _entities(lines: list[str]):
    """Entities of the model space with their tags; a hatch's and a block's inner tags come along and are not asked."""
    pairs = [(int(code), value.strip()) for code, value in zip(lines[::2], lines[1::2], strict=False)]
    start = pairs.index((2, "ENTITIES")) + 1
    name, tags = "", []
    for code, value in pairs[start : pairs.index((0, "ENDSEC"), start)]:
        if code == 0:
            yield name, tags
            name, tags = value, []
        else:
            tags.append((code, value))
    yield name, tags


def _labelled(code: str, shapes: list[tuple[str, np.ndarray]], texts: list[tuple[str, np.ndarray]]) -> list[Thing]:
    """Every shape with its label: of all texts that could be its own the nearest one, those with the least choice first."""
    at = np.array([place for _, place in texts])
    away = [_away(kind, points, at) for kind, points in shapes]
    taken: set[int] = set()
    found = []
    for n in sorted(range(len(shapes)), key=lambda n: int(np.isfinite(away[n]).sum())):
        best = min((k for k in range(len(texts)) if k not in taken), key=lambda k: away[n][k])
        taken.add(best)
        found.append(_thing(code, texts[best][0], shapes[n][1]))
    return found


def _away(kind: str, points: np.ndarray, at: np.ndarray) -> np.ndarray:
    """How far each text stands from a shape's border, if it could be its label; else infinite."""
    is_ring = kind == "ring"
    border = np.vstack([points, points[:1]]) if is_ring or kind == "point" else points
    away = distances(at, border[:-1], border[1:]).min(axis=1)
    could = are_inside(points, at) if is_ring else away <= NEAR_LABEL_M
    return np.where(could, away, np.inf)


def distances(at: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Distance of each of some points (a row each) from each of some segments."""
    return feet(at, starts, ends)[0]


def feet(at: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distance of each point from each segment, and which share of it lies before the foot."""
    run = (ends - starts)[None]
    rel = at[:, None] - starts[None]
    share = np.clip((rel * run).sum(axis=2) / np.maximum((run**2).sum(axis=2), 1e-18), 0.0, 1.0)
    return np.hypot(*(rel - run * share[..., None]).transpose(2, 0, 1)), share


def are_inside(ring: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Whether points lie in a ring, by the number of walls to their right."""
    (ax, ay), (bx, by) = ring.T[:, None], np.roll(ring, -1, axis=0).T[:, None]
    x, y = at[:, :1], at[:, 1:]
    with np.errstate(divide="ignore", invalid="ignore"):
        crosses = ((ay > y) != (by > y)) & (ax + (y - ay) / (by - ay) * (bx - ax) > x)
    return crosses.sum(axis=1) % 2 == 1


def _thing(code: str, label: str, points: np.ndarray) -> Thing:
    name, _, *tokens = label.split(" ")
    words: dict[str, str] = {}
    for token in tokens:
        if "=" in token:
            key, value = token.split("=", 1)
            words[key] = unquote(value)
        elif token.endswith("户"):
            words["dwellings"] = token[:-1]
        elif token.endswith("㎡"):
            words["floor_area"] = token[:-1]
        elif match := re.match(r"(\d+)F(?:/-(\d+)F)?$", token):
            words["storeys"], words["below"] = match[1], match[2] or "0"
        elif match := re.match(r"H([\d.]+)/([\d.]+)/([\d.]+)$", token):
            words["planning"], words["fire"], words["shading"] = match.groups()
    return Thing(id=unquote(name), code=code, points=points, words=words)
