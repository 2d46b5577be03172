"""The thread that writes watches over its file: moved, replaced, deleted, back again, overwritten in place."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from itemlink_gui.base.errors import CannotWrite
from itemlink_gui.base.notices import Notice
from itemlink_gui.engine import Engine
from itemlink_gui.engine.workers import Job
from itemlink_gui.ops import items
from itemlink_gui.store import new_file, queries, whereabouts
from tests.engine.conftest import Watch
from tests.engine.watching import Watched
from tests.support import PATIENCE, Child, News, ask, assert_sound, digest, fill, raw, run, snapshot, undo

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a descriptor is called")


@pytest.fixture
def one(path: Path, watch: Watch) -> Watched:
    """An engine on a file with two items, watched."""
    watched = watch(path, keeping=False)
    fill(watched.engine, 2, 2)
    watched.look_around()
    return watched


def other_file(path: Path, rows: int = 3) -> Path:
    """Make another file of ours beside a file."""
    other = path.with_name("other.itemlink")
    new_file.create(other)
    engine = Engine(other, keeping=False)
    fill(engine, rows, rows)
    engine.close()
    return other


def touched(path: Path) -> Path:
    path.touch()
    return path


def overwrite(path: Path, content: Path) -> None:
    """Write the bytes of one file into another, in place, as another program would."""
    with Child(
        """
content = Path(argv[1]).read_bytes()
with open(argv[0], "rb+") as file:
    file.write(content)
    file.truncate()
""",
        path,
        content,
    ) as child:
        assert child.end() == 0


def refused(engine: Engine, trouble: str = "moved") -> None:
    """Fail unless nothing can be written."""
    for future in (engine.run(items.create(name="x")), engine.undo()):
        with pytest.raises(CannotWrite) as caught:
            future.result(PATIENCE)
        assert caught.value.trouble == trouble


def names(engine: Engine) -> list[str]:
    return list(ask(engine, lambda: queries.names("item", range(1, 100))).values())


def names_of_writer(engine: Engine) -> list[str]:
    """Ask the writer's connection, without a write before that would look around."""
    job = Job(lambda: list(queries.names("item", range(1, 100)).values()))
    engine._writer.put(job)
    return list(job.future.result(PATIENCE))


def test_nothing_is_told_of_a_file_that_stays(one: Watched) -> None:
    run(one.engine, items.create(name="x"))
    undo(one.engine)
    one.look_around()
    assert one.notices == []


def test_moved_within_its_folder_and_back(one: Watched) -> None:
    now = one.engine.path.rename(one.engine.path.with_name("new name.itemlink"))
    assert one.wait("moved") == Notice("moved", now)
    refused(one.engine)
    one.look_around()
    assert names(one.engine) == ["Item 1", "Item 2"]
    now.rename(one.engine.path)
    one.wait("moved", "here")
    assert run(one.engine, items.create(name="x")) == 3
    one.look_around()
    assert one.kinds == ["moved", "here"]
    assert_sound(one.engine)


@only_linux
def test_moved_to_another_folder_and_on(one: Watched) -> None:
    folder = one.engine.path.parent / "another"
    folder.mkdir()
    now = one.engine.path.rename(folder / "b.itemlink")
    assert one.wait("moved") == Notice("moved", now)
    refused(one.engine)
    now = now.rename(folder / "c.itemlink")
    assert one.wait("moved", "moved") == Notice("moved", now)
    shutil.move(now, one.engine.path)
    one.wait("moved", "moved", "here")
    assert run(one.engine, items.create(name="x")) == 3


def test_deleted(one: Watched) -> None:
    one.engine.path.unlink()
    one.wait("deleted", "backed_up")
    assert one.notices[0] == Notice("deleted")
    refused(one.engine)
    one.look_around()
    # It is all there is of what was done since the last backup.
    assert one.kinds == ["deleted", "backed_up"]
    assert names(one.engine) == ["Item 1", "Item 2"]
    copy = one.engine.path.with_name("copy.itemlink")
    one.engine.save_copy(copy).result(PATIENCE)
    assert len(snapshot(copy)["item"]) == 2


def test_replaced_by_another_file(one: Watched) -> None:
    other = other_file(one.engine.path)
    before = digest(other)
    other.replace(one.engine.path)
    one.wait("replaced", "backed_up")
    assert one.notices[0] == Notice("replaced")
    refused(one.engine)
    one.look_around()
    assert one.kinds == ["replaced", "backed_up"]
    assert digest(one.engine.path) == before
    assert names(one.engine) == ["Item 1", "Item 2"]


def test_replaced_by_a_copy_of_itself(one: Watched) -> None:
    """As programs do that write the whole file anew: it is another one, even with the same in it."""
    copy = one.engine.path.with_name("copy.itemlink")
    overwrite(touched(copy), one.engine.path)
    copy.replace(one.engine.path)
    one.wait("replaced", "backed_up")
    refused(one.engine)


def test_another_file_written_over_it(one: Watched) -> None:
    other = other_file(one.engine.path)
    overwrite(one.engine.path, other)
    assert one.wait("overwritten") == Notice("overwritten")
    before = digest_by_child(one.engine.path)
    refused(one.engine)
    one.look_around()
    assert one.kinds == ["overwritten"]
    assert digest_by_child(one.engine.path) == before == digest(other)


def digest_by_child(path: Path) -> str:
    """Return a fingerprint of a file that this process has open."""
    with Child("import hashlib; say(hashlib.sha256(Path(argv[0]).read_bytes()).hexdigest())", path) as child:
        return str(child.hear())


@pytest.mark.parametrize(
    "rubbish", [b"", b"x" * 10_000, b"SQLite format 3\0" + b"\0" * 10_000], ids=["", "x", "header"]
)
def test_rubbish_written_over_it(one: Watched, rubbish: bytes, caplog: pytest.LogCaptureFixture) -> None:
    kept = one.engine.path.with_name("kept.itemlink")
    one.engine.save_copy(kept).result(PATIENCE)
    with raw(kept) as other:
        other.execute("UPDATE file_state SET file_id = ?", (one.engine.file_id,))
    rubbish_file = one.engine.path.with_name("rubbish")
    rubbish_file.write_bytes(rubbish)
    overwrite(one.engine.path, rubbish_file)
    told = one.wait("overwritten" if not rubbish else "damaged")
    assert told.where is None
    refused(one.engine, "moved" if not rubbish else "damaged")
    unread = one.engine.read(lambda: queries.names("item", [1])).exception(PATIENCE)
    assert isinstance(unread, CannotWrite)
    assert unread.trouble == ("moved" if not rubbish else "damaged")
    assert digest_by_child(one.engine.path) == digest(rubbish_file)
    overwrite(one.engine.path, kept)
    one.wait(told.kind, "here")
    assert run(one.engine, items.create(name="x")) == 3
    assert_sound(one.engine)
    caplog.clear()


# Overwritten in place by an earlier or another state of itself


def counted_alike(path: Path, like: Path) -> None:
    """Give a file that nobody has open the change counter and sizes by which SQLite knows another state."""
    content, model = bytearray(path.read_bytes()), like.read_bytes()
    assert content[28:40] == model[28:40]  # size and free pages happen to be the same
    content[24:28] = model[24:28]
    content[92:96] = model[92:96]
    path.write_bytes(content)


@pytest.fixture
def earlier(one: Watched) -> Path:
    """The file as it was before its items were renamed, but with the change counter of the newest state."""
    kept = one.engine.path.with_name("earlier.itemlink")
    overwrite(touched(kept), one.engine.path)
    for number in (1, 2):
        run(one.engine, items.update(number, name=f"Renamed {number}"))
    latest = one.engine.path.with_name("latest.itemlink")
    overwrite(touched(latest), one.engine.path)
    counted_alike(kept, latest)
    return kept


def test_an_earlier_copy_with_the_same_change_counter_is_noticed(one: Watched, earlier: Path) -> None:
    news = News(one.engine)
    assert names(one.engine) == names_of_writer(one.engine) == ["Renamed 1", "Renamed 2"]
    overwrite(one.engine.path, earlier)
    news.wait(lambda change: change.how == "outside")
    assert names(one.engine) == names_of_writer(one.engine) == ["Item 1", "Item 2"]
    one.look_around()
    assert one.notices == []
    assert [change.how for change in news.changes] == ["outside"]
    assert run(one.engine, items.create(name="x")) == 3
    assert [row[1] for row in snapshot(one.engine.path)["item"]] == ["Item 1", "Item 2", "x"]
    undo(one.engine)
    undo(one.engine)
    assert_sound(one.engine)


def test_an_earlier_copy_is_noticed_before_the_next_write(path: Path) -> None:
    """Even when nobody has looked around since."""
    engine = Engine(path, keeping=False)
    fill(engine, 2, 2)
    kept, latest = path.with_name("earlier.itemlink"), path.with_name("latest.itemlink")
    overwrite(touched(kept), path)
    run(engine, items.update(1, name="Renamed"))
    overwrite(touched(latest), path)
    counted_alike(kept, latest)
    overwrite(path, kept)
    assert run(engine, items.create(name="x")) == 3
    assert names(engine) == ["Item 1", "Item 2", "x"]
    assert_sound(engine)
    engine.close()


@pytest.mark.parametrize("when", [1, 2**60])
def test_a_touch_tells_nothing(one: Watched, when: int) -> None:
    news = News(one.engine)
    os.utime(one.engine.path, ns=(when, when))
    one.look_around()
    assert (one.notices, news.changes) == ([], [])
    assert run(one.engine, items.create(name="x")) == 3
    assert [change.how for change in news.changes] == ["done"]


def test_a_state_of_the_same_number_from_elsewhere_is_noticed(one: Watched) -> None:
    """A copy that went its own way on another computer was put in the place of the open file."""
    theirs = one.engine.path.with_name("theirs.itemlink")
    overwrite(touched(theirs), one.engine.path)
    engine = Engine(theirs, keeping=False)
    run(engine, items.update(1, name="Theirs"))
    engine.close()
    run(one.engine, items.update(1, name="Ours"))
    latest = one.engine.path.with_name("latest.itemlink")
    overwrite(touched(latest), one.engine.path)
    counted_alike(theirs, latest)
    news = News(one.engine)
    assert names(one.engine) == names_of_writer(one.engine) == ["Ours", "Item 2"]
    overwrite(one.engine.path, theirs)
    one.look_around()
    assert [change.how for change in news.changes] == ["outside"]
    assert names(one.engine) == names_of_writer(one.engine) == ["Theirs", "Item 2"]


def test_its_folder_is_gone_and_back(tmp_path: Path, watch: Watch, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As where the system does not tell by which name an open file is known now.
    monkeypatch.setattr(whereabouts, "_DESCRIPTORS", tmp_path / "none")
    folder = tmp_path / "stick"
    folder.mkdir()
    one = watch(path.rename(folder / "on a stick.itemlink"), keeping=False)
    fill(one.engine, 2, 0)
    folder.rename(tmp_path / "elsewhere")
    one.wait("unreachable", "backed_up")
    refused(one.engine)
    (tmp_path / "elsewhere").rename(folder)
    one.wait("unreachable", "backed_up", "here")
    assert run(one.engine, items.create(name="x")) == 3
