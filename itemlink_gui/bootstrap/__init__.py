"""Gets ItemLink ready and starts it: a .venv of its own at the first start, plain words for whatever is missing.

All of this runs before anything is installed, so it uses the standard library alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from itemlink_gui.base.errors import Cancelled, ItemLinkError
from itemlink_gui.base.i18n import tr
from itemlink_gui.bootstrap import notice, system
from itemlink_gui.bootstrap.setup import Setup, missing_parts

ROOT = Path(__file__).resolve().parent.parent.parent
NEEDED = ("PySide6", "peewee", "platformdirs", "typing_extensions")
NEEDED_BY_THE_SERVICE = ("fastapi", "uvicorn")
NEEDED_BY_TESTS = ("pytest", "pytestqt", "xdist", "hypothesis", "importlinter")
WITHOUT_WINDOW = frozenset(
    ("-h", "--help", "--version", "--check", "--demo", "--serve", "--install-launcher", "--remove-launcher"),
)

# Set for the restart only: "ready" when the .venv looked ready, "made" when it has just been made.
RESTARTED = "ITEMLINK_RESTARTED"


def run() -> NoReturn:
    """Start ItemLink with the arguments of the command line, and end with its exit code."""
    sys.exit(start(sys.argv[1:]))


def start(argv: Sequence[str]) -> int:
    """Start ItemLink and return its exit code.

    Args:
        argv: the arguments without the program's name.

    Raises:
        SystemExit: see ``ensure``.
    """
    ensure(argv)
    try:
        from itemlink_gui.app import main

        return main(list(argv))
    except ImportError as error:
        window = opens_window(argv)
        on_x = window and system.qt_plugin(os.environ) in ("", "xcb")
        text = system.library_error(error, system.LIBRARIES | (system.WINDOW_LIBRARIES if on_x else {}))
        if text is None:
            raise
        notice.tell(text, in_window=window and _without_terminal())
        return 1


def ensure(argv: Sequence[str], *, tests: bool = False) -> None:
    """Return when ItemLink can be imported and shown; otherwise set it up and start again, or say what is missing.

    Args:
        argv: the arguments without the program's name; some of them open no window.
        tests: what only the tests need is wanted too, and no window.

    Raises:
        SystemExit: something is missing, and has been told; or on Windows the restarted program has ended.
    """
    window = not tests and opens_window(argv)
    in_window = window and _without_terminal()
    try:
        _ensure_parts(_needed(argv, tests=tests), Setup(ROOT), in_window=in_window)
        if window and (text := system.no_screen(os.environ)):
            raise ItemLinkError(text)
    except (Cancelled, KeyboardInterrupt):
        notice.say(tr("The set-up was stopped. The next start begins it again."))
        raise SystemExit(130) from None
    except ItemLinkError as error:
        notice.tell(str(error), in_window=in_window)
        raise SystemExit(1) from None


def opens_window(argv: Sequence[str]) -> bool:
    """Tell whether ItemLink opens its window when started with ``argv``."""
    return WITHOUT_WINDOW.isdisjoint(_options(argv))


def _options(argv: Sequence[str]) -> set[str]:
    return {argument.partition("=")[0] for argument in argv}


def _needed(argv: Sequence[str], *, tests: bool) -> tuple[str, ...]:
    """Return the modules that are needed to start with ``argv``."""
    if tests:
        return NEEDED + NEEDED_BY_THE_SERVICE + NEEDED_BY_TESTS
    return NEEDED + NEEDED_BY_THE_SERVICE if "--serve" in _options(argv) else NEEDED


def _without_terminal() -> bool:
    return notice.without_terminal((sys.stdin, sys.stdout, sys.stderr), os.environ)


def _ensure_parts(names: Sequence[str], setup: Setup, *, in_window: bool) -> None:
    """Return when the modules ``names`` can be imported; otherwise start again in the .venv, made first if need be."""
    restarted = os.environ.pop(RESTARTED, None)
    missing = missing_parts(names)
    if not missing and (restarted or not setup.stale(Path(sys.prefix))):
        return
    if restarted == "made" or not (setup.root / "pyproject.toml").is_file():
        raise ItemLinkError(
            tr("ItemLink is not fully installed; it lacks {names}. Install it again.", names=", ".join(missing))
        )
    # Restarted, and still something is missing: the .venv is not what its stamp says.
    broken = restarted == "ready"
    ready = setup.ready() and not broken
    if not ready:
        _make(setup, broken=broken, in_window=in_window)
    _restart(setup.python, "ready" if ready else "made")


def _make(setup: Setup, *, broken: bool, in_window: bool) -> None:
    window = notice.make_window() if in_window else None
    if window is None:
        setup.make(notice.say, broken=broken)
    elif error := window.work(partial(setup.make, broken=broken), setup.run.stop):
        raise error


def _restart(python: Path, state: str) -> NoReturn:
    """Run the same command again with ``python``."""
    os.environ[RESTARTED] = state
    if sys.platform == "win32":
        if Path(sys.executable).stem.lower() == "pythonw":
            python = python.with_name("pythonw.exe")
        raise SystemExit(subprocess.run([python, *sys.orig_argv[1:]]).returncode)  # noqa: S603 (ourselves)
    os.execv(python, [str(python), *sys.orig_argv[1:]])  # noqa: S606 (ourselves)
