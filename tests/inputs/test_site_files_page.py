"""docs/site-files.md tells what is understood of each awkward file, as it is; refresh it with --update-golden."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from layoutgen.drawings.site_svg import write_site_svg
from layoutgen.inputs.features import Frame
from layoutgen.inputs.site import look_at_site
from tests.inputs.awkward import FILES, Awkward

PICTURE = Path(__file__).parents[2] / "docs" / "site-office.svg"
PAGE = Path(__file__).parents[2] / "docs" / "site-files.md"
START, END = "<!-- made by tests/inputs/test_site_files_page.py -->\n", "<!-- end -->\n"
LONGEST = 150


def row(one: Awkward, folder: Path) -> str:
    path = folder / one.name
    one.make(path)
    reading = look_at_site(path, Frame())
    site = reading.site
    told = [*(("mended", note.en) for note in site.repairs), *(("not used", note.en) for note in site.unread)]
    told += [("assumed", note.en) for note in site.assumptions if not note.en.startswith("edges ")]
    said = "; ".join(f"*{how}*: {words}" for how, words in told)
    said = said if len(said) <= LONGEST * 2 else said[: LONGEST * 2 - 1] + "…"
    roads = len(reading.survey.roads)
    counts = (
        (len(site.keep_outs), "keep-out"),
        (len(site.context), "building"),
        (len(reading.survey.levels), "level"),
        (roads, "road"),
    )
    found = ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count)
    area = f"{site.boundary.area:,.1f}"
    return f"| `{one.name}` | {cell(one.fault)} | {one.area:,.1f} | {area} | {found} | {cell(said)} |"


def cell(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("|", "\\|").replace("<", "&lt;"))


def test_the_page_tells_what_is_understood_of_every_awkward_file(tmp_path: Path, update_golden: bool) -> None:
    head = "| file | its fault | true m² | understood m² | beside it | what is said |\n|---|---|---|---|---|---|\n"
    table = START + head + "\n".join(row(one, tmp_path) for one in FILES) + "\n" + END
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(START)
    made = before + table + rest.split(END)[1]
    if update_golden:
        PAGE.write_text(made, encoding="utf-8")
    assert made == page or update_golden, "the table changed: pytest tests/inputs/test_site_files_page.py --update-golden"


def test_the_picture_on_the_page_tells_what_the_command_draws(tmp_path: Path, update_golden: bool) -> None:
    (office,) = (one for one in FILES if one.name == "office.dxf")
    office.make(tmp_path / office.name)
    made = tmp_path / "site.svg"
    write_site_svg(look_at_site(tmp_path / office.name, Frame()), made, "zh")
    if update_golden:
        PICTURE.write_bytes(made.read_bytes())
    assert words(made) == words(PICTURE), "the picture changed: pytest tests/inputs/test_site_files_page.py --update-golden"


def words(picture: Path) -> list[str]:
    return [node.text or "" for node in ET.parse(picture).getroot().iter("{http://www.w3.org/2000/svg}text")]
