"""Waivers as facts ``waiver.<n>.<key>=value``, both ways."""

from collections.abc import Callable, Iterator, Sequence

from layoutgen.drawings.words import parse_word, parse_words, write_words
from layoutgen.model.waiver import Waiver, parse_day

FAMILY = "waiver"
KEYS = ("clause", "reason", "by", "until", "things")
Take = Callable[[str, Callable[[str], str]], str]  # value of a fact as its parser reads it; "" and a defect where it cannot


def write_waivers(waivers: Sequence[Waiver], prose: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Key and text of each fact; things only where the waiver names some."""
    for number, one in enumerate(waivers, 1):
        said = (one.clause, one.reason, one.by, one.until)
        yield from ((f"{FAMILY}.{number}.{key}", prose(word)) for key, word in zip(KEYS, said, strict=False))
        if one.things:
            yield f"{FAMILY}.{number}.things", write_words(one.things)


def read_waivers(names: Sequence[str], take: Take) -> tuple[Waiver, ...]:
    """Waivers of the facts of the family, by number; one that is not whole has told its defects and is left out.

    Parameters
    ----------
    names
        What follows ``waiver.`` in each fact: "1.clause".
    """
    numbers = sorted({name.partition(".")[0] for name in names}, key=lambda number: (len(number), number))
    waivers = [_waiver(f"{FAMILY}.{number}", f"{number}.things" in names, take) for number in numbers]
    return tuple(one for one in waivers if one.clause and one.reason and one.by and one.until)


def is_waiver_key(name: str) -> bool:
    """Whether what follows ``waiver.`` is a number and a known key."""
    number, _, key = name.partition(".")
    return number.isdecimal() and key in KEYS


def _waiver(head: str, has_things: bool, take: Take) -> Waiver:
    listed = take(f"{head}.things", _listed) if has_things else ""
    return Waiver(
        clause=take(f"{head}.clause", parse_word),
        reason=take(f"{head}.reason", parse_word),
        by=take(f"{head}.by", parse_word),
        until=take(f"{head}.until", _day),
        things=parse_words(listed) if listed else (),
    )


def _listed(text: str) -> str:
    parse_words(text)
    return text


def _day(text: str) -> str:
    return parse_day(parse_word(text))
