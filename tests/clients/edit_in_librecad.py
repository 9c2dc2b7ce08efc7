"""The hands of an architect in LibreCAD: select by window, move or delete, save. Needs a display.

usage: edit_in_librecad.py LIBRECAD FILE.dxf EDITS.json
EDITS: [{"window": [west, south, east, north], "move": [dx, dy]}, {"window": [...], "delete": true}], in the drawing's units;
what is wholly inside a window is moved or deleted. Clicks get lost on a busy machine: after every edit the file is saved and
read, and what did not happen is done again.
"""

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import ezdxf
from ezdxf.entities import DXFEntity, Insert, LWPolyline, Text

SCREEN = (1600, 1200)
CALIBRATED_AT = ((500, 400), (900, 700))  # pixels inside the drawing area
AROUND = 12.0  # drawing units round a window that are shown with it
PATIENCE_S = 40.0
ATTEMPTS = 6
Window = list[float]


class LostError(Exception):
    """A click or a key did not arrive."""


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
        self.own = self.windows()

    def say(self, *words: str) -> None:
        """Type into the command line, a line each; after a dialog the window has lost the keyboard."""
        self.press("space")
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

    def press(self, *keys: str) -> None:
        xdotool("windowfocus", self.window)
        xdotool("key", *keys)

    def accept(self) -> None:
        """Say yes to the dialog that comes: without a window manager nobody else gives it the keyboard."""
        for _ in range(20):
            time.sleep(0.5)
            asking = self.windows() - self.own
            if asking:
                xdotool("windowfocus", asking.pop())
                xdotool("key", "Return")
                time.sleep(1.0)
                if not self.windows() - self.own:
                    return
        raise LostError("no dialog, or one that does not go")

    def windows(self) -> set[str]:
        return set(xdotool("search", "--onlyvisible", "--pid", self.process.pid).split())

    def rest(self) -> None:
        """Leave whatever command is still under way, and select nothing."""
        self.press("Escape", "Escape", "Escape")
        time.sleep(1.0)

    def save(self) -> None:
        """Save, and wait until the file rests."""
        before = seen(self.file)
        self.press("ctrl+s")
        last, until = before, time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            time.sleep(0.5)
            now = seen(self.file)
            if now != before and now == last:
                return
            last = now
        raise LostError(f"{self.file} was not saved: nothing to save, or the keys did not arrive")

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
        hands.rest()
        hands.save()
        found = points(hands.file)[known:]
        if len(found) != len(CALIBRATED_AT):
            raise LostError(f"{len(found)} points of {len(CALIBRATED_AT)} arrived")
        (x1, y1), (x2, y2) = found
        (px1, py1), (px2, py2) = CALIBRATED_AT
        self.scale = (px2 - px1) / (x2 - x1)
        if abs((py2 - py1) / (y1 - y2) / self.scale - 1.0) > 0.02:
            raise LostError("the clicks were caught by something")
        self.left, self.top = px1 - x1 * self.scale, py1 + y1 * self.scale

    def pixel(self, x: float, y: float) -> tuple[float, float]:
        return self.left + x * self.scale, self.top - y * self.scale


def points(file: Path) -> list[tuple[float, float]]:
    found = ezdxf.readfile(file).modelspace().query('POINT[layer=="0"]')
    return [(point.dxf.location.x, point.dxf.location.y) for point in found]


def zoomed(hands: Hands, window: Window) -> Glass:
    """Show a window with what is round it."""
    hands.say("za")
    time.sleep(1.5)
    whole = Glass(hands)
    west, south, east, north = window
    hands.say("zw")
    hands.drag(whole.pixel(west - AROUND, north + AROUND), whole.pixel(east + AROUND, south - AROUND))
    hands.rest()
    return Glass(hands)


def edit(hands: Hands, wish: dict) -> None:
    """Do what is wished, until the file shows it."""
    before = None
    for _ in range(ATTEMPTS):
        try:
            glass = zoomed(hands, wish["window"])
            before = before or things(hands.file)  # as LibreCAD writes it
            if things(hands.file) == before:
                done(hands, glass, wish)
        except LostError as lost:
            print(lost, file=sys.stderr)
            hands.rest()
        if before and things(hands.file) != before:
            return
    sys.exit(f"LibreCAD did not do {wish}")


def done(hands: Hands, glass: Glass, wish: dict) -> None:
    """Select, move or delete, save."""
    west, south, east, north = wish["window"]
    hands.drag(glass.pixel(west, north), glass.pixel(east, south))  # from left to right: what is wholly inside
    if "move" in wish:
        dx, dy = wish["move"]
        hands.say("mv", "", "0,0", f"{dx},{dy}")
        hands.accept()  # the original is deleted
    else:
        hands.press("Delete")
    time.sleep(3.0)
    hands.rest()
    hands.save()


def things(file: Path) -> Counter[tuple[str, str, str]]:
    """What is drawn, but for the points of our own: kind, layer and place."""
    drawn = ezdxf.readfile(file).modelspace().query('*[layer!="0"]')
    return Counter((one.dxftype(), one.dxf.layer, str(place(one))) for one in drawn)


def place(one: DXFEntity) -> object:
    if isinstance(one, LWPolyline):
        return [tuple(point) for point in one.get_points("xy")]
    return one.dxf.insert if isinstance(one, (Insert, Text)) else ""


def main() -> None:
    program, file, edits = sys.argv[1], Path(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))
    hands = Hands(program, file)
    try:
        for wish in edits:
            edit(hands, wish)
    finally:
        hands.end()


if __name__ == "__main__":
    main()
