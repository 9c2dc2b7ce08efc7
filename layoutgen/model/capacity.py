"""How many people a site holds: by class of storeys, by the engine, and what law alone rules out."""

from dataclasses import dataclass

from layoutgen.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassCapacity:
    """What one class of storeys, or the best of all in every block, gives on a site."""

    storey_class: str  # "" = the best of all
    storeys: int  # the highest that is used
    far: float  # net, on block land
    people: int
    lots_m2: float
    block_m2: float
    binds: Sentence  # what binds on most of the block land


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRoom:
    """What one block holds by the model, and what binds."""

    block: str
    area_m2: float
    storeys: int
    gfa_m2: float
    cap_m2: float  # floor area that the caps of these storeys allow
    binds: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """Land budget and capacity: the best of all classes block by block, and every class by itself."""

    site_m2: float
    streets_m2: float  # public ones, main roads between communities among them
    blocks: int
    best: ClassCapacity
    classes: tuple[ClassCapacity, ...]
    rooms: tuple[BlockRoom, ...] = ()  # block by block, north to south; empty for several communities
    communities: int = 1
    why_none: str = ""  # why nobody can be housed
    why_undivided: str = ""  # why more people than one community holds cannot be divided


@dataclass(frozen=True, slots=True, kw_only=True)
class Largest:
    """The largest population found for a site."""

    people: int
    estimated: int  # by the capacity model
    is_confirmed: bool  # the engine housed so many to the end of massing
    runs: tuple[tuple[int, int | None], ...]  # people asked of the engine, and how many it housed; None = all


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """One way of laying out that was searched, and what it reached."""

    says: Sentence
    largest: Largest


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """All that was searched, and the population that law alone rules out."""

    manners: tuple[Manner, ...]
    impossible_from: int | None  # lawful minima rule out this many people and more; None = no population asked

    @property
    def best(self) -> Manner:
        """The manner that reached most."""
        return max(self.manners, key=lambda manner: (manner.largest.is_confirmed, manner.largest.people))
