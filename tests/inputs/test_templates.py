import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from layoutgen.errors import InputError
from layoutgen.inputs.checked import load_ranges
from layoutgen.inputs.template_files import templates_folder
from layoutgen.inputs.templates import SHAPES, copy_templates, load_choices, template_names
from layoutgen.model.choices import HousingType

Write = Callable[[str, str], Path]


def test_the_default_template_holds_what_its_files_say() -> None:
    choices = load_choices("default")
    layout = tomllib.loads((templates_folder() / "layouts" / "default.toml").read_text(encoding="utf-8"))
    assert choices.streets.street_width_m == layout["streets"]["street_width_m"]
    assert choices.lanes.gates_per_block_max == layout["lanes"]["gates_per_block_max"]
    assert "default" in template_names()


def test_every_key_of_every_section_has_a_range() -> None:
    for section, shape in SHAPES.items():
        keys = {field.name for field in fields(shape)} - ({"types"} if section == "housing" else set())
        assert set(load_ranges(section)) - {"types"} == keys, section
    assert set(load_ranges("housing.types")) == {field.name for field in fields(HousingType)}


def test_a_users_file_changes_only_its_own_keys(write_file: Write) -> None:
    path = write_file("mine.toml", "[streets]\nblock_width_m = 150\n")
    mine, default = load_choices(str(path)), load_choices()
    assert mine.streets.block_width_m == 150.0
    assert mine.streets.block_depth_m == default.streets.block_depth_m
    assert (mine.name, mine.housing) == ("mine", default.housing)


def test_a_users_housing_types_replace_the_list_and_are_sorted_by_storeys(write_file: Write) -> None:
    rows = "".join(f"[[housing.types]]\nstoreys = {n}\ndepth_m = 12\nrow_length_max_m = 60\n" for n in (11, 7))
    choices = load_choices(str(write_file("mine.toml", rows)))
    assert [kind.storeys for kind in choices.housing.types] == [7, 11]


@pytest.mark.parametrize(
    ("text", "key", "value", "expected"),
    [
        ("[streets]\nstreet_widht_m = 16", "streets.street_widht_m", "an unknown key", "street_width_m"),
        ("[roads]\na = 1", "roads", "an unknown key", "streets"),
        ("[streets]\nstreet_width_m = 400", "streets.street_width_m", "400", "a number from 12 to 30"),
        ("[streets]\nstreet_width_m = 'wide'", "streets.street_width_m", "wide", "a number from 12 to 30"),
        ("[streets]\nstreet_width_m = true", "streets.street_width_m", "True", "a number from 12 to 30"),
        ("[housing]\nunits_max = 2.5", "housing.units_max", "2.5", "a whole number from 1 to 12"),
        ("[[housing.types]]\nstoreys = 6", "housing.types.depth_m", "missing", "a value in every"),
        ("[lanes]\ngates_per_block_min = 6", "lanes.gates_per_block_max", "4", "at least gates_per_block_min: 6"),
        ("[streets]\nstreet_carriageway_m = 14", "streets.street_width_m", "14", "both footways: 20"),
        ("streets = 3", "streets", "3", "a table"),
        ("streets = [", "", "not TOML", "a TOML file"),
    ],
)
def test_a_wrong_key_or_value_is_named_with_what_was_expected(
    text: str, key: str, value: str, expected: str, write_file: Write
) -> None:
    path = write_file("mine.toml", text)
    with pytest.raises(InputError) as caught:
        load_choices(str(path))
    assert caught.value.key == key
    assert value in str(caught.value.value)
    assert expected in caught.value.expected


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"template = baroque: expected .*default"):
        load_choices("baroque")


def test_a_copied_folder_loads_as_it_was_and_is_never_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "我的模板"
    assert all(path.is_file() for path in copy_templates(folder))
    assert load_choices(str(folder)).housing == load_choices().housing
    with pytest.raises(InputError, match="already there"):
        copy_templates(folder)
