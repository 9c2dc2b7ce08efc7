"""The quick answer: land budget, people and floor area ratio by storey class, and what binds."""

from pathlib import Path

from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.ask import Flags, ask_capacity
from layoutgen.pipeline.capacity import Capacity, ClassCapacity, estimate_capacity
from layoutgen.standards.community import community_size
from layoutgen.standards.load import load_standard


def feasibility_text(site_file: Path, flags: Flags) -> str:
    """Table of the capacity model for a site file.

    Raises
    ------
    InputError
        If the site, the brief or the template cannot be used.
    """
    asked = ask_capacity(site_file, flags)
    choices = load_choices(asked.brief.template)
    standard = load_standard(asked.brief.packs, asked.brief.conditions)
    capacity = estimate_capacity(asked.site, asked.brief, choices, standard)
    place = asked.brief.place
    lines = [
        f"Estimate (capacity model, no drawing) at {place.latitude_deg:g} N, climate zone {place.climate_zone}",
        f"site {capacity.site_m2 / 1e4:.2f} ha, public streets {capacity.streets_m2 / 1e4:.2f} ha, {capacity.cells} cells",
        f"{'storeys':>8} {'net FAR':>8} {'people':>8} {'p/ha':>6} {'lots ha':>8} {'block ha':>9}  binds",
        *(_row(row, capacity) for row in capacity.classes),
    ]
    best = capacity.best
    lines.append(f"most people: about {best.people} with {best.storeys} storeys; {best.binds} binds")
    size = community_size()
    if best.people > size.population_high:
        lines.append(f"above {size.population_high} persons the site is to be divided into several communities")
    lines.extend(f"  - {line}" for line in (*asked.brief.assumptions, *asked.site.assumptions))
    return "\n".join(lines)


def _row(row: ClassCapacity, capacity: Capacity) -> str:
    density = row.people / capacity.site_m2 * 1e4
    return (
        f"{row.storeys:>8} {row.far:>8.2f} {row.people:>8} {density:>6.0f} {row.lots_m2 / 1e4:>8.2f} "
        f"{row.block_m2 / 1e4:>9.2f}  {row.binds}"
    )
