"""By what a thing of an edited drawing is known: its label, the id in its data, its shape in plan.json, its layer."""

from collections import Counter
from dataclasses import replace

import ezdxf
import pytest
from ezdxf.math import Matrix44, Vec3
from shapely.geometry import Point, Polygon

from layoutgen.drawings.compose import compose
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import APPID, write_dxf
from layoutgen.model.reading import Rung

SITE, HOUSE, SHOPS = "SP-SITE-用地红线", "SP-BLDG-HOUSE-住宅", "SP-BLDG-SHOPS-商业"
GREEN, CAR, CENTRE = "SP-GROUND-GREEN-绿地", "SP-PARK-CAR-机动车位", "SP-ROADC-MAIN-街坊主路中心线"


@pytest.fixture(scope="module")
def drawn(plan, tmp_path_factory):
    path = tmp_path_factory.mktemp("drawn") / "plan.dxf"
    write_dxf(compose(plan), path)
    return path


@pytest.fixture
def edit(drawn, tmp_path):
    """Let a hand change the drawing, read it again, knowing the plan that it was or not."""

    def run(change, before=None):
        doc = ezdxf.readfile(drawn)
        change(Hand(doc.modelspace()))
        path = tmp_path / "edited.dxf"
        doc.saveas(path)
        return read_dxf(path, before)

    return run


class Hand:
    """Finds what is drawn by its id: the shape by its data, the label by its first word."""

    def __init__(self, space):
        self.space = space

    def shape(self, name, layer):
        return next(one for one in self._on(layer) if one.has_xdata(APPID) and (1000, name) in one.get_xdata(APPID))

    def polygon(self, name, layer):
        return Polygon(self.shape(name, layer).get_points("xy"))

    def label(self, name, layer):
        return next(one for one in self._on(layer) if one.dxftype() == "TEXT" and one.dxf.text.split()[0] == name)

    def both(self, name, layer):
        return self.shape(name, layer), self.label(name, layer)

    def copy(self, name, layer, east, north):
        for one in self.both(name, layer):
            again = one.copy()
            self.space.add_entity(again)
            again.transform(Matrix44.translate(east, north, 0))

    def drop(self, *entities):
        for one in entities:
            self.space.delete_entity(one)

    def drop_data(self):
        for one in self.space:
            one.discard_xdata(APPID)

    def drop_labels(self):
        self.drop(*(one for one in self.space if one.dxftype() == "TEXT" and "META" not in one.dxf.layer))

    def _on(self, layer):
        return [one for one in self.space if one.dxf.layer == layer]


def rungs(read):
    return Counter(thing.rung for thing in read.reading.things)


def thing(read, name):
    (one,) = (one for one in read.reading.things if one.id == name)
    return one


def of(things, name):
    (one,) = (one for one in things if one.id == name)
    return one


def said(read):
    return " ".join(sentence.en for sentence in read.reading.said)


def defects(read):
    return [(defect.role, defect.id, defect.says) for defect in read.plan.defects]


def test_a_drawing_as_it_was_written_is_known_by_its_labels_and_tells_nothing(plan, edit):
    alone, beside = edit(lambda hand: None), edit(lambda hand: None, plan)
    assert alone.plan == beside.plan == plan
    assert set(rungs(alone)) == {Rung.LABEL}
    assert {one.is_edited for one in alone.reading.things} == {None}
    assert {one.is_edited for one in beside.reading.things} == {False}
    assert alone.reading.said == beside.reading.said == ()
    # every way has two shapes; the red line and the keep-outs are things of the drawing too
    lists = (plan.edges, plan.keep_outs, plan.context, plan.window_lines, plan.off_site, plan.communities, plan.blocks)
    lists += (plan.lots, plan.ways, plan.ways, plan.buildings, plan.facilities, plan.windows, plan.grounds, plan.stalls)
    assert len(alone.reading.things) == 1 + sum(map(len, lists)) + len(plan.spots)
    assert all(one.handle for one in alone.reading.things)


def test_all_labels_lost_the_data_and_plan_json_give_the_same_plan(plan, edit):
    found = edit(Hand.drop_labels, plan)
    assert found.plan == plan
    assert set(rungs(found)) == {Rung.XDATA}
    assert "known by the id in its extended data" in said(found)


def test_labels_and_data_lost_the_shapes_and_plan_json_give_the_same_plan(plan, edit):
    def change(hand):
        hand.drop_labels()
        hand.drop_data()

    found = edit(change, plan)
    assert found.plan == plan
    assert set(rungs(found)) == {Rung.GEOMETRY}


def test_data_without_plan_json_give_the_id_and_the_layer_the_kind_and_no_figure(plan, edit):
    found = edit(lambda hand: hand.drop(hand.label("K1-03", HOUSE)))
    house, was = of(found.plan.buildings, "K1-03"), of(plan.buildings, "K1-03")
    assert (house.use, house.footprint, house.block) == (was.use, was.footprint, was.block)
    assert (house.storeys, house.dwellings, house.floor_area_m2) == (0, 0, 0.0)
    assert thing(found, "K1-03").rung is Rung.XDATA
    assert [(role, name) for role, name, _ in defects(found)] == [("building.dwelling", "K1-03")]


def test_a_shape_without_label_and_data_is_known_by_its_layer_and_gets_an_id(plan, edit):
    def change(hand):
        hand.drop(hand.label("K1-03", HOUSE))
        hand.drop_data()

    found = edit(change)
    house, was = of(found.plan.buildings, "?1"), of(plan.buildings, "K1-03")
    assert (house.use, house.footprint, house.block, house.storeys) == (was.use, was.footprint, "K1", 0)
    one = thing(found, "?1")
    assert (one.rung, one.role, one.handle != "") == (Rung.LAYER, "building.dwelling", True)
    (defect,) = found.plan.defects
    assert (defect.role, defect.id, defect.handle) == ("building.dwelling", "?1", one.handle)
    assert was.footprint.contains(Point(defect.at))


def test_a_red_line_needs_no_label(plan, edit):
    def change(hand):
        hand.drop(hand.label("S1", SITE))
        hand.drop_data()

    found = edit(change)
    assert found.plan == plan
    assert rungs(found)[Rung.LAYER] == 1


def test_a_centre_line_without_a_label_belongs_to_the_outline_that_it_lies_in(plan, edit):
    def change(hand):
        hand.drop(hand.label("R-main-1", CENTRE))
        hand.drop_data()

    assert edit(change).plan == plan


def test_a_label_that_the_data_contradict_is_told_with_both_ids_and_the_handle(plan, edit):
    def change(hand):
        label = hand.label("K1-03", HOUSE)
        label.dxf.text = label.dxf.text.replace("K1-03", "K9-99")

    found = edit(change)
    assert of(found.plan.buildings, "K9-99").storeys == of(plan.buildings, "K1-03").storeys
    ((role, name, says),) = defects(found)
    assert (role, name) == ("building.dwelling", "K9-99")
    assert "K9-99" in says
    assert "K1-03" in says
    assert thing(found, "K9-99").handle in says


def test_labels_that_were_exchanged_contradict_their_data(edit):
    def change(hand):
        one, other = hand.label("K1-03", HOUSE), hand.label("K1-04", HOUSE)
        one.dxf.text, other.dxf.text = other.dxf.text, one.dxf.text

    assert sorted(name for _, name, _ in defects(edit(change))) == ["K1-03", "K1-04"]


def test_two_buildings_that_share_the_places_of_both_labels_keep_their_own(plan, edit):
    def change(hand):
        label, under = hand.label("K1-03", HOUSE), hand.label("K1-04", HOUSE)
        aside = Vec3(under.dxf.insert) - Vec3(label.dxf.insert) + Vec3(0.5, 0.5, 0)
        for one in hand.both("K1-03", HOUSE):
            one.transform(Matrix44.translate(*aside))
        at = Vec3(label.dxf.insert)  # the first label would take the smaller of the two
        larger = Matrix44.chain(Matrix44.translate(*-at), Matrix44.scale(1.02, 1.02, 1), Matrix44.translate(*at))
        hand.shape("K1-03", HOUSE).transform(larger)
        shared = hand.polygon("K1-03", HOUSE).intersection(hand.polygon("K1-04", HOUSE))
        assert all(shared.contains(Point(one.dxf.insert.vec2)) for one in (label, under))

    found = edit(change)
    assert found.plan.defects == ()
    assert of(found.plan.buildings, "K1-04") == of(plan.buildings, "K1-04")


def test_a_window_whose_ends_meet_is_a_defect_and_no_window(plan, edit):
    window = plan.windows[0]

    def change(hand):
        line = hand.shape(window.id, "SP-WINDOW-窗")
        (x, y), *_ = line.get_points("xy")
        line.set_points([(x, y), (x + 1.0, y), (x, y + 1.0), (x, y)], format="xy")

    found = edit(change)
    assert window.id not in {one.id for one in found.plan.windows}
    assert any("ends of a window meet" in says for _, _, says in defects(found))


def test_a_copy_is_a_new_thing_with_an_id_of_its_own_and_both_are_told(plan, edit):
    for before in (None, plan):
        found = edit(lambda hand: hand.copy("P-0001", CAR, 3.0, -200.0), before)
        assert found.plan.defects == ()
        assert len(found.plan.stalls) == len(plan.stalls) + 1
        kept, made = of(found.plan.stalls, "P-0001"), of(found.plan.stalls, "P-0001?2")
        assert (made.use, made.ev, made.block) == (kept.use, kept.ev, kept.block)
        assert "a copy with the id of another thing" in thing(found, "P-0001?2").note.en
        assert "P-0001?2" in said(found)
    assert kept.outline == of(plan.stalls, "P-0001").outline  # where plan.json has it


def test_a_copied_building_takes_its_copied_windows_and_doors_with_it(plan, edit):
    window = next(one for one in plan.windows if one.building)
    house = of(plan.buildings, window.building)
    layer = {"dwelling": HOUSE}[house.use.value]

    def change(hand):
        hand.copy(house.id, layer, 0.0, 400.0)
        hand.copy(window.id, "SP-WINDOW-窗", 0.0, 400.0)

    found = edit(change, plan)
    assert of(found.plan.windows, window.id).building == house.id
    assert of(found.plan.windows, f"{window.id}?2").building == f"{house.id}?2"


def test_what_is_drawn_twice_at_one_place_counts_once(plan, edit):
    def change(hand):
        hand.copy("P-0001", CAR, 0.0, 0.0)  # outline and label
        again = hand.shape("K1-03", HOUSE).copy()  # outline alone
        hand.space.add_entity(again)

    found = edit(change)
    assert found.plan == plan
    assert "drawn twice" in said(found).lower()


def test_a_copy_that_was_given_a_label_of_its_own_is_no_conflict(plan, edit):
    def change(hand):
        hand.copy("P-0001", CAR, 3.0, -200.0)
        labels = [one for one in hand.space if one.dxftype() == "TEXT" and one.dxf.text.startswith("P-0001 ")]
        labels[-1].dxf.text = labels[-1].dxf.text.replace("P-0001", "P-9999")

    found = edit(change)
    assert found.plan.defects == ()
    assert len(found.plan.stalls) == len(plan.stalls) + 1


def test_a_label_that_was_dragged_out_is_found_by_the_data_or_by_plan_json(plan, edit):
    def drag(hand):
        hand.label("K1-03", HOUSE).transform(Matrix44.translate(0, -600, 0))

    def drag_without_data(hand):
        drag(hand)
        hand.drop_data()

    for found in (edit(drag), edit(drag_without_data, plan)):
        assert found.plan == plan
        assert "its label lies outside its outline" in thing(found, "K1-03").note.en
    lost = edit(drag_without_data)
    assert sorted((role, name) for role, name, _ in defects(lost)) == [("building.dwelling", ""), ("building.dwelling", "?1")]


def test_of_two_labels_the_one_that_the_data_confirm_is_taken(plan, edit):
    def change(hand):
        second = hand.label("K1-03", HOUSE).copy()
        second.dxf.text = "A-1 住宅 30F H90.00/90.00/90.00 9.00㎡"
        hand.space.add_entity(second)

    found = edit(change)
    assert replace(found.plan, defects=()) == plan
    ((role, name, says),) = defects(found)
    assert (role, name) == ("building.dwelling", "K1-03")
    assert "more than one label" in says


def test_what_was_done_since_plan_json_is_told(plan, edit):
    def change(hand):
        for one in hand.both("K1-03", HOUSE):
            one.transform(Matrix44.translate(0, 2.5, 0))
        hand.shape("K1-04", HOUSE)[1] = (hand.shape("K1-04", HOUSE)[1][0] + 1.0, hand.shape("K1-04", HOUSE)[1][1], 0, 0, 0)
        label = hand.label("K1-05", HOUSE)
        label.dxf.text = label.dxf.text.replace("21F", "22F")
        hand.drop(*hand.both("P-0001", CAR))
        for one in hand.both("K1-06", HOUSE):
            one.dxf.layer = SHOPS
        hand.space.add_lwpolyline([(500, 0), (509, 0), (509, 9)], close=True, dxfattribs={"layer": GREEN})
        hand.space.add_text("G-new 绿地 block=K1", dxfattribs={"layer": GREEN}).set_placement((507, 2))

    found = edit(change, plan)
    notes = {one.id: one.note.en for one in found.reading.things if one.note and one.role.startswith(("building", "ground"))}
    assert notes == {
        "K1-03": "moved",
        "K1-04": "its outline was changed",
        "K1-05": "its label was changed",
        "K1-06": "on another layer than it was drawn on",
        "G-new": "not in plan.json: new",
    }
    assert "no longer in the drawing: deleted (1): P-0001" in said(found)
    edited = {one.id for one in found.reading.things if one.is_edited}
    assert edited == {"K1-03", "K1-04", "G-new"}
    assert of(found.plan.buildings, "K1-06").use == "shops"


def test_a_plan_json_of_another_drawing_is_not_asked(plan, edit):
    other = replace(plan, facts=replace(plan.facts, site_sha256="beef"))
    found = edit(lambda hand: hand.drop(hand.label("K1-03", HOUSE)), other)
    assert {one.is_edited for one in found.reading.things} == {None}
    assert of(found.plan.buildings, "K1-03").storeys == 0


def test_a_building_without_a_label_has_the_id_that_its_windows_name(plan, edit):
    window = next(one for one in plan.windows if one.building)

    def change(hand):
        hand.drop(hand.label(window.building, HOUSE))
        hand.drop_data()

    found = edit(change)
    assert of(found.plan.buildings, window.building).footprint == of(plan.buildings, window.building).footprint
    assert thing(found, window.building).rung is Rung.LAYER
    assert [(role, name) for role, name, _ in defects(found)] == [("building.dwelling", window.building)]


def test_a_label_left_without_its_outline_is_a_deletion_where_plan_json_knows_it_and_a_defect_elsewhere(plan, edit):
    def drop_outline(hand):
        hand.drop(hand.shape("P-0001", CAR))

    found = edit(drop_outline, plan)
    assert defects(found) == []
    assert "P-0001" not in [stall.id for stall in found.plan.stalls]
    assert "deleted as plan.json tells, its label was left (1): P-0001" in said(found).replace("Deleted as", "deleted as")
    assert [role for role, _, _ in defects(edit(drop_outline))] == ["stall.car"]


def test_a_label_beside_a_shape_that_nothing_names_may_be_its_own(plan, edit):
    def change(hand):
        hand.drop(hand.shape("P-0001", CAR))
        hand.space.add_lwpolyline([(900, 0), (902.4, 0), (902.4, 5.3), (900, 5.3)], close=True, dxfattribs={"layer": CAR})

    assert "stall.car" in [role for role, _, _ in defects(edit(change, plan))]
