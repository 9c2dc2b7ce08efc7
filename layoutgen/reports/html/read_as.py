"""The part of the page on how the drawing was read: what was mended, and by what the things are known."""

from layoutgen.drawings.layers import Profile
from layoutgen.model.reading import Read
from layoutgen.reports.html.dossier import Dossier
from layoutgen.reports.html.markup import both, plain, row
from layoutgen.reports.html.words import HEADINGS
from layoutgen.reports.reading_text import RUNGS, reading_said
from layoutgen.sentence import Sentence

SHOWN = 200  # things in the table; all of them stand in report.json
COLUMNS = ("thing", "layer", "known_by", "handle", "note")


def reading_section(dossier: Dossier) -> str:
    """Sentences on the whole, then every thing that was mended, guessed or edited; nothing of a drawing as it was written."""
    said = "".join(f"<li>{both(one)}</li>" for one in reading_said(dossier.reading))
    things = dossier.reading.told()
    if not said and not things:
        return ""
    head = row(tuple(both(HEADINGS[column]) for column in COLUMNS), head=True)
    rows = "".join(_row(thing, dossier.sheet.profile) for thing in things[:SHOWN])
    more = len(things) - SHOWN
    if more > 0:
        rows += row(
            (both(Sentence(en=f"and {more} more in report.json", zh=f"另有 {more} 个，见 report.json")), "", "", "", "")
        )
    table = f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>" if things else ""
    return f"<ul>{said}</ul>{table}"


def _row(thing: Read, profile: Profile) -> str:
    layer = next((one.zh for one in profile.layers if one.holds == thing.role), thing.role)
    name = plain(thing.id)
    return row(
        (
            f'<button type="button" class="thing" data-thing="{name}">{name}</button>',
            both(Sentence(en=thing.role, zh=layer)),
            both(RUNGS[thing.rung]),
            f"<code>{plain(thing.handle)}</code>",
            "" if thing.note is None else both(thing.note),
        )
    )
