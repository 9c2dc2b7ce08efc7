"""Labels and facts as people leave them: moved, turned, made larger, made MTEXT, in another font; data of other programs."""

from random import Random

from benchmarks.trust.edit import META, Doc, Edit, holds, labelled, of_ours, place_of, texts


def _move_inside(doc: Doc, rng: Random) -> None:
    for text, ring in labelled(doc):
        x, y = place_of(text)
        for _ in range(10):
            cx, cy = rng.choice(ring)
            share = rng.uniform(0.1, 0.8)
            to = (x + (cx - x) * share, y + (cy - y) * share)
            if holds(ring, to):
                text.translate(to[0] - x, to[1] - y, 0)
                break


def _nudge(doc: Doc, rng: Random) -> None:
    for text in texts(doc):
        text.translate(rng.uniform(-0.002, 0.002), rng.uniform(-0.002, 0.002), 0)


def _turn(doc: Doc, rng: Random) -> None:
    for text in texts(doc):
        text.dxf.rotation = rng.choice((30.0, 90.0, 180.0, 275.5))


def _enlarge(doc: Doc, _: Random) -> None:
    for text in texts(doc):
        text.dxf.height = 4.0
        text.dxf.width = 0.7


def _to_mtext(doc: Doc, _: Random) -> None:
    space = doc.modelspace()
    for text in [e for e in of_ours(doc) if e.dxftype() == "TEXT"]:
        attribs = {"layer": text.dxf.layer, "insert": place_of(text), "char_height": text.dxf.height, "attachment_point": 5}
        space.add_mtext(text.dxf.text, dxfattribs=attribs)
        space.delete_entity(text)


def _left_aligned(doc: Doc, _: Random) -> None:
    for text in texts(doc):
        text.set_placement(place_of(text))


def _other_font(doc: Doc, _: Random) -> None:
    doc.styles.add("仿宋", font="simfang.ttf")
    for text in of_ours(doc):
        if text.dxftype() == "TEXT":
            text.dxf.style = "仿宋"


def _no_xdata(doc: Doc, _: Random) -> None:
    for entity in of_ours(doc):
        entity.discard_xdata("LAYOUTGEN")


def _no_appid(doc: Doc, rng: Random) -> None:
    _no_xdata(doc, rng)
    doc.appids.remove("LAYOUTGEN")


def _foreign_data(doc: Doc, rng: Random) -> None:
    doc.appids.add("SOUTH")
    for entity in of_ours(doc):
        entity.set_xdata("SOUTH", [(1000, str(rng.randint(100000, 999999)))])


def _facts_moved(doc: Doc, rng: Random) -> None:
    facts = [e for e in of_ours(doc) if e.dxf.layer.startswith(META)]
    places = [place_of(fact) for fact in facts]
    rng.shuffle(places)
    for fact, at in zip(facts, places, strict=True):
        fact.set_placement((at[0] + 500.0, at[1] - 100.0))


def _grouped(doc: Doc, rng: Random) -> None:
    ours = of_ours(doc)
    for number in range(5):
        group = doc.groups.new(f"G{number}")
        group.extend(rng.sample(ours, 10))


EDITS = (
    Edit(name="every label moved inside its outline", kind="labels", make=_move_inside),
    Edit(name="every label moved by two millimetres", kind="labels", make=_nudge),
    Edit(name="labels turned", kind="labels", make=_turn),
    Edit(name="labels larger and narrower", kind="labels", make=_enlarge),
    Edit(name="labels and facts made MTEXT", kind="labels", make=_to_mtext),
    Edit(name="labels aligned to the left", kind="labels", make=_left_aligned),
    Edit(name="labels and facts in another font", kind="labels", make=_other_font),
    Edit(name="all XDATA deleted", kind="labels", make=_no_xdata),
    Edit(name="XDATA and its APPID deleted", kind="labels", make=_no_appid),
    Edit(name="XDATA of another program added", kind="labels", make=_foreign_data),
    Edit(name="facts moved to other places", kind="labels", make=_facts_moved),
    Edit(name="things grouped", kind="labels", make=_grouped),
)
