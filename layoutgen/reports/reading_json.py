"""How a drawing was read, as it stands under ``input`` in `report.json`."""

from layoutgen.model.reading import Read, Reading, Rung
from layoutgen.reports.json_values import Json


def reading_json(reading: Reading) -> dict[str, Json]:
    """Fields of a reading: how many things by each rung and which, and what is told of those mended, guessed or edited."""
    return {
        "rungs": {rung.value: count for rung, count in reading.counts().items()},
        "known_by": {rung.value: names for rung in Rung if (names := _known_by(reading, rung))},
        "said": [sentence.en for sentence in reading.said],
        "said_zh": [sentence.zh for sentence in reading.said],
        "things": [_thing(thing) for thing in reading.told()],
    }


def _known_by(reading: Reading, rung: Rung) -> dict[str, Json]:
    """Ids of the things known by a rung, under what their layer holds."""
    names: dict[str, list[Json]] = {}
    for thing in reading.things:
        if thing.rung is rung:
            names.setdefault(thing.role, []).append(thing.id)
    return dict(names)


def _thing(thing: Read) -> Json:
    return {
        "id": thing.id,
        "role": thing.role,
        "rung": thing.rung.value,
        "handle": thing.handle,
        "at": [round(thing.at[0], 2), round(thing.at[1], 2)],
        "edited": thing.is_edited,
        "note": thing.note.en if thing.note else "",
        "note_zh": thing.note.zh if thing.note else "",
    }
