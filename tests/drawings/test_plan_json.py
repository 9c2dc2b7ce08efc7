import json

import pytest

from layoutgen.drawings.plan_json import read_plan_json, write_plan_json
from layoutgen.errors import InputError


@pytest.fixture
def table(plan, tmp_path):
    path = tmp_path / "plan.json"
    write_plan_json(plan, path)
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def refuse(tmp_path):
    def run(text):
        path = tmp_path / "edited.json"
        path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        with pytest.raises(InputError) as caught:
            read_plan_json(path)
        return str(caught.value)

    return run


def test_a_plan_reads_back_as_it_was(plan, tmp_path):
    write_plan_json(plan, tmp_path / "plan.json")
    assert read_plan_json(tmp_path / "plan.json") == plan


def test_a_thing_that_stands_twice_is_refused_by_its_place_and_id(refuse, table):
    ways = table["plan"]["ways"]
    ways.append(dict(ways[1]))
    told = refuse(table)
    assert f"plan.ways[{len(ways) - 1}]" in told
    assert ways[1]["id"] in told


def test_a_corner_said_twice_is_one_and_a_line_of_one_point_is_none(refuse, table, plan, tmp_path):
    line = table["plan"]["edges"][0]["line"]
    line.insert(0, line[0])
    (tmp_path / "plan.json").write_text(json.dumps(table), encoding="utf-8")
    assert read_plan_json(tmp_path / "plan.json") == plan
    table["plan"]["edges"][0]["line"] = [line[0], line[0]]
    assert "plan.edges[0].line" in refuse(table)


def test_the_file_names_its_schema(table):
    assert table["schema"] == "layoutgen-plan/1"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", "NaN", '{"schema": "layoutgen-plan/2"}', '{"schema": "layoutgen-plan/1"}']
)
def test_what_is_no_plan_is_refused(refuse, text):
    assert refuse(text)


def test_too_deep_a_nesting_is_refused(refuse):
    assert "nested too deep" in refuse("[" * 200_000)


def test_an_unknown_key_is_refused_with_the_known_ones(refuse, table):
    table["plan"]["stalls"][0]["colour"] = "blue"
    message = refuse(table)
    assert "plan.stalls[0].colour" in message
    assert "outline" in message


def test_a_missing_key_is_refused(refuse, table):
    del table["plan"]["facts"]["people"]
    assert "plan.facts.people" in refuse(table)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("people", True),
        ("people", 1.5),
        ("household_size", "3.2"),
        ("household_size", 10**400),
        ("mode", "older"),
        ("packs", "drawing"),
        ("packs", [1]),
        ("origin", [1.0]),
        ("place", []),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_where_it_stands(refuse, table, key, value):
    table["plan"]["facts"][key] = value
    assert f"plan.facts.{key}" in refuse(table)


@pytest.mark.parametrize("outline", [[[0, 0], [1, 1]], [[0, 0], [1, 1], [1, 0], [0, 1]], [[0, 0], [1, "a"], [1, 1]], 7, [[0]]])
def test_an_outline_that_is_none_is_refused(refuse, table, outline):
    table["plan"]["blocks"][0]["outline"] = outline
    assert "plan.blocks[0].outline" in refuse(table)


def test_a_missing_file_or_a_folder_is_an_input_error(tmp_path):
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(InputError):
            read_plan_json(path)


def test_what_an_older_file_does_not_say_of_a_thing_has_the_models_default(table, tmp_path):
    del table["plan"]["facts"]["features"]
    path = tmp_path / "older.json"
    path.write_text(json.dumps(table), encoding="utf-8")
    assert read_plan_json(path).facts.features == ()
