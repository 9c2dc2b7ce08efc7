import pytest

from layoutgen.drawings.layers import is_ours, load_profile
from layoutgen.errors import InputError
from layoutgen.model.kinds import BuildingUse, FacilityKind, GroundKind, LotKind, SpotKind, StallKind, WayKind

KINDS = {
    "building": BuildingUse,
    "centre": WayKind,
    "facility": FacilityKind,
    "ground": GroundKind,
    "lot": LotKind,
    "spot": SpotKind,
    "stall": StallKind,
    "way": WayKind,
}


@pytest.fixture(scope="module")
def profile():
    return load_profile()


@pytest.mark.parametrize(("family", "kinds"), sorted(KINDS.items()))
def test_every_kind_has_its_layer(profile, family, kinds):
    for kind in kinds:
        assert profile.holding(f"{family}.{kind}").holds == f"{family}.{kind}"


def test_no_two_layers_share_a_code_a_name_or_a_kind(profile):
    for word in ("code", "name", "holds"):
        words = [getattr(layer, word) for layer in profile.layers]
        assert len(words) == len(set(words))


def test_a_name_is_read_by_its_code_whatever_the_case_and_the_word(profile):
    for layer in profile.layers:
        for name in (layer.name, layer.name.lower(), f"sp-{layer.code.lower()}", f"SP-{layer.code}-Ã¥Â¹Â¼"):
            assert profile.named(name) == layer


def test_an_unknown_code_is_no_layer(profile):
    assert profile.named("SP-SWIMMING-泳池") is None
    assert profile.named("SP-PATHS") is None
    assert not is_ours("A-SP-SITE")


def test_every_fill_belongs_to_a_layer_and_has_a_stroke(profile):
    for holds in profile.fill_by_holds:
        assert profile.holding(holds)
        assert holds.partition(".")[0] in profile.stroke_by_holds


def test_an_unknown_profile_is_an_input_error():
    with pytest.raises(InputError):
        load_profile("atlantis")
