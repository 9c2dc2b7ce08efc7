"""The answer of `feasibility` as JSON: the same figures as the text."""

import json

from layoutgen.model.capacity import ClassCapacity, Proof
from layoutgen.reports.feasibility_text import Answer
from layoutgen.reports.given import conditions_given, given_fields
from layoutgen.reports.json_values import Json
from layoutgen.reports.shortfall_json import largest_fields, words_of

SCHEMA = "layoutgen-feasibility/1"


def feasibility_json(answer: Answer) -> str:
    """Text of `layoutgen feasibility --format json`."""
    capacity, place = answer.capacity, answer.brief.place
    document: dict[str, Json] = {
        "schema": SCHEMA,
        "latitude_deg": place.latitude_deg,
        "climate_zone": place.climate_zone,
        "site_m2": round(capacity.site_m2, 1),
        "streets_m2": round(capacity.streets_m2, 1),
        "blocks": capacity.blocks,
        "communities": capacity.communities,
        "classes": [_class(row) for row in capacity.classes],
        "best": _class(capacity.best),
        "largest_population": largest_fields(answer.largest),
        "why_none": capacity.why_none,
        "why_undivided": capacity.why_undivided,
        **given_fields(conditions_given(answer.brief.conditions), answer.overrides),
        "assumptions": [
            s.en for s in (*answer.brief.assumptions, *answer.site.assumptions, *answer.site.repairs, *answer.site.unread)
        ],
    }
    if answer.proof is not None:
        document["searched"] = _proof(answer.proof)
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _class(row: ClassCapacity) -> Json:
    return {
        "storeys": row.storeys,
        "far": round(row.far, 3),
        "people": row.people,
        "lots_m2": round(row.lots_m2, 1),
        "block_m2": round(row.block_m2, 1),
        "binds": words_of(row.binds),
    }


def _proof(proof: Proof) -> Json:
    manners: list[Json] = [{"says": words_of(one.says), **dict(largest_fields(one.largest))} for one in proof.manners]
    return {"manners": manners, "impossible_from": proof.impossible_from}
