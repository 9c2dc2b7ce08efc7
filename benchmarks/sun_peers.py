"""What others offer for sunlight hours, on the same scene: pybdshadow and trimesh with embree; pvlib for the sun's place.

They are the dependency group ``bench`` and asked for only here. Each is given the benefit of the doubt: what it prepares
once is not timed, and points whose facade the sun is behind are not asked.
"""

import numpy as np
import pandas as pd
import pybdshadow
import pyproj
import shapely
import trimesh
from geopandas import GeoDataFrame
from pvlib.solarposition import get_solarposition
from trimesh.ray.ray_pyembree import RayMeshIntersector

from benchmarks.sun_scene import COLD, LATITUDE_DEG, SILL_M, Town, sun_directions, walls_of
from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.position import sky_of
from layoutgen.sunlight.scene import Floats

LONGITUDE_DEG = 108.95
DAY = "2026-01-20"  # great cold


class Embree:
    """Rays against a mesh of all walls; through roofs no rising ray can enter."""

    def __init__(self, town: Town) -> None:
        self.town = town
        tops = np.repeat(town.tops, 4)
        corners = []
        for (a, b), top in zip(walls_of(town.slabs), tops, strict=True):
            low_a, low_b, high_a, high_b = (*a, 0.0), (*b, 0.0), (*a, top), (*b, top)
            corners += [low_a, low_b, high_b, low_a, high_b, high_a]
        faces = np.arange(len(corners)).reshape(-1, 3)
        self.mesh = RayMeshIntersector(trimesh.Trimesh(vertices=corners, faces=faces, process=False))
        self.mesh.intersects_any([[0.0, 0.0, 1.0]], [[0.0, 0.0, 1.0]])  # builds its tree

    def minutes(self, step_s: float) -> Floats:
        """Sun of every point."""
        origins = np.column_stack([self.town.points, self.town.heights])
        lit = np.zeros(len(origins))
        for sun in sun_directions(step_s):
            facing = np.flatnonzero(self.town.normals @ sun[:2] > 0.0)
            dark = self.mesh.intersects_any(origins[facing], np.tile(sun, (len(facing), 1)))
            lit[facing[~dark]] += step_s / 60.0
        return lit


class Bdshadow:
    """A shadow on the level of the sills for every step; the points in them are looked up in a tree."""

    def __init__(self, town: Town) -> None:
        self.town = town
        middle = town.points.mean(axis=0)
        here = f"+proj=aeqd +lat_0={LATITUDE_DEG} +lon_0={LONGITUDE_DEG}"
        degrees = pyproj.Transformer.from_crs(here, "EPSG:4326", always_xy=True)

        def turned(corners: Floats) -> Floats:
            return np.column_stack(degrees.transform(*(corners - middle).T))

        outlines = [shapely.transform(slab, turned) for slab in town.slabs]
        self.buildings = GeoDataFrame({"building_id": range(len(outlines)), "height": town.tops, "geometry": outlines})
        self.points = shapely.points(turned(town.points))

    def minutes(self, step_s: float) -> Floats:
        """Sun of every point."""
        lit = np.zeros(len(self.points))
        for sun, moment in zip(sun_directions(step_s), _clock(step_s), strict=True):
            shadows = pybdshadow.bdshadow_sunlight(self.buildings, moment, ground=SILL_M)
            facing = np.flatnonzero(self.town.normals @ sun[:2] > 0.0)
            inside = shapely.STRtree(shadows.geometry.values).query(self.points[facing], predicate="intersects")[0]
            is_lit = np.ones(len(facing), dtype=bool)
            is_lit[inside] = False
            lit[facing[is_lit]] += step_s / 60.0
        return lit


def sun_error_deg() -> tuple[float, float]:
    """Greatest differences of altitude and azimuth of our sun from NREL's algorithm on the day, 23 to 46 degrees north."""
    moments = pd.date_range(f"{DAY} 00:00", f"{DAY} 08:00", freq="10min", tz="UTC")
    altitudes, azimuths = [0.0], [0.0]
    for latitude in np.arange(23.0, 46.1, 1.0):
        theirs = get_solarposition(moments, latitude, LONGITUDE_DEG, method="nrel_numpy")
        clock = moments.hour + moments.minute / 60.0
        hours = clock + LONGITUDE_DEG / 15.0 + theirs["equation_of_time"].to_numpy() / 60.0
        for hour, altitude, azimuth in zip(hours, theirs["elevation"], theirs["azimuth"], strict=True):
            if COLD.start_h <= hour < COLD.end_h:
                east, north, up = sky_of(_from(hour), latitude).first
                altitudes.append(abs(np.degrees(np.arcsin(up)) - altitude))
                azimuths.append(abs(np.degrees(np.arctan2(east, north)) % 360.0 - azimuth))
    return max(altitudes), max(azimuths)


def _from(hour: float) -> SunStandard:
    """The day of the scene, from an hour on."""
    return SunStandard(
        day=COLD.day, declination_deg=COLD.declination_deg, hours=2.0, start_h=hour, end_h=16.0, least_piece_min=0.0
    )


def _clock(step_s: float) -> list[pd.Timestamp]:
    """Clock times, UTC, of the steps of true solar time."""
    noon = pd.Timestamp(f"{DAY} 12:00") - pd.Timedelta(hours=LONGITUDE_DEG / 15.0)
    equation_min = get_solarposition(noon.tz_localize("UTC"), LATITUDE_DEG, LONGITUDE_DEG)["equation_of_time"].iloc[0]
    true_noon = noon - pd.Timedelta(minutes=equation_min)
    hours = np.arange(COLD.start_h + step_s / 7200.0, COLD.end_h, step_s / 3600.0) - 12.0
    return [true_noon + pd.Timedelta(hours=hour) for hour in hours]
