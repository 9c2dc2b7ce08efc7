from pathlib import Path

import pytest

from layoutgen.errors import InputError
from layoutgen.inputs.brief_file import read_brief_file
from layoutgen.inputs.waivers import read_waivers
from layoutgen.model.waiver import Waiver

SIGNED = """
[[waiver]]
clause = "FIRE-12"
reason = "the wall is a fire wall"
by = "Zhang, fire brigade"
until = 2027-12-31
things = ["K1-03"]
"""


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "waivers.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_waiver_is_signed_with_reason_name_and_last_day(tmp_path):
    assert read_waivers(written(tmp_path, SIGNED)) == (
        Waiver(
            clause="FIRE-12",
            reason="the wall is a fire wall",
            by="Zhang, fire brigade",
            until="2027-12-31",
            things=("K1-03",),
        ),
    )


def test_a_day_may_stand_in_quotes(tmp_path):
    assert read_waivers(written(tmp_path, SIGNED.replace("2027-12-31", '"2027-12-31"')))[0].until == "2027-12-31"


def test_a_brief_carries_the_same_lines(tmp_path):
    file = written(tmp_path, "population = 4000\n" + SIGNED)
    assert [one.clause for one in read_brief_file(file).waivers] == ["FIRE-12"]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("2027-12-31", '"31.12.2027"', "until"),
        ("2027-12-31", '"2027-02-30"', "until"),
        ("2027-12-31", '"20271231"', "until"),
        ("2027-12-31", "2027-12-31T10:00:00", "until"),
        ("until = 2027-12-31\n", "", "until"),
        ('reason = "the wall is a fire wall"', 'reason = "  "', "reason"),
        ('by = "Zhang, fire brigade"\n', "", "by"),
        ('clause = "FIRE-12"', "clause = 12", "clause"),
        ('["K1-03"]', '"K1-03"', "things"),
        ("things", "thing", "thing"),
        ("[[waiver]]", "[waiver]", "waiver"),
        (SIGNED, "\n# none\n", "waiver"),
    ],
)
def test_a_waiver_that_is_not_whole_is_refused_by_its_key(old, new, where, tmp_path):
    with pytest.raises(InputError) as error:
        read_waivers(written(tmp_path, SIGNED.replace(old, new)))
    assert where in error.value.key
