"""Every benchmark that needs nothing but the project, one after the other.

    python -m benchmarks [--quick]

`python -m benchmarks.reco`, `.real_sites` and `.feasibility` run over real boundaries outside the project, and by themselves.
"""

from benchmarks import chain, division, siting, sizes, streets, sun
from benchmarks.trust import __main__ as trust

TABLES = (
    ("python -m benchmarks.chain", chain.main),
    ("python -m benchmarks.division", division.main),
    ("python -m benchmarks.siting", siting.main),
    ("python -m benchmarks.sizes", sizes.main),
    ("python -m benchmarks.streets", streets.main),
    ("python -m benchmarks.sun", sun.main),
    ("python -m benchmarks.trust", trust.main),
)


def main() -> None:
    """Print every table under the command that makes it."""
    for command, table in TABLES:
        print(f"\n$ {command}\n", flush=True)
        table()


if __name__ == "__main__":
    main()
