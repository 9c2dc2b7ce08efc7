"""Fixtures shared by every room."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from layoutgen.processes import PROCESSES

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedSite:
    """What one run of `layoutgen generate` left behind."""

    folder: Path
    exit_code: int
    printed: str


Generate = Callable[..., GeneratedSite]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write what is made from the data instead of comparing it.")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of measuring data outside the project; tests that need it skip without it."""
    place = os.environ.get("LAYOUTGEN_SHARED", "")
    if not place:
        pytest.skip("LAYOUTGEN_SHARED is not set: no measuring data here")
    return Path(place) / "data"


@pytest.fixture(scope="session")
def generate(tmp_path_factory: pytest.TempPathFactory) -> Generate:
    """Run `layoutgen generate` in one process of its own (tests run side by side); the same words are run once a session."""
    made: dict[tuple[str, ...], GeneratedSite] = {}

    def run(*words: str) -> GeneratedSite:
        if words not in made:
            folder = tmp_path_factory.mktemp("generated")
            done = subprocess.run(
                [sys.executable, "-m", "layoutgen", "generate", *words, "--out", str(folder), "--lang", "en"],
                cwd=folder,
                env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", PROCESSES: "1"},
                capture_output=True,
                encoding="utf-8",
                timeout=300,
            )
            assert "Traceback" not in done.stderr, done.stderr
            made[words] = GeneratedSite(folder=folder, exit_code=done.returncode, printed=done.stdout + done.stderr)
        return made[words]

    return run


@pytest.fixture(scope="session")
def generated(generate: Generate) -> Path:
    """Folder with the files of the square of 16 ha for 5 000 people, made once; nothing in it is to be changed."""
    made = generate(str(ROOT / "tests" / "sites" / "square.geojson"), "--population", "5000")
    assert made.exit_code in (0, 1), made.printed
    return made.folder
