"""What the user sees: text that no console can refuse, errors without tracebacks, progress on stderr."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from layoutgen.errors import InfeasibleError, InputError
from layoutgen.sentence import printable

EXIT_FAIL, EXIT_INPUT, EXIT_NO_PLAN = 1, 2, 3


def prepare_console() -> None:
    """Let a GBK or ASCII console print a question mark where it has no letter, rather than fail."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def default_lang() -> str:
    """Chinese where the environment's locale is Chinese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def lang_of(asked: str) -> str:
    """Language asked for, or the locale's.

    Raises
    ------
    InputError
        If it is neither.
    """
    if asked in ("zh", "en"):
        return asked
    if asked:
        raise InputError("", "--lang", asked, "zh or en")
    return default_lang()


@contextmanager
def telling_errors() -> Iterator[None]:
    """Print what a user caused and leave with the promised exit code."""
    try:
        yield
    except InputError as error:
        typer.echo(f"error: {printable(str(error))}", err=True)
        raise typer.Exit(EXIT_INPUT) from None
    except InfeasibleError as error:
        typer.echo(printable(str(error)), err=True)
        raise typer.Exit(EXIT_NO_PLAN) from None
    except KeyboardInterrupt:
        typer.echo("stopped", err=True)
        raise typer.Exit(130) from None


class Stages:
    """Progress by stage with seconds, on a terminal only; leaving it ends the line of the last stage, whatever happened."""

    def __init__(self) -> None:
        self._is_shown = sys.stderr.isatty()
        self._name = ""
        self._since = time.monotonic()

    def __call__(self, name: str) -> None:
        """Say that a stage begins."""
        self.close()
        self._name, self._since = name, time.monotonic()
        if self._is_shown:
            typer.echo(f"{name} …", err=True, nl=False)

    def __enter__(self) -> "Stages":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Say how long the last stage took."""
        if self._is_shown and self._name:
            typer.echo(f" {time.monotonic() - self._since:.1f} s", err=True)
        self._name = ""
