"""A line of the table of facilities 配套设施一览表: what is drawn of a kind, who owns it, the clause that governs its size."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityLine:
    """All facilities of one kind. Areas are measured; ownership is what the labels say, "" where they say nothing."""

    kind: str
    ids: tuple[str, ...]
    floor_area_m2: float
    land_m2: float  # of the lots that they have for themselves
    clause: str  # that asks most of its floor area or land, else that asks for it at all; "" where none does
    owner: str  # several words are joined by "/"
    handover: str  # "yes", "no"
    standalone: str
    is_off_site: bool = False  # stands off the site: its areas are as the user declares them, its land as drawn
