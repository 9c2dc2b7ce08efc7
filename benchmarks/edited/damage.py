"""A drawing of ours after bad hands: in inches under a header that lies, turned, renamed, exploded, some of it lost."""

from math import radians
from pathlib import Path

import ezdxf
from ezdxf.document import Drawing
from ezdxf.entities import DXFEntity
from ezdxf.math import Matrix44

INCHES = 1.0 / 0.0254  # in a metre
TURN_DEG = 20.0
APPID = "LAYOUTGEN"
HOUSE, GREEN, CAR = "SP-BLDG-HOUSE-住宅", "SP-GROUND-GREEN-绿地", "SP-PARK-CAR-机动车位"
LOST = 2  # houses that lost their labels


def damage(source: Path, target: Path, *, is_losing: bool = False) -> None:
    """Damage a drawing, and save it.

    Parameters
    ----------
    is_losing
        Whether something is lost besides: two labels of houses.
    """
    doc = ezdxf.readfile(source)
    space = doc.modelspace()
    for entity in [one for one in space if "PAINT" in one.dxf.layer]:
        space.delete_entity(entity)
    turned = Matrix44.z_rotate(radians(TURN_DEG)) @ Matrix44.scale(INCHES)
    for entity in space:
        entity.discard_xdata(APPID)
        entity.transform(turned)
    space.add_text(f"north={-TURN_DEG}", dxfattribs={"layer": "SP-META-设计条件"})
    for line in list(space.query(f'LWPOLYLINE[layer == "{HOUSE}" | layer == "{CAR}"]')):
        line.explode()
    for layer, name in ((HOUSE, "建筑-新建"), (GREEN, "总图$0$SP_GROUND_GREEN")):
        _rename(doc, layer, name)
    if is_losing:
        for text in _labels(doc, "建筑-新建")[:LOST]:
            space.delete_entity(text)
    doc.header["$INSUNITS"] = 4  # millimetres, it says
    doc.saveas(target)


def _rename(doc: Drawing, layer: str, name: str) -> None:
    doc.layers.add(name)
    for entity in doc.modelspace():
        if entity.dxf.layer == layer:
            entity.dxf.layer = name


def _labels(doc: Drawing, layer: str) -> list[DXFEntity]:
    return sorted(doc.modelspace().query(f'TEXT[layer == "{layer}"]'), key=lambda text: str(text.dxf.text))
