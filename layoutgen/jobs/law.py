"""The law that a brief is sized and laid out by."""

from collections.abc import Sequence
from dataclasses import replace

from layoutgen.errors import InputError
from layoutgen.model.brief import Brief
from layoutgen.model.kinds import Mode
from layoutgen.standards.clause import Standard
from layoutgen.standards.load import load_standard
from layoutgen.standards.scope import known_features
from layoutgen.standards.solar_time import sun_sentence


def standard_of_brief(brief: Brief) -> Standard:
    """Packs that a brief names, with its planning conditions.

    Raises
    ------
    InputError
        If a pack is unknown or damaged, or a feature is switched on that no clause waits for.
    """
    standard = load_standard(brief.packs, brief.conditions, brief.pack_folders)
    require_known_features(standard, brief.features)
    return standard


def require_new_build(brief: Brief) -> None:
    """Refuse what only new build is laid out and estimated for.

    Raises
    ------
    InputError
        If the brief is for an existing community.
    """
    if brief.mode is not Mode.NEW:
        raise InputError("", "mode", brief.mode.value, "new; existing communities are for `validate` as yet")


def with_sun_said(brief: Brief, standard: Standard) -> Brief:
    """Brief whose assumptions say which sunlight standard holds, and when its hours are by the clock.

    Raises
    ------
    InputError
        If no pack in force has a sunlight standard for the place.
    """
    return replace(brief, assumptions=(*brief.assumptions, sun_sentence(standard, brief.place)))


def require_known_features(standard: Standard, features: Sequence[str]) -> None:
    """Refuse a feature that no clause in force waits for.

    Raises
    ------
    InputError
        If there is one; the error lists the known ones.
    """
    known = known_features(standard)
    for feature in features:
        if feature not in known:
            raise InputError(
                "", "features", feature, "one of " + ", ".join(known) if known else "none: no pack in force has any"
            )
