"""Whether a second kindergarten is laid: where it brings enough more homes within the radius for the land that it takes."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely

from layoutgen.geometry.covering import best_share
from layoutgen.geometry.placing import east_axis_deg
from layoutgen.geometry.sampling import across, even_points
from layoutgen.model.brief import Brief
from layoutgen.model.choices import FacilityChoices
from layoutgen.model.program import Input, Program
from layoutgen.model.site import Site
from layoutgen.sentence import Sentence
from layoutgen.stages.program import share_classes
from layoutgen.standards.basis import basis_of_brief
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.demand_children import BY_REACH, KINDERGARTEN
from layoutgen.standards.governing import Law, asked_value

RADIUS = "reach.straight"  # measure of the clause that names the radius
PLACES = 300  # that stand for the homes, and for where a kindergarten may be


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """When two kindergartens are laid in the place of one."""

    classes: int  # of one
    each: int  # of the larger of two
    extra: int  # that both have beyond the demand
    least_gain: float  # share of the land that a second place must bring within the radius
    radius: Clause

    @property
    def radius_m(self) -> float:
        """Radius of a kindergarten [m]."""
        return self.radius.bound.high or 0.0

    @property
    def sentence(self) -> Sentence:
        """The rule in words, where no site is known."""
        en = f"on a site where two places have {self.least_gain:.0%} more of the land within {self.radius_m:g} m than one"
        zh = f"若两处比一处多覆盖用地 {self.least_gain:.0%}（{self.radius_m:g} m 半径，{self.radius.id}）"
        return Sentence(
            en=f"one kindergarten of {self.classes} classes; {en}, two of {self.each} ({self.radius.id})",
            zh=f"幼儿园一所 {self.classes} 班；{zh}，则设两所 {self.each} 班",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondPlace:
    """What a second kindergarten would do, whatever is decided."""

    terms: Terms
    one: float  # share of the land within the radius of the best place: mean of straight lines and ways along the streets
    two: float  # of the best two places

    @property
    def is_worth_it(self) -> bool:
        """Whether two are laid."""
        return self.two - self.one >= self.terms.least_gain

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What the program is sized with."""
        clause = self.terms.radius.id
        en = f"{clause}: {self.two:.0%} of the land within the radius of two places, {self.one:.0%} of one"
        zh = f"{clause}：两处可覆盖用地 {self.two:.0%}，一处 {self.one:.0%}"
        return (Input(name=BY_REACH, value=2.0, source=en, source_zh=zh),) if self.is_worth_it else ()

    @property
    def sentence(self) -> Sentence:
        """The decision in words."""
        terms = self.terms
        en = f"two kindergartens instead of one: within {terms.radius_m:g} m of two places lies {self.two:.0%} of the land"
        zh = f"设两所幼儿园而非一所：两处 {terms.radius_m:g} m 半径可覆盖用地 {self.two:.0%}"
        more = f"; {terms.extra} classes beyond the demand" if terms.extra else "; classes and land as of one"
        more_zh = f"；比需求多 {terms.extra} 班" if terms.extra else "；班数和用地与一所相同"
        by, by_zh = f" ({terms.radius.id}, straight and along the streets)", f"（{terms.radius.id}，直线与沿路两种读法的平均）"
        return Sentence(en=f"{en}, of one {self.one:.0%}{by}{more}", zh=f"{zh}，一处 {self.one:.0%}{by_zh}{more_zh}")


def terms_of(brief: Brief, program: Program, choices: FacilityChoices, standard: Standard) -> Terms | None:
    """Terms of a second kindergarten; None where it has none or several, or no clause names least classes and radius."""
    if not program.has(KINDERGARTEN) or program.need(KINDERGARTEN).figure("count") != 1.0:
        return None
    law = basis_of_brief(brief, standard).law
    radius, least = _radius(law), _least_classes(law)
    if radius is None or not least:
        return None
    classes = int(program.need(KINDERGARTEN).figure("classes"))
    extra = max(2 * least - classes, 0)
    return Terms(
        classes=classes,
        each=max(share_classes(classes, 2)[0], least),
        extra=extra,
        least_gain=choices.kindergarten_second_gain + choices.kindergarten_class_gain * extra,
        radius=radius,
    )


def second_place(
    site: Site, brief: Brief, program: Program, choices: FacilityChoices, standard: Standard
) -> SecondPlace | None:
    """What a second kindergarten would do on a site; None where there are no terms for one.

    Two are laid where the best two places have more of the land within the radius than the best one by the share that the
    choices name, and by more for each class that two of the least lawful size have beyond the demand.
    """
    terms = terms_of(brief, program, choices, standard)
    if terms is None:
        return None
    land = shapely.difference(site.boundary, shapely.union_all(list(site.keep_outs)))
    one, two = _best_shares(shapely.to_wkb(land), east_axis_deg(site.boundary), terms.radius_m)
    return SecondPlace(terms=terms, one=one, two=two)


def _radius(law: Law) -> Clause | None:
    """Clause with the shortest radius of a kindergarten."""
    found = [one for one in law.listing if one.measure == RADIUS and KINDERGARTEN.value in one.words("kinds")]
    return min(found, key=lambda one: one.bound.high or 0.0, default=None)


def _least_classes(law: Law) -> int:
    return int(max((asked_value(clause) for clause in law.clauses("facility.classes", KINDERGARTEN)), default=0.0))


@lru_cache(maxsize=16)  # one site is asked for several populations
def _best_shares(land: bytes, azimuth_deg: float, radius_m: float) -> tuple[float, float]:
    """Share of the land within the radius of the best place, and of the best two: mean of both readings of the radius.

    Parameters
    ----------
    land
        Outline of what is not kept out, as WKB.
    azimuth_deg
        Direction of the streets.
    """
    points = even_points(shapely.from_wkb(land), PLACES)
    apart = points[:, None, :] - points[None, :, :]
    readings = np.hypot(apart[..., 0], apart[..., 1]), np.abs(apart @ across(azimuth_deg)).sum(axis=-1)
    even = np.ones(len(points))
    one, two = (float(np.mean([best_share(far <= radius_m, even, count) for far in readings])) for count in (1, 2))
    return one, two
