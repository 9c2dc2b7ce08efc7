"""Awkward site files: what comes in of each, by a hand sum, and what is said of its fault."""

from pathlib import Path

import pytest

from layoutgen.inputs.features import Frame
from layoutgen.inputs.site import look_at_site
from layoutgen.inputs.understood import groups
from tests.inputs.awkward import FILES, Awkward


@pytest.mark.parametrize("one", FILES, ids=[one.name for one in FILES])
def test_an_awkward_drawing_comes_in_and_its_fault_is_told(one: Awkward, tmp_path: Path) -> None:
    path = tmp_path / one.name
    one.make(path)
    reading = look_at_site(path, Frame())
    assert reading.site.boundary.area == pytest.approx(one.area, abs=one.within)
    assert len(reading.site.context) == one.buildings
    told = "\n".join(line.en for group in groups(reading) for line in group.lines)
    for words in one.says:
        assert words in told, told
