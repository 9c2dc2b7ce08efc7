"""Which kinds of things a clause may name: a kind that no drawing can hold is an error, not a clause that never applies."""

from layoutgen.model.kinds import BuildingUse, FacilityKind, GroundKind, LotKind, SpotKind, WayKind
from layoutgen.standards.entry import Entry

FACILITIES = tuple(kind.value for kind in FacilityKind)
LOTS = tuple(kind.value for kind in LotKind)
GROUNDS = tuple(kind.value for kind in GroundKind)
SPOTS = tuple(kind.value for kind in SpotKind)
WAYS = tuple(kind.value for kind in WayKind)
PLACES = tuple(sorted({*FACILITIES, *LOTS, *GROUNDS, *SPOTS}))

OF = {"facility": FACILITIES, "lot": LOTS, "ground": GROUNDS, "spots": SPOTS, "ways": WAYS}  # by the measure's family
OPTIONS = {
    "kinds": PLACES,
    "with": FACILITIES,
    "grounds": GROUNDS,
    "lot_kind": LOTS,
    "lots": LOTS,
    "ways": WAYS,
    "hosts": tuple(use.value for use in BuildingUse),
}
LISTS_KINDS = "facility.kinds"  # the one measure whose figure is a list of kinds


def check_kinds(entry: Entry, measure: str) -> None:
    """Refuse a kind that nobody draws.

    Raises
    ------
    InputError
        If ``of``, an option or a listed kind is none of the known ones.
    """
    family = measure.partition(".")[0]
    if family in OF and entry.word("of", ""):
        entry.one_of("of", OF[family])
    for key, known in OPTIONS.items():
        if entry.has(key):
            _all_known(entry, key, known)
    if measure == LISTS_KINDS:
        _all_known(entry, "limit", FACILITIES)


def _all_known(entry: Entry, key: str, known: tuple[str, ...]) -> None:
    words = entry.words(key) if isinstance(entry.values[key], list) else (entry.word(key),)
    for word in words:
        if word not in known:
            raise entry.wrong(key, f"kinds out of {', '.join(sorted(known))}; {word} is none")
