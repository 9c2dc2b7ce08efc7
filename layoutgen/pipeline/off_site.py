"""What a small project need not build: facilities off its site that count, by an estimate of the walk before homes stand."""

from collections.abc import Set
from dataclasses import dataclass, replace

import shapely
from shapely.geometry import MultiPoint

from layoutgen.drawings.layers import load_profile
from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.kinds import off_site_family
from layoutgen.model.program import Program
from layoutgen.model.site import OffSite, Site
from layoutgen.pipeline.kindergartens import second_place
from layoutgen.sentence import Sentence
from layoutgen.stages.program import size_lots
from layoutgen.standards.clause import Standard
from layoutgen.standards.community import community_size
from layoutgen.standards.counting import load_counting
from layoutgen.standards.demand import size_program
from layoutgen.standards.off_site import OffSiteTerms, off_site_terms
from layoutgen.standards.scope import circumstances_of_brief

INSIDE = 1.1  # ways on the site lead farther round than the city's: measured up to 1.09 on plans of 2 to 4.4 ha


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A facility off the site, about how far it is, and whether the site does without its like."""

    off: OffSite
    walk_m: float  # from the farthest corner of the site
    is_near: bool


def program_of(site: Site, brief: Brief, choices: Choices, standard: Standard) -> Program:
    """Program with its lots, without what facilities off the site supply."""
    supplied = _supplied(site, brief, standard)
    program = _without(supplied, size_program(brief, standard))
    second = second_place(site, brief, program, choices.facilities, standard)
    if second is not None and second.is_worth_it:
        program = _without(supplied, size_program(brief, standard, second.inputs))
    return size_lots(program, choices)


def second_sentences(site: Site, brief: Brief, choices: Choices, standard: Standard) -> tuple[Sentence, ...]:
    """That two kindergartens are laid in the place of one, and why."""
    if brief.population > community_size().population_high:
        return ()
    program = _without(_supplied(site, brief, standard), size_program(brief, standard))
    second = second_place(site, brief, program, choices.facilities, standard)
    return (second.sentence,) if second is not None and second.is_worth_it else ()


def _supplied(site: Site, brief: Brief, standard: Standard) -> Set[str]:
    return {one.off.kind for one in estimates(site, brief, standard) if one.is_near}


def _without(supplied: Set[str], program: Program) -> Program:
    return replace(program, needs=tuple(need for need in program.needs if need.kind not in supplied))


def estimates(site: Site, brief: Brief, standard: Standard) -> tuple[Estimate, ...]:
    """How each facility off the site fares; the judge measures the walk on the network."""
    terms = off_site_terms(standard, circumstances_of_brief(brief))
    return tuple(_estimate(site, off, terms) for off in site.off_site)


def path_sentences(site: Site, brief: Brief, standard: Standard) -> tuple[Sentence, ...]:
    """Which path the project takes, and what each facility off the site means for it."""
    size, found = community_size(), estimates(site, brief, standard)
    terms = off_site_terms(standard, circumstances_of_brief(brief))
    said = []
    if brief.population < size.population_low:
        people = f"{brief.population} persons are fewer than a community's {size.population_low} ({size.source})"
        people_zh = f"{brief.population} 人不足一个社区的 {size.population_low} 人（{size.source}）"
        has_some = any(one.is_near for one in found)
        how = "some facilities lie off the site" if has_some else "the full kit stands on the site"
        how_zh = "部分设施利用场外" if has_some else "设施在用地内全部配齐"
        said.append(Sentence(en=f"{people}: {how}", zh=f"{people_zh}：{how_zh}"))
    return (*said, *(_sentence(one, terms) for one in found))


def _estimate(site: Site, off: OffSite, terms: OffSiteTerms | None) -> Estimate:
    corners = MultiPoint(shapely.get_coordinates(site.boundary.exterior))
    walk_m = INSIDE * load_counting().detour_outside * max(float(corner.distance(off.shape)) for corner in corners.geoms)
    is_outside = not off.shape.intersects(site.boundary)
    return Estimate(off=off, walk_m=walk_m, is_near=terms is not None and is_outside and walk_m <= terms.walk_m)


def _sentence(one: Estimate, terms: OffSiteTerms | None) -> Sentence:
    off, walk = one.off, f"{one.walk_m:.0f} m"
    name, word = f"{off.id} {off.kind} {off.name}".strip(), load_profile().holding(f"{off_site_family(off.kind)}.{off.kind}").zh
    name_zh = f"{off.id} {word} {off.name}".strip()
    if terms is None:
        en, zh = "information only, the full kit stands on the site", "仅供参考，设施在用地内配齐"
    elif one.is_near:
        en, zh = (
            f"within {terms.walk_m:g} m, so the site has none ({terms.clause})",
            f"在 {terms.walk_m:g} m 以内，用地内不再设（{terms.clause}）",
        )
    else:
        en, zh = f"beyond {terms.walk_m:g} m or on the site, does not count", f"超出 {terms.walk_m:g} m 或在用地内，不计入"
    return Sentence(
        en=f"off the site: {name}, about {walk} on foot from the farthest corner: {en}",
        zh=f"场外设施 {name_zh}：距最远处步行约 {walk}，{zh}",
    )
