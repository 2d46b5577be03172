"""The log file: rotated, and without any name, text or path of the user."""

from __future__ import annotations

import faulthandler
import logging
import re
import traceback
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from typing_extensions import override

from itemlink_gui.base.paths import PACKAGE

LIMIT = 512 * 1024
KEPT = 3

_FILE = re.compile(r'File "([^"]*)"')


def describe(error: BaseException) -> str:
    """Return the traceback of an error without what it says: messages and values may hold names.

    Args:
        error: the error; the errors behind it (cause, context) are described too.
    """
    return "\n".join(_lines(error))


def _lines(error: BaseException) -> Iterator[str]:
    behind = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if behind is not None:
        yield from _lines(behind)
        yield "which led to:"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
    code = getattr(error, "sqlite_errorname", "")
    yield f"{type(error).__module__}.{type(error).__qualname__}{' ' + code if code else ''}"


def _short(filename: str) -> str:
    """Cut a path down to what says where in a program it is: a home folder holds a user's name."""
    path = Path(filename)
    if path.is_relative_to(PACKAGE.parent):
        return str(path.relative_to(PACKAGE.parent))
    # Of other people's code the package too; of a file anywhere else the folder may be called after somebody.
    return "/".join(path.parts[-2:]) if "lib" in path.parts or "site-packages" in path.parts else path.name


class _Formatter(logging.Formatter):
    @override
    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return describe(ei[1]) if ei[1] is not None else ""


def start(folder: Path) -> None:
    """Write the log of this run into ``folder``; without a place to write it goes nowhere.

    Args:
        folder: made when missing; at most 4 files of 512 kB are kept in it.
    """
    root = logging.getLogger("itemlink_gui")
    if any(isinstance(handler, RotatingFileHandler) for handler in root.handlers):
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "itemlink.log", maxBytes=LIMIT, backupCount=KEPT, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def watch_for_crashes(folder: Path) -> str:
    """Have Python write down where it was if the system ends this run, until the end of the run.

    Args:
        folder: of the logs; without a place to write nothing is watched.

    Returns:
        what an earlier run left, without paths; empty if none was ended by the system since the last start.
    """
    path = folder / "crash.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        left = path.read_text("utf-8", "replace") if path.exists() else ""
        # Open for as long as the program runs: there is no time for opening it then.
        faulthandler.enable(path.open("w", encoding="utf-8"))
    except OSError:
        return ""
    crash = _FILE.sub(lambda found: f'File "{_short(found[1])}"', left).strip()
    if crash:
        logging.getLogger(__name__).error("an earlier run was ended by the system\n%s", crash)
    return crash


def stop() -> None:
    """Close the log file."""
    root = logging.getLogger("itemlink_gui")
    for handler in list(root.handlers):
        if isinstance(handler, RotatingFileHandler):
            root.removeHandler(handler)
            handler.close()
