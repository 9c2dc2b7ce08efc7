"""On which layer an entity lies, also one of a kind that the CAD library knows nothing of."""

from ezdxf.entities import DXFEntity, DXFTagStorage

LAYER = 8  # group code
ON_NONE = "0"  # the layer of what names none


def layer_of(entity: DXFEntity) -> str:
    """Name of an entity's layer, as the file writes it."""
    if entity.dxf.is_supported("layer"):
        return str(entity.dxf.get("layer", ON_NONE) or ON_NONE)
    if isinstance(entity, DXFTagStorage):  # other programs' objects are kept as the tags of the file
        tags = (tag for subclass in entity.xtags.subclasses for tag in subclass)
        return next((str(tag.value) for tag in tags if tag.code == LAYER), ON_NONE)
    return ON_NONE
