"""Missing libraries and screens, in words."""

from __future__ import annotations

import pytest

from itemlink_gui.bootstrap import system
from itemlink_gui.bootstrap.system import LIBRARIES, WINDOW_LIBRARIES, library_error, missing_libraries, no_screen

OFFSCREEN_PACKAGES = "libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0"
WINDOW_PACKAGES = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"


def present(_library: str) -> bool:
    return True


def absent(_library: str) -> bool:
    return False


def test_all_packages_are_named_on_one_line() -> None:
    text = missing_libraries(LIBRARIES | WINDOW_LIBRARIES, absent)
    assert text is not None
    assert f"  sudo apt install {OFFSCREEN_PACKAGES} {WINDOW_PACKAGES}\n" in text


def test_only_what_is_missing_is_named() -> None:
    text = missing_libraries(LIBRARIES, lambda library: library not in ("libEGL.so.1", "libdbus-1.so.3"))
    assert text is not None
    assert "  sudo apt install libegl1 libdbus-1-3\n" in text
    assert "libEGL.so.1, libdbus-1.so.3" in text
    assert missing_libraries(LIBRARIES, present) is None


@pytest.mark.parametrize(
    ("env", "told"),
    [
        ({}, "xvfb xauth"),
        ({"QT_QPA_PLATFORM": "xcb"}, "xvfb xauth"),
        ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-0"}, "xvfb xauth"),
        ({"QT_QPA_PLATFORM": "offscreen"}, None),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, None),
        ({"WAYLAND_DISPLAY": "wayland-0"}, None),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, None),
        ({"QT_QPA_PLATFORM": "wayland;xcb", "DISPLAY": ":0"}, None),
        ({"DISPLAY": ":0"}, None),
    ],
)
def test_a_screen_is_needed(env: dict[str, str], told: str | None) -> None:
    text = no_screen(env, "linux", present, lambda: True)
    if told is None:
        assert text is None
    else:
        assert text is not None
        assert told in text


def test_other_systems_always_have_a_screen() -> None:
    assert no_screen({}, "win32", absent, lambda: False) is None
    assert no_screen({}, "darwin", absent, lambda: False) is None


def test_what_a_window_needs_is_looked_for_on_x_only() -> None:
    text = no_screen({"DISPLAY": ":0"}, "linux", lambda library: library != "libxcb-cursor.so.0", lambda: True)
    assert text is not None
    assert "  sudo apt install libxcb-cursor0\n" in text
    assert no_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux", absent, lambda: True) is None
    assert no_screen({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, "linux", absent, lambda: True) is None


def test_a_screen_that_refuses_is_told() -> None:
    text = no_screen({"DISPLAY": ":555"}, "linux", present, lambda: False)
    assert text is not None
    assert "“:555”" in text


def test_an_x_server_that_is_not_there_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    if not system.loads("libxcb.so.1"):
        pytest.skip("libxcb.so.1 is not on this system")
    monkeypatch.setenv("DISPLAY", ":59999")
    assert not system.x_answers()


def test_loads_tells_what_is_there() -> None:
    assert not system.loads("libitemlink-is-not-there.so.7")


def test_an_import_error_of_qt_is_explained() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    text = library_error(error, LIBRARIES, lambda library: library not in ("libEGL.so.1", "libGL.so.1"))
    assert text is not None
    assert "  sudo apt install libegl1 libgl1\n" in text


def test_a_library_that_is_not_on_the_list_is_named_itself() -> None:
    error = ImportError("libodd.so.2: cannot open shared object file: No such file or directory")
    text = library_error(error, LIBRARIES, lambda library: library != "libodd.so.2")
    assert text is not None
    assert "libodd.so.2" in text


def test_other_import_errors_are_bugs() -> None:
    assert library_error(ImportError("cannot import name 'x' from 'y'"), LIBRARIES, absent) is None
