"""The trust table as a page: nothing in it depends on the machine or the hour."""

from collections.abc import Iterable, Sequence

from benchmarks.faults.table import HEAD, Row, whole
from benchmarks.trust.agree import WHY, Agreed
from benchmarks.trust.compare import Difference
from benchmarks.trust.trial import Trial

Done = Sequence[tuple[Trial, Difference]]
FLOAT = 1e-9  # smaller differences are the last digits of a float, which another processor may set otherwise
INVARIANT = ("translation", "rotation", "mirroring", "re-ordering", "units", "re-saving")
TITLE = """# How far the judge can be trusted

Made by `python -m benchmarks.trust`, which prints the same; seconds are left out, so that it changes only with the judge.

A drawing is judged, changed on its DXF entities without our reader or writer, saved, and judged again. What is unlawful must be
seen; what no law speaks of must change nothing.
"""


def page(parts: Iterable[str]) -> str:
    """The whole page."""
    return "\n".join([TITLE, *parts])


def harmless_part(done: Done, clean: Sequence[tuple[str, str]]) -> str:
    """Edits that must change nothing, by kind."""
    edits = [one for one in done if one[0].kind not in INVARIANT]
    counted = len(done) + len(clean)
    alarms = sum(bool(difference.verdicts) for _, difference in done) + sum(verdict != "pass" for _, verdict in clean)
    head = [
        "## False alarms",
        "",
        f"{counted} drawings, {len(clean)} clean, {len(done)} edited (the next table's among them): {alarms} false alarms.",
        "",
    ]
    more = ["", "A copy saved by LibreCAD is the same plan in every profile: `tests/clients/test_librecad.py`."]
    return "\n".join([*head, *_table(edits, sorted({trial.kind for trial, _ in edits})), *more, *_told(edits), ""])


def invariance_part(done: Done) -> str:
    """What must not matter."""
    found = [one for one in done if one[0].kind in INVARIANT]
    note = (
        "Rotation is with the fact `north`; mirroring swaps east and west, windows look outward as before. Turned and scaled\n"
        "corners are rounded to the millimetre anew, and sun on open ground is measured at points 2 m apart, laid from the\n"
        "west. A value counts as changed beyond its tolerance and that; the largest change is told as a share of the number."
    )
    return "\n".join(["## What must not matter", "", *_table(found, INVARIANT), "", note, *_told(found), ""])


def _table(done: Done, kinds: Sequence[str]) -> list[str]:
    lines = [
        "| kind | ways | drawings judged | verdicts changed | values changed | largest change |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for kind in kinds:
        own = [(trial, difference) for trial, difference in done if trial.kind == kind]
        ways = len({trial.edit for trial, _ in own})
        verdicts = sum(len(difference.verdicts) for _, difference in own)
        values = sum(len(difference.values) for _, difference in own)
        largest = max((difference.largest for _, difference in own), default=0.0)
        lines.append(f"| {kind} | {ways} | {len(own)} | {verdicts} | {values} | {largest:.1g} |")
    return lines


def _told(done: Done) -> list[str]:
    """What did change, edit by edit."""
    lines = [
        f"- {trial.edit}, {trial.name}: {'; '.join((*difference.verdicts, *difference.values)[:4])}"
        for trial, difference in done
        if difference.verdicts or difference.values
    ]
    return ["", "Changed all the same:", "", *lines] if lines else []


def agreement_part(found: Sequence[Agreed]) -> str:
    """The second engine."""
    lines = [
        "## A second engine",
        "",
        "`tests/second_engine` reads plan.dxf as pairs of tags and shares no code and no library of geometry with the judge:",
        "areas by Clipper in whole numbers, distances by brute force, walks by networkx, sun by shooting rays.",
        "",
        "| quantity | drawings | compared | largest difference | where the judge says | why they differ |",
        "|---|--:|--:|--:|--:|---|",
    ]
    for one in found:
        is_float = one.largest < FLOAT
        largest = f"{f'< {FLOAT:g}' if is_float else f'{one.largest:.2g}'} {one.unit}".strip()
        value = "" if is_float else f"{one.of:.6g} {one.unit}".strip()
        why = WHY.get(one.quantity, "")
        lines.append(f"| {one.quantity} | {one.drawings} | {one.compared} | {largest} | {value} | {why} |")
    return "\n".join([*lines, ""])


def fault_part(rows: Sequence[Row], missed: Sequence[str]) -> str:
    """Faults planted and caught."""
    lines = ["## Faults planted and caught", "", "| " + " | ".join(HEAD) + " |", "|---|--:|--:|--:|--:|"]
    lines += ["| " + " | ".join(row.cells) + " |" for row in (whole(rows), *rows)]
    return "\n".join([*lines, "", *(["Missed:", "", *(f"- {one}" for one in missed), ""] if missed else [])])
