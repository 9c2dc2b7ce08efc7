"""A site file with lines dropped, doubled, swapped for nonsense or a byte changed is read or refused, never a traceback."""

import random
from pathlib import Path

import pytest

from layoutgen.errors import InputError
from layoutgen.inputs.features import Frame
from layoutgen.inputs.site import look_at_site
from tests.inputs.awkward import FILES

NONSENSE = (b"1e400", b"nan", b"-1", b"", b"999999999999999999999", b"\x00", b"\xff\xfe", b"INSERT", b"SPLINE", b"{", b"null")
TRIES = 3  # of each file


def mutilated(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    start = next((i for i, line in enumerate(lines) if line.strip() == b"ENTITIES"), 0)  # of a drawing, what matters
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(start, len(lines))
        how = chance.randrange(4)
        if how == 0:
            lines[at] = chance.choice(NONSENSE)
        elif how == 1 and len(lines) > start + 1:
            del lines[at]
        elif how == 2:
            lines.insert(at, chance.choice(lines))
        elif lines[at]:
            place = chance.randrange(len(lines[at]))
            lines[at] = lines[at][:place] + bytes([chance.randrange(256)]) + lines[at][place + 1 :]
    return b"\n".join(lines)


@pytest.mark.filterwarnings("ignore")  # of the CAD library, on what it cannot make sense of
@pytest.mark.parametrize("one", FILES, ids=[one.name for one in FILES])
def test_a_mutilated_file_is_read_or_refused(one, tmp_path: Path) -> None:
    path = tmp_path / one.name
    one.make(path)
    whole = path.read_bytes()
    for seed in range(TRIES):
        path.write_bytes(mutilated(whole, random.Random(f"{one.name} {seed}")))
        try:
            reading = look_at_site(path, Frame())
        except InputError:
            continue
        assert reading.site.boundary.is_valid
