"""Judge a drawing again whenever it is saved, and tell what that changed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.jobs.interrupts import hearing_interrupts
from layoutgen.jobs.saves import Saves
from layoutgen.jobs.told import snapshot_of_judged
from layoutgen.jobs.validate import Judged
from layoutgen.model.report import Verdict
from layoutgen.model.snapshot import Snapshot
from layoutgen.reports.against import changes_between
from layoutgen.reports.against_text import changes_text
from layoutgen.sentence import Sentence, printable

BEGINS = Sentence(
    en="Watching {name}: save it in CAD to have it judged again; Ctrl-C ends.",
    zh="正在监看 {name}：在 CAD 中保存即重新判定，Ctrl-C 结束。",
)
SAVED = Sentence(en="Save {n}", zh="第 {n} 次保存")
SAME = Sentence(en="the file is as it was", zh="文件内容未变")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How a watch speaks: of what was judged and of what went wrong."""

    lang: str
    say: Callable[[str], None]
    warn: Callable[[str], None]


@dataclass(slots=True)
class Watch:
    """One drawing under watch, after its first judgement."""

    judge: Callable[[], Judged]  # also writes what stands beside
    saves: Saves
    voice: Voice
    last: Snapshot
    verdict: Verdict
    can_be_read: bool = True  # whether the last judgement was reached
    count: int = 0  # of saves

    def run(self, drawing: Path) -> None:
        """Judge at every save, until the user interrupts."""
        with suppress(KeyboardInterrupt), hearing_interrupts() as interrupts:
            self.voice.warn(BEGINS.text(self.voice.lang).format(name=printable(drawing.name)))
            while True:
                self.saves.wait(interrupts.look_up)
                self.count += 1
                self.voice.say(f"\n{SAVED.text(self.voice.lang).format(n=self.count)}")
                self._again()

    def _again(self) -> None:
        """Tell what a save changed; a file that cannot be read is told, and waited for."""
        try:
            judged = self.judge()
        except InputError as error:
            self.can_be_read = False
            self.voice.warn(f"error: {printable(str(error))}")
            return
        now, was, could_be_read = snapshot_of_judged(judged), self.last, self.can_be_read
        self.last, self.verdict, self.can_be_read = now, judged.report.verdict, True  # before it is told: Ctrl-C may follow
        if now.sha256 == was.sha256 and could_be_read:
            self.voice.say(f"  {SAME.text(self.voice.lang)}")
        else:
            self.voice.say(changes_text(changes_between(was, now), self.voice.lang))
