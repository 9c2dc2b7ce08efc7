"""Programs of others that open what we write: where one is missing its tests skip, in CI they fail."""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Client = Callable[[str], str]


def called(words: Sequence[object], *, folder: Path, timeout: int = 120, **environment: str) -> str:
    """Run a client and return what it prints; its own settings are kept in the folder."""
    homes = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config"), "XDG_RUNTIME_DIR": str(folder)}
    done = subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        env={**os.environ, **homes, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def client() -> Client:
    """Path of a client by its name."""

    def find(name: str) -> str:
        found = shutil.which(name)
        if found is None and os.environ.get("LAYOUTGEN_REQUIRE_CLIENTS") != "1":
            pytest.skip(f"{name} is not installed")
        assert found, f"{name} is required"
        return found

    return find
