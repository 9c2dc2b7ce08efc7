"""When a file has been saved anew and is whole again, however its program saves it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PAUSE_S = 0.5  # between two looks at the file
LOOKS_MOST = 20  # a file that still does not end as it should is then taken as it is
TAIL = 64  # bytes at the end of a file that tell whether it is whole
BINARY = b"AutoCAD Binary DXF"
ENDS = {".dxf": b"EOF", ".json": b"}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What can be seen of a file from outside; a file put in its place has another identity."""

    changed_ns: int
    size: int
    identity: int


class Saves:
    """Looks at one file from time to time: no work is done, and nothing is held open, between two saves."""

    def __init__(self, path: Path, pause: Callable[[float], None] = time.sleep) -> None:
        self._path = path
        self._pause = pause
        self._seen = self._look()

    def wait(self, look_up: Callable[[], None] = lambda: None) -> None:
        """Return when the file is there, is another than when last looked at, is whole, and nobody writes on it.

        Parameters
        ----------
        look_up
            Called before every look; what it raises ends the waiting.
        """
        last: Look | None = None
        looks = 0
        while True:
            self._pause(PAUSE_S)
            look_up()
            now = self._look()
            if now is None or now == self._seen:
                last, looks = None, 0
                continue
            looks = looks + 1 if now == last else 0
            last = now
            if looks and (self._is_whole() or looks >= LOOKS_MOST):
                self._seen = now
                return

    def _look(self) -> Look | None:
        """What the file looks like; None while it is away: many programs put the new one in its place."""
        try:
            found = self._path.stat()
        except OSError:
            return None
        return Look(changed_ns=found.st_mtime_ns, size=found.st_size, identity=found.st_ino)

    def _is_whole(self) -> bool:
        end = ENDS.get(self._path.suffix.lower(), b"")
        try:
            with self._path.open("rb") as file:
                if file.read(len(BINARY)) == BINARY:
                    return True
                file.seek(max(0, self._path.stat().st_size - TAIL))
                return file.read().rstrip().endswith(end)
        except OSError:
            return False
