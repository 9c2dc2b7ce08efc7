"""The building program 建设内容: every facility with its figures, the arithmetic and the clause behind it."""

from dataclasses import dataclass

from layoutgen.model.kinds import BuildingUse, FacilityKind, LotKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A number that a figure is reckoned from."""

    name: str  # a parameter, a figure, the id of a clause
    value: float
    source: str  # document and place, "brief", or "derived"
    source_zh: str = ""  # the same in Chinese, where it differs


@dataclass(frozen=True, slots=True, kw_only=True)
class Beaten:
    """What asked for less than the clause that governs."""

    clause: str  # id of a clause, or "parameter.<name>" for a default of ours
    value: float
    outranked_by: str = ""  # a clause that takes its place, whatever it asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """Where one figure of the program comes from."""

    figure: str
    value: float
    formula: str  # over the names of the inputs; its value is the figure
    inputs: tuple[Input, ...]
    clause: str = ""  # the one that governs, or "parameter.<name>"; "" where the figure only follows from others
    beaten: tuple[Beaten, ...] = ()  # greatest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One kind of facility, ground or place, sized.

    ``figures`` holds only the keys that apply: count, gfa_m2, usable_m2, land_m2, classes, children, outdoor_m2,
    stalls, cells, places, rooms … in the units of their names.
    """

    kind: str
    figures: tuple[tuple[str, float], ...]
    rooms: tuple[str, ...] = ()
    derivation: str = ""  # in a sentence, where no figure of the law is behind it
    derivations: tuple[Derivation, ...] = ()  # one a figure
    clauses: tuple[str, ...] = ()  # the governing ones first, then what they beat

    def figure(self, name: str) -> float:
        """Value of a figure.

        Raises
        ------
        KeyError
            If the need has no such figure.
        """
        return dict(self.figures)[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class DwellingDemand:
    """How many dwellings of a type are asked."""

    name: str
    area_m2: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A facility's share of a column: the whole column's outline on the floors named."""

    kind: FacilityKind
    floors: tuple[int, ...]
    classes: int = 0  # of one kindergarten of several; 0 where it has all that its need names

    def share(self, need: Need) -> float:
        """Its share of what the need of its kind names, by classes."""
        return self.classes / need.figure("classes") if self.classes else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A slice of a facility building, from wall to wall: its width and what stands on its floors."""

    width_m: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildingDemand:
    """A facility building made of columns side by side."""

    use: BuildingUse
    lot: LotKind
    depth_m: float
    storeys: int
    columns: tuple[Column, ...]

    @property
    def length_m(self) -> float:
        """Length of all columns in one row."""
        return sum(column.width_m for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """The whole program of one community. ``buildings`` is empty until the designer's choices are known."""

    population: int
    households: int
    household_size: float
    dwellings: tuple[DwellingDemand, ...]
    housing_gfa_m2: float
    needs: tuple[Need, ...]
    parameters: tuple[tuple[str, float], ...]
    derivations: tuple[Derivation, ...] = ()  # of households and housing
    buildings: tuple[BuildingDemand, ...] = ()

    def has(self, kind: str) -> bool:
        """Whether the program has a need of a kind."""
        return any(need.kind == kind for need in self.needs)

    def need(self, kind: str) -> Need:
        """Return the need of a kind.

        Raises
        ------
        KeyError
            If the program has none.
        """
        for need in self.needs:
            if need.kind == kind:
                return need
        raise KeyError(kind)
