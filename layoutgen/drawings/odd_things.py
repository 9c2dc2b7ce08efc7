"""What a file holds besides its model space, or hides: told, never dropped in silence."""

from collections import Counter

from ezdxf.document import Drawing

from layoutgen.drawings.layer_names import LayerNames
from layoutgen.inputs.cad.layer_of import layer_of
from layoutgen.inputs.cad.met import PROXY, missing_references
from layoutgen.sentence import Sentence, harmless, listed


def odd_things(document: Drawing, names: LayerNames) -> tuple[Sentence, ...]:
    """Sentences about hidden layers, paper space, missing references and other programs' objects."""
    return (*_hidden(document, names), *_on_paper(document, names), *missing_references(document), *_of_others(document, names))


def _hidden(document: Drawing, names: LayerNames) -> tuple[Sentence, ...]:
    hidden = [str(layer.dxf.name) for layer in document.layers if layer.is_off() or layer.is_frozen()]
    used = names.names_used()
    found = ", ".join(harmless(name) for name in sorted(hidden) if name in used)
    if not found:
        return ()
    return (
        Sentence(
            en=f"layers that are off or frozen were read like the others: {found}", zh=f"关闭或冻结的图层照常读入：{found}"
        ),
    )


def _on_paper(document: Drawing, names: LayerNames) -> tuple[Sentence, ...]:
    counts: Counter[str] = Counter()
    for layout in document.layouts:
        if not layout.is_modelspace:
            for entity in layout:
                layer = names.known(layer_of(entity))
                if layer is not None and layer.geometry != "paint":
                    counts[layer.name] += 1
    if not counts:
        return ()
    return (Sentence(en=f"paper space is not judged: {listed(counts)}", zh=f"图纸空间不参与审查：{listed(counts)}"),)


def _of_others(document: Drawing, names: LayerNames) -> tuple[Sentence, ...]:
    """Objects of other programs on layers that are not ours: there they are no defect, but somebody may miss them."""
    counts = Counter(
        harmless(layer_of(entity))
        for entity in document.modelspace()
        if entity.dxftype().startswith(PROXY) and names.known(layer_of(entity)) is None
    )
    if not counts:
        return ()
    return (
        Sentence(
            en=f"objects of other programs, not read: {listed(counts)}; explode them or export plain entities (T3)",
            zh=f"其他软件的对象未读入：{listed(counts)}；请分解或导出为基本图元（T3）",
        ),
    )
