"""Open a DXF file, mend what can be mended, and hand out its model space as shapes."""

import logging
from pathlib import Path

import ezdxf
from ezdxf import recover
from ezdxf.document import Drawing

from layoutgen.errors import InputError
from layoutgen.inputs.cad.flatten import Flattener
from layoutgen.inputs.cad.shapes import CadFile
from layoutgen.inputs.user_file import read_bytes
from layoutgen.sentence import Sentence

logging.getLogger("ezdxf").addHandler(logging.NullHandler())  # its complaints become our notes, not lines on the console

UNITS = {1: "in", 2: "ft", 4: "mm", 5: "cm", 6: "m", 7: "km", 14: "dm"}  # $INSUNITS
METRES = {"in": 0.0254, "ft": 0.3048, "mm": 0.001, "cm": 0.01, "dm": 0.1, "m": 1.0, "km": 1000.0}


def read_cad(path: Path) -> CadFile:
    """Shapes of the model space, blocks taken apart, in the order of the file.

    Raises
    ------
    InputError
        If the file cannot be read as DXF.
    """
    start = read_bytes(path)[:6]
    if start.startswith(b"AC10"):
        raise InputError(str(path), "", "a DWG file", "DXF: save the drawing as DXF (R2010 or later)")
    document, notes = _open(path)
    unit = UNITS.get(int(document.header.get("$INSUNITS", 0)), "")
    flattener = Flattener(metres_per_unit=METRES.get(unit, 0.0))
    shapes = tuple(flattener.shapes(document.modelspace()))
    return CadFile(shapes=shapes, unit=unit, notes=(*notes, *flattener.notes()), version=str(document.dxfversion))


def _open(path: Path) -> tuple[Drawing, tuple[Sentence, ...]]:
    try:
        return ezdxf.readfile(path), ()
    except Exception as error:  # whatever the first reader trips over, the recovering one has the last word
        first = _brief(error)
    try:
        document, auditor = recover.readfile(path)
    except Exception:
        raise InputError(str(path), "", f"not a readable DXF ({first})", "an intact DXF file") from None
    said = Sentence(
        en=f"the file's structure is damaged ({first}): recovered with {len(auditor.errors)} errors",
        zh=f"文件结构损坏（{first}）：已恢复，错误 {len(auditor.errors)} 处",
    )
    return document, (said,)


def _brief(error: Exception) -> str:
    words = str(error).strip().splitlines()
    return words[0][:120] if words else type(error).__name__
