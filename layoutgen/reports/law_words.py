"""The words in which the law is told: forces, demands, scopes, sureness, in Chinese and English."""

from layoutgen.model.limit import Demand, Limit
from layoutgen.sentence import Sentence, plural
from layoutgen.standards.clause import Clause, PeopleBand

WORDS: dict[str, Sentence] = {
    "must": Sentence(en="must", zh="应"),
    "should": Sentence(en="should", zh="宜"),
    "may": Sentence(en="may", zh="可"),
    "deciding": Sentence(en="decides", zh="参与判定"),
    "advice": Sentence(en="advice", zh="提示"),
    "manual": Sentence(en="manual", zh="人工核查"),
    "measured": Sentence(en="measured", zh="量测"),
    "declared": Sentence(en="declared", zh="标注"),
    "both": Sentence(en="measured and declared", zh="量测与标注"),
    "primary": Sentence(en="primary", zh="原文"),
    "secondary": Sentence(en="secondary", zh="转引"),
    "recalled": Sentence(en="recalled", zh="记忆"),
    "own": Sentence(en="own", zh="自定"),
    "new": Sentence(en="new build", zh="新建"),
    "existing": Sentence(en="existing", zh="既有"),
    "both_scopes": Sentence(en="new and existing", zh="新建与既有"),
    "in_force": Sentence(en="in force", zh="现行"),
    "draft": Sentence(en="draft", zh="征求意见稿"),
    "ended": Sentence(en="ended", zh="已到期"),
    "reference": Sentence(en="reference", zh="参考"),
    "pack": Sentence(en="pack", zh="标准包"),
    "title": Sentence(en="title", zh="名称"),
    "status": Sentence(en="status", zh="状态"),
    "clauses": Sentence(en="clauses", zh="条数"),
    "all": Sentence(en="all", zh="合计"),
    "id": Sentence(en="clause", zh="条文"),
    "says": Sentence(en="demand", zh="要求"),
    "figure": Sentence(en="figure", zh="限值"),
    "force": Sentence(en="force", zh="用词"),
    "decides": Sentence(en="decides", zh="判定"),
    "scope": Sentence(en="asked of", zh="适用"),
    "confidence": Sentence(en="confidence", zh="可信度"),
    "source": Sentence(en="source", zh="来源"),
    "measure": Sentence(en="measure", zh="量项"),
    "city": Sentence(en="city", zh="城市"),
    "climate_zone": Sentence(en="climate zone", zh="气候区"),
    "large_city": Sentence(en="city of 500 000 or more", zh="五十万人以上城市"),
    "mode": Sentence(en="mode", zh="建设类型"),
    "streets": Sentence(en="streets", zh="街道"),
    "constrained": Sentence(en="constrained site", zh="场地受限"),
    "feature": Sentence(en="feature", zh="开关"),
}
DEMANDS = {
    Demand.AT_LEAST: Sentence(en=">= {high_low}", zh="≥ {high_low}"),
    Demand.AT_MOST: Sentence(en="<= {high_low}", zh="≤ {high_low}"),
    Demand.EXACTLY: Sentence(en="= {high_low}", zh="= {high_low}"),
    Demand.BETWEEN: Sentence(en="{low} to {high}", zh="{low}–{high}"),
    Demand.ABOUT: Sentence(en="about {low} to {high}", zh="约 {low}–{high}"),
    Demand.INCLUDES: Sentence(en="includes {words}", zh="含 {words}"),
    Demand.CONNECTED: Sentence(en="yes", zh="是"),
    Demand.MANUAL: Sentence(en="-", zh="-"),
}
UNITS_ZH = {
    "m2": "㎡",
    "m": "米",
    "min": "分钟",
    "h": "小时",
    "m2/person": "㎡/人",
    "m2/child": "㎡/人（幼儿）",
    "m2/100 households": "㎡/百户",
    "persons": "人",
    "share": "",
}


def word(key: str, lang: str) -> str:
    """A word of the law in a language; an unknown one as it is."""
    return WORDS[key].text(lang) if key in WORDS else key


def limit_words(limit: Limit, lang: str) -> str:
    """A bound with its unit; shares as per cent."""
    is_share = limit.unit == "share"

    def number(value: float | None) -> str:
        return "" if value is None else f"{value * 100:.4g}%" if is_share else f"{value:g}"

    unit = ("" if is_share else limit.unit) if lang == "en" else UNITS_ZH.get(limit.unit, limit.unit)
    text = DEMANDS[limit.demand].text(lang)
    one = number(limit.high if limit.low is None else limit.low)
    said = text.format(high_low=one, low=number(limit.low), high=number(limit.high), words=", ".join(limit.words))
    return f"{said} {unit}".strip()


def figure_words(clause: Clause, lang: str) -> str:
    """What a clause asks, in one cell: its bound, or how many rows its table has and between which bounds they lie."""
    if clause.limit is not None:
        return limit_words(clause.limit, lang)
    limits = sorted((row.limit for row in clause.rows), key=lambda limit: (limit.low or limit.high or 0.0, limit.text()))
    first, last = limit_words(limits[0], lang), limit_words(limits[-1], lang)
    rows = f"{len(limits)} 行" if lang == "zh" else plural(len(limits), "row")
    return f"{rows}: {first} … {last}" if first != last else f"{rows}: {first}"


def scope_words(clause: Clause, lang: str) -> str:
    """Of whom and under which circumstances a clause is asked."""
    said = [word("both_scopes" if clause.scope == "both" else clause.scope, lang)]
    said += [f"{word(fact, lang)}: {', '.join(values)}" for fact, values in clause.when]
    if clause.people != PeopleBand():
        said.append(clause.people.text() if lang == "en" else _people_zh(clause.people))
    return "; ".join(said) if lang == "en" else "；".join(said)


def source_words(clause: Clause) -> str:
    """Document with edition and the place in it."""
    return f"{clause.source}, {clause.where}" if clause.where else clause.source


def _people_zh(people: PeopleBand) -> str:
    ends = (("不少于", people.least), ("不多于", people.to), ("少于", people.below))
    return "、".join(f"{name}{end:g}人" for name, end in ends if end is not None)
