"""What a street looks like across: a branch street, the spine among branch streets, an attached road."""

from dataclasses import dataclass

from layoutgen.model.choices import StreetChoices
from layoutgen.model.kinds import WayKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StreetSection:
    """Widths of one street."""

    kind: WayKind
    width_m: float
    carriageway_m: float
    footway_m: float


def sections(choices: StreetChoices, *, is_public: bool) -> tuple[StreetSection, StreetSection]:
    """Sections of the streets in common, and of the spine."""
    if not is_public:
        attached = StreetSection(
            kind=WayKind.ATTACHED,
            width_m=choices.attached_width_m,
            carriageway_m=choices.attached_width_m,
            footway_m=choices.attached_footway_m,
        )
        return attached, attached
    plain = StreetSection(
        kind=WayKind.STREET,
        width_m=choices.street_width_m,
        carriageway_m=choices.street_carriageway_m,
        footway_m=choices.street_footway_m,
    )
    spine = StreetSection(
        kind=WayKind.STREET,
        width_m=choices.spine_width_m,
        carriageway_m=choices.spine_carriageway_m,
        footway_m=choices.spine_footway_m,
    )
    return plain, spine
