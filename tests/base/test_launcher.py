"""The entry in the applications menu."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from configparser import RawConfigParser
from contextlib import closing
from pathlib import Path

import pytest

from itemlink_gui.base import files, launcher, paths
from itemlink_gui.base.errors import ItemLinkError

NASTY = [
    "a b",
    'say "hi"',
    "100%f",
    "back\\slash",
    "$HOME",
    "`id`",
    "it's",
    "ünï",
    "semi;colon&",
    "tab\there",
    "new\nline",
]
pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="for Linux desktops")


def needed(tool: str, package: str) -> str:
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"{tool} is not installed: sudo apt install {package}")
    return found


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, with an unhandy name."""
    folder = tmp_path / "my data (100%)"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desktop's tools, which leave caches behind, are not there."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)


def entry(data: Path) -> dict[str, str]:
    parser = RawConfigParser(delimiters="=", comment_prefixes="#")
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string((data / launcher.ENTRY).read_text("utf-8"))
    return dict(parser["Desktop Entry"])


def test_what_is_installed(data: Path) -> None:
    written = launcher.install()
    assert set(written) == {
        data / "applications" / "itemlink.desktop",
        data / "mime" / "packages" / "itemlink.xml",
        data / "icons" / "hicolor" / "scalable" / "apps" / "itemlink.svg",
        data / "icons" / "hicolor" / "scalable" / "mimetypes" / "application-x-itemlink.svg",
    }
    assert all(path.is_file() for path in written)
    found = entry(data)
    assert found["Icon"] == str(data / launcher.ICON)
    assert found["MimeType"] == "application/x-itemlink;"
    assert found["Exec"].endswith(" --in-window %f")
    assert "@" not in found["Exec"] + found["Icon"]


def test_the_entry_is_valid(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    validate = needed("desktop-file-validate", "desktop-file-utils")
    for words in [list(launcher.command()), ["/opt/my python", *NASTY]]:
        monkeypatch.setattr(launcher, "command", lambda words=words: words)
        launcher.install()
        done = subprocess.run([validate, data / launcher.ENTRY], capture_output=True, text=True)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("/usr/bin/python3", "/usr/bin/python3"),
        ("/a b/main.py", '"/a b/main.py"'),
        ("100%f", "100%%f"),
        ('a"b', '"a\\\\"b"'),
        ("a$b", '"a\\\\$b"'),
        ("a`b", '"a\\\\`b"'),
        ("a\\b", '"a\\\\\\\\b"'),
        ("a\nb", '"a\\nb"'),
        ("", '""'),
    ],
)
def test_quoting(argument: str, expected: str) -> None:
    assert launcher.quoted(argument) == expected


def test_a_desktop_starts_it_with_nasty_paths(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The desktop's own reader of entries takes the quoting apart again."""
    gio = needed("gio", "libglib2.0-bin")
    program = tmp_path / "the $program `x`"
    shown = tmp_path / "shown"
    program.write_text(f'#!/bin/sh\nprintf "%s\\0" "$@" > "{shown}.part"; mv "{shown}.part" "{shown}"\n')
    program.chmod(0o755)
    monkeypatch.setattr(launcher, "command", lambda: [str(program), *NASTY])
    launcher.install()
    file = tmp_path / "Spring term 50%.itemlink"
    file.touch()
    subprocess.run([gio, "launch", data / launcher.ENTRY, file], check=True, capture_output=True, timeout=20)
    limit = time.monotonic() + 10
    while not shown.exists():  # the program is on its own
        assert time.monotonic() < limit
        os.sched_yield()
    assert shown.read_text("utf-8").split("\0")[:-1] == [*NASTY, "--in-window", str(file)]


def test_files_are_known_by_name_and_by_content(data: Path, tmp_path: Path) -> None:
    needed("update-mime-database", "shared-mime-info")
    launcher.install()
    assert "application/x-itemlink:*.itemlink" in (data / "mime" / "globs").read_text()
    gio = needed("gio", "libglib2.0-bin")
    kinds = {}
    for name, number in (("named.itemlink", 0), ("without-suffix", 0x49544C4B), ("other", 0)):
        with closing(sqlite3.connect(tmp_path / name)) as database:
            database.execute(f"PRAGMA application_id = {number}")
            database.execute("CREATE TABLE x (y)")
            database.commit()
        command = [gio, "info", "-a", "standard::content-type", tmp_path / name]
        kinds[name] = subprocess.run(command, capture_output=True, text=True).stdout.split()[-1]
    assert kinds["named.itemlink"] == kinds["without-suffix"] == "application/x-itemlink"
    assert kinds["other"] != "application/x-itemlink"


def test_a_double_click_opens_it(data: Path) -> None:
    needed("update-desktop-database", "desktop-file-utils")
    gio = needed("gio", "libglib2.0-bin")
    launcher.install()
    done = subprocess.run([gio, "mime", "application/x-itemlink"], capture_output=True, text=True)
    assert "itemlink.desktop" in done.stdout.splitlines()[0]


def test_removing_leaves_nothing(data: Path, alone: None) -> None:
    data.mkdir()
    written = launcher.install()
    assert set(launcher.remove()) == set(written)
    assert list(data.iterdir()) == []
    assert launcher.remove() == []


def test_removing_leaves_what_others_put_there(data: Path) -> None:
    other = data / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\n")
    launcher.install()
    launcher.remove()
    assert other.exists()
    left = [path for path in data.rglob("*") if path.is_file()]
    assert not any("itemlink" in path.name or b"itemlink" in path.read_bytes() for path in left)


def test_installing_again_replaces(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    launcher.install()
    monkeypatch.setattr(launcher, "command", lambda: ["/elsewhere/python3"])
    launcher.install()
    assert entry(data)["Exec"] == "/elsewhere/python3 --in-window %f"


def test_what_cannot_be_written_is_told_and_nothing_is_left(
    data: Path, alone: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files.write_bytes

    def full(target: Path, content: bytes) -> None:
        if target.suffix == ".desktop":
            raise OSError(errno.ENOSPC, "No space left on device", str(target))
        real(target, content)

    monkeypatch.setattr(files, "write_bytes", full)
    with pytest.raises(ItemLinkError, match="No space left on device"):
        launcher.install()
    assert not any(path.is_file() for path in data.rglob("*"))


def test_a_folder_that_is_no_folder_is_told(data: Path) -> None:
    data.write_text("in the way")
    with pytest.raises(ItemLinkError, match="could not be added"):
        launcher.install()


def test_without_a_data_folder_it_goes_to_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alone: None
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tmp_path / ".local/share/applications/itemlink.desktop" in launcher.install()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_told(platform: str, data: Path) -> None:
    for call in (launcher.install, launcher.remove):
        with pytest.raises(ItemLinkError, match="Linux"):
            call(platform)
    assert not data.exists()


def test_the_command_of_a_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    main = Path(__file__).parents[2] / "main.py"
    assert main.stat().st_mode & stat.S_IXUSR
    # The Python of an environment that the user made has what is needed, and stays.
    monkeypatch.setattr(sys, "prefix", "/elsewhere")
    assert list(launcher.command()) == [sys.executable, str(main)]
    # The one behind our own .venv works on when that is gone.
    monkeypatch.setattr(sys, "prefix", str(main.with_name(".venv")))
    monkeypatch.setattr(sys, "_base_executable", "/usr/bin/python3", raising=False)
    assert list(launcher.command()) == ["/usr/bin/python3", str(main)]


def test_the_command_of_an_installed_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "itemlink_gui")
    (tmp_path / "main.py").touch()  # of somebody else
    assert list(launcher.command()) == [sys.executable, "-m", "itemlink_gui"]


def test_the_command_of_a_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert list(launcher.command()) == [sys.executable]
