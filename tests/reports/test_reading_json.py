from layoutgen.model.reading import Read, Reading, Rung
from layoutgen.reports.reading_json import reading_json
from layoutgen.sentence import Sentence


def test_every_rung_is_counted_and_what_its_label_told_is_not_listed():
    told = Read(id="K1-01", role="building.dwelling", rung=Rung.LABEL, handle="2F", at=(10.0, 20.0), is_edited=False)
    moved = Read(id="K1-02", role="building.dwelling", rung=Rung.LABEL, handle="30", at=(10.123, 50.0), is_edited=True)
    note = Sentence(en="by its layer alone", zh="仅按图层")
    bare = Read(id="?1", role="ground.green", rung=Rung.LAYER, handle="31", at=(1.0, 2.0), note=note)
    fields = reading_json(Reading(things=(told, moved, bare), said=(note,)))
    assert fields["rungs"] == {"label": 2, "xdata": 0, "geometry": 0, "layer": 1}
    assert fields["known_by"] == {"label": {"building.dwelling": ["K1-01", "K1-02"]}, "layer": {"ground.green": ["?1"]}}
    assert [(one["id"], one["rung"], one["at"], one["edited"]) for one in fields["things"]] == [
        ("K1-02", "label", [10.12, 50.0], True),
        ("?1", "layer", [1.0, 2.0], None),
    ]
    assert (fields["said"], fields["said_zh"]) == (["by its layer alone"], ["仅按图层"])


def test_the_handles_of_a_way_are_of_its_outline_and_its_centre_line():
    outline = Read(id="R-1", role="way.main", rung=Rung.LABEL, handle="A1")
    centre = Read(id="R-1", role="centre.main", rung=Rung.LABEL, handle="B2")
    unknown = Read(id="P-1", role="stall.car", rung=Rung.LABEL)
    assert Reading(things=(outline, centre, unknown)).handles() == {"R-1": ("A1", "B2")}
