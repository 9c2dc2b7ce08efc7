"""The law that a brief is sized and laid out by."""

from layoutgen.errors import InputError
from layoutgen.model.brief import Brief
from layoutgen.standards.clause import Standard
from layoutgen.standards.load import load_standard
from layoutgen.standards.scope import known_features


def standard_of_brief(brief: Brief) -> Standard:
    """Packs that a brief names, with its planning conditions.

    Raises
    ------
    InputError
        If a pack is unknown or damaged, or a feature is switched on that no clause waits for.
    """
    standard = load_standard(brief.packs, brief.conditions, brief.pack_folders)
    known = known_features(standard)
    for feature in brief.features:
        if feature not in known:
            raise InputError(
                "", "features", feature, "one of " + ", ".join(known) if known else "none: no pack in force has any"
            )
    return standard
