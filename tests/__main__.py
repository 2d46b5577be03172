"""Runs the tests by ``python3 -m tests [pytest's arguments]``, on a machine that has only Python.

``--slow`` runs the long tests of the faults instead, and prints a table of them; ``--json FILE`` writes it down, too.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

import main  # says so when this Python is too old
from itemlink_gui.bootstrap import ROOT


def run(argv: list[str]) -> int:
    """Run the tests and return pytest's exit code.

    Args:
        argv: our own two options, and arguments for pytest; ``-n 0`` keeps all in one process.
    """
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--slow", action="store_true")
    parser.add_argument("--json", type=Path)
    own, rest = parser.parse_known_args(argv)
    main.bootstrap.ensure(argv, tests=True)
    import pytest

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Both cores are busy to the end. Where a worker died, as after a test that hung, xdist's loadfile never ends.
    options = ["-n", "2", "--dist", "worksteal"]
    if own.slow or own.json:
        options += ["-p", "tests.faults.report"]
    if own.slow:
        # Each of them is many trials, which have limits of their own.
        options += ["-m", "slow", "--dist", "load", "--maxschedchunk", "1", "-o", "faulthandler_timeout=3600"]
    if own.json:
        options += ["--faults-json", str(own.json.absolute())]
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory(prefix="itemlink-tests-") as home:
        os.environ["ITEMLINK_HOME"] = home
        return int(pytest.main([*options, *rest]))


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
