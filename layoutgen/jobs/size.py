"""The facility schedule of a population, without a site."""

from layoutgen.jobs.ask import Flags, ask_brief
from layoutgen.jobs.law import standard_of_brief
from layoutgen.reports.size_report import size_json, size_table
from layoutgen.standards.demand import size_program


def size_text(flags: Flags, form: str) -> str:
    """Schedule as a table or as JSON.

    Raises
    ------
    InputError
        If the brief cannot be used.
    """
    brief = ask_brief(flags, None)
    program = size_program(brief, standard_of_brief(brief))
    return size_json(program) if form == "json" else size_table(program)
