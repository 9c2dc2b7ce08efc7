import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "layoutgen").rglob("*.py"))


def test_imports_only_go_down():
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_one_idea_and_says_it(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    assert ast.get_docstring(ast.parse(text)), "the first line says the idea in one sentence"


def test_no_rule_imports_a_rule():
    for path in (ROOT / "layoutgen" / "validator" / "rules").glob("*.py"):
        assert "layoutgen.validator.rules" not in path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize(
    ("words", "spared"),
    [
        (["--help"], ["ezdxf", "shapely", "numpy", "scipy"]),
        (["generate", "missing.dxf", "-p", "500"], ["ezdxf", "pyproj", "scipy", "svgwrite"]),
        (["validate", "missing.docx"], ["ezdxf", "pyproj", "scipy", "svgwrite"]),
        (["standards", "explain", "--help"], ["ezdxf", "shapely", "numpy", "scipy"]),
        (["standards", "explain", "CRC-17"], ["ezdxf", "pyproj", "scipy", "svgwrite"]),
    ],
    ids=["help", "generate", "validate", "standards-help", "explain"],
)
def test_what_needs_no_heavy_library_loads_none(words, spared):
    code = (
        f"import sys; sys.argv={['layoutgen', *words]}\n"
        "from layoutgen.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print([m for m in {spared} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_the_readme_draws_the_tree_as_it_is():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rooms = {p.name for p in (ROOT / "layoutgen").iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    named = set(re.findall(r"^ {6}(\w+)/", readme, flags=re.MULTILINE))
    assert rooms == named
