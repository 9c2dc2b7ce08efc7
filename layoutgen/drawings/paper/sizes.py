"""The smallest customary paper on which a site fits at a customary scale (GB/T 50001, GB/T 50103)."""

from dataclasses import dataclass

SCALES = (500, 1000, 2000, 5000, 10_000, 20_000, 50_000)  # a site plan's own end at 2000; the rest are for very long land
SIZES_MM = (
    ("A1", (841.0, 594.0)),
    ("A0", (1189.0, 841.0)),
    *((f"A0+{name}", (long, 841.0)) for name, long in (("1/4", 1486.0), ("1/2", 1783.0), ("3/4", 2080.0), ("1", 2378.0))),
)
BINDING_MM = 25.0  # margin at the left
MARGIN_MM = 10.0  # at the other sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper and a scale."""

    name: str
    size_mm: tuple[float, float]
    scale: int

    @property
    def frame_mm(self) -> tuple[float, float, float, float]:
        """West, south, east and north of the inner frame."""
        return BINDING_MM, MARGIN_MM, self.size_mm[0] - MARGIN_MM, self.size_mm[1] - MARGIN_MM


def fitting_paper(width_m: float, height_m: float, beside_mm: float, below_mm: float = 0.0) -> Paper:
    """Largest scale, then smallest paper, at which a piece of land fits beside what else the sheet shows.

    Parameters
    ----------
    width_m, height_m
        Of the land with what must be seen round it. [m]
    beside_mm, below_mm
        Width that title block and tables take, and height of the strip with the title. [mm]

    Raises
    ------
    ValueError
        If it fits none.
    """
    for scale in SCALES:
        for name, size_mm in SIZES_MM:
            paper = Paper(name=name, size_mm=size_mm, scale=scale)
            west, south, east, north = paper.frame_mm
            if (
                width_m * 1000.0 <= (east - west - beside_mm) * scale
                and height_m * 1000.0 <= (north - south - below_mm) * scale
            ):
                return paper
    raise ValueError(f"{width_m:g} x {height_m:g} m fits no paper")
