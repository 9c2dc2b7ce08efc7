"""Which unit a site file is drawn in: its header's word, the user's, or the only one that makes sense of the area."""

from layoutgen.errors import InputError
from layoutgen.inputs.checked import Range, load_ranges
from layoutgen.sentence import Sentence

METRES = {"mm": 0.001, "cm": 0.01, "dm": 0.1, "m": 1.0, "km": 1000.0, "in": 0.0254, "ft": 0.3048}
NAMES_EN = {
    "mm": "millimetres",
    "cm": "centimetres",
    "dm": "decimetres",
    "m": "metres",
    "km": "kilometres",
    "in": "inches",
    "ft": "feet",
}
NAMES_ZH = {"mm": "毫米", "cm": "厘米", "dm": "分米", "m": "米", "km": "千米", "in": "英寸", "ft": "英尺"}
HECTARE_M2 = 10_000.0
CUSTOM = ("m", "mm")  # 总图 is drawn in metres, buildings in millimetres; no area makes sense in both


def choose_unit(rough_area: float, header: str, asked: str | None, file: str) -> tuple[str, tuple[Sentence, ...]]:
    """Unit of a drawing, and what was decided, in sentences.

    Parameters
    ----------
    rough_area
        Area of the site's outline or its hull in squared drawing units.
    header
        Unit by the file's own word, "" where it says none.
    asked
        Unit by the user's word; it outranks all.

    Raises
    ------
    InputError
        If the user's word is no unit, no unit makes sense, or two do.
    """
    if asked is not None:
        if asked not in METRES:
            raise InputError(file, "unit", asked, "one of " + ", ".join(METRES))
        return asked, ()
    allowed = area_range()
    plausible = [unit for unit in dict.fromkeys((header or "m", *CUSTOM)) if _fits(rough_area * METRES[unit] ** 2, allowed)]
    if not plausible:
        return header if header in METRES and header not in CUSTOM else "m", ()
    if len(plausible) > 1:
        read = " or ".join(f"{rough_area * METRES[unit] ** 2 / HECTARE_M2:,.2f} ha in {NAMES_EN[unit]}" for unit in plausible)
        raise InputError(file, "unit", f"ambiguous: {read}", "the unit by --unit " + " or --unit ".join(plausible))
    unit = plausible[0]
    if unit == "m" and header in ("", "m"):
        return unit, ()
    return unit, (_taken(unit, header),)


def _taken(unit: str, header: str) -> Sentence:
    says = f"the file's header says {NAMES_EN[header]}" if header else "the file's header says no unit"
    says_zh = f"文件头单位为{NAMES_ZH[header]}" if header else "文件头未写单位"
    taken = "as it says" if header == unit else "the only unit that gives a plausible area"
    taken_zh = "依文件头" if header == unit else "唯一使面积合理的单位"
    return Sentence(
        en=f"{says}: coordinates taken as {NAMES_EN[unit]} ({taken})", zh=f"{says_zh}：坐标按{NAMES_ZH[unit]}处理（{taken_zh}）"
    )


def check_area(area_m2: float, file: str) -> None:
    """Refuse a site that is no community's.

    Raises
    ------
    InputError
        If the area is out of its range.
    """
    allowed = area_range()
    if not _fits(area_m2, allowed):
        shown = f"{area_m2:,.2f} m2" if area_m2 < HECTARE_M2 else f"{area_m2 / HECTARE_M2:,.1f} ha"
        expected = f"{allowed.low:g} to {allowed.high:g} ha; if the unit is wrong, say --unit mm or --unit m"
        raise InputError(file, "boundary area", shown, expected)


def area_range() -> Range:
    """Range of a site's area [ha]."""
    return load_ranges("site")["area_ha"]


def _fits(area_m2: float, allowed: Range) -> bool:
    return allowed.low <= area_m2 / HECTARE_M2 <= allowed.high
