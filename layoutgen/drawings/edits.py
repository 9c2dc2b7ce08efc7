"""What was done to a drawing since its plan.json: moved, reshaped, relabelled, added, taken away."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.known_things import Known, KnownThings
from layoutgen.drawings.labelled import Trace
from layoutgen.drawings.labels import Label, parse_label
from layoutgen.drawings.tidings import Tiding, note_of, tidings_of
from layoutgen.geometry.tolerance import GRID_M, LENGTH_EPS_M
from layoutgen.model.reading import Defect, Read, Reading, Rung


def settle_strays(
    strays: Iterable[tuple[str, Defect]], traces: Sequence[Trace], known: KnownThings
) -> tuple[list[Defect], list[tuple[Tiding, str]]]:
    """Labels that belong to nothing: defects, or left behind by what plan.json has and the drawing has no more.

    Where a thing of the family is known by its layer alone, the label may be its own, and stays a defect.
    """
    deleted = set(_deleted(traces, known))
    nameless = {trace.role.partition(".")[0] for trace in traces if trace.rung is Rung.LAYER}
    defects, told = [], []
    for text, defect in strays:
        name = _id_of(text)
        if name in deleted and defect.role.partition(".")[0] not in nameless:
            told.append((Tiding.LEFT, name))
        else:
            defects.append(defect)
    return defects, told


def _id_of(text: str) -> str:
    try:
        return parse_label(text).id
    except ValueError:
        return ""


def reading_of(traces: Sequence[Trace], told: Iterable[tuple[Tiding, str]], known: KnownThings) -> Reading:
    """Reading of a drawing: every thing with what is told of it, and a sentence for all of one kind."""
    heard = list(told)
    things = []
    for trace in traces:
        thing = known.find(trace.role, trace.name)
        edits = _edits(trace, thing) if known else ()
        tidings = tuple(dict.fromkeys((*trace.tidings, *edits)))
        heard += [(tiding, trace.name) for tiding in tidings]
        is_edited = None if not known else thing is None or bool({Tiding.MOVED, Tiding.RESHAPED} & set(edits))
        things.append(_read(trace, tidings, is_edited=is_edited))
    left = {name for tiding, name in heard if tiding is Tiding.LEFT}
    heard += [(Tiding.DELETED, name) for name in _deleted(traces, known) if name not in left]
    things.sort(key=lambda one: (one.role, one.id, one.at, one.handle))
    return Reading(things=tuple(things), said=tidings_of(dict.fromkeys(heard)))


def _edits(trace: Trace, thing: Known | None) -> tuple[Tiding, ...]:
    if thing is None:
        return (Tiding.NEW,)
    found = []
    if thing.role != trace.role:
        found.append(Tiding.RETYPED)
    if not _is_same(trace.shape, thing.shape):
        found.append(Tiding.MOVED if _is_moved(trace.shape, thing.shape) else Tiding.RESHAPED)
    if trace.rung is Rung.LABEL and _said(trace.label) != _said(thing.label):
        found.append(Tiding.RELABELLED)
    return tuple(found)


def _read(trace: Trace, tidings: Iterable[Tiding], *, is_edited: bool | None) -> Read:
    return Read(
        id=trace.name,
        role=trace.role,
        rung=trace.rung,
        handle=trace.handle,
        at=(trace.at.x, trace.at.y),
        is_edited=is_edited,
        note=note_of(tidings),
    )


def _deleted(traces: Iterable[Trace], known: KnownThings) -> list[str]:
    """Ids of things of plan.json that the drawing has on no layer of their family."""
    here = {(trace.role.partition(".")[0], trace.name) for trace in traces}
    return sorted(
        {
            name
            for role, things in known.by_role.items()
            for name in things
            if (role.partition(".")[0], name) not in here and role.partition(".")[0] != "centre"
        }
    )


def _is_same(one: BaseGeometry, other: BaseGeometry) -> bool:
    return one == other or float(shapely.hausdorff_distance(one, other)) <= LENGTH_EPS_M


def _is_moved(one: BaseGeometry, other: BaseGeometry) -> bool:
    """Whether a shape is another one shifted."""
    here, there = shapely.get_coordinates(one), shapely.get_coordinates(other)
    return len(here) == len(there) and bool(np.ptp(here - there, axis=0).max() <= 2.0 * GRID_M)


def _said(label: Label) -> Label:
    """What a label says but for its word, which a city's profile may have in its own way."""
    return replace(label, word="")
