"""What the command line was given becomes a site and a settled brief."""

from dataclasses import dataclass, replace
from pathlib import Path

from layoutgen.inputs.asked import Asked, merge_asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.brief_file import parse_edge, parse_parameter, read_brief_file
from layoutgen.inputs.checked import load_ranges
from layoutgen.inputs.features import Frame
from layoutgen.inputs.mix import parse_mix
from layoutgen.inputs.off_site import settled
from layoutgen.inputs.site import look_at_site
from layoutgen.inputs.window_lines import with_north_line
from layoutgen.model.brief import Brief
from layoutgen.model.site import Site
from layoutgen.standards.community import community_size, divide_people


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """Flags as typed; "" or empty = not given."""

    population: str = ""
    far: str = ""
    brief: Path | None = None
    template: str = ""
    city: str = ""
    latitude: str = ""
    zone: str = ""
    household_size: str = ""
    mix: str = ""
    streets: str = ""
    edges: tuple[str, ...] = ()
    far_max: str = ""
    density_max: str = ""
    height_max_m: str = ""
    storeys_max: str = ""
    green_min: str = ""
    stalls_per_household_min: str = ""
    protect_north: bool = False
    parameters: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    mode: str = ""
    features: tuple[str, ...] = ()
    seed: str = ""
    crs: str = ""
    unit: str = ""
    boundary: str = ""
    layers: tuple[str, ...] = ()
    profile: str = ""  # of the drawing
    frame: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A site with its settled brief."""

    site: Site
    brief: Brief


def ask(site_file: Path, flags: Flags) -> Request:
    """Read the site and settle the brief.

    Raises
    ------
    InputError
        If either cannot be used.
    """
    return _request(site_file, flags, _asked(flags))


def ask_capacity(site_file: Path, flags: Flags) -> Request:
    """Read the site and settle a brief whose population does not matter, for the capacity model.

    Raises
    ------
    InputError
        If either cannot be used.
    """
    return _request(site_file, flags, replace(_asked(flags), population=community_size().population_low, far=None))


def _request(site_file: Path, flags: Flags, asked: Asked) -> Request:
    frame = Frame(crs=flags.crs or None, unit=flags.unit or None, boundary=flags.boundary or None, layers=flags.layers)
    site = look_at_site(site_file, frame, asked.edges).site
    brief = settle_brief(asked, site.boundary.area)
    site = replace(site, off_site=(*site.off_site, *settled(asked.off_site, site.origin, len(site.off_site) + 1)))
    return Request(site=with_north_line(site) if brief.protect_north else site, brief=brief)


def ask_communities(flags: Flags) -> tuple[Brief, ...]:
    """Settle a brief without a site; one for each community where the people are more than one community holds.

    Raises
    ------
    InputError
        If a value cannot be used.
    """
    asked = _asked(flags)
    people = str(asked.population or "").strip()
    is_many = people.isdecimal() and int(people) > community_size().population_high
    if not is_many or int(people) > load_ranges("brief")["population"].high:
        return (settle_brief(asked),)
    parts = divide_people(int(people))
    return tuple(settle_brief(replace(asked, population=part)) for part in parts)


def _asked(flags: Flags) -> Asked:
    given = Asked(
        population=flags.population or None,
        far=flags.far or None,
        household_size=flags.household_size or None,
        mix=parse_mix(flags.mix) if flags.mix else (),
        far_max=flags.far_max or None,
        density_max=flags.density_max or None,
        height_max_m=flags.height_max_m or None,
        storeys_max=flags.storeys_max or None,
        green_min=flags.green_min or None,
        stalls_per_household_min=flags.stalls_per_household_min or None,
        city=flags.city or None,
        latitude=flags.latitude or None,
        climate_zone=flags.zone or None,
        streets=flags.streets or None,
        packs=flags.packs,
        mode=flags.mode or None,
        features=flags.features,
        parameters=tuple(parse_parameter(text) for text in flags.parameters),
        protect_north=flags.protect_north or None,
        template=flags.template or None,
        seed=flags.seed or None,
        edges=tuple(parse_edge(text) for text in flags.edges),
    )
    return merge_asked(given, read_brief_file(flags.brief)) if flags.brief is not None else given
