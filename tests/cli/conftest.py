"""Run the program as a user does: in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "layoutgen", *words],
            cwd=tmp_path,
            env={**os.environ, "LANG": "en_US.UTF-8", "PYTHONIOENCODING": "utf-8", **environment},
            capture_output=True,
            text=True,
            encoding=environment.get("PYTHONIOENCODING", "utf-8"),
            errors="replace",
            timeout=300,
        )

    return call


@pytest.fixture
def square(tmp_path: Path) -> Path:
    """A square of 300 m, 9 ha."""
    path = tmp_path / "square.geojson"
    ring = "[[0,0],[300,0],[300,300],[0,300],[0,0]]"
    path.write_text(f'{{"type":"Polygon","coordinates":[{ring}]}}', encoding="utf-8")
    return path
