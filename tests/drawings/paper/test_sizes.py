"""Paper and scale of a sheet."""

import pytest

from layoutgen.drawings.paper.sizes import fitting_paper


# Room for the land: an A1 frame is 841 - 25 - 10 = 806 by 594 - 20 = 574 mm; with 206 mm beside it 600 x 574 mm are left,
# which is 300 x 287 m at 1:500. An A0 frame is 1154 x 821 mm, less 206: 948 x 821 mm = 474 x 410.5 m at 1:500. The longest A0,
# 2378 mm, leaves 2137 x 821 mm = 2137 x 821 m at 1:1000.
# 2137.1 m are 1068.6 mm at 1:2000: an A0 has 948, the next (1486 - 35 - 206) 1245. 1642.1 m are 821.05 mm at 1:2000: too high.
@pytest.mark.parametrize(
    ("width", "height", "name", "scale"),
    [
        (300.0, 287.0, "A1", 500),
        (300.1, 287.0, "A0", 500),
        (474.0, 410.5, "A0", 500),
        (474.1, 410.5, "A0+1/4", 500),
        (474.0, 410.6, "A1", 1000),
        (2137.0, 821.0, "A0+1", 1000),
        (2137.1, 821.0, "A0+1/4", 2000),
        (300.0, 1642.1, "A1", 5000),
    ],
)
def test_land_takes_the_largest_scale_and_then_the_smallest_paper(width, height, name, scale):
    paper = fitting_paper(width, height, beside_mm=206.0)
    assert (paper.name, paper.scale) == (name, scale)
