"""The log: kept small, and without any name, text or path of the user."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import peewee
import pytest

from itemlink_gui.base import log
from itemlink_gui.base.errors import CannotOpen, Conflict, Invalid
from itemlink_gui.base.paths import PACKAGE
from itemlink_gui.engine import Engine
from itemlink_gui.ops import customers, items
from itemlink_gui.ops.operation import Operation
from tests.support import PATIENCE, Child, raw, run

CANARY = "Kanarienvogel"


@pytest.fixture(autouse=True)
def _stopped() -> Iterator[None]:
    yield
    log.stop()
    logging.getLogger("itemlink_gui").setLevel(logging.NOTSET)


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_what_an_error_says_is_left_out() -> None:
    for error in (
        ValueError(CANARY),
        KeyError(CANARY),
        UnicodeEncodeError("utf-8", CANARY, 0, 1, CANARY),
        FileNotFoundError(2, CANARY, CANARY),
        CannotOpen(Path(CANARY), CANARY),
        Invalid(CANARY, CANARY),
        Conflict("name", CANARY, CANARY),
        peewee.OperationalError(CANARY),
    ):
        told = log.describe(raised(error))
        assert CANARY not in told
        assert type(error).__name__ in told
        assert "tests/base/test_log.py" in told


def test_errors_behind_an_error_are_described() -> None:
    def fail() -> None:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.execute("CREATE TABLE t (a CHECK (0))")
            try:
                connection.execute("INSERT INTO t VALUES (1)")
            except sqlite3.IntegrityError as error:
                raise ValueError(CANARY) from error

    with pytest.raises(ValueError, match=CANARY) as caught:
        fail()
    told = log.describe(caught.value)
    assert told.index("sqlite3.IntegrityError SQLITE_CONSTRAINT_CHECK") < told.index("which led to:")
    assert told.endswith("builtins.ValueError")


def test_what_is_suppressed_stays_out() -> None:
    def fail() -> None:
        try:
            raise KeyError(CANARY)
        except KeyError:
            raise ValueError(CANARY) from None

    with pytest.raises(ValueError, match=CANARY) as caught:
        fail()
    assert "KeyError" not in log.describe(caught.value)


def test_paths_are_cut_down() -> None:
    code = compile("1 / 0", f"/home/{CANARY}/.venv/lib/python3/site-packages/thing/part.py", "exec")
    with pytest.raises(ZeroDivisionError) as caught:
        exec(code)
    assert "thing/part.py:1" in log.describe(caught.value)
    assert CANARY not in log.describe(caught.value)


def test_a_record_with_an_error_is_written_without_its_message(tmp_path: Path) -> None:
    log.start(tmp_path / "made")
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("itemlink_gui.test").exception("it failed")
    log.stop()
    written = (tmp_path / "made" / "itemlink.log").read_text()
    assert "it failed" in written
    assert "builtins.ValueError" in written
    assert CANARY not in written


def test_started_twice_it_writes_once(tmp_path: Path) -> None:
    log.start(tmp_path)
    log.start(tmp_path)
    logging.getLogger("itemlink_gui.test").info("once")
    log.stop()
    assert (tmp_path / "itemlink.log").read_text().count("once") == 1


def test_it_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "LIMIT", 2000)
    log.start(tmp_path)
    for _ in range(300):
        logging.getLogger("itemlink_gui.test").info("x" * 80)
    log.stop()
    assert len(list(tmp_path.iterdir())) == 1 + log.KEPT
    assert sum(one.stat().st_size for one in tmp_path.iterdir()) <= (1 + log.KEPT) * 2000


@pytest.mark.parametrize("obstacle", ["file in place of the folder", "folder in place of the file"])
def test_without_a_place_to_write_it_goes_nowhere(
    tmp_path: Path, obstacle: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "logs"
    if obstacle == "file in place of the folder":
        folder.write_text("")
    else:
        (folder / "itemlink.log").mkdir(parents=True)
    log.start(folder)
    logging.getLogger("itemlink_gui.test").info("nowhere")
    assert capfd.readouterr().err == ""


def test_no_name_reaches_the_log_whatever_fails(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    log.start(folder)
    engine = Engine(path)
    engine.listen(lambda change: print({}[CANARY]))  # a listener that fails
    item = run(engine, items.create(name=CANARY, description=CANARY))
    run(engine, customers.create(username=CANARY, full_name=CANARY, email=f"{CANARY}@example.org", notes=CANARY))

    def bug(*_: object) -> None:
        raise RuntimeError(CANARY, item)

    refused = [
        engine.run(customers.create(username=CANARY)),
        engine.run(items.update(item, name=CANARY, expected={"name": CANARY[:-1], CANARY: CANARY})),
        engine.run(items.update(item, name=CANARY + "\x01")),
        engine.run(Operation(CANARY, bug)),
        engine.read(lambda: bug()),
        engine.save_copy(tmp_path / CANARY / CANARY),
    ]
    for future in refused:
        assert future.exception(PATIENCE) is not None
    with raw(path) as other:
        other.execute("INSERT INTO item (name, created_at, updated_at) VALUES (?, '', '')", (CANARY,))
        other.execute("DROP TABLE item_part")
    assert engine.run(items.create(name=CANARY)).exception(PATIENCE) is not None
    path.rename(tmp_path / f"{CANARY}.itemlink")
    assert engine.run(items.create(name=CANARY)).exception(PATIENCE) is not None
    engine.close()
    written = (folder / "itemlink.log").read_text()
    assert "RuntimeError" in written
    assert "a listener failed" in written
    assert CANARY not in written
    assert str(tmp_path) not in written


CRASH = """
import ctypes
from itemlink_gui.base import log
log.start(Path(argv[0]))
say(log.watch_for_crashes(Path(argv[0])))
if argv[1] == "crash":
    ctypes.string_at(0)
"""


def test_what_the_system_ended_is_told_at_the_next_start_without_paths(tmp_path: Path) -> None:
    with Child(CRASH, tmp_path / "logs", "crash") as child:
        assert child.hear() == ""
        assert child.end() < 0
    with Child(CRASH, tmp_path / "logs", "") as child:
        crash = child.hear()
        assert child.end() == 0
    assert "Segmentation fault" in crash
    assert "ctypes/__init__.py" in crash
    kept = (tmp_path / "logs" / "itemlink.log").read_text("utf-8")
    assert "ended by the system" in kept
    assert "Segmentation fault" in kept
    for told in (crash, kept):
        assert str(PACKAGE.parent.parent) + "/" not in told
    with Child(CRASH, tmp_path / "logs", "") as child:
        assert child.hear() == ""
        assert child.end() == 0


def test_where_no_log_can_be_written_no_crash_is_watched_for(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert log.watch_for_crashes(tmp_path / "file" / "logs") == ""
