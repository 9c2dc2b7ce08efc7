"""What a judgement is made of: outcomes and the report; findings stand in model/finding.py."""

from dataclasses import dataclass
from enum import StrEnum

from layoutgen.model.count_words import COUNT_WORDS
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.finding import Finding as Finding
from layoutgen.model.finding import Inapplicable as Inapplicable
from layoutgen.model.finding import worst_first as worst_first
from layoutgen.model.waiver import WaiverUse
from layoutgen.sentence import Sentence

UNREAD = "not understood on the drawing"  # how the note of an outcome begins that hangs on such things


class Force(StrEnum):
    """Force 用词严格程度 of a clause."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


class Confidence(StrEnum):
    """How sure the figure is: what may decide."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    RECALLED = "recalled"
    OWN = "own"


class Verdict(StrEnum):
    """Verdict of one clause."""

    PASS = "pass"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"
    MANUAL = "manual"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The judgement of one clause. ``findings`` holds every thing examined, the worst first."""

    clause: str
    pack: str
    force: Force
    decides: bool
    may_block: bool
    verdict: Verdict
    findings: tuple[Finding, ...]
    source: str  # document, place and confidence
    confidence: Confidence  # of the figure
    method: str
    says_zh: str
    says_en: str
    note: str = ""
    group: str = ""  # of a scoring pack
    waivers: tuple[
        int, ...
    ] = ()  # numbers of those that answer for all that is not met; () = some of it, or nothing, is waived

    @property
    def examined(self) -> int:
        """How many things were examined."""
        return len(self.findings)

    @property
    def near_misses(self) -> tuple[Finding, ...]:
        """Findings that meet their limit by little, of a clause that is met; the nearest by its margin first."""
        if self.verdict is not Verdict.PASS:
            return ()
        return tuple(finding for finding in self.findings if finding.is_near_miss)

    @property
    def counts_as(self) -> str:
        """Under which count the report lists it: what is waived stands apart, a breach that does not decide is advice."""
        if self.waivers:
            return "waived"
        if self.verdict is Verdict.FAIL and not self.decides:
            return "advice"
        return self.verdict.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A figure of one pack that a user's pack sets anew, and why; printed in every report."""

    clause: str  # id; the clause stays in its own pack
    pack: str  # of the user, which sets the figure
    was: str  # bound as text with its unit
    becomes: str
    reason: str

    def text(self) -> str:
        """The override in one line."""
        return f"{self.clause}: {self.was} -> {self.becomes} ({self.pack}: {self.reason})"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedBy:
    """A pack that a drawing was judged by, and what that pack is worth."""

    name: str
    title_zh: str
    title_en: str
    status: str  # "in_force", "draft", "ended" or "reference"
    status_zh: str
    status_en: str
    jurisdiction: str = ""  # where it holds; "" = everywhere
    is_scoring: bool = False  # decides nothing; its groups are counted, see scores.py


@dataclass(frozen=True, slots=True, kw_only=True)
class OffSiteWalk:
    """How a facility off the site fares."""

    id: str
    kind: str
    name: str
    walk_m: float  # from the farthest home; infinite where no way leads out
    counts: bool
    note: str  # why it does not


@dataclass(frozen=True, slots=True, kw_only=True)
class PathTaken:
    """How a community comes by its facilities."""

    name: str = "full"  # "full"; below a community's size "stand_alone" or "off_site"; of an existing community "shared"
    clause: str = ""  # that lets facilities off the site count
    walk_m: float | None = None  # within which they count
    off_site: tuple[OffSiteWalk, ...] = ()
    met_on_site: tuple[str, ...] = ()  # clauses about facilities that what stands on the site meets
    met_off_site: tuple[str, ...] = ()  # and those that something off the site meets


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedAs:
    """As what a drawing was judged, and who said so: "drawing" or "flag"."""

    mode: str = "new"  # "new" or "existing"
    mode_by: str = "drawing"
    is_constrained: bool = False
    constrained_by: str = "drawing"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunityReport:
    """The judgement of one community of a divided site."""

    id: str
    people: int
    report: "Report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All outcomes of one drawing, with the indicators behind them."""

    outcomes: tuple[Outcome, ...]
    indicators: tuple[tuple[str, float | str], ...]
    assumptions: tuple[Sentence, ...]
    packs: tuple[JudgedBy, ...] = ()
    conditions: tuple[tuple[str, float], ...] = ()  # planning conditions, which outrank every table
    overrides: tuple[Override, ...] = ()  # figures that users' packs set anew
    judged_as: JudgedAs = JudgedAs()
    path: PathTaken = PathTaken()
    facilities: tuple[FacilityLine, ...] = ()
    waivers: tuple[WaiverUse, ...] = ()  # every one that the drawing or the user brings, used or not
    waivers_on: str = ""  # the day that their expiry was held against; "" = none
    communities: tuple[CommunityReport, ...] = ()  # of a divided site, each by itself

    @property
    def verdict(self) -> Verdict:
        """Pass, fail or blocked, recomputed from the outcomes; what is waived is counted apart and does not decide."""
        deciding = [o for o in self.outcomes if o.decides and not o.waivers]
        if any(o.verdict is Verdict.FAIL for o in deciding):
            return Verdict.FAIL
        if any(o.verdict is Verdict.BLOCKED and not o.may_block for o in deciding):
            return Verdict.BLOCKED
        return Verdict.PASS

    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many outcomes of each count, recomputed."""
        return tuple((name, sum(o.counts_as == name for o in self.outcomes)) for name in COUNT_WORDS)
