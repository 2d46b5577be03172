"""Where things are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from itemlink_gui.base import paths


def test_the_variable_moves_everything(home: Path) -> None:
    for place in (paths.settings_file(), paths.data_dir(), paths.log_dir(), paths.default_file()):
        assert place.is_relative_to(home)
    assert paths.default_file().suffix == ".itemlink"
    assert paths.default_file().parent == paths.data_dir()


def test_a_relative_variable_and_a_tilde_become_whole_paths(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.HOME_VARIABLE, "here")
    assert paths.data_dir() == tmp_path / "here" / "data"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv(paths.HOME_VARIABLE, "~/there")
    assert paths.log_dir() == tmp_path / "there" / "logs"


@pytest.mark.skipif(sys.platform != "linux", reason="names the folders of Linux")
@pytest.mark.parametrize("value", [None, ""])
def test_without_the_variable_the_system_decides(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str | None
) -> None:
    if value is None:
        monkeypatch.delenv(paths.HOME_VARIABLE)
    else:
        monkeypatch.setenv(paths.HOME_VARIABLE, value)
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert paths.settings_file() == tmp_path / "CONFIG" / "ItemLink" / "settings.json"
    assert paths.data_dir() == tmp_path / "DATA" / "ItemLink"
    assert paths.log_dir().is_relative_to(tmp_path / "STATE" / "ItemLink")
    assert not list(tmp_path.iterdir())


def test_resources_are_found_in_a_checkout_a_wheel_and_a_bundle(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert (paths.resources() / "icons").is_dir()
    package = tmp_path / "site-packages" / "itemlink_gui"
    monkeypatch.setattr(paths, "PACKAGE", package)
    assert paths.resources() == tmp_path / "site-packages" / "resources"
    (package / "resources").mkdir(parents=True)
    assert paths.resources() == package / "resources"
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    assert paths.resources() == tmp_path / "bundle" / "resources"
