"""Where every size comes from: what the law asks of the people on the drawing, with the arithmetic, beside what is drawn."""

from collections.abc import Callable, Iterator, Mapping

from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.program import Derivation, Need, Program
from layoutgen.reports.asked_sizes import programs_asked
from layoutgen.reports.derivation_text import derivation_text, number_text
from layoutgen.reports.html.dossier import Dossier
from layoutgen.reports.html.markup import both, plain
from layoutgen.reports.html.words import HEADINGS
from layoutgen.reports.size_table import need_namer
from layoutgen.sentence import Sentence
from layoutgen.standards.figure_words import load_figure_words

AREAS = ("gfa_m2", "land_m2")
SHOWN = 2  # figures in the heading of what has no area
UNITS = {"en": "m²", "zh": "㎡"}
ONE = ("count", 1.0)  # of a kind is not worth telling

Said = Callable[[str], str]  # in a language


def sizes_section(dossier: Dossier) -> str:
    """A paragraph a facility, to open; of a divided site community by community."""
    lines = {one.id: one.report.facilities for one in dossier.report.communities} or {"": dossier.report.facilities}
    namers = {lang: need_namer(dossier.sheet.profile, load_figure_words(lang), lang) for lang in ("zh", "en")}
    told = []
    for name, program in programs_asked(dossier.plan, dossier.standard):
        drawn = {line.kind: line for line in lines.get(name, ())}
        people = f" {program.population} {both(HEADINGS['people'])}" if name else ""
        head = f"<h3>{plain(name)}{people}</h3>" if name else ""
        told.append(head + "".join(_paragraphs(program, drawn, namers)))
    return "".join(told)


def _paragraphs(
    program: Program, drawn: Mapping[str, FacilityLine], namers: Mapping[str, Callable[[str], str]]
) -> Iterator[str]:
    yield _paragraph(
        both(HEADINGS["homes"]), _both(lambda lang: _figure(program.derivations[0], lang)), "", program.derivations
    )
    for need in program.needs:
        kind = need.kind
        name = both(Sentence(en=namers["en"](kind), zh=namers["zh"](kind)))
        there = _drawn(drawn[str(kind)]) if str(kind) in drawn else ""
        yield _paragraph(name, _asked(need), there, need.derivations, need.clauses)


def _paragraph(name: str, asked: str, there: str, derivations: tuple[Derivation, ...], clauses: tuple[str, ...] = ()) -> str:
    told = [one for one in derivations if (one.figure, one.value) != ONE] or list(derivations)
    lines = "".join(f"<li>{_derived(one)}</li>" for one in told)
    buttons = " ".join(
        f'<button type="button" class="pick" data-pick="{plain(clause)}">{plain(clause)}</button>' for clause in clauses
    )
    return (
        f'<details class="why"><summary><b>{name}</b> <span>{asked}</span> <span class="there">{there}</span></summary>'
        f"<ul>{lines}</ul><p>{buttons}</p></details>\n"
    )


def _derived(one: Derivation) -> str:
    return _both(lambda lang: derivation_text(one, load_figure_words(lang), lang))


def _asked(need: Need) -> str:
    figures = [one for one in need.derivations if one.figure in AREAS] or [*need.derivations][:SHOWN]
    return _both(lambda lang: ", ".join(_figure(one, lang) for one in figures))


def _figure(one: Derivation, lang: str) -> str:
    word = load_figure_words(lang).figure(one.figure)
    return f"{word.text} {number_text(one.value)} {word.unit}".rstrip()


def _drawn(line: FacilityLine) -> str:
    areas = [area for area in (line.floor_area_m2, line.land_m2) if area]
    told = _both(lambda lang: " + ".join(f"{area:,.0f} {UNITS[lang]}" for area in areas))
    return f"{both(HEADINGS['drawn'])} {told if areas else len(line.ids)}"


def _both(say: Said) -> str:
    return both(Sentence(en=say("en"), zh=say("zh")))
