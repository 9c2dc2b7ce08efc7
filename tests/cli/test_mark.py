"""`validate --mark` writes a copy with the findings on it, and leaves the drawing alone."""

import json

from layoutgen.drawings.compose import compose
from layoutgen.drawings.write_dxf import write_dxf
from tests.drawings.hand_made import make_plan


def test_the_copy_is_judged_as_the_drawing_is(run, tmp_path):
    write_dxf(compose(make_plan()), tmp_path / "plan.dxf")
    before = (tmp_path / "plan.dxf").read_bytes()
    words = ("--pack", "crc-2020", "--format", "json", "--lang", "zh")
    first = run("validate", "plan.dxf", *words, "--mark", "marked.dxf")
    again = run("validate", "marked.dxf", *words)
    assert (first.returncode, again.returncode) == (1, 1), first.stderr + again.stderr
    assert (tmp_path / "plan.dxf").read_bytes() == before
    assert "审查意见表" in (tmp_path / "marked.dxf").read_text(encoding="utf-8")
    one, other = (json.loads(done.stdout) for done in (first, again))
    assert one.pop("input") != other.pop("input")
    assert one == other


def test_what_cannot_be_marked_is_bad_input(run, tmp_path):
    write_dxf(compose(make_plan()), tmp_path / "plan.dxf")
    (tmp_path / "link.dxf").symlink_to("plan.dxf")
    for target in ("plan.dxf", "link.dxf", "marked.pdf"):
        done = run("validate", "plan.dxf", "--pack", "crc-2020", "--mark", target)
        assert done.returncode == 2, target
        assert "--mark" in done.stderr
        assert "Traceback" not in done.stderr
