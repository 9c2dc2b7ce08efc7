import pytest

from layoutgen.standards.blocks import block_limits
from layoutgen.standards.counting import load_counting
from layoutgen.standards.load import load_standard

# GB 50180-2018 table 4.0.2, as the project's register of figures gives it.


@pytest.mark.parametrize(
    ("zone", "storeys", "expected"),
    [
        ("II", 18, ("high1", 2.6, 0.20, 0.35, 80.0, 54.0)),
        ("III", 5.4, ("multi1", 1.6, 0.32, 0.30, 80.0, 27.0)),
        ("VII", 26, ("high2", 2.8, 0.20, 0.35, 80.0, float("inf"))),
        ("V", 2, ("low", 1.2, 0.43, 0.25, 80.0, 18.0)),
    ],
)
def test_the_caps_of_a_block_are_those_of_the_table(zone: str, storeys: float, expected: tuple[object, ...]) -> None:
    limits = block_limits(load_standard(("gb-50180",)), zone, storeys)
    found = (limits.storey_class, limits.far_max, limits.density_max, limits.green_min)
    assert (*found, limits.height_max_m, limits.class_height_max_m) == expected


# Table 4.0.3: zones II, VI, four to six storeys 1.7, 38 %, 28 %, 20 m; ten to eighteen storeys stay with table 4.0.2.
@pytest.mark.parametrize(
    ("zone", "storeys", "expected"),
    [
        ("II", 5, ("multi1", 1.7, 0.38, 0.28, 80.0, 20.0)),
        ("III", 3, ("low", 1.3, 0.50, 0.20, 80.0, 11.0)),
        ("II", 18, ("high1", 2.6, 0.20, 0.35, 80.0, 54.0)),
    ],
)
def test_the_dense_variant_takes_the_place_of_the_table_where_it_is_switched_on(
    zone: str, storeys: float, expected: tuple[object, ...]
) -> None:
    limits = block_limits(load_standard(("gb-50180",)), zone, storeys, ("high_density_variant",))
    found = (limits.storey_class, limits.far_max, limits.density_max, limits.green_min)
    assert (*found, limits.height_max_m, limits.class_height_max_m) == expected


def test_no_pack_means_no_cap() -> None:
    limits = block_limits(load_standard(()), "II", 18)
    assert (limits.far_max, limits.green_min) == (float("inf"), 0.0)


@pytest.mark.parametrize(("storeys", "name"), [(3.4, "low"), (3.5, "multi1"), (9.49, "multi2"), (18.5, "high2"), (33, "high2")])
def test_average_storeys_are_rounded_to_their_class(storeys: float, name: str) -> None:
    assert load_counting().storey_class(storeys) == name


def test_every_zone_and_class_has_each_figure_once() -> None:
    standard = load_standard(("gb-50180",))
    for measure in ("block.density", "block.green_ratio", "block.land_per_person"):
        clauses = [clause for clause in standard.clauses if clause.measure == measure and not clause.when]  # 4.0.3 waits
        keys = [row.keys for clause in clauses for row in clause.rows]
        assert len(keys) == len(set(keys)) == 15


def test_recalled_and_high_rise_figures_do_not_decide() -> None:
    standard = load_standard(("gb-50180",))
    deciding = {clause.id for clause in standard.clauses if clause.decides}
    assert "GB180-4.0.2.far" in deciding
    assert "GB180-4.0.2.height" in deciding
    assert not deciding & {
        "GB180-4.0.2.far.high2",
        "GB180-4.0.2.height.class",
        "GB180-4.0.2.land",
        "GB180-4.0.2.density.recalled",
    }
