"""Broken and hostile files for every reader: made by seed, each judged within ten seconds and a gigabyte."""
