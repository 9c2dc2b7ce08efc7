"""The example site and brief that ship with the package."""

from pathlib import Path

from layoutgen.inputs.template_files import templates_folder

DEMO = "riverside"


def demo_site() -> tuple[Path, Path]:
    """Site file and brief of the example."""
    folder = templates_folder() / "sites"
    return folder / f"{DEMO}.geojson", folder / f"{DEMO}.toml"
