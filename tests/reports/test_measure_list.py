"""The list of measures names every one with its unit and how it is measured."""

import json

import pytest

from layoutgen.reports.measure_list import measure_list_json, measure_list_text
from layoutgen.standards.measures import MANUAL, load_measures


def test_every_measure_is_listed_with_its_unit_and_keys() -> None:
    rows = {row["name"]: row for row in json.loads(measure_list_json(load_measures()))["measures"]}
    assert set(rows) == set(load_measures()) - {MANUAL}
    assert rows["facility.land_area"]["unit"] == "m2"
    assert "lot_kind" in rows["facility.land_area"]["keys"]


@pytest.mark.parametrize(("lang", "words"), [("en", "measured"), ("zh", "量测")])
def test_the_text_speaks_the_language(lang: str, words: str) -> None:
    text = measure_list_text(load_measures(), lang)
    line = next(line for line in text.splitlines() if line.startswith("facility.land_area"))
    assert words in line
