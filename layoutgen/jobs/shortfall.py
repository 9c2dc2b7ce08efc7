"""Exit code 3: why a brief found no plan, as text and, where asked, as a file."""

from collections.abc import Callable
from pathlib import Path

from layoutgen.errors import InfeasibleError
from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.ask import Request
from layoutgen.jobs.law import standard_of_brief
from layoutgen.jobs.outputs import save_text, write_outputs
from layoutgen.pipeline.explaining import Failed, explain_shortfall
from layoutgen.reports.shortfall_json import shortfall_json
from layoutgen.reports.shortfall_text import shortfall_text


def explained(asked: Request, error: InfeasibleError, file: Path | None, lang: str, progress: Callable[[str], None]) -> str:
    """Text of the explanation; the same as JSON is written where a file is named.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    failed = Failed(
        site=asked.site,
        brief=asked.brief,
        choices=load_choices(asked.brief.template),
        standard=standard_of_brief(asked.brief),
        error=error,
    )
    shortfall = explain_shortfall(failed, progress)
    if file is not None:
        write_outputs(file.parent, ((file.name, lambda path: save_text(path, shortfall_json(shortfall))),))
    return shortfall_text(shortfall, lang)
