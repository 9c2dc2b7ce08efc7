"""The full search of `feasibility --prove`: the engine in several manners of streets, and what law alone rules out."""

from collections.abc import Iterator
from dataclasses import replace

from layoutgen.errors import InfeasibleError
from layoutgen.model.brief import Brief
from layoutgen.model.capacity import Manner, Proof
from layoutgen.model.choices import Choices
from layoutgen.model.kinds import StreetMode
from layoutgen.model.site import Site
from layoutgen.model.stages import Commission
from layoutgen.pipeline.lay_plan import Progress
from layoutgen.pipeline.off_site import program_of
from layoutgen.pipeline.proof import require_possible
from layoutgen.pipeline.reaching import PEOPLE_LEAST, engine_of, reach
from layoutgen.sentence import Sentence
from layoutgen.standards.clause import Standard
from layoutgen.standards.community import community_size

RUNS_MAX = 8  # of the engine for one manner
WIDER, NARROWER = 1.3, 0.8  # of the aimed spacing of streets


def prove(site: Site, brief: Brief, by: tuple[Choices, Standard], guess: int, progress: Progress) -> Proof:
    """Search every manner from one guess on.

    Parameters
    ----------
    by
        The designer's choices and the packs in force.
    guess
        People of the capacity model.
    """
    choices, standard = by
    found: list[Manner] = []
    most = community_size().population_high
    for says, its_brief, its_choices in _manners(brief, choices):
        progress(says.en)
        start = max((one.largest.people for one in found if one.largest.is_confirmed), default=guess)
        engine = engine_of(site, its_brief, its_choices, standard)
        largest = replace(reach(engine, start, (PEOPLE_LEAST, most), RUNS_MAX), estimated=guess)
        found.append(Manner(says=says, largest=largest))
    return Proof(manners=tuple(found), impossible_from=_impossible_from(site, brief, by))


def _manners(brief: Brief, choices: Choices) -> Iterator[tuple[Sentence, Brief, Choices]]:
    """What is varied, one thing at a time."""
    streets = choices.streets
    yield Sentence(en="as asked", zh="按任务书"), brief, choices
    for mode, word in ((StreetMode.PUBLIC, "公共道路"), (StreetMode.GATED, "封闭小区")):
        if brief.streets is StreetMode.AUTO:
            yield Sentence(en=f"streets {mode.value}", zh=f"道路方式：{word}"), replace(brief, streets=mode), choices
    due = replace(choices, housing=replace(choices.housing, azimuth_max_deg=0.0))
    yield Sentence(en="rows due east to west", zh="行列正南北"), brief, due
    for share in (WIDER, NARROWER):
        width, depth = round(streets.block_width_m * share), round(streets.block_depth_m * share)
        changed = replace(streets, block_width_m=float(width), block_depth_m=float(depth))
        says = Sentence(en=f"streets aimed {width} x {depth} m apart", zh=f"路网间距目标 {width} × {depth} m")
        yield says, brief, replace(choices, streets=changed)


def _impossible_from(site: Site, brief: Brief, by: tuple[Choices, Standard]) -> int | None:
    """Fewest people that lawful minima alone rule out."""
    choices, standard = by
    possible, impossible = PEOPLE_LEAST, community_size().population_high
    if not _is_impossible(site, replace(brief, population=impossible), choices, standard):
        return None
    if _is_impossible(site, replace(brief, population=possible), choices, standard):
        return possible
    while impossible - possible > 1:
        middle = (possible + impossible) // 2
        if _is_impossible(site, replace(brief, population=middle), choices, standard):
            impossible = middle
        else:
            possible = middle
    return impossible


def _is_impossible(site: Site, brief: Brief, choices: Choices, standard: Standard) -> bool:
    program = program_of(site, brief, choices, standard)
    try:
        require_possible(Commission(site=site, brief=brief, program=program, choices=choices), standard)
    except InfeasibleError:
        return True
    return False
