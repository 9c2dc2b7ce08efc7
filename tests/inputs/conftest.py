"""Drawings and files of sites, made on the spot."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

SQUARE = ((0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (0.0, 300.0))  # 12 ha


@pytest.fixture
def write_file(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    """Write a file of this name and content."""

    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def polygon_file(write_file: Callable[[str, bytes | str], Path]) -> Callable[..., Path]:
    """Write a GeoJSON of one polygon, its rings as given."""

    def write(*rings: object) -> Path:
        return write_file("site.geojson", json.dumps({"type": "Polygon", "coordinates": rings}))

    return write
