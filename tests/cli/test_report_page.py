"""`validate --html` writes the page of any drawing, also of one that fails."""

from layoutgen.drawings.plan_json import write_plan_json
from tests.validator.plan_from_case import plan_from_case


def test_a_drawing_that_fails_has_its_page_where_it_was_asked_for(run, tmp_path):
    drawing = tmp_path / "plan.json"
    write_plan_json(plan_from_case({"facts": {"people": 8000}}), drawing)
    done = run("validate", str(drawing), "--pack", "crc-2020", "--html", "pages/of it.html")
    assert done.returncode == 1, done.stderr
    text = (tmp_path / "pages" / "of it.html").read_text(encoding="utf-8")
    assert 'data-clause="CRC-02.count" data-state="fail"' in text
    assert str(tmp_path) not in text


def test_a_page_that_cannot_be_written_is_bad_input(run, tmp_path):
    drawing = tmp_path / "plan.json"
    write_plan_json(plan_from_case({"facts": {"people": 8000}}), drawing)
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("validate", str(drawing), "--pack", "crc-2020", "--html", "file/page.html")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
