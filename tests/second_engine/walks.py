"""The walking network by docs/drawing.md, put together from centre lines alone and searched by networkx."""

import math
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

import networkx as nx
import numpy as np

from tests.second_engine.drawing import Drawing, Thing, are_inside, distances, feet

WALKABLE = ("ROAD-ACCESS", "PATH")  # others only with a footway
SNAP_M, TOUCH_M, DOOR_M, CITY_M = 0.05, 0.01, 1.0, 0.5  # the contract's: nodes; ends at outlines; points; ways out
ROADS = ("arterial", "collector", "local")
GATES = ("GATE-CAR", "GATE-FOOT")
PLACES = {  # where people go, by the layer that shows it
    "kindergarten": "FAC-KINDERGARTEN",
    "nursery": "FAC-NURSERY",
    "service_station": "FAC-SERVICESTATION",
    "elderly_station": "FAC-ELDERLYSTATION",
    "health_station": "FAC-HEALTHSTATION",
    "culture_station": "FAC-CULTURESTATION",
    "supermarket": "FAC-SUPERMARKET",
    "waste_station": "FAC-WASTESTATION",
    "garden": "LOT-GARDEN",
    "sports_ground": "GROUND-SPORTS",
    "activity_ground": "GROUND-ACTIVITY",
    "play_ground": "GROUND-PLAY",
    "waste_point": "WASTEPOINT",
    "lockers": "LOCKERS",
}


class Lines:
    """Open lines as segments, with how far along its line each begins."""

    def __init__(self, lines: list[np.ndarray]) -> None:
        runs = [np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))]) for line in lines]
        self.starts = np.vstack([line[:-1] for line in lines])
        self.ends = np.vstack([line[1:] for line in lines])
        self.before = np.concatenate([run[:-1] for run in runs])
        self.of = np.repeat(np.arange(len(lines)), [len(line) - 1 for line in lines])
        self.length = [float(run[-1]) for run in runs]
        self.lines = lines

    def feet(self, at: np.ndarray, within: float) -> list[list[tuple[int, float, float]]]:
        """Lines within a distance of each point: which, how far along it the foot stands, the distance."""
        size = np.hypot(*(self.ends - self.starts).T)
        away, share = feet(at, self.starts, self.ends)
        found = []
        for n, row in enumerate(away):
            best: dict[int, tuple[float, float]] = {}
            for k in np.flatnonzero(row <= within):
                foot = (float(row[k]), float(self.before[k] + share[n, k] * size[k]))
                best[int(self.of[k])] = min(best.get(int(self.of[k]), (math.inf, 0.0)), foot)
            found.append([(line, along, gap) for line, (gap, along) in sorted(best.items())])
        return found

    def crossings(self, starts: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Where each segment meets each of some others: segment, other, how far along its line."""
        p, r = self.starts[:, None], (self.ends - self.starts)[:, None]
        q, s = starts[None], (ends - starts)[None]
        cross = r[..., 0] * s[..., 1] - r[..., 1] * s[..., 0]
        with np.errstate(divide="ignore", invalid="ignore"):
            t = ((q - p)[..., 0] * s[..., 1] - (q - p)[..., 1] * s[..., 0]) / cross
            u = ((q - p)[..., 0] * r[..., 1] - (q - p)[..., 1] * r[..., 0]) / cross
        mine, other = np.nonzero((t >= 0.0) & (t <= 1.0) & (u >= 0.0) & (u <= 1.0))
        size = np.hypot(*(self.ends - self.starts).T)
        return mine, other, self.before[mine] + t[mine, other] * size[mine]


class Network:
    """Nodes are (line, millimetres along it), ids of points, and (edge, …) along the city's roads."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        outlines = {way.id: way for way in drawing.of("ROAD-", "PATH") if _is_walkable(way)}
        centres = [c for c in drawing.of("ROADC-", "PATHC") if c.id in outlines]
        self.outlines = [outlines[c.id].points for c in centres]
        self.lines = Lines([c.points for c in centres])
        self.spots = drawing.of(*GATES, "DOOR", "LOCKERS", "WASTEPOINT", "BUSSTOP")
        self.graph = nx.Graph()
        self.cuts: dict[int, set[float]] = defaultdict(set)
        self.of: dict[str, set] = defaultdict(set)  # where lots and grounds hang on
        self.end_nodes = [self._node(n, a) for n, whole in enumerate(self.lines.length) for a in (0.0, whole)]
        self.end_points = np.vstack([line[[0, -1]] for line in self.lines.lines])
        self._cut()
        self._areas([*drawing.of("LOT-"), *drawing.of("GROUND-")])
        self._string()
        self._snap()
        self._city()

    def _node(self, line: int, along: float) -> tuple[int, int]:
        self.cuts[line].add(round(along, 3))
        return line, round(along * 1000)

    def _join(self, a: object, b: object, length: float) -> None:
        if a != b and length <= self.graph.get_edge_data(a, b, {"length": math.inf})["length"]:
            self.graph.add_edge(a, b, length=length)

    def _cut(self) -> None:
        """Cut lines where they end, cross, nearly meet, and where ends in others' outlines and points join them."""
        mine, other, along = self.lines.crossings(self.lines.starts, self.lines.ends)
        for k, o, a in zip(mine, other, along, strict=True):
            if self.lines.of[k] != self.lines.of[o]:
                self._node(int(self.lines.of[k]), float(a))
        near = self.lines.feet(self.end_points, math.inf)
        held = [_in_or_at(outline, self.end_points) for outline in self.outlines]
        for n, node in enumerate(self.end_nodes):
            for line, along_line, gap in near[n]:
                if line != node[0] and (gap <= SNAP_M or held[line][n]):
                    self._join(node, self._node(line, along_line), gap if gap > SNAP_M else 0.0)
        for spot, found in zip(self.spots, self.lines.feet(np.vstack([s.points for s in self.spots]), DOOR_M), strict=True):
            for line, along_line, gap in found:
                self._join(spot.id, self._node(line, along_line), gap)

    def _areas(self, areas: list[Thing]) -> None:
        """Lots and grounds hang on wherever a line enters, touches or ends in them."""
        for area in areas:
            mine, _, along = self.lines.crossings(area.points, np.roll(area.points, -1, axis=0))
            nodes = [self._node(int(self.lines.of[k]), float(a)) for k, a in zip(mine, along, strict=True)]
            touched = [foot for found in self.lines.feet(area.points, TOUCH_M) for foot in found]
            nodes += [self._node(line, along_line) for line, along_line, _ in touched]
            nodes += [self.end_nodes[n] for n in np.flatnonzero(_in_or_at(area.points, self.end_points))]
            self.of[area.id] |= set(nodes)

    def _string(self) -> None:
        for line, cuts in self.cuts.items():
            for a, b in pairwise(sorted(cuts)):
                self._join((line, round(a * 1000)), (line, round(b * 1000)), b - a)

    def _snap(self) -> None:
        """Nodes nearer than the snap distance are one place."""
        nodes = [(line, round(a * 1000)) for line, cuts in self.cuts.items() for a in cuts]
        at = np.array([self.place(node) for node in nodes])
        near = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1)) <= SNAP_M
        for i, j in zip(*np.nonzero(np.triu(near, 1)), strict=True):
            self._join(nodes[i], nodes[j], 0.0)

    def place(self, node: tuple[int, int]) -> np.ndarray:
        line, along = self.lines.lines[node[0]], node[1] / 1000.0
        run = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
        return np.array([np.interp(along, run, line[:, k]) for k in (0, 1)])

    def _city(self) -> None:
        """Along the roads at the site's edge one walks from one way out to the next, and round the corners."""
        gates = [spot for spot in self.spots if spot.code in GATES and spot.id in self.graph]
        out = [*self.end_nodes, *(gate.id for gate in gates)]
        at = np.vstack([self.end_points, *(gate.points for gate in gates)])
        for edge in self.drawing.of("EDGE"):
            if edge.words["road"] not in ROADS:
                continue
            road = Lines([edge.points])
            here = {("corner", *np.round(edge.points[k], 2)): (0.0, road.length[0])[k] for k in (0, -1)}
            for node, found in zip(out, road.feet(at, CITY_M), strict=True):
                for _, along, _ in found:
                    here[node] = along
            for (a, low), (b, high) in pairwise(sorted(here.items(), key=lambda item: item[1])):
                self._join(a, b, high - low)

    def walks(self, targets: Iterable[object]) -> dict[object, float]:
        """Shortest walk from the nearest of some places to everywhere [m]."""
        sources = [t for t in targets if t in self.graph]
        return nx.multi_source_dijkstra_path_length(self.graph, sources, weight="length") if sources else {}

    def targets(self, code: str) -> set[object]:
        """Where things of a layer are reached: the doors of facilities; points themselves; where lines enter the others."""
        found: set[object] = set()
        for thing in self.drawing.of(code):
            if code.startswith("FAC-"):
                found |= {door.id for door in doors_of(self.drawing, thing)}
            else:
                found |= {thing.id} if len(thing.points) == 1 else self.of[thing.id]
        return found

    def from_homes(self, targets: Iterable[object]) -> dict[str, float]:
        """Walk from every door of a dwelling building [m]."""
        homes = {b.id for b in self.drawing.of("BLDG-") if b.code == "BLDG-HOUSE" or b.number("dwellings") > 0}
        reached = self.walks(targets)
        return {d.id: reached.get(d.id, math.inf) for d in self.drawing.of("DOOR") if d.words["of"] in homes}


def doors_of(drawing: Drawing, part: Thing) -> list[Thing]:
    """Doors of a facility: its own, else its building's."""
    doors = drawing.of("DOOR")
    own = [door for door in doors if door.words["of"] == part.id]
    return own or [door for door in doors if door.words["of"] == part.words["building"]]


def _is_walkable(way: Thing) -> bool:
    return way.code in WALKABLE or way.number("footway") > 0.0


def _in_or_at(ring: np.ndarray, at: np.ndarray) -> np.ndarray:
    """Whether points lie in an outline or touch it."""
    low, high = ring.min(axis=0) - TOUCH_M, ring.max(axis=0) + TOUCH_M
    held = ((at >= low) & (at <= high)).all(axis=1)
    near = distances(at[held], ring, np.roll(ring, -1, axis=0)).min(axis=1, initial=math.inf) <= TOUCH_M
    held[held] = near | are_inside(ring, at[held])
    return held
