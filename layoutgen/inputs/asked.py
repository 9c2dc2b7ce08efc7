"""What the user asks for, by flags or by a brief's file: everything may be missing."""

from dataclasses import dataclass, fields, replace

from layoutgen.inputs.edges import EdgeWish
from layoutgen.inputs.packs import tell_packs_apart
from layoutgen.model.brief import DwellingType
from layoutgen.model.site import OffSite
from layoutgen.model.waiver import Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the user gave, by flags or file; None or empty = nothing. Figures may still be text: `settle_brief` reads them."""

    population: float | str | None = None
    far: float | str | None = None
    household_size: float | str | None = None
    mix: tuple[DwellingType, ...] = ()
    far_max: float | str | None = None
    density_max: float | str | None = None  # share 0…1
    height_max_m: float | str | None = None
    storeys_max: float | str | None = None
    green_min: float | str | None = None  # share 0…1
    stalls_per_household_min: float | str | None = None
    stalls_per_100_m2_min: float | str | None = None  # of dwelling floor area
    city: str | None = None
    latitude: float | str | None = None  # degrees north
    climate_zone: str | None = None
    large_city: bool | None = None
    streets: str | None = None
    mode: str | None = None
    constrained: bool | None = None
    features: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    parameters: tuple[tuple[str, float], ...] = ()
    protect_north: bool | None = None
    template: str | None = None
    seed: float | str | None = None
    edges: tuple[EdgeWish, ...] = ()
    off_site: tuple[OffSite, ...] = ()  # in survey coordinates, not numbered
    waivers: tuple[Waiver, ...] = ()
    file: str = ""  # the brief's file, for error texts


def merge_asked(flags: Asked, from_file: Asked) -> Asked:
    """Flags win over the file, key by key; edges and parameters of both are kept, the flag's last."""
    empty = Asked()
    said = {
        item.name: getattr(flags, item.name) for item in fields(Asked) if getattr(flags, item.name) != getattr(empty, item.name)
    }
    said["edges"] = (*from_file.edges, *flags.edges)
    said["parameters"] = tuple(sorted({**dict(from_file.parameters), **dict(flags.parameters)}.items()))
    if flags.packs and not tell_packs_apart(flags.packs).names:
        said["packs"] = (*from_file.packs, *flags.packs)  # folders of users' packs are added
    if flags.population is not None and flags.far is None:
        said["far"] = None
    if flags.far is not None and flags.population is None:
        said["population"] = None
    said["file"] = from_file.file
    return replace(from_file, **said)
