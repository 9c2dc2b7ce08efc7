"""Where the templates lie: inside the installed package, or in the checkout's folder for editable installs."""

from pathlib import Path

import layoutgen


def templates_folder() -> Path:
    """Folder of the templates that ship with the package.

    Raises
    ------
    ValueError
        If the installation has lost them.
    """
    package = Path(layoutgen.__file__).parent
    for folder in (package / "templates", package.parent / "templates"):
        if (folder / "layouts" / "default.toml").is_file():
            return folder
    raise ValueError("the templates of the package are missing")
