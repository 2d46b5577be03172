"""Making an empty file of ours: whole or not there at all, and never in the place of another."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from itemlink_gui.base.errors import CannotOpen
from itemlink_gui.store import database, new_file, schema
from tests.support import beside, raw

Maker = Callable[[Path], object]


def test_making_a_file(tmp_path: Path) -> None:
    path = tmp_path / "new.itemlink"
    new_file.create(path)
    assert beside(path) == ["new.itemlink"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert database.inspect(path) == schema.newest()
    with raw(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x49544C4B,)
        assert schema.parts(connection) == schema.fresh_parts()
    assert path.read_bytes()[68:72] == b"ITLK"


@pytest.mark.parametrize("maker", [Path.touch, Path.mkdir, lambda path: path.symlink_to("nowhere"), os.mkfifo])
def test_what_is_there_is_never_overwritten(tmp_path: Path, maker: Maker) -> None:
    path = tmp_path / "there.itemlink"
    maker(path)
    before = path.lstat()
    with pytest.raises(CannotOpen, match="already"):
        new_file.create(path)
    assert path.lstat()[:9] == before[:9]
    assert beside(path) == ["there.itemlink"]


@pytest.mark.parametrize("path", [Path("/proc/x.itemlink"), Path("missing/x.itemlink"), Path("x" * 300)])
def test_a_place_that_cannot_be_written_is_told(path: Path) -> None:
    with pytest.raises(CannotOpen) as caught:
        new_file.create(path)
    assert "made there" in caught.value.reason or "could not be written" in caught.value.reason


def test_half_made_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "SCRIPTS", (*schema.SCRIPTS, ("CREATE TABLE t (a)", "CREATE TABLE t (a)")))
    with pytest.raises(CannotOpen):
        new_file.create(tmp_path / "half.itemlink")
    assert list(tmp_path.iterdir()) == []
