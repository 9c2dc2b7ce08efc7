"""The page's own style and script, in files of their own."""

from importlib.resources import files

STYLES = ("page.css", "plan.css", "print.css")
SCRIPTS = (
    "page.js",
    "view.js",
    "lights.js",
    "layers.js",
    "overlays.js",
    "clauses.js",
    "things.js",
    "start.js",
)  # each uses those before it


def page_style() -> str:
    """Style sheet of the page."""
    return "\n".join(_text(name) for name in STYLES)


def page_script() -> str:
    """Script of the page, in one function so that nothing of it is global."""
    return '(() => {\n"use strict";\n' + "\n".join(_text(name) for name in SCRIPTS) + "\n})();\n"


def _text(name: str) -> str:
    return files("layoutgen.reports.html").joinpath("assets", name).read_text(encoding="utf-8").replace("\r\n", "\n")
