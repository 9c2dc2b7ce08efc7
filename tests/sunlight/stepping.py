"""An independent second engine: walks through the day in small steps and shoots a ray at every wall."""

from itertools import pairwise

import numpy as np


def stepping_lit(points, heights, footprints, tops, day, latitude_deg, step_s=10.0):
    """When each point is lit, step by step (`day` = declination [deg], first and last hour): every wall, nothing culled."""
    declination, first_h, last_h = day
    hours = np.arange(first_h + step_s / 7200.0, last_h, step_s / 3600.0)
    h, d, f = np.radians((hours - 12.0) * 15.0), np.radians(declination), np.radians(latitude_deg)
    altitude = np.arcsin(np.sin(d) * np.sin(f) + np.cos(d) * np.cos(f) * np.cos(h))
    # azimuth from south, west positive, by the textbook's tangent
    azimuth = np.arctan2(np.sin(h), np.cos(h) * np.sin(f) - np.tan(d) * np.cos(f))
    sx, sy, rise = -np.sin(azimuth), -np.cos(azimuth), np.tan(altitude)
    lit = np.zeros((len(points), len(hours)), dtype=bool)
    for i, ((px, py), z) in enumerate(zip(points, heights, strict=True)):
        dark = altitude <= 0.0
        for footprint, top in zip(footprints, tops, strict=True):
            ring = np.asarray(footprint.exterior.coords)[:, :2] - (px, py)
            for (ax, ay), (bx, by) in pairwise(ring):
                ex, ey = bx - ax, by - ay
                with np.errstate(divide="ignore", invalid="ignore"):
                    along_ray = (ax * ey - ay * ex) / (sx * ey - sy * ex)
                    along_wall = (ax * sy - ay * sx) / (sx * ey - sy * ex)
                    dark |= (along_ray > 0) & (along_wall >= 0) & (along_wall <= 1) & (z + along_ray * rise < top)
        lit[i] = ~dark
    return lit
