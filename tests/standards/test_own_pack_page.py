"""The page on packs of one's own shows packs that load, and says the same in both languages."""

import re
from pathlib import Path

import pytest

from layoutgen.standards.load import load_standard
from layoutgen.standards.scope import Circumstances, outranked_by
from tests.standards.test_scope import here

DOCS = Path(__file__).parents[2] / "docs"
FILE = re.compile(r"`([\w-]+)/([\w-]+\.toml)`\n\n```toml\n(.*?)```", re.DOTALL)


def _write_packs(page: str, folder: Path) -> dict[str, Path]:
    """Folders of the packs that a page shows."""
    found = {}
    for pack, name, text in FILE.findall((DOCS / page).read_text(encoding="utf-8")):
        found[pack] = folder / pack
        found[pack].mkdir(exist_ok=True)
        (found[pack] / name).write_text(text, encoding="utf-8")
    return found


@pytest.mark.parametrize("page", ["own-pack.md", "own-pack.zh-CN.md"])
def test_the_packs_of_the_page_load(page: str, tmp_path: Path) -> None:
    packs = _write_packs(page, tmp_path)
    assert sorted(packs) == ["beijing-2025", "hangzhou-2026"]
    standard = load_standard(("crc-2020", "gb-50180"), extra=tuple(packs.values()))
    assert standard.clause("CRC-05.gfa").bound.low == 350.0  # 120 in the national standard
    assert [override.clause for override in standard.overrides] == ["CRC-05.gfa"]
    cap = standard.clause("HZ26.far").row(**{"class": "high1", "group": "III_V"})
    assert cap is not None
    assert cap.high == 3.0


def test_a_city_rule_outranks_the_national_row_in_its_city_only(tmp_path: Path) -> None:
    packs = _write_packs("own-pack.md", tmp_path)
    standard = load_standard(("gb-50180",), extra=(packs["hangzhou-2026"],))

    def lesser(circumstances: Circumstances) -> dict[str, str]:
        return outranked_by(standard, circumstances)

    assert lesser(here(city="Hangzhou")) == {"GB180-4.0.2.far": "HZ26.far"}
    assert lesser(here(city="Xi'an")) == {}


def test_both_languages_show_the_same_packs() -> None:
    pages = [FILE.findall((DOCS / page).read_text(encoding="utf-8")) for page in ("own-pack.md", "own-pack.zh-CN.md")]
    assert pages[0] == pages[1]
