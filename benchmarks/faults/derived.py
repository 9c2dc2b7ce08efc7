"""Good drawings by a lawful change of another: what no plan of ours shows by itself, so that a rule has something to lose."""

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.faults.builders import box_at
from benchmarks.faults.drawing import APPID, Edit
from benchmarks.faults.facility_changes import building_of, facility, first, remove

STORE = facility("convenience_store")
PEOPLE_A_STORE = 3000.0  # GB 50180 table B.0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A good drawing made of another."""

    kind: str
    of: str  # name of the drawing that it is made of
    change: Callable[[Edit], None]

    @property
    def name(self) -> str:
        """Name of its file."""
        return f"{self.of}-{self.kind}"


def alone(edit: Edit) -> None:
    """Leave the health station by itself in its house."""
    station = first(edit, facility("health_station"))
    house = station.value("building")
    remove(edit, *(one for one in edit.things("facility.") if one.value("building") == house and one is not station))


def served(edit: Edit) -> None:
    """Draw as many convenience stores as the people need, each in the house of the first."""
    store = first(edit, STORE)
    house = building_of(edit, store)
    needed = int(edit.number("people") // PEOPLE_A_STORE) + 1
    for number in range(len(edit.things(STORE)), needed):
        place = house.polygon.representative_point()
        one = edit.add(STORE, f"F-store-{number}", box_at((place.x, place.y), 7.0, 9.0), store.words[2:])
        one.shape.set_xdata(APPID, [(1000, one.id), (1000, one.role)])  # as our writer does: by it an `Edit` knows the shape


def green_paths(edit: Edit) -> None:
    """Call the surface of a third of the footpaths permeable."""
    for path in edit.some("way.footpath")[::3]:
        path.set("surface", "permeable")


DERIVED = (
    Derived(kind="alone", of="riverside", change=alone),
    Derived(kind="green_paths", of="pond-field", change=green_paths),
    Derived(kind="served", of="riverside-pilot", change=served),
)
