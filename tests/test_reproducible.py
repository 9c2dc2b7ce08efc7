"""The same input gives the same bytes, and the drawing alone gives the same judgement."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import ezdxf
import pytest
from pypdf import PdfReader

from layoutgen.jobs.deliverables import FILES
from layoutgen.processes import PROCESSES

ROOT = Path(__file__).parent.parent


def layoutgen(folder: Path, *words: str, hash_seed: str = "1") -> None:
    done = subprocess.run(
        [sys.executable, "-m", "layoutgen", *words],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8", "LANG": "C", PROCESSES: "2"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode in (0, 1), done.stderr


def judgement(report: Path) -> dict[str, object]:
    """A report but for the name and hash of what was judged."""
    document = json.loads(report.read_text(encoding="utf-8"))
    assert document.pop("input")
    assert document["outcomes"]
    return document


def everything_in(path: Path) -> str:
    """All of a file's text; of a PDF or a workbook also what is compressed in it."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return "".join(archive.read(name).decode("utf-8") for name in archive.namelist())
    if path.suffix != ".pdf":
        return path.read_text(encoding="utf-8")
    pages = [page.get_contents() for page in PdfReader(path).pages]
    return path.read_bytes().decode("latin-1") + "".join(one.get_data().decode("latin-1") for one in pages if one)


def validated(drawing: Path, folder: Path) -> dict[str, object]:
    layoutgen(folder, "validate", str(drawing), "--report", "again.json", "--xlsx", "again.xlsx")
    return judgement(folder / "again.json")


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of `generated`, made once more: other hash seed, other working folder, other output folder, two processes."""
    folder = tmp_path_factory.mktemp("elsewhere 别处")
    site = str(ROOT / "tests" / "sites" / "square.geojson")
    layoutgen(folder, "generate", site, "-p", "5000", "--out", "deep/er", hash_seed="4711")
    return folder / "deep" / "er"


@pytest.mark.parametrize("name", FILES)
def test_another_hash_seed_folder_and_count_of_processes_give_the_same_bytes(generated: Path, again: Path, name: str) -> None:
    assert (again / name).read_bytes() == (generated / name).read_bytes()


def test_nothing_but_the_files_is_left(again: Path) -> None:
    assert sorted(path.name for path in again.iterdir()) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_no_file_names_a_folder_of_the_machine(generated: Path, name: str) -> None:
    text = everything_in(generated / name)
    assert str(generated) not in text
    assert str(ROOT) not in text
    assert str(Path.home()) + os.sep not in text


@pytest.mark.parametrize("name", ["plan.dxf", "plan.json"])
def test_a_new_process_judges_the_drawing_alike(generated: Path, tmp_path: Path, name: str) -> None:
    assert validated(generated / name, tmp_path) == judgement(generated / "report.json")
    assert (tmp_path / "again.xlsx").read_bytes() == (generated / "schedule.xlsx").read_bytes()


def test_without_its_xdata_the_drawing_is_judged_alike(generated: Path, tmp_path: Path) -> None:
    drawing = ezdxf.readfile(generated / "plan.dxf")
    assert any(entity.has_xdata("LAYOUTGEN") for entity in drawing.modelspace())
    for entity in drawing.entitydb.values():
        entity.xdata = None
    drawing.appids.remove("LAYOUTGEN")
    drawing.saveas(tmp_path / "stripped.dxf")
    assert "LAYOUTGEN" not in (tmp_path / "stripped.dxf").read_text(encoding="utf-8")
    assert validated(tmp_path / "stripped.dxf", tmp_path) == judgement(generated / "report.json")
