"""Packs told apart: names of the package's packs and folders of the user's."""

from pathlib import Path

import pytest

from layoutgen.errors import InputError
from layoutgen.inputs.asked import Asked, merge_asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.brief_file import read_brief_file
from layoutgen.inputs.packs import tell_packs_apart


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    folder = tmp_path / "our-city"
    folder.mkdir()
    return folder


def test_a_folder_is_added_to_the_default_and_names_stand_in_its_place(ours: Path) -> None:
    default = settle_brief(Asked(population=6000)).packs
    added = settle_brief(Asked(population=6000, packs=(str(ours),)))
    assert (added.packs, added.pack_folders) == ((*default, "our-city"), (ours,))
    named = settle_brief(Asked(population=6000, packs=("fire", str(ours))))
    assert named.packs == ("drawing", "fire", "our-city")


def test_a_briefs_file_names_a_folder_from_where_it_lies(ours: Path, tmp_path: Path) -> None:
    (tmp_path / "brief.toml").write_text('population = 6000\npacks = ["fire", "our-city"]\n', encoding="utf-8")
    brief = settle_brief(read_brief_file(tmp_path / "brief.toml"))
    assert (brief.packs, brief.pack_folders) == (("drawing", "fire", "our-city"), (ours,))


def test_a_flags_folder_is_added_to_the_packs_of_the_file(ours: Path) -> None:
    merged = merge_asked(Asked(packs=(str(ours),)), Asked(packs=("fire",)))
    assert merged.packs == ("fire", str(ours))
    assert merge_asked(Asked(packs=("sunlight",)), Asked(packs=("fire",))).packs == ("sunlight",)


def test_a_path_without_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        tell_packs_apart((str(tmp_path / "nowhere"),))


def test_a_name_of_the_package_is_never_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fire").mkdir()
    monkeypatch.chdir(tmp_path)
    assert tell_packs_apart(("fire", "fire")).names == ("fire",)
    assert tell_packs_apart(("./fire",)).folder_names == ("fire",)  # a path is a folder; loading it refuses the name
