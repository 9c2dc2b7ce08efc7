"""As what a drawing was judged: new build or existing community, and who said so."""

from layoutgen.model.report import JudgedAs

WORDS = {
    "zh": {
        "judged": "按{mode}{constrained}判定",
        "new": "新建社区",
        "existing": "既有社区",
        "drawing": "依图纸",
        "flag": "依命令参数",
        "constrained": "、场地条件受限（{by}）",
    },
    "en": {
        "judged": "Judged as {mode}{constrained}",
        "new": "new build",
        "existing": "an existing community",
        "drawing": "as the drawing says",
        "flag": "as the flag says",
        "constrained": ", short of room ({by})",
    },
}


def judged_as_json(judged_as: JudgedAs) -> dict[str, str | bool]:
    """Block of `report.json`."""
    return {
        "mode": judged_as.mode,
        "mode_by": judged_as.mode_by,
        "constrained": judged_as.is_constrained,
        "constrained_by": judged_as.constrained_by,
    }


def judged_as_text(judged_as: JudgedAs, lang: str) -> str:
    """One line for a console."""
    words = WORDS[lang]
    constrained = words["constrained"].format(by=words[judged_as.constrained_by]) if judged_as.is_constrained else ""
    return words["judged"].format(mode=f"{words[judged_as.mode]} ({words[judged_as.mode_by]})", constrained=constrained)
