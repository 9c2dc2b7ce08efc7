"""What plan.json knows of a drawing's things: labels and shapes, to tell edits and to name what lost its label."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.labels import Label
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.likeness import pair_up
from layoutgen.drawings.things import things_of
from layoutgen.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Known:
    """One thing of plan.json."""

    role: str
    shape: BaseGeometry
    label: Label


@dataclass(frozen=True, slots=True)
class KnownThings:
    """The things of plan.json by what their layer holds and by id; none where there is no plan.json."""

    by_role: Mapping[str, Mapping[str, Known]]

    def __bool__(self) -> bool:
        """Whether there is a plan.json."""
        return bool(self.by_role)

    def find(self, role: str, name: str) -> Known | None:
        """Thing of an id; of another role of the same family if none of the role has it."""
        here = self.by_role.get(role, {}).get(name)
        if here is not None:
            return here
        family = _family(role)
        others = [things[name] for other, things in self.by_role.items() if _family(other) == family and name in things]
        return others[0] if others else None

    def alike(self, role: str, shapes: Sequence[BaseGeometry], but: Collection[str]) -> dict[int, Known]:
        """Thing of a role whose shape each of some shapes has, each once; those of some ids are left out."""
        left = [thing for name, thing in sorted(self.by_role.get(role, {}).items()) if name not in but]
        pairs = pair_up(shapes, [thing.shape for thing in left])
        return {one: left[other] for one, (other, _) in pairs.items()}


def known_things(plan: Plan | None, profile: Profile) -> KnownThings:
    """Things of a plan; of none, none."""
    if plan is None:
        return KnownThings({})
    things = [Known(thing.layer.holds, thing.shape, thing.label) for thing in things_of(plan, profile)]
    things.sort(key=lambda thing: thing.role)
    return KnownThings(
        {role: {thing.label.id: thing for thing in same} for role, same in groupby(things, key=lambda thing: thing.role)}
    )


def _family(role: str) -> str:
    return role.partition(".")[0]
