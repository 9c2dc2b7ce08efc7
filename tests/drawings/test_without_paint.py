from pathlib import Path

from layoutgen.drawings.without_paint import OURS as HEADS
from layoutgen.drawings.without_paint import text_without_paint

OURS, NATIONAL = HEADS
HATCH = "  0\nHATCH\n  5\n2F\n  8\nSP-PAINT-HATCH\n 70\n1\n"
LABEL = "  0\nTEXT\n  5\n30\n  8\nSP-SITE\n  1\nHATCH\n"


def test_what_lies_on_paint_is_left_out_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "plan.dxf"
    path.write_bytes((OURS + HATCH + LABEL + HATCH + "  0\nEOF\n").encode())
    assert text_without_paint(path, {"SP-PAINT-HATCH"}) == OURS + LABEL + "  0\nEOF\n"


def test_a_file_by_another_hand_is_left_to_the_library(tmp_path: Path) -> None:
    path = tmp_path / "edited.dxf"
    path.write_bytes((OURS + HATCH).replace("\n", "\r\n").encode())
    assert text_without_paint(path, {"SP-PAINT-HATCH"}) is None


def test_a_file_in_the_national_encoding_is_read_in_it(tmp_path: Path) -> None:
    path = tmp_path / "gbk.dxf"
    label = LABEL.replace("1\nHATCH", "1\n绿地")
    path.write_bytes((NATIONAL + HATCH + label + "  0\nEOF\n").encode("gbk"))
    assert text_without_paint(path, {"SP-PAINT-HATCH"}) == NATIONAL + label + "  0\nEOF\n"
