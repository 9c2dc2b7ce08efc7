"""Every measure that a clause may name: its unit, further keys, basis and how it is measured."""

import json
from collections.abc import Mapping

from layoutgen.reports.law_words import word
from layoutgen.standards.measures import MANUAL, Measure

SCHEMA = "layoutgen-measures/1"


def measure_list_json(measures: Mapping[str, Measure]) -> str:
    """All of them as data."""
    rows = [
        {"name": m.name, "unit": m.unit, "basis": m.basis, "keys": list(m.options), "says_en": m.says, "says_zh": m.says_zh}
        for m in _measured(measures)
    ]
    return json.dumps({"schema": SCHEMA, "measures": rows}, ensure_ascii=False, indent=1) + "\n"


def measure_list_text(measures: Mapping[str, Measure], lang: str) -> str:
    """Two lines a measure."""
    lines = []
    for measure in _measured(measures):
        keys = ", ".join(measure.options)
        parts = (measure.unit, word(measure.basis, lang), keys)
        lines += [f"{measure.name}  {' · '.join(part for part in parts if part)}", f"    {_says(measure, lang)}"]
    return "\n".join(lines)


def _measured(measures: Mapping[str, Measure]) -> list[Measure]:
    return [measure for name, measure in measures.items() if name != MANUAL]


def _says(measure: Measure, lang: str) -> str:
    return measure.says_zh or measure.says if lang == "zh" else measure.says
