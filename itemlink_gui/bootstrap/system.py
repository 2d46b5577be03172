"""Finds out what Qt will miss on this system, and names the packages that bring it."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Mapping

from itemlink_gui.base.i18n import tr

# What Qt loads from the system, and the Debian and Ubuntu package that brings it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def loads(library: str) -> bool:
    """Tell whether the system has the shared library ``library``, such as ``libEGL.so.1``."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def x_answers() -> bool:
    """Tell whether the X server of ``DISPLAY`` lets us in; Qt would abort if not."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def missing_libraries(known: Mapping[str, str], loads: Callable[[str], bool] = loads) -> str | None:
    """Return what to say when some of the libraries ``known`` (with their packages) are missing; None when none is."""
    missing = {library: package for library, package in known.items() if not loads(library)}
    if not missing:
        return None
    return tr(
        "Qt, which draws ItemLink's window, needs system libraries that are missing here: {libraries}.\n\n"
        "On Debian and Ubuntu install them with:\n\n  sudo apt install {packages}\n\nThen start ItemLink again.",
        libraries=", ".join(missing),
        packages=" ".join(missing.values()),
    )


def qt_plugin(env: Mapping[str, str]) -> str:
    """Return how Qt is told to reach the screen, such as ``xcb`` or ``offscreen``; empty when Qt chooses."""
    return env.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0]


def no_screen(
    env: Mapping[str, str],
    platform: str = sys.platform,
    loads: Callable[[str], bool] = loads,
    answers: Callable[[], bool] = x_answers,
) -> str | None:
    """Return what to say when no window can be shown; None when one can, or only Qt knows.

    Args:
        env: the environment.
        platform: as in ``sys.platform``.
        loads: tells whether a library is there.
        answers: tells whether the X server lets us in.
    """
    plugin = qt_plugin(env)
    if not platform.startswith("linux") or plugin not in ("", "xcb", "wayland"):
        return None
    display, wayland = env.get("DISPLAY"), env.get("WAYLAND_DISPLAY")
    if not (display if plugin == "xcb" else display or wayland):
        return tr(
            "ItemLink opens a window and needs a screen, and there is none here (DISPLAY is not set). Start it from "
            "your desktop. For a virtual screen, on Debian and Ubuntu:\n\n  sudo apt install xvfb xauth\n"
            "  xvfb-run python3 main.py"
        )
    if plugin == "wayland" or (wayland and not plugin):
        return None
    if not all(map(loads, WINDOW_LIBRARIES)):
        return missing_libraries(LIBRARIES | WINDOW_LIBRARIES, loads)
    if not answers():
        return tr("The screen “{display}” does not let ItemLink in. Start it from your own desktop.", display=display)
    return None


def library_error(error: ImportError, known: Mapping[str, str], loads: Callable[[str], bool] = loads) -> str | None:
    """Return what to say when a library of the system is missing; None for any other error.

    Args:
        error: what the import of Qt ended with; it names only the first library.
        known: the libraries that are needed, with their packages.
        loads: tells whether a library is there.
    """
    library, _, rest = str(error).partition(": ")
    if "cannot open shared object" not in rest:
        return None
    return missing_libraries({library: library, **known}, loads)
