"""Shapes of paint that every picture format draws alike: marks of points, shadows of buildings."""

from math import cos, radians, sin

from layoutgen.drawings.layers import Profile
from layoutgen.drawings.sheet import Outline, PointMark, Points

ENTRANCES = ("gate", "door")
SHADOW_DIRECTION = (0.7, 0.7)  # to the north-east: the light comes from the south-west


def mark_outline(mark: PointMark, profile: Profile) -> Points:
    """An arrow for an entrance, a square for anything else; in metres."""
    x, y = mark.point
    holds = profile.coded(mark.layer).holds
    if not holds.endswith(ENTRANCES):
        half = profile.size("mark")
        return (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)
    size = profile.size("door_arrow" if holds.endswith("door") else "arrow")
    along = cos(radians(mark.turn_deg)) * size / 2.0, sin(radians(mark.turn_deg)) * size / 2.0
    across = -along[1], along[0]
    foot = x - along[0], y - along[1]
    return (
        (x + along[0], y + along[1]),
        (foot[0] + across[0], foot[1] + across[1]),
        (foot[0] - across[0], foot[1] - across[1]),
    )


def shadow_rings(outline: Outline, profile: Profile) -> tuple[Points, ...]:
    """Rings, turning left, whose union is the shadow: the outline moved, and a quadrilateral for each side."""
    reach = profile.size("shadow_share") * outline.height_m
    east, north = (part * reach for part in SHADOW_DIRECTION)
    points = outline.points
    far = tuple((x + east, y + north) for x, y in points)
    ahead = [*range(1, len(points)), 0]
    sides = [(points[i], points[j], far[j], far[i]) for i, j in enumerate(ahead)]
    return far, *(ring if _turns_left(ring) else ring[::-1] for ring in sides)


def _turns_left(ring: Points) -> bool:
    ahead = [*ring[1:], ring[0]]
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ahead, strict=True)) > 0.0
