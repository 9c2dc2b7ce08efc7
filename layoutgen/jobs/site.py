"""What was understood of a site file, as text and as a picture."""

from dataclasses import dataclass
from pathlib import Path

from layoutgen.drawings.site_svg import write_site_svg
from layoutgen.inputs.brief_file import parse_edge
from layoutgen.inputs.features import Frame
from layoutgen.inputs.site import look_at_site
from layoutgen.inputs.understood import groups
from layoutgen.jobs.outputs import write_outputs
from layoutgen.sentence import Sentence

PICTURE = "site.svg"
NONE = Sentence(en="nothing", zh="无")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteWords:
    """What is asked of a site file: how its coordinates are read, its boundary, its edges."""

    crs: str = ""
    unit: str = ""
    boundary: str = ""
    layers: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()


def show_site(path: Path, words: SiteWords, out: Path, lang: str) -> str:
    """Write the picture of a site file and return what was understood of it, as text.

    Raises
    ------
    InputError
        If the file cannot be used or the picture cannot be written.
    """
    frame = Frame(crs=words.crs or None, unit=words.unit or None, boundary=words.boundary or None, layers=words.layers)
    reading = look_at_site(path, frame, tuple(parse_edge(text) for text in words.edges))
    (picture,) = write_outputs(out, ((PICTURE, lambda target: write_site_svg(reading, target, lang)),))
    lines = [reading.site.file_name]
    for group in groups(reading):
        lines.append(f"{group.heading.text(lang)}:")
        lines += [f"  - {line.text(lang)}" for line in group.lines] or [f"  {NONE.text(lang)}"]
    return "\n".join([*lines, str(picture)])
