"""Ctrl-C that is not lost, even where it falls into the cleaning up of an object, which swallows whatever is raised."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupts:
    """Whether the user has asked to end."""

    def __init__(self) -> None:
        self._is_asked = False

    def hear(self, _: int, __: FrameType | None) -> None:
        """Keep that it was asked, and interrupt.

        Raises
        ------
        KeyboardInterrupt
            Always.
        """
        self._is_asked = True
        raise KeyboardInterrupt

    def look_up(self) -> None:
        """Interrupt where it was asked and got lost.

        Raises
        ------
        KeyboardInterrupt
            If the user has asked to end.
        """
        if self._is_asked:
            raise KeyboardInterrupt


@contextmanager
def hearing_interrupts() -> Iterator[Interrupts]:
    """Hear Ctrl-C within; afterwards it is heard as before. Only in the main thread."""
    heard = Interrupts()
    before = signal.signal(signal.SIGINT, heard.hear)
    try:
        yield heard
    finally:
        signal.signal(signal.SIGINT, before)
