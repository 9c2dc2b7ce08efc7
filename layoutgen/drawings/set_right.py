"""The shapes of a drawing file on the layers of the table, in metres, north up and whole, whatever happened to the file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ezdxf.document import Drawing

from layoutgen.drawings.drawn_unit import DrawnUnit, find_unit
from layoutgen.drawings.dxf_entities import APPID
from layoutgen.drawings.joined import Joined, join
from layoutgen.drawings.layer_names import LayerNames, find_layers
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.lying_whole import find_lying
from layoutgen.drawings.mirrored import askew, look_inwards, turned_round
from layoutgen.drawings.odd_things import odd_things
from layoutgen.drawings.sheet_frame import laid_back, read_frame
from layoutgen.drawings.words import shorten
from layoutgen.inputs.cad.flatten import Wish
from layoutgen.inputs.cad.met import PROXY
from layoutgen.inputs.cad.names import mend_unsound_word, mend_word
from layoutgen.inputs.cad.read import shapes_of
from layoutgen.inputs.cad.shapes import CadFile, Shape, moved, scaled
from layoutgen.model.plan import Plan
from layoutgen.model.reading import Defect
from layoutgen.sentence import Sentence

TEXTS = ("TEXT", "MTEXT", "ATTRIB")
UNICODE = "AC1021"  # the version from which on files are UTF-8
CHINESE = ("gbk", "gb2312", "gb18030")
FACTS = "facts"  # what their layer holds
NORTH = "north="

ByLayer = dict[str, list[Shape]]  # by what the layer holds


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRight:
    """Shapes by what their layer holds, what is not understood, and what was mended."""

    shapes: ByLayer
    defects: tuple[Defect, ...]
    said: tuple[Sentence, ...]


def set_right(document: Drawing, profile: Profile, path: Path, before: Plan | None = None) -> SetRight:
    """Set a drawing right as a whole.

    Parameters
    ----------
    before
        The plan as it was before the drawing was edited, by its plan.json: it tells where the red line lies.

    Raises
    ------
    InputError
        If blocks hold each other so often that no machine could draw it.
    """
    names = find_layers(document, profile, _mending(document))
    file, unit = _in_its_unit(document, names, path, before.boundary.area if before else 0.0)
    shapes: Sequence[Shape] = file.shapes if unit.metres == 1.0 else [scaled(shape, unit.metres) for shape in file.shapes]
    facts = [shape for shape in _grouped(file.shapes, names).get(FACTS, ()) if shape.kind in TEXTS]
    grouped = _grouped(laid_back(shapes, read_frame(fact.text for fact in facts)), names)
    done = Joined()
    joined = {holds: join(profile.holding(holds), found, done) for holds, found in grouped.items()}
    joined, doubts, told = _upright(joined, facts, before)
    return SetRight(
        shapes=joined,
        defects=(*unit.defects, *doubts, *_not_read(file, names), *_unknown(names)),
        said=(*unit.said, *told, *names.said(), *file.repairs, *done.said(), *odd_things(document, names)),
    )


def _upright(
    shapes: ByLayer, facts: Sequence[Shape], before: Plan | None
) -> tuple[ByLayer, tuple[Defect, ...], tuple[Sentence, ...]]:
    """Shapes laid as plan.json has them, and with windows that look outwards; what is doubtful, and what was done."""
    said: list[Sentence] = []
    doubt = None
    lying = find_lying(shapes, before) if before else None
    if lying:
        back = lying.back
        shapes = {holds: [moved(shape, back) for shape in found] for holds, found in shapes.items()}
        said.append(lying.said())
    is_mirrored = look_inwards(shapes)
    if not lying and not any(fact.text.strip().startswith(NORTH) for fact in facts):
        doubt = askew(facts, is_mirrored=is_mirrored)
    if is_mirrored:
        shapes, told = turned_round(shapes)
        said.append(told)
    return shapes, (doubt,) if doubt else (), tuple(said)


def _in_its_unit(document: Drawing, names: LayerNames, path: Path, known_m2: float) -> tuple[CadFile, DrawnUnit]:
    """Shapes in drawing units, curves as chords that are as fine as the true unit asks."""

    def is_wanted(name: str) -> bool:
        layer = names.layer(name) if names.claims(name) else None
        return names.claims(name) and (layer is None or layer.geometry != "paint")

    wish = Wish(layers=is_wanted, mend=_mending(document), application=APPID)
    file = shapes_of(document, wish, str(path))
    unit = find_unit(_grouped(file.shapes, names), file.unit, known_m2)
    if unit.name != file.unit and any(shape.is_curved for shape in file.shapes):
        file = shapes_of(document, wish, str(path), unit.name)
    return file, unit


def _grouped(shapes: Iterable[Shape], names: LayerNames) -> ByLayer:
    grouped: ByLayer = {}
    for shape in shapes:
        layer = names.layer(shape.layer)
        if layer is not None:
            grouped.setdefault(layer.holds, []).append(shape)
    return grouped


def _mending(document: Drawing) -> Callable[[str], str]:
    """How words are set right: those of a file whose encoding is sure stay as they are."""
    is_sure = str(document.dxfversion) >= UNICODE or str(document.encoding).casefold() in CHINESE
    return mend_unsound_word if is_sure else mend_word


def _not_read(file: CadFile, names: LayerNames) -> Iterable[Defect]:
    for kind, name in file.not_read:
        layer = names.layer(name)
        if layer is not None:
            hint = " (another program's object: explode it, or export plain entities)" if kind.startswith(PROXY) else ""
            yield Defect(says=f"{layer.code}: a {kind} is not understood on this layer{hint}.", role=layer.holds)


def _unknown(names: LayerNames) -> Iterable[Defect]:
    return (Defect(says=f"The layer {shorten(name)} is not known.") for name in names.unknown())
