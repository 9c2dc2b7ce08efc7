"""The facility schedule of a population, without a site."""

from layoutgen.jobs.ask import Flags, ask_communities
from layoutgen.jobs.law import standard_of_brief
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
    programs = tuple(size_program(brief, standard_of_brief(brief)) for brief in ask_communities(flags))
    return size_json(programs, lang) if form == "json" else size_table(programs, lang)
