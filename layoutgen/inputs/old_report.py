"""An earlier `report.json`, as far as a new judgement is held against it: a user's file, of which nothing is believed."""

import json
from collections.abc import Mapping
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.inputs.user_file import decode, read_bytes
from layoutgen.model.limit import Measured
from layoutgen.model.snapshot import SeenFinding, SeenOutcome, Snapshot
from layoutgen.sentence import Sentence, harmless

SCHEMA = "layoutgen-report/1"
LONGEST = 300  # characters of a sentence that is printed again
NO_REPORT = f"a report.json of layoutgen ({SCHEMA})"


def read_old_report(path: Path) -> Snapshot:
    """Snapshot of a `report.json`.

    Raises
    ------
    InputError
        If the file cannot be read, or is no report of layoutgen.
    """
    file = str(path)
    try:
        document: object = json.loads(decode(read_bytes(path), file))
    except (ValueError, RecursionError):
        raise InputError(file, "", "not JSON", NO_REPORT) from None
    table = _table(file, "", document)
    if table.get("schema") != SCHEMA:
        raise InputError(file, "schema", table.get("schema", "missing"), NO_REPORT)
    given = _table(file, "input", table.get("input", {}))
    outcomes = [_outcome(file, f"outcomes[{n}]", row) for n, row in enumerate(_rows(file, "outcomes", table.get("outcomes")))]
    return Snapshot(
        verdict=_word(table.get("verdict")),
        drawing=_word(given.get("drawing")),
        sha256=_word(given.get("sha256")),
        outcomes={outcome.clause: outcome for outcome in outcomes},
    )


def _outcome(file: str, key: str, value: object) -> SeenOutcome:
    row = _table(file, key, value)
    clause, verdict = row.get("clause"), row.get("verdict")
    if not isinstance(clause, str) or not isinstance(verdict, str):
        raise InputError(file, key, "no clause or no verdict", NO_REPORT)
    told = [*_rows(file, f"{key}.subjects", row.get("subjects", []))]
    told += [*_rows(file, f"{key}.near_misses", row.get("near_misses", []))]
    is_advice = verdict == "fail" and row.get("decides") is False
    counted = row.get("counts_as", "advice" if is_advice else verdict)
    return SeenOutcome(
        clause=_word(clause),
        state=_word(counted),
        says=Sentence(en=_word(row.get("says_en")), zh=_word(row.get("says_zh"))),
        measured=_measured(row.get("measured")),
        unit=_word(row.get("unit")),
        findings=tuple(_finding(file, f"{key}.subjects[{n}]", one) for n, one in enumerate(told)),
    )


def _finding(file: str, key: str, value: object) -> SeenFinding:
    row = _table(file, key, value)
    margin = row.get("margin")
    return SeenFinding(
        fingerprint=_word(row.get("fingerprint")),
        ids=tuple(_word(name) for name in _rows(file, f"{key}.ids", row.get("ids", []))),
        state=_word(row.get("state")),
        measured=_measured(row.get("measured")),
        limit=_word(row.get("limit")),
        margin=float(margin) if isinstance(margin, (int, float)) and not isinstance(margin, bool) else None,
        note=_word(row.get("note")),
    )


def _table(file: str, key: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise InputError(file, key, type(value).__name__, NO_REPORT)
    return value


def _rows(file: str, key: str, value: object) -> list[object]:
    if not isinstance(value, list):
        raise InputError(file, key, type(value).__name__, NO_REPORT)
    return value


def _word(value: object) -> str:
    return harmless(value, LONGEST) if isinstance(value, str) else ""


def _measured(value: object) -> Measured:
    if isinstance(value, list):
        return tuple(_word(word) for word in value)
    return value if isinstance(value, (bool, int, float)) else None
