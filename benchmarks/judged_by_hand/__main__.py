"""Write the drawings judged by hand, their pictures and pages: `python -m benchmarks.judged_by_hand [FOLDER]`."""

import shutil
import sys
from pathlib import Path

from benchmarks.judged_by_hand import four_slabs, old_yard, side_lane
from benchmarks.judged_by_hand.by_hand import read_by_hand, read_windows
from benchmarks.judged_by_hand.page import page_of
from benchmarks.judged_by_hand.pieces import Drawing
from benchmarks.judged_by_hand.window_table import window_table
from layoutgen.drawings.compose import compose
from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.drawings.write_svg import write_svg
from layoutgen.jobs.validate import Judged, validate

HERE = Path(__file__).parents[2] / "docs" / "judged-by-hand"
PROFILE = Path(__file__).with_name("profile.toml")
WITH_WINDOWS = "four-slabs"
DRAWINGS = (four_slabs.drawing, old_yard.drawing, side_lane.drawing)


def write_drawing(drawing: Drawing, folder: Path) -> Judged:
    """Draw a plan into a folder and judge the file."""
    path = folder / f"{drawing.name}.dxf"
    write_dxf(compose(drawing.plan, profile=load_profile(str(PROFILE))), path)
    return validate(path)


def write_all(drawing: Drawing, folder: Path) -> None:
    """Drawing, picture and page, by the hand's file of the project."""
    judged = write_drawing(drawing, folder)
    write_svg(compose(drawing.plan), folder / f"{drawing.name}.svg")
    told = HERE / f"{drawing.name}.toml"
    windows = window_table(judged.plan, judged.standard, read_windows(told)) if drawing.name == WITH_WINDOWS else ""
    page = page_of(drawing, read_by_hand(told), judged, windows)
    (folder / f"{drawing.name}.md").write_text(page, encoding="utf-8")


def main() -> None:
    """Write them all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    folder.mkdir(parents=True, exist_ok=True)
    for make in DRAWINGS:
        drawing = make()
        write_all(drawing, folder)
        told = folder / f"{drawing.name}.toml"
        if not told.exists():
            shutil.copy(HERE / told.name, told)
        print(f"{drawing.name}: {(folder / drawing.name).with_suffix('.dxf').stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
