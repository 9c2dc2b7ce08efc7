"""What a brief says where the user says nothing: a template of its own."""

from dataclasses import dataclass

from layoutgen.inputs.checked import check_rows
from layoutgen.inputs.mix import read_mix
from layoutgen.inputs.template_files import templates_folder
from layoutgen.inputs.user_file import read_toml
from layoutgen.model.brief import DwellingType
from layoutgen.model.kinds import Mode, StreetMode


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefDefaults:
    """Defaults of a brief."""

    household_size: float
    streets: StreetMode
    mode: Mode
    packs: tuple[str, ...]
    city: str
    edge_local_from_m: float
    mix: tuple[DwellingType, ...]


def load_defaults() -> BriefDefaults:
    """Read the defaults of a brief.

    Raises
    ------
    InputError
        If the template is damaged.
    """
    path = templates_folder() / "brief" / "default.toml"
    table = read_toml(path)
    packs = table["packs"]
    return BriefDefaults(
        household_size=float(str(table["household_size"])),
        streets=StreetMode(str(table["streets"])),
        mode=Mode(str(table["mode"])),
        packs=tuple(str(pack) for pack in packs) if isinstance(packs, list) else (),
        city=str(table["city"]),
        edge_local_from_m=float(str(table["edge_local_from_m"])),
        mix=read_mix(str(path), check_rows(str(path), "mix", table.get("mix"))),
    )
