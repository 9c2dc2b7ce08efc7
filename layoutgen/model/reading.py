"""How a drawing was read: by what each thing is known, what was mended, and what nobody could understand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from layoutgen.sentence import Sentence

Place = tuple[float, float]  # [m], near the origin as the plan has it


class Rung(StrEnum):
    """By what a thing of a drawing is known, the surest first."""

    LABEL = "label"  # the text in its outline
    XDATA = "xdata"  # the id that its own data carry, with the facts of plan.json
    GEOMETRY = "geometry"  # the thing of plan.json whose shape it has
    LAYER = "layer"  # its layer alone: what it is, not which


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """Something in a drawing that could not be understood."""

    says: str  # a sentence
    role: str = ""  # what its layer holds: "building.dwelling"; "" = of the drawing as a whole
    at: Place | None = None
    handle: str = ""  # in the file; "" = of no one entity
    id: str = ""  # of the thing of the plan whose label is silent; "" = no thing of the plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One thing of a drawing and by what it is known."""

    id: str
    role: str  # what its layer holds: "building.dwelling"
    rung: Rung
    handle: str = ""  # of its shape in the file; "" = unknown
    at: Place = (0.0, 0.0)  # a point in it or on it
    is_edited: bool | None = None  # against plan.json; None = there is none
    note: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All things read of a drawing, and what was mended or understood of it as a whole."""

    things: tuple[Read, ...] = ()
    said: tuple[Sentence, ...] = ()

    def counts(self) -> Mapping[Rung, int]:
        """How many things are known by each rung."""
        return {rung: sum(thing.rung is rung for thing in self.things) for rung in Rung}

    def told(self) -> tuple[Read, ...]:
        """Things that their label alone did not tell, that were edited, or of which something is noted."""
        return tuple(one for one in self.things if one.rung is not Rung.LABEL or one.is_edited is True or one.note is not None)

    def handles(self) -> Mapping[str, tuple[str, ...]]:
        """Handles in the file of each id's shapes."""
        found: dict[str, tuple[str, ...]] = {}
        for thing in self.things:
            if thing.handle:
                found[thing.id] = (*found.get(thing.id, ()), thing.handle)
        return found
