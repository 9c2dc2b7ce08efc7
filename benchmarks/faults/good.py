"""Good drawings to plant faults in: example sites laid out by the program, once into a folder, their paint taken off."""

import tempfile
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import ezdxf

from benchmarks.faults.derived import DERIVED, Derived
from benchmarks.faults.drawing import PAINT, Edit
from layoutgen.jobs.ask import Flags, ask
from layoutgen.jobs.generate import generate
from layoutgen.jobs.wanted import settle_wanted

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "templates" / "sites"
SMALL = ROOT / "tests" / "sites"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a good drawing is made."""

    name: str
    kind: str  # "usual", …: which faults it is for
    site: Path
    flags: Flags = field(default_factory=Flags)


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """A good drawing."""

    name: str
    kind: str
    drawing: Path


CONDITIONS = Flags(  # every planning condition there is, and a line of neighbours' windows in the north
    population="5000",
    city="南京",
    far_max="2.1",
    density_max="0.3",
    height_max_m="36",
    storeys_max="9",
    green_min="0.3",
    stalls_per_household_min="1.0",
    protect_north=True,
)
RECIPES = (
    Recipe(name="mill-lane", kind="usual", site=EXAMPLES / "mill-lane.geojson", flags=Flags(brief=EXAMPLES / "mill-lane.toml")),
    Recipe(
        name="pond-field", kind="usual", site=EXAMPLES / "pond-field.geojson", flags=Flags(brief=EXAMPLES / "pond-field.toml")
    ),
    Recipe(name="riverside", kind="usual", site=EXAMPLES / "riverside.geojson", flags=Flags(brief=EXAMPLES / "riverside.toml")),
    Recipe(name="square", kind="conditions", site=SMALL / "square.geojson", flags=CONDITIONS),
    Recipe(name="beside", kind="off_site", site=Path(__file__).parent / "beside.geojson", flags=Flags(population="850")),
    Recipe(name="twin", kind="divided", site=SMALL / "twin.geojson", flags=Flags(population="13000", city="西安")),
)


REGIONAL = {  # kind: pack and the words that its clauses wait for
    "pilot": ("pilot-2022", ()),
    "jiyuan": ("jiyuan-2026", ("distinctive",)),
    "xiamen": ("xiamen", ()),
    "shanxi": ("shanxi-2022", ()),
}


def _regional(kind: str) -> Recipe:
    """The same site under a regional pack besides the usual ones."""
    pack, features = REGIONAL[kind]
    flags = Flags(brief=EXAMPLES / "riverside.toml", packs=(*usual_packs(), pack), features=features)
    return Recipe(name=f"riverside-{kind}", kind=kind, site=EXAMPLES / "riverside.geojson", flags=flags)


def usual_packs() -> tuple[str, ...]:
    """Packs that a brief names where the user names none."""
    return tuple(tomllib.loads((ROOT / "templates" / "brief" / "default.toml").read_text(encoding="utf-8"))["packs"])


def recipes() -> tuple[Recipe, ...]:
    """Every recipe."""
    return (*RECIPES, *(_regional(kind) for kind in REGIONAL))


def good_drawings(folder: Path, kinds: Iterable[str]) -> tuple[Good, ...]:
    """Good drawings of some kinds; what the folder has already is not made again."""
    wanted = set(kinds)
    made = tuple(_good(recipe, folder) for recipe in recipes() if recipe.kind in wanted)
    return (*made, *(_derived(one, folder) for one in DERIVED if one.kind in wanted))


def _derived(one: Derived, folder: Path) -> Good:
    drawing = folder / f"{one.name}.dxf"
    if not drawing.is_file():
        (recipe,) = (recipe for recipe in recipes() if recipe.name == one.of)
        edit = Edit.open(_good(recipe, folder).drawing)
        one.change(edit)
        edit.save(drawing)
    return Good(name=one.name, kind=one.kind, drawing=drawing)


def _good(recipe: Recipe, folder: Path) -> Good:
    return made(recipe, folder, without_paint)


def made(recipe: Recipe, folder: Path, hand_over: Callable[[Path, Path], object]) -> Good:
    """Drawing of a recipe, in the folder; what is there already is not made again."""
    drawing = folder / f"{recipe.name}.dxf"
    if not drawing.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as name:
            request = ask(recipe.site, recipe.flags)
            generate(request.site, request.brief, Path(name), lambda _: None, wanted=settle_wanted(is_draft=True))
            hand_over(Path(name) / "plan.dxf", drawing)
    return Good(name=recipe.name, kind=recipe.kind, drawing=drawing)


def without_paint(drawing: Path, bare: Path) -> None:
    """Write a drawing without what no rule reads: it opens in half the time."""
    doc = ezdxf.readfile(drawing)
    space = doc.modelspace()
    for entity in [one for one in space if one.dxf.layer.startswith(PAINT)]:
        space.delete_entity(entity)
    doc.saveas(bare)
