"""What the package says of itself, and the pin of PySide6."""

from __future__ import annotations

import ast
import os
import re
import runpy
import sys
import tomllib
from collections import namedtuple
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

import itemlink_gui
from itemlink_gui.base import paths

ROOT = Path(__file__).parents[1]
MAIN = ROOT / "main.py"
Version = namedtuple("Version", "major minor micro releaselevel serial")


@pytest.fixture(scope="module")
def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_the_version_is_a_release() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", itemlink_gui.__version__)


def test_the_version_stands_in_one_place(project: dict[str, dict[str, dict[str, object]]]) -> None:
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"] == {"path": "itemlink_gui/__init__.py"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no run bit")
def test_main_can_be_double_clicked() -> None:
    assert MAIN.read_bytes().startswith(b"#!/usr/bin/env python3\n")
    assert os.access(MAIN, os.X_OK)


def test_main_can_be_read_by_an_old_python() -> None:
    assert MAIN.read_bytes().isascii()
    ast.parse(MAIN.read_text("ascii"), feature_version=(3, 4))


@pytest.mark.parametrize("minor", [6, 10])
def test_an_old_python_is_told(minor: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", Version(3, minor, 1, "final", 0))
    monkeypatch.setattr(sys, "version", f"3.{minor}.1 (main)")
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(MAIN))
    assert end.value.code == f"ItemLink needs Python 3.11 or newer. This one is 3.{minor}.1."


def test_pyside_is_pinned_by_the_version_of_python(project: dict[str, dict[str, list[str]]]) -> None:
    pins = [Requirement(text) for text in project["project"]["dependencies"]]

    def allowed(python: str, version: str) -> bool:
        fitting = [
            pin
            for pin in pins
            if pin.name == "pyside6" and pin.marker and pin.marker.evaluate({"python_version": python})
        ]
        assert len(fitting) == 1
        return fitting[0].specifier.contains(version)

    assert not allowed("3.11", "6.12.0")
    assert not allowed("3.11", "6.12.3")
    assert allowed("3.11", "6.11.3")
    assert allowed("3.12", "6.12.0")
    assert allowed("3.13", "6.12.0")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from Python 3.12 on None is immortal and has no count")
def test_calls_into_qt_do_not_lose_references_to_none() -> None:
    """PySide6 6.12 on Python 3.11 loses one in every call that returns nothing, and aborts after a few thousand."""
    thing = QObject()
    calls = 3000
    before = sys.getrefcount(None)
    for _ in range(calls):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - calls // 10


@pytest.mark.parametrize("size", [16, 256])
def test_the_icon_can_be_drawn_at_every_size(size: int, qtbot: QtBot) -> None:
    icon = QSvgRenderer(str(paths.resources() / "icons" / "itemlink.svg"))
    assert icon.isValid()
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    icon.render(painter)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(size) for y in range(size)}
    assert image.pixelColor(size // 2, size // 16).alpha() == 255
    assert "#ffc247" in colours
    assert "#ffffff" in colours
