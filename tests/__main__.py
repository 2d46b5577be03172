"""Runs the fast tests by ``python3 -m tests [pytest's arguments]``, on a machine that has only Python."""

import os
import sys
import tempfile

import main  # says so when this Python is too old
from itemlink_gui.bootstrap import ROOT


def run(argv: list[str]) -> int:
    """Run the tests and return pytest's exit code.

    Args:
        argv: arguments for pytest; ``-n 0`` keeps all in one process.
    """
    main.bootstrap.ensure(argv, tests=True)
    import pytest

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory(prefix="itemlink-tests-") as home:
        os.environ["ITEMLINK_HOME"] = home
        return int(pytest.main(["-n", "2", "--dist", "loadfile", *argv]))


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
