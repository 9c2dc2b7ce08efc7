"""A bound and how a measured value is held against it: the one place where >=, <=, bands and the tolerance live."""

from dataclasses import dataclass
from enum import StrEnum

NEAR = 0.05  # of a bound: what meets it by less is a near miss
Measured = float | bool | tuple[str, ...] | None


class Demand(StrEnum):
    """How a measured value is held against a limit."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"
    ABOUT = "about"
    EXACTLY = "exactly"
    INCLUDES = "includes"
    CONNECTED = "connected"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A bound with its unit; the one place where >=, <=, bands and the tolerance live.

    ``tolerance`` is in the unit of the limit: what the drawing's grid may take off a measured value.
    """

    demand: Demand
    low: float | None = None
    high: float | None = None
    words: tuple[str, ...] = ()
    unit: str = ""
    tolerance: float = 0.0

    def met_by(self, measured: Measured) -> bool:
        """Tell whether a measured value meets this limit; None (nothing measured) never does."""
        if measured is None or self.demand is Demand.MANUAL:
            return False
        if self.demand is Demand.INCLUDES:
            return isinstance(measured, tuple) and set(self.words) <= set(measured)
        if self.demand is Demand.CONNECTED:
            return measured is True
        if isinstance(measured, tuple):
            return False
        value = float(measured)
        above = self.low is None or value >= self.low - self.tolerance
        below = self.high is None or value <= self.high + self.tolerance
        return value == value and above and below

    def margin(self, measured: Measured) -> float | None:
        """Distance inside the nearer bound, negative outside; None where there is no number."""
        if measured is None or isinstance(measured, (tuple, bool)):
            return None
        rooms = [
            value
            for value in (
                None if self.low is None else measured - self.low,
                None if self.high is None else self.high - measured,
            )
            if value is not None
        ]
        return min(rooms) if rooms else None

    def nearly_missed_by(self, measured: Measured) -> bool:
        """Tell whether a value meets this limit by less than a twentieth of the bound, or only within the tolerance.

        Numbers without a unit are counts: they are near by nature and left out, as is a bound of zero.
        """
        margin = self.margin(measured)
        if margin is None or not self.unit or not self.met_by(measured):
            return False
        bounds = [abs(bound) for bound in (self.low, self.high) if bound]
        return margin < 0.0 or (bool(bounds) and margin <= NEAR * min(bounds))

    def text(self) -> str:
        """Short text of the bound, without the unit."""
        if self.demand is Demand.INCLUDES:
            return ", ".join(self.words)
        if self.demand in (Demand.CONNECTED, Demand.MANUAL):
            return self.demand.value
        if self.low is not None and self.high is not None:
            return f"{self.low:g}" if self.low == self.high else f"{self.low:g}-{self.high:g}"
        if self.low is not None:
            return f">= {self.low:g}"
        return f"<= {self.high:g}" if self.high is not None else ""
