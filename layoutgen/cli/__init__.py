"""The command line: parse, call, print."""

from layoutgen.cli.app import main

__all__ = ["main"]
