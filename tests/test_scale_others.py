"""What the benchmark has others do: that they do it, and what is said where one is not there."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from itemlink_gui.ops import sample
from tests.scale import growth, making, others
from tests.scale.data import Data, Size
from tests.scale.measure import Nothing
from tests.support import raw

SIZE = Size(300, 3, 600)
ITEM, NEW = list(range(1, 101)), list(range(51, 151))


class Files(Data):
    """Files of a few records."""

    def file(self, size: Size | None = None) -> Path:
        size = size or self.size
        path = self.scratch / f"{size.customers}.itemlink"
        if not path.exists():
            sample.write_file(path, items=size.items, customers=size.customers, links=size.links, seed=1)
        return path


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(SIZE, tmp_path)


def test_django_links_unlinks_and_replaces(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("django")
    copy = files.copy()
    monkeypatch.setattr(files, "copy", lambda: copy)
    monkeypatch.setattr(Path, "unlink", lambda path: None)
    done: list[int] = []

    def once(work: Nothing, back: object) -> float:
        work()
        with raw(copy) as connection:
            (number,) = connection.execute("SELECT count(*) FROM item_customer WHERE item_id = 4").fetchone()
        done.append(number)
        return 1.0

    monkeypatch.setattr(others, "_often", once)
    found = others.writes(files, ITEM, NEW[:80])
    assert found == {work: {"Django": 1.0} for work in ("link", "unlink", "replace")}
    assert done == [100, 0, 80]


def test_where_django_is_not_there_one_line_says_so(
    files: Files, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert others.writes(files, ITEM, NEW) == {"link": {}, "unlink": {}, "replace": {}}
    (line,) = capsys.readouterr().err.splitlines()
    assert "'.[bench]'" in line


def test_qts_own_model_is_shown_sorted_searched_and_scrolled(qtbot: QtBot, files: Files) -> None:
    found = others.reads(files, ["smith", "o'no", "no such"])
    assert list(found) == ["first", "sort", "smith", "o'no", "no such", "jump"]
    assert all(list(by_name) == ["QSqlTableModel"] for by_name in found.values())


def test_growth_takes_the_sizes_up_to_the_benchmarks_own(
    qtbot: QtBot, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growth, "SIZES", (Size(100, 2, 150), SIZE, Size(10**6, 1, 1)))
    monkeypatch.setattr(growth, "OPENED", 1)
    monkeypatch.setattr(growth, "ROUNDS", 2)
    found = {row.work.split(",")[0]: row for row in growth.rows(files)}
    assert list(found) == ["open", "search", "jump", "small drop"]
    assert all(row.unit == "×" and row.ours > 0 for row in found.values())
    assert not list(files.scratch.glob("copy-*"))


def test_a_file_is_made_by_the_programs_own_command(files: Files) -> None:
    (row,) = making.rows(files)
    assert row.unit == "links/s"
    assert list(files.scratch.iterdir()) == []
