"""What the benchmark has scripts and Django REST framework do: that they do it, and that it is the same."""

from __future__ import annotations

import importlib.util
import json
import time

import pytest
from pytestqt.qtbot import QtBot

from itemlink_gui.store import database, details, history
from tests.scale import service, window
from tests.scale.script import Script
from tests.support import ask, raw
from tests.test_scale_others import Files, files

__all__ = ["files"]


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "LINKED", 2)
    monkeypatch.setattr(service, "ROUNDS", 2)
    monkeypatch.setattr(service, "WATCHED_SECONDS", 0.1)


def test_the_service_is_asked_for_all_that_is_measured(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "_beside_a_window", lambda files: iter(()))
    monkeypatch.setattr(service, "_beside_rest", lambda path, item: iter(()))
    found = list(service.rows(files))
    assert [row.work.split(",")[0] for row in found] == [
        "an item with 277 customers", "add_customer from one client", "list of 300 customers",
    ]  # fmt: skip
    assert all(row.ours > 0 for row in found)
    assert not list(files.scratch.glob("copy-*"))


def test_a_window_is_watched_while_a_script_works(
    qtbot: QtBot, files: Files, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(window.Hands, "scroll", lambda hands, what: None)
    found = list(service._beside_a_window(files))
    assert [row.work.split()[-1] for row in found] == ["p99", "worst"]
    assert "  look on while a script streams and links: p99" in capsys.readouterr().err


def test_a_script_links_and_streams_until_it_is_ended(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    with service._served(files.copy()) as (engine, port), service._script(port, 1, 300):
        (newest,) = ask(engine, lambda: history.steps(1))
        assert newest.who == "service"
        assert newest.label.kind in ("link", "unlink")
    assert "a script linked and unlinked" in capsys.readouterr().err


def test_a_script_asks_over_another_connection_after_a_while(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    with service._served(files.copy()) as (_, port):
        script = Script(port)
        size = len(script.ask("GET", "/api/customers/"))
        first = script._connection.sock
        assert script.stream("/api/customers/") == size
        assert script._connection.sock is first
        monkeypatch.setattr(time, "monotonic", lambda: script._last + 60)
        assert script.stream("/api/customers/?limit=1") < size
        assert script._connection.sock is not first
        script.close()


def test_django_rest_framework_tells_the_same(files: Files) -> None:
    pytest.importorskip("rest_framework")
    path = files.copy()
    with raw(path) as connection:
        connection.execute("UPDATE item_stat SET changed_at = NULL")
    with service._child("rest", path, 1) as (told, once):
        theirs = json.loads(told.readline())
        assert once("") > 0
    with database.opened(path, read_only=True):
        ours = json.loads(details.records("item", [1]) or b"")
        assert json.loads(service._plain(1)) == ours
    assert theirs["customers_detail"]
    assert theirs == {name: ours[name] for name in theirs}


def test_where_it_is_not_there_one_line_says_so(
    files: Files, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert list(service._beside_rest(files.file(), 1)) == []
    (line,) = capsys.readouterr().err.splitlines()
    assert "'.[bench]'" in line
