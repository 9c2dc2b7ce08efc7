"""A sitting of the judge: a drawing judged once, or again at every save, told and written as asked."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from layoutgen.jobs.beside import Beside, write_beside
from layoutgen.jobs.saves import Saves
from layoutgen.jobs.told import Telling, snapshot_of_judged, told
from layoutgen.jobs.validate import Judged, Terms, validate
from layoutgen.jobs.watch import Voice, Watch
from layoutgen.model.report import Verdict
from layoutgen.processes import Crew

Stages = Callable[[], AbstractContextManager[Callable[[str], None]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What is judged, by what, and how that is told."""

    drawing: Path
    packs: Sequence[str]
    terms: Terms
    telling: Telling
    beside: Beside
    stages: Stages  # tells the stages of each judgement

    def hold(self, voice: Voice, *, is_watched: bool) -> Verdict | None:
        """Judge, tell and write; watched, until the user interrupts.

        Returns
        -------
        Verdict | None
            The last one; None where the drawing could not be read when the watch ended.

        Raises
        ------
        InputError
            If the drawing, or another file, cannot be read at first, or one cannot be written.
        """
        saves = Saves(self.drawing) if is_watched else None  # what is saved while it is judged counts
        judged = self._judged()
        voice.say(told(judged, self.telling))
        if saves is None:
            return judged.report.verdict
        last = snapshot_of_judged(judged)
        watch = Watch(judge=self._judged, saves=saves, voice=voice, last=last, verdict=judged.report.verdict)
        watch.run(self.drawing)
        return watch.verdict if watch.can_be_read else None

    def _judged(self) -> Judged:
        with self.stages() as stages, Crew() as crew:
            judged = validate(self.drawing, self.packs, self.terms, stages, crew)
        write_beside(judged, self.beside)
        return judged
