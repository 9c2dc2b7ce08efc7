"""A contact sheet of plans: the drawings of several `generate` folders side by side, each under its name and verdict.

python -m benchmarks.contact_sheet FOLDER … [--columns 3] [--tile 400] [--out sheet.svg]

A folder without a plan is left out. The sheet is one SVG; plans of the ReCo data do not go into git.
"""

import argparse
import json
import re
from html import escape
from pathlib import Path

from shapely.geometry import Polygon

MARGIN_M = 12.0
CAPTION_PX = 16.0
NAMES = " ".join(
    f'xmlns{suffix}="{uri}"'
    for suffix, uri in (
        ("", "http://www.w3.org/2000/svg"),
        (":xlink", "http://www.w3.org/1999/xlink"),
        (":inkscape", "http://www.inkscape.org/namespaces/inkscape"),
    )
)


def main() -> None:
    """Write the sheet."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("folders", nargs="+", type=Path)
    words.add_argument("--columns", type=int, default=3)
    words.add_argument("--tile", type=int, default=400, help="width and height of a plan [px]")
    words.add_argument("--out", type=Path, default=Path("contact_sheet.svg"))
    given = words.parse_args()
    folders = [folder for folder in given.folders if (folder / "plan.svg").exists() and (folder / "plan.json").exists()]
    high = given.tile + CAPTION_PX
    width, height = given.columns * given.tile, -(-len(folders) // given.columns) * high
    tiles = [
        tile(folder, n % given.columns * given.tile, n // given.columns * high, given.tile) for n, folder in enumerate(folders)
    ]
    head = f'<svg {NAMES} width="{width}" height="{height}">'
    given.out.write_text(
        "\n".join((head, '<rect width="100%" height="100%" fill="#fff"/>', *tiles, "</svg>")), encoding="utf-8"
    )
    print(f"{len(folders)} plans in {given.out}")


def tile(folder: Path, x: float, y: float, side: float) -> str:
    """One plan, cut to its site, under its caption."""
    plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))["plan"]
    west, south, east, north = Polygon(plan["boundary"]).bounds
    view = (west - MARGIN_M, -north - MARGIN_M, east - west + 2 * MARGIN_M, north - south + 2 * MARGIN_M)
    drawing = (folder / "plan.svg").read_text(encoding="utf-8")
    inside = drawing[drawing.index(">", drawing.index("<svg")) + 1 : drawing.rindex("</svg>")]
    inside = re.sub(r"<title>.*?</title>", "", inside, count=1, flags=re.DOTALL)
    factor = side / max(view[2], view[3])
    wide, tall = factor * view[2], factor * view[3]
    size = f'width="{wide:.1f}" height="{tall:.1f}" viewBox="{" ".join(f"{v:.2f}" for v in view)}"'
    box = f'x="{x + (side - wide) / 2:.1f}" y="{y + CAPTION_PX + (side - tall) / 2:.1f}" {size}'
    place = f'x="{x + side / 2}" y="{y + 0.8 * CAPTION_PX}" style="font-size:{0.7 * CAPTION_PX}px"'
    return f'<text {place}>{escape(caption(folder))}</text>\n<svg {box} overflow="hidden">{inside}</svg>'


def caption(folder: Path) -> str:
    """Name, verdict, people, FAR and storeys of a plan."""
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    found = report["indicators"]
    figures = (
        f"{found['people']:.0f} p, FAR {found['net_far']:.2f}, {found['storeys_max']:.0f}F, green {found['green_ratio']:.0%}"
    )
    return f"{folder.name}: {report['verdict']}, {figures}"


if __name__ == "__main__":
    main()
