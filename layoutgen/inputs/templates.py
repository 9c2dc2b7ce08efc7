"""Templates become choices: the default with what the user's own file changes, every key known and in its range."""

import shutil
from collections.abc import Callable
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from layoutgen.errors import InputError
from layoutgen.inputs.checked import NOT_NEGATIVE, check_keys, check_number, check_rows, check_table, load_ranges
from layoutgen.inputs.template_files import templates_folder
from layoutgen.inputs.user_file import read_toml
from layoutgen.model.choices import (
    Choices,
    FacilityChoices,
    GroundChoices,
    HousingChoices,
    HousingType,
    LaneChoices,
    ParkingChoices,
    SetbackChoices,
    StreetChoices,
)

T = TypeVar(
    "T",
    StreetChoices,
    LaneChoices,
    HousingChoices,
    HousingType,
    SetbackChoices,
    FacilityChoices,
    ParkingChoices,
    GroundChoices,
)
SHAPES = {
    "streets": StreetChoices,
    "lanes": LaneChoices,
    "setbacks": SetbackChoices,
    "parking": ParkingChoices,
    "housing": HousingChoices,
    "facilities": FacilityChoices,
    "grounds": GroundChoices,
}
PARTS = ("layouts/default.toml", "housing/slabs.toml", "facilities/default.toml", "grounds/default.toml")
DRAWN = ("drawing/submission.toml", "drawing/gbk.toml")  # given back with --profile
COPIED = (*PARTS, *DRAWN, "ranges.toml")  # what can be given back, and the ranges to read beside it
DEFAULT = "default"

Found = dict[str, dict[str, tuple[str, object]]]  # section -> key -> (file, value)


def template_names() -> tuple[str, ...]:
    """Names of the templates that ship with the package."""
    return tuple(sorted(path.stem for path in (templates_folder() / "layouts").glob("*.toml")))


def load_choices(name_or_path: str = DEFAULT) -> Choices:
    """Choices of a template by name, of the user's own file, or of a copied folder.

    Raises
    ------
    InputError
        If there is no such template, a key is unknown, or a value has the wrong type or is out of its range.
    """
    name, files = _template_files(name_or_path)
    found: Found = {section: {} for section in SHAPES}
    for path in (*(templates_folder() / part for part in PARTS), *files):
        _overlay(found, path)
    choices = Choices(
        name=name,
        streets=_section(StreetChoices, "streets", found),
        lanes=_section(LaneChoices, "lanes", found),
        housing=_housing(found),
        setbacks=_section(SetbackChoices, "setbacks", found),
        facilities=_section(FacilityChoices, "facilities", found),
        parking=_section(ParkingChoices, "parking", found),
        grounds=_section(GroundChoices, "grounds", found),
    )
    _check_pairs(choices, found)
    return choices


def copy_templates(folder: Path) -> tuple[Path, ...]:
    """Copy the designer's choices into a new folder, to edit and give back.

    Raises
    ------
    InputError
        If a file stands there already, or the folder cannot be written.
    """
    targets = [folder / part for part in COPIED]
    for target in targets:
        if target.exists():
            raise InputError(str(target), "", "already there", "a folder without templates: nothing is overwritten")
    try:
        for part, target in zip(COPIED, targets, strict=True):
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(templates_folder() / part, target)
    except OSError as error:
        raise InputError(str(folder), "", f"cannot be written ({error.strerror})", "a folder that you may write") from None
    return tuple(targets)


def _template_files(name_or_path: str) -> tuple[str, tuple[Path, ...]]:
    if name_or_path in template_names():
        return name_or_path, (templates_folder() / "layouts" / f"{name_or_path}.toml",)
    path = Path(name_or_path)
    if path.is_dir():
        parts = tuple(path / part for part in PARTS if (path / part).is_file())
        if parts:
            return path.resolve().name, parts
        raise InputError(str(path), "", "no template in this folder", "a folder with " + " or ".join(PARTS))
    if path.suffix.casefold() != ".toml" and not path.exists():
        raise InputError("", "template", name_or_path, "a .toml file or one of " + ", ".join(template_names()))
    return path.stem, (path,)


def _overlay(found: Found, path: Path) -> None:
    document = read_toml(path)
    file = str(path)
    check_keys(file, "", document, ("name", *SHAPES))
    for section in SHAPES:
        if section not in document:
            continue
        table = check_table(file, section, document[section])
        check_keys(file, section, table, (field.name for field in fields(SHAPES[section])))
        found[section].update({key: (file, value) for key, value in table.items()})


def _section(shape: type[T], section: str, found: Found, **more: object) -> T:
    make: Callable[..., T] = shape
    ranges = load_ranges(section)
    values: dict[str, object] = dict(more)
    for field in fields(shape):
        if field.name not in more:
            file, value = found[section][field.name]
            within = ranges.get(field.name, NOT_NEGATIVE)
            is_whole = field.type is int
            number = check_number(file, f"{section}.{field.name}", value, within, is_whole=is_whole)
            values[field.name] = int(number) if is_whole else number
    return make(**values)


def _housing(found: Found) -> HousingChoices:
    file, listed = found["housing"]["types"]
    section = "housing.types"
    names = tuple(field.name for field in fields(HousingType))
    kinds = []
    for row in check_rows(file, section, listed):
        check_keys(file, section, row, names)
        missing = [name for name in names if name not in row]
        if missing:
            raise InputError(file, f"{section}.{missing[0]}", "missing", "a value in every [[housing.types]]")
        given = {section: {key: (file, value) for key, value in row.items()}}
        kinds.append(_section(HousingType, section, given))
    kinds.sort(key=lambda kind: kind.storeys)
    for one, other in pairwise(kinds):
        if one.storeys == other.storeys:
            raise InputError(file, f"{section}.storeys", one.storeys, "each number of storeys once")
    return _section(HousingChoices, "housing", found, types=tuple(kinds))


def _check_pairs(choices: Choices, found: Found) -> None:
    streets, lanes = choices.streets, choices.lanes
    main = streets.city_road_carriageway_m + 2 * streets.city_road_footway_m
    inside = streets.street_carriageway_m + 2 * streets.street_footway_m
    spine = streets.spine_carriageway_m + 2 * streets.spine_footway_m
    pairs = (
        ("streets", "street_width_m", streets.street_width_m, inside, "at least carriageway and both footways"),
        ("streets", "spine_width_m", streets.spine_width_m, spine, "at least carriageway and both footways"),
        ("streets", "city_road_width_m", streets.city_road_width_m, main, "at least carriageway and both footways"),
        ("streets", "block_area_max_m2", streets.block_area_max_m2, streets.block_area_min_m2, "at least block_area_min_m2"),
        ("lanes", "gates_per_block_max", lanes.gates_per_block_max, lanes.gates_per_block_min, "at least gates_per_block_min"),
    )
    for section, key, value, least, expected in pairs:
        if value < least:
            raise InputError(found[section][key][0], f"{section}.{key}", value, f"{expected}: {least:g}")
