"""Chinese names on the workbook's sheets: what the layer table calls a kind, and words of labels and verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass

from layoutgen.drawings.layers import Profile

FAMILIES = ("facility", "lot", "ground")  # of the layer table, where a kind has its name
STALL_USES = {"resident": "居民", "visitor": "访客", "shop": "商业", "service": "服务"}
EV = {"built": "已装充电", "reserved": "预留充电", "none": "无"}
FORCES = {"must": "必须/应", "should": "宜", "may": "可"}
BASES = {"measured": "实测", "declared": "标注", "off_site": "场外申报"}
CONFIDENCES = {"primary": "原文", "secondary": "转引", "recalled": "回忆", "own": "自定"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Namer:
    """Names of kinds."""

    by_holds: Mapping[str, str]

    def building(self, use: str) -> str:
        """Name of a building's use."""
        return self.by_holds.get(f"building.{use}", use)

    def stall(self, kind: str) -> str:
        """Name of a kind of stall."""
        return self.by_holds.get(f"stall.{kind}", kind)

    def facility(self, kind: str) -> str:
        """Name of a facility, or of a lot or ground that stands in the table of facilities."""
        names = (self.by_holds.get(f"{family}.{kind}", "") for family in FAMILIES)
        return next((name for name in names if name), kind)


def namer(profile: Profile) -> Namer:
    """Names by a drawing profile's layer table."""
    return Namer(by_holds={layer.holds: layer.zh for layer in profile.layers})


def yes(claim: bool) -> str:
    """A claim as a word."""
    return "是" if claim else "否"
