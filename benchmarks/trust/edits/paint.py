"""What an office draws beside and over a plan: trees, texts, hatches, dimensions, furniture, pictures, frames."""

from random import Random

from benchmarks.trust.edit import PAINT, Doc, Edit, of_ours, outlines, points_of


def _trees(doc: Doc) -> list:
    return [e for e in doc.modelspace() if e.dxftype() == "INSERT" and e.dxf.layer.startswith(PAINT)]


def _move_trees(doc: Doc, rng: Random) -> None:
    for tree in rng.sample(_trees(doc), 20):
        tree.translate(rng.uniform(-5, 5), rng.uniform(-5, 5), 0)


def _fell_trees(doc: Doc, _: Random) -> None:
    for tree in _trees(doc):
        doc.modelspace().delete_entity(tree)


def _rename_tree(doc: Doc, _: Random) -> None:
    names = {tree.dxf.name for tree in _trees(doc)}
    for number, name in enumerate(sorted(names)):
        doc.blocks.rename_block(name, f"乔木-{number}")
        for tree in _trees(doc):
            if tree.dxf.name == name:
                tree.dxf.name = f"乔木-{number}"


def _wipe_paint(doc: Doc, _: Random) -> None:
    for entity in [e for e in doc.modelspace() if e.dxf.layer.startswith(PAINT)]:
        doc.modelspace().delete_entity(entity)


def _freeze_paint(doc: Doc, _: Random) -> None:
    for layer in doc.layers:
        if layer.dxf.name.startswith(PAINT):
            layer.freeze()


def _move_notes(doc: Doc, rng: Random) -> None:
    for text in [e for e in doc.modelspace().query("TEXT") if e.dxf.layer.startswith(PAINT)]:
        text.translate(rng.uniform(-3, 3), rng.uniform(-3, 3), 0)


def _write(doc: Doc, rng: Random) -> None:
    doc.layers.add("A-设计说明", color=3)
    for words in ("设计说明：本图为方案。", "1# 18F", "K1-01", "people=99999", "住宅 72户 8100.00㎡"):
        at = (rng.uniform(0, 300), rng.uniform(0, 300))
        doc.modelspace().add_text(words, height=2.5, dxfattribs={"layer": "A-设计说明"}).set_placement(at)


def _write_paragraphs(doc: Doc, rng: Random) -> None:
    doc.layers.add("A-NOTE")
    for _ in range(5):
        at = (rng.uniform(0, 300), rng.uniform(0, 300))
        doc.modelspace().add_mtext("{\\fSimSun|b0;说明}\\P第二行 %%d", dxfattribs={"layer": "A-NOTE", "insert": at})


def _hatch_houses(doc: Doc, _: Random) -> None:
    doc.layers.add("A-填充")
    for outline in outlines(doc):
        if "-BLDG-" in outline.dxf.layer:
            hatch = doc.modelspace().add_hatch(color=8, dxfattribs={"layer": "A-填充"})
            hatch.set_pattern_fill("ANSI31", scale=0.5)
            hatch.paths.add_polyline_path(points_of(outline), is_closed=True)


def _dimension(doc: Doc, rng: Random) -> None:
    doc.layers.add("A-DIM")
    for outline in rng.sample([o for o in outlines(doc) if "-BLDG-" in o.dxf.layer], 5):
        first, second, *_ = points_of(outline)
        doc.modelspace().add_aligned_dim(p1=first, p2=second, distance=3, dxfattribs={"layer": "A-DIM"}).render()


def _furnish(doc: Doc, rng: Random) -> None:
    space = doc.modelspace()
    doc.layers.add("0-小品", color=4)
    for _ in range(10):
        x, y = rng.uniform(0, 300), rng.uniform(0, 300)
        attribs = {"layer": "0-小品"}
        space.add_lwpolyline([(x, y), (x + 4, y), (x + 4, y + 2), (x, y + 2)], close=True, dxfattribs=attribs)
        space.add_circle((x, y), 3, dxfattribs=attribs)
        space.add_ellipse((x, y), (5, 1), 0.4, dxfattribs=attribs)
        space.add_spline([(x, y), (x + 5, y + 8), (x + 9, y)], dxfattribs=attribs)
        space.add_arc((x, y), 7, 10, 200, dxfattribs=attribs)


def _people_on_layer_zero(doc: Doc, rng: Random) -> None:
    for _ in range(10):
        x, y = rng.uniform(0, 300), rng.uniform(0, 300)
        doc.modelspace().add_lwpolyline([(x, y), (x + 30, y), (x + 30, y + 20)], close=True, dxfattribs={"layer": "0"})


def _underlay(doc: Doc, _: Random) -> None:
    picture = doc.add_image_def("aerial.png", size_in_pixel=(640, 480))
    doc.layers.add("A-IMAGE")
    doc.modelspace().add_image(picture, insert=(0, 0), size_in_units=(400, 300), dxfattribs={"layer": "A-IMAGE"})


def _title_block(doc: Doc, _: Random) -> None:
    block = doc.blocks.new("TITLE-图签")
    block.add_lwpolyline([(0, 0), (80, 0), (80, 40), (0, 40)], close=True)
    block.add_attdef("PROJECT", (5, 5), dxfattribs={"height": 3})
    insert = doc.modelspace().add_blockref("TITLE-图签", (400, -60))
    insert.add_auto_attribs({"PROJECT": "某小区"})


def _cloud(doc: Doc, _: Random) -> None:
    doc.layers.add("A-REVISION", color=1)
    ring = [(x, y, 0.0, 0.0, -0.5) for x, y in ((50, 50), (90, 50), (90, 80), (50, 80))]
    doc.modelspace().add_lwpolyline(ring, close=True, dxfattribs={"layer": "A-REVISION"})
    doc.modelspace().add_leader([(90, 80), (110, 95), (120, 95)], dxfattribs={"layer": "A-REVISION"})


def _layout(doc: Doc, _: Random) -> None:
    layout = doc.layouts.new("总平面图 A1")
    layout.add_viewport(center=(400, 300), size=(780, 560), view_center_point=(230, 230), view_height=560)
    layout.add_lwpolyline([(0, 0), (841, 0), (841, 594), (0, 594)], close=True)
    layout.add_text("总平面图 1:1000", height=7).set_placement((600, 20))


def _recolour(doc: Doc, rng: Random) -> None:
    for layer in doc.layers:
        layer.dxf.color, layer.dxf.lineweight = rng.randint(1, 7), 25
    for entity in of_ours(doc):
        entity.dxf.color = rng.randint(1, 7)


EDITS = (
    Edit(name="twenty trees moved", kind="paint", make=_move_trees, is_of_paint=True),
    Edit(name="all trees taken away", kind="paint", make=_fell_trees, is_of_paint=True),
    Edit(name="the tree's block renamed", kind="paint", make=_rename_tree, is_of_paint=True),
    Edit(name="all paint taken away", kind="paint", make=_wipe_paint, is_of_paint=True),
    Edit(name="paint layers frozen", kind="paint", make=_freeze_paint, is_of_paint=True),
    Edit(name="notes moved", kind="paint", make=_move_notes, is_of_paint=True),
    Edit(name="texts on a layer of the office", kind="paint", make=_write),
    Edit(name="paragraphs on a layer of the office", kind="paint", make=_write_paragraphs),
    Edit(name="buildings hatched", kind="paint", make=_hatch_houses),
    Edit(name="dimensions added", kind="paint", make=_dimension),
    Edit(name="benches, circles, splines on a layer of the office", kind="paint", make=_furnish),
    Edit(name="closed outlines on layer 0", kind="paint", make=_people_on_layer_zero),
    Edit(name="an aerial picture laid under", kind="paint", make=_underlay),
    Edit(name="a title block with attributes", kind="paint", make=_title_block),
    Edit(name="a revision cloud with its leader", kind="paint", make=_cloud),
    Edit(name="a paper layout with a viewport", kind="paint", make=_layout),
    Edit(name="other colours and line weights", kind="paint", make=_recolour),
)
