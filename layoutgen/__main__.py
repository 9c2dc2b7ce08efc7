"""Run the command line: `python -m layoutgen` and the installed `layoutgen`."""

from layoutgen.cli import main

if __name__ == "__main__":
    main()
