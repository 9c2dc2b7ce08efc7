"""What became of the faults, rule by rule."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.faults.run import OUTCOMES, Planted


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The faults of one rule."""

    measure: str
    ways: int  # different faults that were planted at least once
    planted: int
    caught: int
    missed: int

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as text."""
        return (self.measure, *(str(n) for n in (self.ways, self.planted, self.caught, self.missed)))


HEAD = ("rule", "ways", "planted", "caught", "missed")


def rows_of(results: Iterable[Planted]) -> list[Row]:
    """A row a rule, by name; a fault that found no place is not counted, one that made the drawing unreadable is missed."""
    results = list(results)
    return [_row(measure, [one for one in results if one.fault.measure == measure]) for measure in sorted(_measures(results))]


def whole(rows: Iterable[Row]) -> Row:
    """The sum of all rows."""
    rows = list(rows)
    return Row(
        measure=f"all {len(rows)} rules",
        ways=sum(row.ways for row in rows),
        planted=sum(row.planted for row in rows),
        caught=sum(row.caught for row in rows),
        missed=sum(row.missed for row in rows),
    )


def text_of(results: Iterable[Planted]) -> str:
    """The table, with the whole as its last row."""
    rows = rows_of(results)
    lines = [HEAD, *(row.cells for row in (*rows, whole(rows)))]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def _measures(results: Iterable[Planted]) -> set[str]:
    return {one.fault.measure for one in results}


def _row(measure: str, results: list[Planted]) -> Row:
    count = Counter(one.outcome for one in results)
    assert set(count) <= set(OUTCOMES)
    ways = {one.fault.name for one in results if one.outcome != "no place"}
    planted = len(results) - count["no place"]
    return Row(measure=measure, ways=len(ways), planted=planted, caught=count["caught"], missed=planted - count["caught"])
