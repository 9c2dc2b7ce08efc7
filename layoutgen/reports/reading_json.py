"""How a drawing was read, as it stands under ``input`` in `report.json`."""

from layoutgen.model.reading import Read, Reading, Rung
from layoutgen.reports.json_values import Json


def reading_json(reading: Reading) -> dict[str, Json]:
    """Fields of a reading: how many things by each rung, and each that its label alone did not tell, or that was edited."""
    return {
        "rungs": {rung.value: count for rung, count in reading.counts().items()},
        "said": [sentence.en for sentence in reading.said],
        "said_zh": [sentence.zh for sentence in reading.said],
        "things": [_thing(thing) for thing in reading.things if _is_told(thing)],
    }


def _is_told(thing: Read) -> bool:
    return thing.rung is not Rung.LABEL or thing.is_edited is True or thing.note is not None


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
