"""Why there is no plan, as text: what clashes, what was searched, what would make it fit, how many there is room for."""

from collections.abc import Iterator, Sequence

from layoutgen.model.capacity import BlockRoom, Largest
from layoutgen.model.shortfall import LandBudget, Relaxation, Shortfall
from layoutgen.reports.columns import columns
from layoutgen.reports.stage_words import said_in
from layoutgen.sentence import Sentence

WORDS = {
    "none": Sentence(en="No plan for {people} persons ({found}, at {stage})", zh="{people} 人无方案（{found}，{stage}阶段）"),
    "proven": Sentence(en="proven", zh="已证明不可行"),
    "not_found": Sentence(en="not found", zh="未找到"),
    "short": Sentence(
        en="{what}: needs {need:,.0f} {unit}, has {have:,.0f}, short of {short:,.0f} ({share:.1%})",
        zh="{what}：需 {need:,.0f} {unit}，有 {have:,.0f}，缺 {short:,.0f}（{share:.1%}）",
    ),
    "housed": Sentence(en="people housed in lawful rows", zh="合法行列中能安置的人口"),
    "land": Sentence(en="land, by lawful minima alone", zh="仅按法定下限计的用地"),
    "lawful": Sentence(en="Land by lawful minima alone [m2]", zh="仅按法定下限计的用地 [㎡]"),
    "manner": Sentence(en="Land as we lay it out [m2]", zh="按本程序布置方式计的用地 [㎡]"),
    "head": Sentence(en="demand|m2|asked by", zh="需求|㎡|依据"),
    "sum": Sentence(en="together", zh="合计"),
    "site": Sentence(en="site", zh="用地"),
    "missing": Sentence(en="missing", zh="缺口"),
    "spare": Sentence(en="left over by the model, not found by the search", zh="模型尚有余地，搜索未能用上"),
    "unbuilt": Sentence(en="left for homes, of which none fits", zh="余下供住宅，但排不下"),
    "binds": Sentence(en="in most blocks {binds} binds", zh="多数街坊受{binds}控制"),
    "rooms": Sentence(en="Homes that the blocks carry, by the capacity model", zh="各街坊可排住宅（容量模型）"),
    "room_head": Sentence(en="block|ha|storeys|floor m2|caps allow|binds", zh="街坊|公顷|层数|建筑面积 ㎡|上限 ㎡|控制因素"),
    "searched": Sentence(en="How far the search went", zh="搜索的边界与自定裕量"),
    "relaxed": Sentence(
        en="What would make it fit (capacity model), the least change first", zh="放宽哪一项即可容纳（容量模型），改动小者在前"
    ),
    "fits": Sentence(en="with {says} it would fit: {people} persons", zh="{says}，则可容纳：{people} 人"),
    "not_enough": Sentence(en="with {says} it would not: {people} persons at most", zh="{says}仍不够：至多 {people} 人"),
    "largest": Sentence(en="Largest population: {people} persons, {how}", zh="最大人口：{people} 人，{how}"),
    "confirmed": Sentence(
        en="confirmed by the engine ({runs}); the model says {model}", zh="经引擎验证（{runs}）；模型值 {model}"
    ),
    "estimated": Sentence(en="estimated by the model only{runs}", zh="仅为模型估算{runs}"),
    "run_ok": Sentence(en="{people} housed", zh="{people} 人可容纳"),
    "run_not": Sentence(en="{people} not", zh="{people} 人不可"),
}
STAGES_ZH = {
    "program": "规模测算",
    "capacity": "容量测算",
    "division": "分区",
    "structure": "路网",
    "allocation": "设施选址",
    "massing": "建筑布置",
    "grounds": "场地",
}
UNITS_ZH = {"m2": "㎡", "persons": "人"}


def shortfall_text(shortfall: Shortfall, lang: str) -> str:
    """The explanation that `generate` prints when there is no plan."""
    lines = [*_verdict(shortfall, lang), "", *_budget(shortfall, lang)]
    if shortfall.rooms and not shortfall.is_proven:
        lines += ["", WORDS["rooms"].text(lang), *(f"  {line}" for line in columns(_rooms(shortfall.rooms, lang)))]
    if shortfall.searched:
        lines += ["", WORDS["searched"].text(lang), *(f"  - {one.text(lang)}" for one in shortfall.searched)]
    if shortfall.relaxations:
        lines += ["", WORDS["relaxed"].text(lang), *(f"  - {_relaxation(one, lang)}" for one in shortfall.relaxations)]
    return "\n".join([*lines, "", largest_line(shortfall.largest, lang)])


def _verdict(shortfall: Shortfall, lang: str) -> Iterator[str]:
    found = WORDS["proven" if shortfall.is_proven else "not_found"].text(lang)
    stage = STAGES_ZH.get(shortfall.stage, shortfall.stage) if lang == "zh" else shortfall.stage
    yield WORDS["none"].text(lang).format(people=shortfall.people, found=found, stage=stage)
    is_whole = shortfall.need == shortfall.people  # else one community of several
    own = (
        "housed"
        if shortfall.unit == "persons" and is_whole
        else "land"
        if shortfall.is_proven and shortfall.unit == "m2"
        else ""
    )
    yield "  " + WORDS["short"].text(lang).format(
        what=WORDS[own].text(lang) if own else said_in(shortfall.what, lang),
        need=shortfall.need,
        have=shortfall.have,
        short=shortfall.need - shortfall.have,
        share=(shortfall.need - shortfall.have) / shortfall.need if shortfall.need else 0.0,
        unit=UNITS_ZH.get(shortfall.unit, shortfall.unit) if lang == "zh" else shortfall.unit,
    )


def _budget(shortfall: Shortfall, lang: str) -> Iterator[str]:
    budget = shortfall.budget
    yield WORDS["lawful" if shortfall.is_proven else "manner"].text(lang)
    spare = WORDS["spare" if shortfall.largest.estimated else "unbuilt"]
    yield from (f"  {line}" for line in columns(_rows(budget, spare, lang)))
    if not shortfall.is_proven:
        yield "  " + WORDS["binds"].text(lang).format(binds=shortfall.binds.text(lang))


def _rows(budget: LandBudget, spare: Sentence, lang: str) -> list[tuple[str, str, str]]:
    """Rows of the table, figures in line on the right."""
    end = (WORDS["missing"], budget.missing_m2) if budget.missing_m2 > 0.0 else (spare, -budget.missing_m2)
    figures = [
        *((demand.what, demand.land_m2, demand.clause) for demand in budget.demands),
        *((what, land, "") for what, land in ((WORDS["sum"], budget.need_m2), (WORDS["site"], budget.have_m2), end)),
    ]
    shown = [(what.text(lang), f"{land:,.0f}", clause) for what, land, clause in figures]
    width = max(len(land) for _, land, _ in shown)
    head = WORDS["head"].text(lang).split("|")
    return [(head[0], head[1].rjust(width), head[2]), *((what, land.rjust(width), clause) for what, land, clause in shown)]


def _rooms(rooms: Sequence[BlockRoom], lang: str) -> list[tuple[str, ...]]:
    """Rows of the blocks."""
    shown = [
        (room.block, f"{room.area_m2 / 1e4:.2f}", str(room.storeys), f"{room.gfa_m2:,.0f}", f"{room.cap_m2:,.0f}")
        for room in rooms
    ]
    widths = [max(len(row[k]) for row in shown) for k in range(len(shown[0]))]
    figures = [(row[0], *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))) for row in shown]
    head = tuple(WORDS["room_head"].text(lang).split("|"))
    return [head, *((*row, room.binds.text(lang)) for row, room in zip(figures, rooms, strict=True))]


def _relaxation(one: Relaxation, lang: str) -> str:
    words = WORDS["fits" if one.fits else "not_enough"]
    return words.text(lang).format(says=one.says.text(lang), people=one.people)


def largest_line(largest: Largest, lang: str) -> str:
    """The largest population in a line, and how it was found."""
    runs = ("；" if lang == "zh" else ", ").join(
        WORDS["run_ok" if housed is None else "run_not"].text(lang).format(people=people) for people, housed in largest.runs
    )
    if largest.is_confirmed:
        how = WORDS["confirmed"].text(lang).format(runs=runs, model=largest.estimated)
    else:
        told = f" ({runs})" if lang != "zh" else f"（{runs}）"
        how = WORDS["estimated"].text(lang).format(runs=told if runs else "")
    return WORDS["largest"].text(lang).format(people=largest.people, how=how)
