"""What the user wants of the files: by which profile and in which frame they are drawn, and how many there are."""

from dataclasses import dataclass

from layoutgen.drawings.layers import Profile, load_profile
from layoutgen.errors import InputError

FRAMES = ("local", "survey")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the user wants of the files."""

    profile: Profile  # of the drawing
    is_in_survey_frame: bool = False  # plan.dxf has the survey's own coordinates, not shifted near the origin
    has_preview: bool = False  # a picture of the plan beside the files
    is_draft: bool = False  # the judged drawing with its picture and its words alone: no sheets, page or workbook


def settle_wanted(profile: str = "", frame: str = "", *, has_preview: bool = False, is_draft: bool = False) -> Wanted:
    """Return what the user asks for; "" = the default profile, near the origin.

    Raises
    ------
    InputError
        If a profile or frame is unknown, or a profile damaged.
    """
    if frame and frame not in FRAMES:
        raise InputError("", "--frame", frame, "one of " + ", ".join(FRAMES))
    return Wanted(
        profile=load_profile(profile or "default"),
        is_in_survey_frame=frame == "survey",
        has_preview=has_preview,
        is_draft=is_draft,
    )
