"""Open a DXF file, mend what can be mended, and hand out its model space as shapes."""

import logging
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import ezdxf
from ezdxf import recover
from ezdxf.document import Drawing

from layoutgen.errors import InputError
from layoutgen.inputs.cad.flatten import MOST_IN_BLOCKS, MOST_POINTS, MOST_SHAPES, Flattener, TooMuchError, Wish
from layoutgen.inputs.cad.met import missing_references, paper_space, repairs_of, unread_of
from layoutgen.inputs.cad.names import mend_foreign_word
from layoutgen.inputs.cad.shapes import CadFile
from layoutgen.inputs.user_file import read_bytes
from layoutgen.sentence import Sentence, harmless

logging.getLogger("ezdxf").addHandler(logging.NullHandler())  # its complaints become our notes, not lines on the console

UNITS = {1: "in", 2: "ft", 4: "mm", 5: "cm", 6: "m", 7: "km", 14: "dm"}  # $INSUNITS
METRES = {"in": 0.0254, "ft": 0.3048, "mm": 0.001, "cm": 0.01, "dm": 0.1, "m": 1.0, "km": 1000.0}
WITHOUT_UNIT = ("R9", "R10", "R12", "R13", "R14")
MARK = b"\xef\xbb\xbf"  # byte order mark, which the CAD library takes for damage
FARTHEST = 1e12  # drawing units: no site lies farther, in millimetres
EVERY = Wish(layers=lambda _: True, mend=mend_foreign_word, farthest=FARTHEST)


def read_cad(path: Path) -> CadFile:
    """Shapes of a site file's model space, blocks taken apart, in the order of the file; hidden layers are left out.

    Raises
    ------
    InputError
        If the file cannot be read as DXF.
    """
    document, notes = open_cad(path)
    hidden = frozenset(str(layer.dxf.name) for layer in document.layers if layer.is_off() or layer.is_frozen())
    file = shapes_of(document, replace(EVERY, hidden=hidden), str(path))
    unread = (*file.unread, *missing_references(document), *paper_space(document))
    return replace(file, repairs=(*notes, *file.repairs), unread=unread)


def shapes_of(document: Drawing, wish: Wish, file: str, unit: str = "") -> CadFile:
    """Shapes of an open drawing's model space.

    Parameters
    ----------
    unit
        Its unit where the caller knows better than the header; curves become chords as fine as it asks.

    Raises
    ------
    InputError
        If blocks hold each other so often that no machine could draw it.
    """
    unit = unit or UNITS.get(_unit_code(document), "")
    flattener = Flattener(METRES.get(unit, 0.0), wish)
    try:
        shapes = tuple(flattener.shapes(document.modelspace()))
    except TooMuchError:
        said = f"more than {MOST_SHAPES} entities, {MOST_IN_BLOCKS} in blocks or {MOST_POINTS} points of curves"
        raise InputError(file, "", said, "a drawing of one site") from None
    return CadFile(
        shapes=shapes,
        unit=unit,
        version=str(document.acad_release),
        repairs=repairs_of(flattener.tally),
        unread=unread_of(flattener.tally),
        not_read=tuple(sorted({*flattener.tally.unread, *flattener.tally.annotation})),
    )


def open_cad(path: Path, own_text: Callable[[Path], str | None] = lambda _: None) -> tuple[Drawing, tuple[Sentence, ...]]:
    """Document of a DXF file, recovered if need be, and what is said of that.

    Parameters
    ----------
    own_text
        The file's text where the caller reads it quicker by itself, None of any other file.

    Raises
    ------
    InputError
        If the file is missing, a folder, a DWG, or cannot be read as DXF.
    """
    data = read_bytes(path)
    if data[:4] == b"AC10":
        raise InputError(str(path), "", "a DWG file", "DXF: save the drawing as DXF (R2010 or later)")
    try:
        text = own_text(path)
        if text is None and data.startswith(MARK):
            text = data[len(MARK) :].decode("utf-8", errors="surrogateescape").replace("\r\n", "\n")
        return _intact(ezdxf.readfile(path) if text is None else ezdxf.read(StringIO(text))), ()
    except Exception as error:  # whatever the first reader trips over, the recovering one has the last word
        first = _brief(error, path)
    try:
        document, auditor = recover.readfile(path)
        _intact(document)
    except Exception:
        raise InputError(str(path), "", f"not a readable DXF ({first})", "an intact DXF file") from None
    count = len(auditor.errors)
    said = Sentence(
        en=f"the file's structure is damaged ({first}): recovered with {count} errors",
        zh=f"文件结构损坏（{first}）：已恢复，错误 {count} 处",
    )
    return document, (said,)


def _intact(document: Drawing) -> Drawing:
    """The document, where it has a model space and every layout and block its record: the CAD library opens others too."""
    try:
        document.modelspace()
        for block in document.blocks:
            _ = block.name, block.is_any_layout, block.block and block.block.dxf.flags
        for layout in document.layouts:
            _ = layout.name, layout.is_modelspace, len(layout)
    except (KeyError, AttributeError):
        raise ezdxf.DXFStructureError("a layout or a block without its record, or no model space") from None
    return document


def _unit_code(document: Drawing) -> int:
    """The header's unit; files before R2000 have none, whatever the CAD library makes of that."""
    if str(document.acad_release) in WITHOUT_UNIT:
        return 0
    try:
        return int(document.header.get("$INSUNITS", 0))
    except (TypeError, ValueError):
        return 0


def _brief(error: Exception, path: Path) -> str:
    """First line of what a library complains of, without where the file lies."""
    words = str(error).replace(str(path), path.name).strip().splitlines()
    return harmless(words[0], 120) if words else type(error).__name__
