"""Faults of the exits of open car parks, and of the paths that a label must call permeable."""

from random import Random

from shapely import union_all

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Fault, below, unlike
from benchmarks.faults.placing import shuffled
from benchmarks.faults.roads import centre_of, city_edges, motor_ways, take_away
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

GATE, PATH = "spot.vehicle_gate", "way.footpath"


def _exits(edit: Edit, block: Thing) -> float:
    """Vehicle gates of a block at a road of the city through which a road of the block is drawn."""
    roads = union_all([*(one.line for one in city_edges(edit)), *(one.polygon for one in edit.things("way.street"))])
    lines = [centre_of(edit, one).line for one in motor_ways(edit) if one.role != "way.street"]
    rim = block.polygon.exterior
    gates = [one.place for one in edit.things(GATE) if rim.distance(one.place) < 0.5 and roads.distance(one.place) < 0.5]
    return float(sum(any(line.distance(place) < 1.0 for line in lines) for place in gates))


def _parked(edit: Edit, rng: Random) -> tuple[Thing, list[Thing]]:
    """A block with stalls on its surface, and its gates."""
    for block in shuffled(rng, edit.some("block")):
        gates = [one for one in edit.things(GATE) if block.polygon.exterior.distance(one.place) < 0.5]
        if gates and edit.of(block.id, "block", "stall.car"):
            return block, gates
    raise NoPlaceError("no block with stalls and gates")


def gates_of_stalls_dropped(edit: Edit, rng: Random) -> Breach:
    block, gates = _parked(edit, rng)
    edit.delete(*gates)
    return below("exits of a block with stalls", _exits(edit, block), 1.0, block.id)


def roads_of_stalls_dropped(edit: Edit, rng: Random) -> Breach:
    block, gates = _parked(edit, rng)
    ways = edit.things("way.main", "way.access", "way.attached")
    take_away(edit, [one for one in ways if any(centre_of(edit, one).line.distance(gate.place) < 1.0 for gate in gates)])
    return below("exits of a block with stalls", _exits(edit, block), 1.0, block.id)


def sixty_stalls_one_exit(edit: Edit, rng: Random) -> Breach:
    block, gates = _parked(edit, rng)
    stalls = edit.of(block.id, "block", "stall.")
    for number in range(len(stalls), 60):
        edit.copy(stalls[0], f"P-e{number}", 3.0 * (number % 10) + 500.0, 6.0 * (number // 10))
    edit.delete(*gates[1:])
    return below(f"exits of a block with {max(len(stalls), 60)} stalls", _exits(edit, block), 2.0, block.id)


def stalls_of_the_site_in_one_block(edit: Edit, rng: Random) -> Breach:
    """The stalls of all blocks labelled as of one, which has lost a gate."""
    block, gates = _parked(edit, rng)
    for stall in edit.some("stall."):
        stall.set("block", block.id)
    count = len(edit.things("stall."))
    if not 50 < count <= 300:
        raise NoPlaceError("not so many stalls on the surface")
    edit.delete(*gates[1:])
    return below(f"exits of a block with {count} stalls", _exits(edit, block), 2.0, block.id)


# paths that are labelled as permeable
def _green(edit: Edit) -> Breach:
    said = [one for one in edit.things(PATH) if one.value("surface") not in ("", "no")]
    return unlike("a footpath labelled with its surface", "one" if said else "none", "one")


def surfaces_off(edit: Edit, _: Random) -> Breach:
    for path in edit.some(PATH):
        path.set("surface", None)
    return _green(edit)


def surfaces_denied(edit: Edit, _: Random) -> Breach:
    for path in edit.some(PATH):
        path.set("surface", "no")
    return _green(edit)


def green_paths_dropped(edit: Edit, rng: Random) -> Breach:
    take_away(edit, [one for one in edit.some(PATH) if one.value("surface")])
    pick(edit, rng, PATH)
    return _green(edit)


FAULTS = (
    *ways_to_break(
        "stalls.exits",
        ("ROAD-16.small",),
        {
            "a block with stalls whose gates are dropped": gates_of_stalls_dropped,
            "a block with stalls whose roads out are dropped": roads_of_stalls_dropped,
        },
    ),
    *ways_to_break(
        "stalls.exits",
        ("ROAD-16.middle",),
        {
            "sixty stalls behind one gate": sixty_stalls_one_exit,
            "the stalls of the site behind one gate": stalls_of_the_site_in_one_block,
        },
    ),
    *(
        Fault(name=name, measure="ways.tag", expects=("CRC-B11.green",), plant=plant, drawings=("green_paths",))
        for name, plant in {
            "no footpath says its surface any more": surfaces_off,
            "every footpath says that its surface is none": surfaces_denied,
            "the footpaths that say their surface dropped": green_paths_dropped,
        }.items()
    ),
)
