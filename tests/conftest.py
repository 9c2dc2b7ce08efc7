"""Fixtures shared by every room."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of measuring data outside the project; tests that need it skip without it."""
    place = os.environ.get("LAYOUTGEN_SHARED", "")
    if not place:
        pytest.skip("LAYOUTGEN_SHARED is not set: no measuring data here")
    return Path(place) / "data"
