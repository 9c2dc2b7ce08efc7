"""The facts of a plan as texts ``key=value``, both ways."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from layoutgen.drawings.sheet_frame import parse_pair, parse_survey, parse_turn
from layoutgen.drawings.waiver_facts import is_waiver_key, read_waivers, write_waivers
from layoutgen.drawings.words import (
    parse_number,
    parse_whole,
    parse_word,
    parse_words,
    parse_yes,
    shorten,
    write_number,
    write_word,
    write_words,
    write_yes,
)
from layoutgen.model.brief import Conditions, Place
from layoutgen.model.kinds import Mode, StreetMode
from layoutgen.model.plan import Facts
from layoutgen.sentence import Sentence

SCHEMA = "layoutgen-drawing/1"
LIMITS = ("far_max", "density_max", "height_max_m", "green_min", "stalls_per_household_min")
STOREYS_MAX = "storeys_max"
WORDS = ("city", "climate_zone", "template", "site_file", "site_sha256")
OTHERS = ("people", "household_size", "latitude", "large_city", "streets", "mode", "packs", "grade", "origin", "seed", "schema")
OPTIONAL = ("constrained", "features", "frame", "north")  # the last two are undone before this reader, see sheet_frame
FAMILIES = ("condition", "parameter", "assumption", "override", "waiver")
LANGUAGES = ("en", "zh")

T = TypeVar("T")


def write_facts(facts: Facts) -> tuple[str, ...]:
    """One text a fact."""
    place, conditions = facts.place, facts.conditions
    pairs = [
        ("schema", SCHEMA),
        ("people", str(facts.people)),
        ("household_size", write_number(facts.household_size)),
        ("city", _prose(place.city)),
        ("latitude", write_number(place.latitude_deg)),
        ("climate_zone", _prose(place.climate_zone)),
        ("large_city", write_yes(place.is_large_city)),
        ("streets", facts.streets.value),
        ("mode", facts.mode.value),
        ("constrained", write_yes(facts.is_constrained)),
        ("features", write_words(facts.features)),
        ("packs", write_words(facts.packs)),
        ("grade", write_number(facts.grade)),
        ("origin", ",".join(write_number(shift) for shift in facts.origin)),
        ("template", _prose(facts.template)),
        ("seed", str(facts.seed)),
        ("site_file", _prose(facts.site_file)),
        ("site_sha256", _prose(facts.site_sha256)),
    ]
    for name in LIMITS:
        limit = getattr(conditions, name)
        pairs += [(f"condition.{name}", write_number(limit))] if limit is not None else []
    if conditions.storeys_max is not None:
        pairs.append((f"condition.{STOREYS_MAX}", str(conditions.storeys_max)))
    pairs += [(f"parameter.{write_word(name)}", write_number(value)) for name, value in facts.parameters]
    pairs += [(f"override.{number}", _prose(text)) for number, text in enumerate(facts.overrides, 1)]
    pairs += write_waivers(facts.waivers, _prose)
    for number, assumption in enumerate(facts.assumptions, 1):
        pairs += [(f"assumption.{number}.{lang}", _prose(assumption.text(lang))) for lang in LANGUAGES]
    return tuple(f"{key}={value}" for key, value in pairs)


def read_facts(texts: Iterable[str]) -> tuple[Facts, tuple[str, ...]]:
    """Facts of the texts, and a sentence for each that is missing, doubled, unknown or malformed.

    What is missing is zero, empty or the model's own default: never a value that helps a plan to pass.
    """
    said = _Said()
    for text in sorted(texts):
        said.hear(text)
    if said.values.get("schema", SCHEMA) != SCHEMA:
        said.defects.append(f"The drawing's schema is {shorten(said.values['schema'])}, not {SCHEMA}.")
    said.take("frame", parse_survey, "", is_needed=False)
    said.take("north", parse_turn, 0.0, is_needed=False)
    facts = Facts(
        people=said.take("people", parse_whole, 0),
        household_size=said.take("household_size", parse_number, 0.0),
        place=Place(
            city=said.take("city", parse_word, "", is_needed=False),
            latitude_deg=said.take("latitude", parse_number, 0.0),
            climate_zone=said.take("climate_zone", parse_word, ""),
            is_large_city=said.take("large_city", parse_yes, False),
        ),
        conditions=_conditions(said),
        streets=said.take("streets", StreetMode, StreetMode.AUTO),
        mode=said.take("mode", Mode, Mode.NEW),
        is_constrained=said.take("constrained", parse_yes, False, is_needed=False),
        features=said.take("features", _list, (), is_needed=False),
        packs=said.take("packs", _list, ()),
        parameters=tuple(
            sorted((parse_word(name), said.take(f"parameter.{name}", parse_number, 0.0)) for name in said.family("parameter"))
        ),
        grade=said.take("grade", parse_number, 0.0),
        origin=said.take("origin", parse_pair, (0.0, 0.0)),
        template=said.take("template", parse_word, "", is_needed=False),
        seed=said.take("seed", parse_whole, 0, is_needed=False),
        site_file=said.take("site_file", parse_word, "", is_needed=False),
        site_sha256=said.take("site_sha256", parse_word, "", is_needed=False),
        assumptions=_assumptions(said),
        overrides=_sentences(said, "override"),
        waivers=read_waivers(said.family("waiver"), lambda key, parse: said.take(key, parse, "")),
    )
    return facts, tuple(said.defects)


@dataclass(slots=True)
class _Said:
    """The values heard so far."""

    values: dict[str, str] = field(default_factory=dict)
    defects: list[str] = field(default_factory=list)

    def hear(self, text: str) -> None:
        key, equals, value = text.strip().partition("=")
        if not equals or not _is_known(key):
            self.defects.append(f"The fact {shorten(text)!r} is not understood.")
        elif key in self.values:
            self.defects.append(f"The fact {shorten(key)} stands twice.")
        else:
            self.values[key] = value

    def take(self, key: str, parse: Callable[[str], T], default: T, *, is_needed: bool = True) -> T:
        if key not in self.values:
            if is_needed:
                self.defects.append(f"The fact {shorten(key)} is missing.")
            return default
        try:
            return parse(self.values[key])
        except ValueError:
            self.defects.append(f"The fact {shorten(key)} = {shorten(self.values[key])!r} is malformed.")
            return default

    def family(self, name: str) -> tuple[str, ...]:
        return tuple(sorted(key.partition(".")[2] for key in self.values if key.startswith(f"{name}.")))


def _conditions(said: _Said) -> Conditions:
    def limit(name: str) -> float | None:
        return said.take(f"condition.{name}", parse_number, None, is_needed=False)

    return Conditions(
        far_max=limit("far_max"),
        density_max=limit("density_max"),
        height_max_m=limit("height_max_m"),
        storeys_max=said.take(f"condition.{STOREYS_MAX}", parse_whole, None, is_needed=False),
        green_min=limit("green_min"),
        stalls_per_household_min=limit("stalls_per_household_min"),
    )


def _assumptions(said: _Said) -> tuple[Sentence, ...]:
    numbers = sorted({name.partition(".")[0] for name in said.family("assumption")}, key=lambda number: (len(number), number))
    return tuple(
        Sentence(
            en=said.take(f"assumption.{number}.en", parse_word, ""), zh=said.take(f"assumption.{number}.zh", parse_word, "")
        )
        for number in numbers
    )


def _sentences(said: _Said, family: str) -> tuple[str, ...]:
    numbers = sorted(said.family(family), key=lambda name: (len(name), name))
    return tuple(said.take(f"{family}.{name}", parse_word, "") for name in numbers)


def _is_known(key: str) -> bool:
    family, dot, name = key.partition(".")
    if not dot:
        return key in WORDS or key in OTHERS or key in OPTIONAL
    if family == "condition":
        return name in LIMITS or name == STOREYS_MAX
    if family == "assumption":
        number, dot, lang = name.partition(".")
        return bool(number) and lang in LANGUAGES
    if family == "waiver":
        return is_waiver_key(name)
    return family in FAMILIES and bool(name)


def _prose(text: str) -> str:
    """Keep spaces between words, so that a sentence stays a sentence; doubled ones and those at the ends are encoded."""
    words = text.split(" ")
    if "" in words:
        return write_word(text, keeps="=,")
    return " ".join(write_word(word, keeps="=,") for word in words)


def _list(text: str) -> tuple[str, ...]:
    return parse_words(text) if text else ()
