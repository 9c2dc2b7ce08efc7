"""People of a site shared out over its communities by their land, each within the size of a community."""

from collections.abc import Sequence

from layoutgen.standards.community import CommunitySize

UNEVEN_MAX = 0.06  # how far a community's density may differ from the site's where the size binds
ROUNDS = 8


def share_people(people: int, areas_m2: Sequence[float], size: CommunitySize) -> tuple[int, ...] | None:
    """People of each community in proportion to its land; whole persons, the sum exact.

    A community that would be larger than the size allows gets its most, one smaller its least, and the others share the
    rest. None where that cannot be, or makes one community noticeably denser or emptier than the site.
    """
    if not size.population_low * len(areas_m2) <= people <= size.population_high * len(areas_m2):
        return None
    wanted = _within(people, areas_m2, size)
    even = people / sum(areas_m2)
    if any(abs(share / area / even - 1.0) > UNEVEN_MAX for share, area in zip(wanted, areas_m2, strict=True)):
        return None
    return _whole(people, wanted, size)


def relieve(people: Sequence[int], short: int, housed: int, size: CommunitySize) -> tuple[int, ...] | None:
    """People of each community where one houses fewer than its share: the others take them over by the room they have.

    None where they have too little room, or the one would be smaller than the size allows.
    """
    rooms = [0 if n == short else size.population_high - share for n, share in enumerate(people)]
    over, total = people[short] - housed, sum(rooms)
    if over > total or housed < size.population_low:
        return None
    upto = [over * sum(rooms[:n]) // max(total, 1) for n in range(len(rooms) + 1)]
    moved = [upto[n + 1] - upto[n] for n in range(len(rooms))]
    return tuple(housed if n == short else share + moved[n] for n, share in enumerate(people))


def _within(people: int, areas_m2: Sequence[float], size: CommunitySize) -> list[float]:
    """Shares by land, those out of the band set to its ends until none is."""
    fixed: dict[int, float] = {}
    for _ in range(ROUNDS):
        free = [n for n in range(len(areas_m2)) if n not in fixed]
        left, land = people - sum(fixed.values()), sum(areas_m2[n] for n in free)
        shares = {n: left * areas_m2[n] / land for n in free}
        over = {n: float(size.population_high) for n, share in shares.items() if share > size.population_high}
        under = {n: float(size.population_low) for n, share in shares.items() if share < size.population_low}
        if not over and not under:
            break
        fixed |= over or under
    return [fixed.get(n, shares.get(n, 0.0)) for n in range(len(areas_m2))]


def _whole(people: int, wanted: Sequence[float], size: CommunitySize) -> tuple[int, ...]:
    """Whole persons: the largest fractions are rounded up where the size has room."""
    shares = [int(share) for share in wanted]
    order = sorted(range(len(wanted)), key=lambda n: (-(wanted[n] - shares[n]), n))
    for n in order * 2:
        if sum(shares) < people and shares[n] < size.population_high:
            shares[n] += 1
    return tuple(shares)
