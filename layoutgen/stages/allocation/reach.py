"""Whom a lot reaches: the homes within its radius, straight and along the streets, for many places at once."""

import numpy as np
from numpy.typing import NDArray

from layoutgen.model.kinds import LotKind
from layoutgen.stages.allocation.setting import Setting

Values = NDArray[np.float64]

REACH = {  # radius, and what it costs when all homes lie beyond
    LotKind.KINDERGARTEN: (300.0, 4.0),
    LotKind.GARDEN: (300.0, 0.6),
    LotKind.SERVICE: (500.0, 1.0),
    LotKind.SHOPS: (500.0, 0.8),
}
REACH_BLUR = 0.3  # share of the reach over which a home passes from near to far: ways bend


def home_distances(middles: Values, setting: Setting) -> Values:
    """Distance of each home from the middle of each lot: straight, and along the streets' directions as one walks.

    Returns
    -------
    Values
        (2, lots, homes). [m]
    """
    turned, homes = middles @ setting.axes, setting.homes @ setting.axes
    along, across = np.abs(turned[:, None, :] - homes[None, :, :]).transpose(2, 0, 1)
    return np.stack([np.hypot(along, across), along + across])


def reach_costs(kind: LotKind, distances: Values) -> Values:
    """Cost of the homes beyond reach, half by each reading of the radius; readings in the first axis, homes in the last."""
    reach, weight = REACH[kind]
    blur = REACH_BLUR * reach
    far = (distances - (reach - blur)) / blur
    np.clip(far, 0.0, 1.0, out=far)
    return np.asarray(weight * far.mean(axis=(0, -1)), dtype=np.float64)
