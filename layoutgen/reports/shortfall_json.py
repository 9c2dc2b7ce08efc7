"""Why there is no plan, as JSON: the same figures as the text, in both languages where they are words."""

import json

from layoutgen.model.capacity import BlockRoom, Largest
from layoutgen.model.shortfall import LandBudget, Relaxation, Shortfall
from layoutgen.reports.json_values import Json
from layoutgen.sentence import Sentence

SCHEMA = "layoutgen-explanation/1"


def shortfall_json(shortfall: Shortfall) -> str:
    """Text of the file that `generate --explanation FILE` writes when there is no plan."""
    document: Json = {
        "schema": SCHEMA,
        "verdict": "proven" if shortfall.is_proven else "not_found",
        "population": shortfall.people,
        "stage": shortfall.stage,
        "what": shortfall.what,
        "need": round(shortfall.need, 2),
        "have": round(shortfall.have, 2),
        "unit": shortfall.unit,
        "land": _budget(shortfall.budget, is_lawful=shortfall.is_proven),
        "binds": words_of(shortfall.binds),
        "blocks": [_room(room) for room in shortfall.rooms],
        "searched": [words_of(one) for one in shortfall.searched],
        "relaxations": [_relaxation(one) for one in shortfall.relaxations],
        "largest_population": largest_fields(shortfall.largest),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def largest_fields(largest: Largest) -> dict[str, Json]:
    """The largest population, how it was found, and the runs of the engine."""
    return {
        "people": largest.people,
        "basis": "confirmed" if largest.is_confirmed else "estimated",
        "model": largest.estimated,
        "runs": [{"people": people, "housed": people if housed is None else housed} for people, housed in largest.runs],
    }


def words_of(sentence: Sentence) -> Json:
    """A sentence in both languages."""
    return {"en": sentence.en, "zh": sentence.zh}


def _budget(budget: LandBudget, *, is_lawful: bool) -> Json:
    return {
        "basis": "lawful minima" if is_lawful else "our manner",
        "demands": [
            {"what": words_of(one.what), "clause": one.clause, "land_m2": round(one.land_m2, 1)} for one in budget.demands
        ],
        "need_m2": round(budget.need_m2, 1),
        "have_m2": round(budget.have_m2, 1),
        "missing_m2": round(budget.missing_m2, 1),
    }


def _room(room: BlockRoom) -> Json:
    return {
        "block": room.block,
        "area_m2": round(room.area_m2, 1),
        "storeys": room.storeys,
        "floor_area_m2": round(room.gfa_m2, 1),
        "cap_m2": round(room.cap_m2, 1),
        "binds": words_of(room.binds),
    }


def _relaxation(one: Relaxation) -> Json:
    return {
        "kind": one.kind,
        "was": round(one.was, 4),
        "value": round(one.value, 4),
        "says": words_of(one.says),
        "people": one.people,
        "fits": one.fits,
    }
