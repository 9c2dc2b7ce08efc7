"""The hands of an architect in LibreCAD: select by window, move, save. Needs a display; waits where the program does.

usage: edit_in_librecad.py LIBRECAD FILE.dxf EDITS.json
EDITS: [{"window": [west, south, east, north], "move": [dx, dy]}], in the drawing's units; what is wholly inside is moved.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import ezdxf

SCREEN = (1600, 1200)
CALIBRATED_AT = ((500, 400), (900, 700))  # pixels inside the drawing area
AROUND = 12.0  # drawing units round a window that are shown with it
PATIENCE_S = 40.0
Window = list[float]


class Hands:
    """Keyboard and mouse of one running LibreCAD."""

    def __init__(self, program: str, file: Path) -> None:
        self.file = file
        self.process = subprocess.Popen([program, str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        found = xdotool("search", "--sync", "--onlyvisible", "--name", f"LibreCAD.*{file.stem}")
        self.window = found.split()[-1]
        xdotool("windowmove", self.window, 0, 0, "windowsize", "--sync", self.window, *SCREEN)
        time.sleep(1.5)
        xdotool("windowfocus", self.window)

    def say(self, *words: str) -> None:
        """Type into the command line, a line each; after a dialog the window has lost the keyboard."""
        xdotool("windowfocus", self.window)
        xdotool("key", "space")
        for word in words:
            if word:
                xdotool("type", "--delay", 20, word)
            xdotool("key", "Return")
            time.sleep(0.4)

    def click(self, pixel: tuple[float, float]) -> None:
        xdotool("mousemove", *map(round, pixel))
        time.sleep(0.3)
        xdotool("click", 1)
        time.sleep(0.5)

    def drag(self, first: tuple[float, float], last: tuple[float, float]) -> None:
        """Press, draw the mouse along, let go."""
        xdotool("mousemove", *map(round, first))
        time.sleep(0.3)
        xdotool("mousedown", 1)
        for share in (0.3, 0.6, 1.0):
            xdotool("mousemove", *(round(a + share * (b - a)) for a, b in zip(first, last, strict=True)))
            time.sleep(0.2)
        xdotool("mouseup", 1)
        time.sleep(0.8)

    def save(self) -> None:
        """Save, and wait until the file rests."""
        before = seen(self.file)
        xdotool("key", "ctrl+s")
        last, until = before, time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            time.sleep(0.5)
            now = seen(self.file)
            if now != before and now == last:
                return
            last = now
        sys.exit(f"{self.file} was not saved")

    def end(self) -> None:
        self.process.kill()
        self.process.wait()


def xdotool(*words: object) -> str:
    done = subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, text=True, timeout=PATIENCE_S)
    return done.stdout


def seen(file: Path) -> tuple[int, int, int]:
    found = file.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


class Glass:
    """From drawing units to pixels: by two points that are clicked, saved and read in the file."""

    def __init__(self, hands: Hands) -> None:
        known = len(points(hands.file))
        hands.say("po")
        for pixel in CALIBRATED_AT:
            hands.click(pixel)
        xdotool("key", "Escape", "Escape")
        hands.save()
        (x1, y1), (x2, y2) = points(hands.file)[known:]
        (px1, py1), (px2, py2) = CALIBRATED_AT
        self.scale = (px2 - px1) / (x2 - x1)
        assert abs((py2 - py1) / (y1 - y2) / self.scale - 1.0) < 0.02, "the clicks were caught by something"
        self.left, self.top = px1 - x1 * self.scale, py1 + y1 * self.scale

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.scale, self.top - y * self.scale


def points(file: Path) -> list[tuple[float, float]]:
    found = ezdxf.readfile(file).modelspace().query('POINT[layer=="0"]')
    return [(point.dxf.location.x, point.dxf.location.y) for point in found]


def zoomed(hands: Hands, windows: list[Window]) -> Glass:
    """Show all windows with what is round them."""
    hands.say("za")
    time.sleep(1.5)
    whole = Glass(hands)
    west, south = (min(window[side] for window in windows) - AROUND for side in (0, 1))
    east, north = (max(window[side] for window in windows) + AROUND for side in (2, 3))
    hands.say("zw")
    hands.drag(whole.pixel(west, north), whole.pixel(east, south))
    xdotool("key", "Escape", "Escape")
    time.sleep(1.0)
    return Glass(hands)


def edit(hands: Hands, glass: Glass, wish: dict) -> None:
    west, south, east, north = wish["window"]
    hands.drag(glass.pixel(west, north), glass.pixel(east, south))  # from left to right: what is wholly inside
    dx, dy = wish["move"]
    hands.say("mv", "", "0,0", f"{dx},{dy}")
    time.sleep(2.0)
    xdotool("key", "Return")  # the dialog: the original is deleted
    time.sleep(3.0)
    xdotool("key", "Escape", "Escape")
    time.sleep(1.0)


def main() -> None:
    program, file, edits = sys.argv[1], Path(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))
    hands = Hands(program, file)
    try:
        glass = zoomed(hands, [wish["window"] for wish in edits])
        for wish in edits:
            edit(hands, glass, wish)
        hands.save()
    finally:
        hands.end()


if __name__ == "__main__":
    main()
