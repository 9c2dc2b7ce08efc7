"""The facility schedule of a population, without a site."""

from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.ask import Flags, ask_communities
from layoutgen.jobs.law import standard_of_brief
from layoutgen.pipeline.kindergartens import terms_of
from layoutgen.reports.given import conditions_given, given_fields, given_lines
from layoutgen.reports.size_report import size_json
from layoutgen.reports.size_table import size_table
from layoutgen.standards.demand import size_program


def size_text(flags: Flags, form: str, lang: str) -> str:
    """Schedule as a table or as JSON; more people than one community holds are divided.

    Raises
    ------
    InputError
        If the brief cannot be used.
    """
    briefs = ask_communities(flags)
    standards = [standard_of_brief(brief) for brief in briefs]
    programs = tuple(size_program(brief, standard) for brief, standard in zip(briefs, standards, strict=True))
    conditions, overrides = conditions_given(briefs[0].conditions), standards[0].overrides
    terms = terms_of(briefs[0], programs[0], load_choices(briefs[0].template).facilities, standards[0])
    said = (*briefs[0].assumptions, *((terms.sentence,) if terms else ()))
    assumptions = tuple(sentence.text(lang) for sentence in said)
    if form == "json":
        return size_json(programs, lang, {**given_fields(conditions, overrides), "assumptions": list(assumptions)})
    return "\n".join([size_table(programs, assumptions, lang), *given_lines(conditions, overrides, lang)])
