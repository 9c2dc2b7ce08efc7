"""docs/site-files.md tells what is understood of each awkward file, as it is; refresh it with --update-golden."""

import re
from pathlib import Path

from layoutgen.inputs.features import Frame
from layoutgen.inputs.site import look_at_site
from tests.inputs.awkward import FILES, Awkward

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
