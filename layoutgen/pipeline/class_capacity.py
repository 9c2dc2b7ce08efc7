"""People by storey class on a ground whose blocks are counted: caps kept, each block by what carries most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from layoutgen.model.brief import Brief, Conditions
from layoutgen.model.capacity import BlockRoom, Capacity, ClassCapacity
from layoutgen.pipeline.lots_land import LotsLand
from layoutgen.sentence import Sentence
from layoutgen.stages.massing import Carried, StoreyOption

ROUNDS = 16  # of the fixed point between people and the land that their facilities take
ENGINE_GAIN = 1.1  # engine over table, by other directions, left-overs, raising: 0.97 to 1.28 in ten measured runs
NEAR_CAP = 0.97  # of a cap: whole slabs come no nearer
SUN = Sentence(en="sun and lanes", zh="日照与道路")
FAR_OF_CLASS = Sentence(en="FAR of the class", zh="本类别容积率")
DENSITY_OF_CLASS = Sentence(en="density of the class", zh="本类别建筑密度")
FAR_ASKED = Sentence(en="FAR of the brief", zh="规划条件容积率")
DENSITY_ASKED = Sentence(en="density of the brief", zh="规划条件建筑密度")
HEIGHT_ASKED = Sentence(en="storeys or height of the brief", zh="规划条件层数或高度")
LAND = Sentence(en="land", zh="用地")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A site with its streets and the lots of so many people, and what its blocks carry."""

    site_m2: float
    streets_m2: float  # public ones
    people: int  # that the lots are laid for
    lots_m2: float  # as sized for them
    block_m2: float
    blocks: int
    lots: LotsLand
    carried: tuple[Carried, ...]


def floor_per_person(brief: Brief) -> float:
    """Floor area of homes a person, by the dwelling mix and the household size [m2]."""
    return sum(kind.area_m2 * kind.share for kind in brief.mix) / brief.household_size


def capacity_of(ground: Ground, options: Sequence[StoreyOption], brief: Brief, least: float) -> Capacity:
    """Capacity of a ground under the caps of some options.

    Parameters
    ----------
    least
        Share of the people asked that have to be housed.
    """
    per_person, asked = floor_per_person(brief) * least, brief.conditions
    is_capped = asked.storeys_max is not None or asked.height_max_m is not None
    highest = max((option.storeys for option in options), default=0) if is_capped else 0
    rooms = tuple(_rooms(ground, options, asked, highest))
    classes = [tuple(group) for _, group in groupby(options, key=lambda option: option.storey_class)]
    return Capacity(
        site_m2=ground.site_m2,
        streets_m2=ground.streets_m2,
        blocks=ground.blocks,
        best=_summed(ground, rooms, per_person, ""),
        classes=tuple(
            _summed(ground, tuple(_rooms(ground, group, asked, highest)), per_person, group[0].storey_class)
            for group in classes
        ),
        rooms=rooms,
    )


def _rooms(ground: Ground, options: Sequence[StoreyOption], asked: Conditions, highest: int) -> Iterator[BlockRoom]:
    """What each block holds, by the lowest storey number that carries most within the caps."""
    caps = {option.storeys: option for option in options}
    for _, group in groupby(ground.carried, key=lambda carried: carried.block):
        rooms = [_room(c, caps[c.option.storeys], asked, highest) for c in group if c.option.storeys in caps]
        if rooms:
            yield max(rooms, key=lambda room: (room.gfa_m2, -room.storeys))


def _room(carried: Carried, option: StoreyOption, asked: Conditions, highest: int) -> BlockRoom:
    cap_m2 = option.far_reach * carried.area_m2
    gfa_m2 = min(carried.gfa_m2 * ENGINE_GAIN, cap_m2)
    if gfa_m2 < NEAR_CAP * cap_m2:
        binds = HEIGHT_ASKED if option.storeys == highest else SUN
    elif option.far_max <= option.density_max * option.storeys:
        binds = FAR_ASKED if option.far_max == asked.far_max else FAR_OF_CLASS
    else:
        binds = DENSITY_ASKED if option.density_max == asked.density_max else DENSITY_OF_CLASS
    return BlockRoom(
        block=carried.block, area_m2=carried.area_m2, storeys=option.storeys, gfa_m2=gfa_m2, cap_m2=cap_m2, binds=binds
    )


def _summed(ground: Ground, rooms: Sequence[BlockRoom], per_person_m2: float, storey_class: str) -> ClassCapacity:
    """People of all blocks and the land of their lots, where both agree; what binds on most of the land."""
    far = sum(room.gfa_m2 for room in rooms) / ground.block_m2 if ground.block_m2 else 0.0
    land_m2 = ground.block_m2 + ground.lots_m2
    people = balanced(land_m2, far / per_person_m2, ground.lots)
    lots_m2 = ground.lots.of(people)
    land: dict[Sentence, float] = {}
    for room in rooms:
        land[room.binds] = land.get(room.binds, 0.0) + room.area_m2
    return ClassCapacity(
        storey_class=storey_class,
        storeys=max((room.storeys for room in rooms), default=0),
        far=far,
        people=people,
        lots_m2=lots_m2,
        block_m2=max(land_m2 - lots_m2, 0.0),
        binds=max(land, key=lambda name: (land[name], name.en)) if land else LAND,
    )


def balanced(land_m2: float, people_per_m2: float, lots: LotsLand) -> int:
    """People whose lots leave just the block land that they need."""
    people = 0.0
    for _ in range(ROUNDS):
        people = 0.5 * people + 0.5 * max(land_m2 - lots.of(people), 0.0) * people_per_m2
    return int(people)
