"""The layer and the text style of the marks in a file's tables: made after those that are there, if they are missing."""

from layoutgen.drawings.review.dxf_lines import DxfLines, Edit, Span
from layoutgen.drawings.review.ink import MEDIUM

MODEL_SPACE = "*MODEL_SPACE"
COPIED = ("390", "347")  # of another layer: its plot style and material, which every layer must have


def table(file: DxfLines, name: str) -> tuple[Span, list[Span]] | None:
    """A table's head and its records with the end; None where the file has none."""
    spans = list(file.spans("TABLES"))
    for number, span in enumerate(spans):
        if span.kind == "TABLE" and file.value(span.first + 1) == name:
            ends = [later for later in range(number, len(spans)) if spans[later].kind == "ENDTAB"]
            return (span, spans[number + 1 : ends[0] + 1]) if ends else None
    return None


def model_space(file: DxfLines) -> str:
    """Handle of the model space; "" where the file does not tell."""
    found = table(file, "BLOCK_RECORD")
    for record in found[1] if found else ():
        if file.first_value(record, "2").upper() == MODEL_SPACE:
            return file.first_value(record, "5")
    return ""


def has_styles(file: DxfLines) -> bool:
    """Whether the file has a table of text styles."""
    return table(file, "STYLE") is not None


def layer_named_like(file: DxfLines, beginning: str) -> str:
    """Name of the first layer that begins so, as it stands in the file; "" where there is none."""
    found = table(file, "LAYER")
    names = (file.first_value(record, "2") for record in found[1]) if found else ()
    return next((name for name in names if name.upper().startswith(beginning.upper())), "")


def layer_edit(file: DxfLines, name: str, aci: int, handle: int) -> Edit | None:
    """A layer's record; None where it is there, or there is no table of layers."""
    found = table(file, "LAYER")
    if found is None or _has(file, found[1], name):
        return None
    tags = [("2", name), ("70", "0"), ("62", str(aci)), ("6", "Continuous")]
    if file_has_handles(file):
        model = found[1][0]
        tags.append(("370", str(MEDIUM)))
        tags += [(code, value) for code in COPIED if model.kind == "LAYER" and (value := file.first_value(model, code))]
    return _record(file, found, "LAYER", tags, handle)


def style_edit(file: DxfLines, name: str, font: str, handle: int) -> Edit | None:
    """A text style's record; None where it is there, or there is no table of styles."""
    found = table(file, "STYLE")
    if found is None or _has(file, found[1], name):
        return None
    sizes = [("70", "0"), ("40", "0.0"), ("41", "1.0"), ("50", "0.0"), ("71", "0"), ("42", "2.5")]
    return _record(file, found, "STYLE", [("2", name), *sizes, ("3", font), ("4", "")], handle)


def file_has_handles(file: DxfLines) -> bool:
    """Whether things of this file must have handles: since R13."""
    version = file.header("$ACADVER")
    return version is not None and file.value(version) >= "AC1012"


def _has(file: DxfLines, records: list[Span], name: str) -> bool:
    return any(file.first_value(record, "2").upper() == name.upper() for record in records)


def _record(file: DxfLines, found: tuple[Span, list[Span]], kind: str, tags: list[tuple[str, str]], handle: int) -> Edit:
    head, records = found
    lines = ["  0", kind]
    if file_has_handles(file):
        owner = file.first_value(head, "5")
        lines += ["  5", f"{handle:X}", *(("330", owner) if owner else ())]
        lines += ["100", "AcDbSymbolTableRecord", "100", f"AcDb{'TextStyle' if kind == 'STYLE' else 'Layer'}TableRecord"]
    lines += [part for code, value in tags for part in (f"{code:>3}", value)]
    return Edit(first=records[-1].first, end=records[-1].first, lines=tuple(lines))
