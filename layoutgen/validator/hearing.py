"""Hears what a rule asks of the things whose labels are silent: those who ask it cannot be sure of their verdict."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_heard: ContextVar[set[str] | None] = ContextVar("heard", default=None)


@contextmanager
def hearing() -> Iterator[set[str]]:
    """Gather the ids of the silent things that are asked within; whoever hears further out hears them too."""
    heard: set[str] = set()
    token = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(token)
        hear(heard)


@contextmanager
def deaf() -> Iterator[None]:
    """Hear nothing within: what is asked here decides no verdict."""
    token = _heard.set(None)
    try:
        yield
    finally:
        _heard.reset(token)


def hear(names: Iterable[str]) -> None:
    """Tell whoever hears that silent things of these ids were asked."""
    heard = _heard.get()
    if heard is not None:
        heard.update(names)
