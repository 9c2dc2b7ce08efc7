"""How far the search for a plan went, and the house margins that stand above the law, in words."""

from collections.abc import Iterator

from layoutgen.model.choices import Choices
from layoutgen.sentence import Sentence
from layoutgen.stages.massing import StoreyOption


def search_bounds(choices: Choices, options: tuple[StoreyOption, ...]) -> tuple[Sentence, ...]:
    """What was searched, and by how much our own manner asks more than the law."""
    return (*_searched(choices, options), *_margins(choices))


def _searched(choices: Choices, options: tuple[StoreyOption, ...]) -> Iterator[Sentence]:
    storeys = f"{options[0].storeys}–{options[-1].storeys}" if options else "0"
    turn = choices.housing.azimuth_max_deg
    yield Sentence(
        en=f"searched: one street pattern, the best scored; one set of lots; slabs of {storeys} storeys in rows",
        zh=f"搜索范围：评分最优的一种路网、一套设施用地；{storeys} 层板式住宅成排",
    )
    yield Sentence(
        en=f"rows along the cell, along the streets and due east, up to {turn:g} degrees; blocks take over each other's rest",
        zh=f"行列取街坊、路网与正南三个方向，偏角不超过 {turn:g}°；各街坊余量互补",
    )


def _margins(choices: Choices) -> Iterator[Sentence]:
    lanes, housing, setbacks = choices.lanes, choices.housing, choices.setbacks
    rim = f"{lanes.verge_m + lanes.loop_width_m + lanes.lane_to_wall_m:g}"
    back = f"{setbacks.low_m:g}/{setbacks.middle_m:g}/{setbacks.high_m:g}"
    gables = f"{housing.gable_gap_low_m:g}/{housing.gable_gap_mixed_m:g}/{housing.gable_gap_high_m:g}"
    facing = f"{housing.facing_gap_m:g}"
    yield Sentence(
        en=f"house margins: loop, verge and wall distance of {rim} m round every cell, setbacks of {back} m, "
        f"{facing} m between facing windows",
        zh=f"自定裕量：组团外围环路、绿带与退距共 {rim} m，退红线 {back} m，对视间距 {facing} m",
    )
    yield Sentence(
        en=f"gables {gables} m apart, every window one minute above the sunlight standard",
        zh=f"山墙间距 {gables} m，日照比标准多留 1 分钟",
    )
