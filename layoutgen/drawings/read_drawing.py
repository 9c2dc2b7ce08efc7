"""A drawing of either kind becomes a plan, with the story of how it was read."""

from dataclasses import dataclass, replace
from pathlib import Path

from layoutgen.drawings.plan_json import read_plan_json
from layoutgen.errors import InputError
from layoutgen.model.plan import Plan
from layoutgen.model.reading import Reading
from layoutgen.sentence import Sentence

PLAN = "plan.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDrawing:
    """A plan and how its drawing was read; a plan.json tells no reading."""

    plan: Plan
    reading: Reading

    def saying(self, *sentences: Sentence) -> "ReadDrawing":
        """The same, with more to say of the drawing, before all else."""
        return replace(self, reading=replace(self.reading, said=(*sentences, *self.reading.said)))


def read_drawing(drawing: Path, before: Path | None = None, by_map: Path | None = None) -> ReadDrawing:
    """Plan of a DXF drawing or of a `plan.json`.

    Parameters
    ----------
    before
        The plan.json of the drawing before it was edited; None = the one in the same folder, if it can be read.
    by_map
        Map of a drawing of another office; None = the drawing is one of ours.

    Raises
    ------
    InputError
        If the file is of neither kind or cannot be read, or ``before`` cannot.
    """
    suffix = drawing.suffix.lower()
    if suffix == ".json" and by_map is not None:
        raise InputError(str(drawing), "--map", "a plan.json", "a DXF drawing: a plan.json needs no map")
    if suffix == ".json":
        return ReadDrawing(plan=read_plan_json(drawing), reading=Reading())
    if suffix == ".dxf":
        from layoutgen.drawings.read_dxf import read_dxf  # its CAD library loads slowly

        if before is not None or by_map is not None:
            return read_dxf(drawing, None if before is None else read_plan_json(before), by_map)
        plan, said = _beside(drawing)
        return read_dxf(drawing, plan).saying(*said)
    raise InputError(str(drawing), "", suffix or "no suffix", "a drawing .dxf or a plan.json")


def _beside(drawing: Path) -> tuple[Plan | None, tuple[Sentence, ...]]:
    """Plan of the plan.json beside a drawing, and what is said where it is damaged: nobody asked for it."""
    path = drawing.with_name(PLAN)
    try:
        return (read_plan_json(path) if path.is_file() else None), ()
    except (InputError, OSError):
        said = Sentence(
            en="The plan.json beside the drawing cannot be read and was not used.", zh="图旁的 plan.json 无法读取，未采用。"
        )
        return None, (said,)
