"""Land, floor area, density, green and stalls, each by its own reading of figures.md D.10, D.14, F-29, F-30, F-38 and F-60."""

from collections.abc import Sequence
from functools import cached_property

from tests.second_engine.areas import Paths, area_m2, grown, joined, pieces, rings, shared, without
from tests.second_engine.drawing import Drawing, Thing

GREEN = ("GROUND-GREEN", "GROUND-CENTRAL")
BELOW_GROUND = ("GROUND-GARAGE",)
LANES = ("ROAD-ATTACHED", "ROAD-MAIN", "ROAD-ACCESS", "ROAD-CITY")
OFF_WALL_M, CENTRAL_OFF_WALL_M, CENTRAL_OFF_LANE_M, CENTRAL_WIDTH_M = 1.0, 1.5, 1.0, 8.0  # D.10, D.5
GARAGE_M2_PER_STALL = 30.0  # D.14: 30-40 m2 a stall below ground
SHORT_M = 0.005  # half of the centimetre to which a drawing is dimensioned


class Quantities:
    """What a drawing's outlines come to."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.buildings = drawing.of("BLDG-")
        self.blocks = drawing.of("BLOCK")
        self.site = rings(drawing.of("SITE"))
        self.footprints = rings(self.buildings)

    def land(self) -> dict[str, float]:
        """Site, blocks, and lots by the word of their layer [m2]."""
        found = {"site": area_m2(self.site), "blocks": area_m2(rings(self.blocks))}
        found |= {block.id: area_m2(rings([block])) for block in self.blocks}
        return found | {lot.id: area_m2(rings([lot])) for lot in self.drawing.of("LOT-")}

    def floor_area_m2(self, building: Thing) -> float:
        return area_m2(rings([building])) * building.number("storeys")

    def _standing_in(self, block: Thing) -> list[Thing]:
        land = rings([block])
        return [b for b in self.buildings if area_m2(shared(rings([b]), land)) > area_m2(rings([b])) / 2]

    @cached_property
    def of_block(self) -> dict[str, list[Thing]]:
        """Buildings of each block: more than half of the footprint stands in it."""
        return {block.id: self._standing_in(block) for block in self.blocks}

    def far(self) -> dict[str, float]:
        """Floor area above ground over the land: of the site, of all blocks, of each block."""
        found = {"site": sum(map(self.floor_area_m2, self.buildings)) / area_m2(self.site)}
        in_blocks = {name: sum(map(self.floor_area_m2, stand)) for name, stand in self.of_block.items()}
        found["blocks"] = sum(in_blocks.values()) / area_m2(rings(self.blocks))
        return found | {block.id: in_blocks[block.id] / area_m2(rings([block])) for block in self.blocks}

    def floor_areas(self) -> dict[str, float]:
        homes = [b for b in self.buildings if _is_home(b)]
        return {"all": sum(map(self.floor_area_m2, self.buildings)), "homes": sum(map(self.floor_area_m2, homes))}

    def average_storeys(self) -> dict[str, float]:
        """Floor area of the homes over the ground they stand on (F-38)."""
        homes = {name: [b for b in stand if _is_home(b)] for name, stand in self.of_block.items()}
        return {name: sum(map(self.floor_area_m2, own)) / area_m2(rings(own)) for name, own in homes.items() if own}

    def density(self) -> dict[str, float]:
        """Ground under footprints over the land."""
        covered = joined(self.footprints)
        places = {"site": self.site} | {block.id: rings([block]) for block in self.blocks}
        return {name: area_m2(shared(covered, land)) / area_m2(land) for name, land in places.items()}

    @cached_property
    def counted_green(self) -> Paths:
        """Green ground 1.0 m off the walls, without what is hard; play grounds count inside the central green only."""
        central = rings(self.drawing.of("GROUND-CENTRAL"))
        play = without(rings(self.drawing.of("GROUND-PLAY")), central)
        off = [grown(self.footprints, OFF_WALL_M), play, self._hard(with_paths=True)]
        return without(joined(rings(self.drawing.of(*GREEN))), *off)

    def green(self) -> dict[str, float]:
        """Share of counted green in the site, the blocks and the lots."""
        places = {"site": self.site} | {x.id: rings([x]) for x in (*self.blocks, *self.drawing.of("LOT-"))}
        return {name: area_m2(shared(self.counted_green, land)) / area_m2(land) for name, land in places.items()}

    def central_green(self) -> dict[str, float]:
        """Central green of each block [m2]: 1.5 m off walls, 1.0 m off carriageways, wide enough for a circle of 8 m."""
        off = [grown(self.footprints, CENTRAL_OFF_WALL_M), grown(rings(self.drawing.of(*LANES)), CENTRAL_OFF_LANE_M)]
        left = without(joined(rings(self.drawing.of("GROUND-CENTRAL"))), *off, self._hard(with_paths=False))
        return {block.id: _wide_m2(shared(left, rings([block]))) for block in self.blocks}

    def public_green_m2(self) -> float:
        """Garden lots outside the blocks, without buildings (F-17)."""
        return area_m2(without(joined(rings(self.drawing.of("LOT-GARDEN"))), rings(self.blocks), self.footprints))

    def _hard(self, *, with_paths: bool) -> Paths:
        soft = (*GREEN, "GROUND-PLAY", *BELOW_GROUND)
        grounds = [g for g in self.drawing.of("GROUND-") if g.code not in soft]
        ways = [w for w in self.drawing.of("ROAD-", "PATH") if with_paths or w.code != "PATH"]
        return joined(rings([*grounds, *ways, *self.drawing.of("PARK-")]))

    def facility_floor_areas(self) -> dict[str, float]:
        """Part of the building times its floors, those that the building has [m2]."""
        host = {b.id: b for b in self.buildings}
        found = {}
        for part in self.drawing.of("FAC-"):
            house = host[part.words["building"]]
            floors = {int(floor) for floor in part.words["floors"].split(",")}
            inside = area_m2(shared(rings([part]), rings([house])))
            found[part.id] = inside * sum(1 <= floor <= house.number("storeys") for floor in floors)
        return found

    def stalls(self) -> dict[str, float]:
        """Stalls on the surface, those of residents everywhere, dwellings."""
        surface = self.drawing.of("PARK-")
        below = sum(self._garage_stalls())
        own = sum(stall.words["use"] == "resident" for stall in surface)
        return {"surface": len(surface), "residents": own + below, "dwellings": self.dwellings(self.buildings)}

    def _garage_stalls(self):
        """What each garage's label says, no more than its ground holds; ground is counted once."""
        taken: Paths = []
        for garage in self.drawing.of("GROUND-GARAGE"):
            own = area_m2(without(rings([garage]), taken))
            taken = joined(taken, rings([garage]))
            yield min(garage.number("stalls"), (own + 0.05) * float(garage.words.get("levels", 1)) // GARAGE_M2_PER_STALL)

    def dwellings(self, buildings: Sequence[Thing]) -> float:
        return sum(b.number("dwellings") for b in buildings)

    def block_people(self) -> dict[str, float]:
        size = float(self.drawing.facts["household_size"])
        return {name: self.dwellings(stand) * size for name, stand in self.of_block.items()}


def _is_home(building: Thing) -> bool:
    return building.code == "BLDG-HOUSE" or building.number("dwellings") > 0


def _wide_m2(shapes: Paths) -> float:
    """Area of the pieces into which a circle of the asked width fits."""
    return sum(area_m2(piece) for piece in pieces(shapes) if grown(piece, -(CENTRAL_WIDTH_M - SHORT_M) / 2))
