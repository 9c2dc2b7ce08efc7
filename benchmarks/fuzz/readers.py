"""What reads the inputs: the same jobs as the commands call, to the last word that the user would see."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.fuzz import by_tags, by_tree, by_words
from layoutgen.drawings.compose import compose
from layoutgen.drawings.plan_json import read_plan_json
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.drawings.write_svg import write_svg
from layoutgen.jobs.ask import Flags
from layoutgen.jobs.mark import markable, write_marked
from layoutgen.jobs.site import SiteWords, show_site
from layoutgen.jobs.size import size_text
from layoutgen.jobs.told import Telling, earlier_report, told
from layoutgen.jobs.validate import Terms, validate
from layoutgen.jobs.wanted import settle_wanted
from layoutgen.reports.report_json import report_json
from layoutgen.reports.report_text import report_text

SMALL_PLAN = "small-plan.json"  # a sound plan in the folder, for packs, profiles and waivers
SOUND = "sound.dxf"  # a sound drawing there, for a plan.json beside it
FOREIGN = "foreign.dxf"  # and one of another office, for maps
MAP = "map.toml"
HEAD, CLAUSES = "pack.toml", "ours.toml"

Read = Callable[[Path], object]
Mutate = Callable[[bytes, Random], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One way into the program."""

    file: str  # name of the file that is read
    read: Read
    structure: Mutate  # mutations that know the format
    share: float = 1.0  # of the inputs, by those of the others


def site(path: Path) -> object:
    """`layoutgen site`."""
    return show_site(path, SiteWords(), path.parent / "out", "en")


def drawing(path: Path) -> object:
    """`layoutgen validate`."""
    judged = validate(path)
    return report_json(judged.report, judged.given), report_text(judged.report, "zh", full=True)


def mark(path: Path) -> object:
    """`layoutgen validate --mark`."""
    target = path.parent / "marked.dxf"
    write_marked(validate(path), markable(path, target, "zh"), target)
    return validate(target).report


def beside(path: Path) -> object:
    """`layoutgen validate` of a drawing with a plan.json beside it."""
    judged = validate(path.parent / SOUND)
    return report_json(judged.report, judged.given)


def by_map(path: Path) -> object:
    """`layoutgen validate --map`."""
    judged = validate(path.parent / FOREIGN, terms=Terms(by_map=path))
    return report_json(judged.report, judged.given), report_text(judged.report, "zh", full=True)


def mapped(path: Path) -> object:
    """`layoutgen validate --map` of whatever drawing."""
    judged = validate(path, terms=Terms(by_map=path.parent / MAP))
    return report_json(judged.report, judged.given)


def waivers(path: Path) -> object:
    """`layoutgen validate --waivers`."""
    judged = validate(path.parent / SMALL_PLAN, terms=Terms(waivers=path, on="2026-11-26"))
    return report_json(judged.report, judged.given), report_text(judged.report, "zh", full=True)


def against(path: Path) -> object:
    """`layoutgen validate --against`."""
    telling = Telling(form="text", lang="zh", is_full=True, is_near=True, earlier=earlier_report(path))
    return told(validate(path.parent / SMALL_PLAN), telling)


def brief(path: Path) -> object:
    """`layoutgen size`, the brief from a file."""
    return size_text(Flags(brief=path), "table", "zh")


def template(path: Path) -> object:
    """`layoutgen size --template`."""
    return size_text(Flags(population="5000", template=str(path)), "json", "en")


def pack(path: Path) -> object:
    """`layoutgen validate --pack`."""
    judged = validate(path.parent.parent / SMALL_PLAN, (str(path.parent),))
    return report_json(judged.report, judged.given), report_text(judged.report, "en", full=True)


def profile(path: Path) -> object:
    """Draw by `--profile`."""
    wanted = settle_wanted(str(path))
    sheet = compose(read_plan_json(path.parent / SMALL_PLAN), profile=wanted.profile)
    write_dxf(sheet, path.parent / "drawn.dxf")
    return write_svg(sheet, path.parent / "drawn.svg")


def of_json(data: bytes, rng: Random) -> bytes:
    """Mutations of JSON by its tree, at times of its text."""
    return by_tree.mutated(data, rng) if rng.random() < 0.8 else by_words.mutated(data, rng)


READERS = {
    "site dxf": Reader(file="site.dxf", read=site, structure=by_tags.mutated, share=3.0),
    "site geojson": Reader(file="site.geojson", read=site, structure=of_json, share=2.0),
    "site points": Reader(file="site.txt", read=site, structure=by_words.mutated),
    "site wkt": Reader(file="site.wkt", read=site, structure=by_words.mutated, share=0.5),
    "site kml": Reader(file="site.kml", read=site, structure=by_words.mutated, share=0.5),
    "drawing dxf": Reader(file="plan.dxf", read=drawing, structure=by_tags.mutated, share=3.0),
    "marked dxf": Reader(file="plan.dxf", read=mark, structure=by_tags.mutated),
    "plan json beside": Reader(file="plan.json", read=beside, structure=of_json),
    "foreign dxf": Reader(file=FOREIGN, read=mapped, structure=by_tags.mutated),
    "map": Reader(file=MAP, read=by_map, structure=by_words.mutated),
    "waivers": Reader(file="waivers.toml", read=waivers, structure=by_words.mutated, share=0.5),
    "earlier report": Reader(file="report.json", read=against, structure=of_json),
    "plan json": Reader(file="plan.json", read=drawing, structure=of_json, share=2.0),
    "brief": Reader(file="brief.toml", read=brief, structure=by_words.mutated),
    "pack clauses": Reader(file=f"ours/{CLAUSES}", read=pack, structure=by_words.mutated),
    "pack head": Reader(file=f"ours/{HEAD}", read=pack, structure=by_words.mutated, share=0.3),
    "template": Reader(file="own.toml", read=template, structure=by_words.mutated),
    "profile": Reader(file="city.toml", read=profile, structure=by_words.mutated, share=0.7),
}
