"""The built wheel carries all it needs: installed into an empty environment, far from the checkout, it runs the demo."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from layoutgen.jobs.deliverables import FILES

ROOT = Path(__file__).parent.parent
BIN = "Scripts" if os.name == "nt" else "bin"


def called(*words: object, folder: Path = ROOT) -> None:
    done = subprocess.run([str(word) for word in words], cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    called(sys.executable, "-m", "pip", "wheel", *offline, "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Python of an empty environment with the wheel in it; the run-time dependencies are borrowed, without the checkout."""
    home = tmp_path_factory.mktemp("environment")
    called(sys.executable, "-m", "venv", "--without-pip", home)
    called(sys.executable, "-m", "pip", "--python", home, "install", "--quiet", "--no-deps", "--no-index", wheel)
    (packages,) = {path.parent for path in home.rglob("layoutgen") if path.is_dir()}
    borrowed = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    (packages / "borrowed.pth").write_text("\n".join(borrowed) + "\n", encoding="utf-8")
    return home / BIN / ("python.exe" if os.name == "nt" else "python")


def run(python: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run with a PATH that holds nothing but this environment's programs."""
    bare = {name: value for name, value in os.environ.items() if name in ("SYSTEMROOT", "TEMP", "TMP")}
    environment = {**bare, "PATH": str(python.parent), "PYTHONUTF8": "1", "LANG": "C.UTF-8"}
    return subprocess.run(words, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=300)


def test_the_wheel_holds_the_program_its_law_and_its_templates_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"layoutgen"}
    for folder in ("templates", "layoutgen/standards/data"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file():
                inside = path.relative_to(ROOT).as_posix().removeprefix("layoutgen/")
                assert f"layoutgen/{inside}" in names


def test_the_installed_program_stands_by_itself(python: Path, tmp_path: Path) -> None:
    code = (
        "import sys, layoutgen; from layoutgen.inputs.template_files import templates_folder;"
        "print(layoutgen.__file__); print(templates_folder()); print('\\n'.join(sys.path))"
    )
    done = run(python, tmp_path, str(python), "-I", "-c", code)
    program, templates, *path = done.stdout.splitlines()
    assert Path(program).is_relative_to(python.parent.parent)
    assert Path(templates) == Path(program).parent / "templates"
    assert str(ROOT) not in path


def test_an_isolated_python_prints_the_help(python: Path, tmp_path: Path) -> None:
    done = run(python, tmp_path, str(python), "-I", "-m", "layoutgen", "--help")
    assert done.returncode == 0, done.stderr
    assert "generate" in done.stdout


def test_the_demo_runs_from_the_wheel_in_an_empty_folder(python: Path, tmp_path: Path) -> None:
    program = python.parent / ("layoutgen.exe" if os.name == "nt" else "layoutgen")
    done = run(python, tmp_path, str(program), "demo")
    assert done.returncode == 0, done.stdout + done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["outputs"]
    assert sorted(path.name for path in (tmp_path / "outputs" / "demo").iterdir()) == sorted(FILES)
