"""The same drawing saved by other programs and in other ways: versions, encodings, handles, layer names, comments."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import ezdxf
from ezdxf.addons import r12export
from ezdxf.addons.importer import Importer

from benchmarks.trust.edit import PAINT, Doc, Edit, Save


def _unchanged(_: Doc, __: Random) -> None:
    """Nothing but the saving."""


def _as_version(version: str, encoding: str = "") -> Save:
    def save(doc: Doc, place: Path) -> None:
        doc.dxfversion = version
        if encoding:
            doc.encoding = encoding
            doc.header["$DWGCODEPAGE"] = "ANSI_936"
        doc.saveas(place)

    return save


def _as_r12(doc: Doc, place: Path) -> None:
    """As the oldest DXF that is still asked for: no units, no LWPOLYLINE, a block for each hatch."""
    r12export.saveas(doc, place)


def _binary(doc: Doc, place: Path) -> None:
    doc.saveas(place, fmt="bin")


def _rewritten(change: Callable[[bytes], bytes]) -> Save:
    def save(doc: Doc, place: Path) -> None:
        doc.saveas(place)
        place.write_bytes(change(place.read_bytes()))

    return save


def _with_crlf(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _with_comment(content: bytes) -> bytes:
    return b"999\nsaved by an office\n" + content


def _handles_anew(doc: Doc, _: Random) -> Doc:
    """Copy everything into a new drawing, whose handles are its own."""
    new = ezdxf.new("R2010", setup=True)
    new.header["$INSUNITS"] = doc.header["$INSUNITS"]
    for _spare in range(1000):
        new.entitydb.next_handle()
    importer = Importer(doc, new)
    importer.import_tables()
    importer.import_modelspace()
    importer.finalize()
    new.appids.add("LAYOUTGEN") if "LAYOUTGEN" not in new.appids else None
    return new


def _layers_as(name: Callable[[str], str]):
    def make(doc: Doc, _: Random) -> None:
        for layer in [one for one in doc.layers if one.dxf.name.startswith("SP-") and not one.dxf.name.startswith(PAINT)]:
            if name(layer.dxf.name) != layer.dxf.name:
                layer.rename(name(layer.dxf.name))

    return make


def _in_small_letters(doc: Doc, _: Random) -> None:
    """Names differ in case only, so that they are the same layers to the table."""
    for entity in [*doc.layers, *doc.modelspace()]:
        attribute = "name" if entity.dxftype() == "LAYER" else "layer"
        name = entity.dxf.get(attribute)
        if name.startswith("SP-") and not name.startswith(PAINT):
            entity.dxf.set(attribute, name.lower())


def _code_of(name: str) -> str:
    return "".join(letter for letter in name if letter.isascii()).rstrip("-")


def _locked(doc: Doc, _: Random) -> None:
    for layer in doc.layers:
        layer.lock()


def _purged(doc: Doc, _: Random) -> None:
    for name in [block.name for block in doc.blocks if not block.name.startswith("*")]:
        if not any(e.dxf.name == name for e in doc.modelspace().query("INSERT")):
            doc.blocks.delete_block(name, safe=False)


EDITS = (
    Edit(name="saved anew", kind="re-saving", make=_unchanged),
    Edit(name="saved as R12", kind="re-saving", make=_unchanged, save=_as_r12),
    Edit(name="saved as R2000", kind="re-saving", make=_unchanged, save=_as_version("R2000")),
    Edit(name="saved as R2004", kind="re-saving", make=_unchanged, save=_as_version("R2004")),
    Edit(name="saved as R2004 in GBK", kind="re-saving", make=_unchanged, save=_as_version("R2004", "gbk")),
    Edit(name="saved as R2007", kind="re-saving", make=_unchanged, save=_as_version("R2007")),
    Edit(name="saved as R2013", kind="re-saving", make=_unchanged, save=_as_version("R2013")),
    Edit(name="saved as R2018", kind="re-saving", make=_unchanged, save=_as_version("R2018")),
    Edit(name="saved as binary DXF", kind="re-saving", make=_unchanged, save=_binary),
    Edit(name="lines ended as on Windows", kind="re-saving", make=_unchanged, save=_rewritten(_with_crlf)),
    Edit(name="a comment before all", kind="re-saving", make=_unchanged, save=_rewritten(_with_comment)),
    Edit(name="all handles anew", kind="file", make=_handles_anew),
    Edit(name="layer names in small letters", kind="file", make=_in_small_letters),
    Edit(name="layers named by their codes alone", kind="file", make=_layers_as(_code_of)),
    Edit(name="all layers locked", kind="file", make=_locked),
    Edit(name="unused blocks purged", kind="file", make=_purged),
)
