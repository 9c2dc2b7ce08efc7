"""Marks put into a DXF file in place of those of an earlier time: with their layer, their text style and handles."""

from collections.abc import Sequence
from contextlib import suppress

from layoutgen.drawings.layers import PREFIX, Layer, Profile
from layoutgen.drawings.review.dxf_lines import DxfLines, Edit, Span
from layoutgen.drawings.review.dxf_marks import Dialect, MarkWriter
from layoutgen.drawings.review.dxf_records import has_styles, layer_edit, layer_named_like, model_space, style_edit
from layoutgen.drawings.review.ink import Panel, Stroke, Word

LAYER = "8"


def old_marks(file: DxfLines, layer: Layer) -> list[Span]:
    """Entities on the layer of the marks, each with the parts that stand behind it."""
    name = f"{PREFIX}{layer.code}".upper()
    return [
        Span(kind=head.kind, first=head.first, end=last.end)
        for head, last in file.wholes()
        if file.first_value(head, LAYER).upper().startswith(name)
    ]


def with_marks(
    file: DxfLines, old: Sequence[Span], marks: Sequence[Stroke | Panel | Word], dialect: Dialect, profile: Profile
) -> bytes:
    """Bytes of the file with marks at the end of its entities; without any, only the old ones go."""
    edits = [Edit(first=span.first, end=span.end, lines=()) for span in old]
    if marks:
        edits += _additions(file, file.highest_handle(old) + 1, marks, dialect, profile)
    return file.edited(edits)


def _additions(
    file: DxfLines, handle: int, marks: Sequence[Stroke | Panel | Word], dialect: Dialect, profile: Profile
) -> list[Edit]:
    layer = profile.holding("paint.review")
    short = f"{PREFIX}{layer.code}"
    name = layer_named_like(file, short) or (short if dialect.is_old else dialect.text(layer.name))
    edits: list[Edit] = []
    layer_row = layer_edit(file, name, layer.aci, handle)
    if layer_row is not None:
        edits.append(layer_row)
        handle += 1
    style_row = style_edit(file, profile.text_style, profile.font, handle)
    if style_row is not None:
        edits.append(style_row)
        handle += 1
    style = profile.text_style if has_styles(file) else ""
    writer = MarkWriter(dialect=dialect, layer=name, style=style, owner=model_space(file))
    lines, following = writer.lines(marks, handle)
    end = file.sections["ENTITIES"].end
    edits.append(Edit(first=end, end=end, lines=tuple(lines)))
    return [*edits, *_seed(file, following, dialect)]


def _seed(file: DxfLines, following: int, dialect: Dialect) -> list[Edit]:
    """Tell the header which handle is free next."""
    tag = file.header("$HANDSEED")
    if tag is None or dialect.is_old:
        return []
    with suppress(ValueError):  # whatever stood there, it was no handle
        following = max(following, int(file.value(tag), 16))
    return [Edit(first=tag, end=tag + 1, lines=(file.codes[tag].rstrip("\r"), f"{following:X}"))]
