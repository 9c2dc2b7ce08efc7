"""Whether a second kindergarten is laid: where it brings enough more homes within the radius for the land that it takes."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely

from layoutgen.geometry.placing import east_axis_deg
from layoutgen.geometry.sampling import across, even_points
from layoutgen.model.brief import Brief
from layoutgen.model.choices import FacilityChoices
from layoutgen.model.kinds import FacilityKind
from layoutgen.model.program import Input, Need, Program
from layoutgen.model.site import Site
from layoutgen.sentence import Sentence
from layoutgen.standards.basis import basis_of_brief
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.demand_children import BY_REACH, KINDERGARTEN
from layoutgen.standards.governing import Law, asked_value
from layoutgen.validator.reach_shares import best_share

RADIUS = "reach.straight"  # measure of the clause that names the radius
PLACES = 300  # that stand for the homes, and for where a kindergarten may be


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondPlace:
    """What a second kindergarten would do, whatever is decided."""

    classes: int  # of each of two
    extra: int  # that both have beyond the demand
    one: float  # share of the land within the radius of the best place: mean of straight lines and ways along the streets
    two: float  # of the best two places
    least_gain: float  # what the choices ask
    radius: Clause

    @property
    def is_worth_it(self) -> bool:
        """Whether two are laid."""
        return self.two - self.one >= self.least_gain

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What the program is sized with."""
        en = f"{self.radius.id}: {self.two:.0%} of the land within the radius of two places, {self.one:.0%} of one"
        zh = f"{self.radius.id}：两处可覆盖用地 {self.two:.0%}，一处 {self.one:.0%}"
        return (Input(name=BY_REACH, value=2.0, source=en, source_zh=zh),) if self.is_worth_it else ()

    @property
    def sentence(self) -> Sentence:
        """The decision in words."""
        high = self.radius.bound.high or 0.0
        en = f"two kindergartens of {self.classes} classes: within {high:g} m of two places lies {self.two:.0%} of the land"
        zh = f"设两所 {self.classes} 班幼儿园：两处 {high:g} m 半径可覆盖用地 {self.two:.0%}"
        more = f", {self.extra} classes beyond the demand" if self.extra else ", the same classes and land as one"
        more_zh = f"，比需求多 {self.extra} 班" if self.extra else "，班数和用地与一所相同"
        by, by_zh = f" ({self.radius.id}; straight and along the streets)", f"（{self.radius.id}，直线与沿路两种读法的平均）"
        return Sentence(en=f"{en}, of one {self.one:.0%}{more}{by}", zh=f"{zh}，一处 {self.one:.0%}{more_zh}{by_zh}")


def second_place(
    site: Site, brief: Brief, program: Program, choices: FacilityChoices, standard: Standard
) -> SecondPlace | None:
    """What a second kindergarten would do; None where the program has none or several, or no clause names least classes and radius.

    Two are laid where the best two places have more of the land within the radius than the best one by the share that the
    choices name, and by more for each class that two of the least lawful size have beyond the demand.
    """
    if not program.has(FacilityKind.KINDERGARTEN) or program.need(FacilityKind.KINDERGARTEN).figure("count") != 1.0:
        return None
    law = basis_of_brief(brief, standard).law
    radius, least = _radius(law), _least_classes(law)
    if radius is None or not least:
        return None
    each, extra = _classes_of_two(program.need(FacilityKind.KINDERGARTEN), least)
    land = shapely.difference(site.boundary, shapely.union_all(list(site.keep_outs)))
    one, two = _best_shares(shapely.to_wkb(land), east_axis_deg(site.boundary), radius.bound.high or 0.0)
    return SecondPlace(
        classes=each,
        extra=extra,
        one=one,
        two=two,
        least_gain=choices.kindergarten_second_gain + choices.kindergarten_class_gain * extra,
        radius=radius,
    )


def _classes_of_two(need: Need, least: int) -> tuple[int, int]:
    """Classes of the larger of two, and how many both have beyond what is asked of one."""
    asked = int(need.figure("classes"))
    return max(-(-asked // 2), least), max(2 * least - asked, 0)


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
