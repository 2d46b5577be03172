"""Starts with a file that cannot be opened, or after starts that failed: what is offered, and what comes of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from itemlink_gui import app as root
from itemlink_gui.base import paths
from itemlink_gui.base.errors import Cancelled, CannotOpen, CannotWrite
from itemlink_gui.base.settings import Settings
from itemlink_gui.base.starts import Starts
from itemlink_gui.engine import Engine, keeper
from itemlink_gui.gui import application, rescue
from itemlink_gui.gui import text as texts
from itemlink_gui.ops import items
from itemlink_gui.store import backups, new_file, restore
from itemlink_gui.store.check import check
from itemlink_gui.store.salvage import Saved
from tests.gui.conftest import Open
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import Person
from tests.gui.standing import look_often, replaced, spoil_page, told
from tests.support import digest, run, snapshot

# No process has this number.
DEAD = "2147483646 1700000000.000\n"


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    look_often(monkeypatch)


def items_in(path: Path) -> list[str]:
    return [name for _, name, *_ in snapshot(path)["item"]]


def backed_up(path: Path, name: str = "Precious") -> Path:
    """Have a backup of a file made, with an item more, and return it."""
    engine = Engine(path, keeping=False)
    run(engine, items.create(name=name))
    engine.back_up().result()
    engine.close()
    return backups.listed(engine.file_id)[0].path


def last(path: Path) -> None:
    """Have it be the file that was open last."""
    Settings(paths.settings_file()).set("last_file", str(path))


def asked(prompts: FakePrompts) -> tuple[str, ...]:
    (found,) = [call for call in prompts.calls if call[0] == "choose"]
    return found


def arguments(path: Path, how: str) -> list[Path]:
    if how == "last":
        last(path)
        return []
    return [path]


@pytest.fixture(params=["last", "named"])
def how(request: pytest.FixtureRequest) -> str:
    return str(request.param)


# A damaged file.


def test_the_backup_of_a_damaged_file_is_restored(
    open_window: Open, prompts: FakePrompts, small: Path, how: str
) -> None:
    backed_up(small)
    spoil_page(small)
    bad = digest(small)
    prompts.will("choose", "restore")
    person = open_window(*arguments(small, how))
    assert person.engine.path == small
    _, title, text, *verbs = asked(prompts)
    assert title == "Open"
    assert text.startswith("“Spring term.itemlink” cannot be opened. It is damaged. It was left as it is.")
    assert "The newest good backup was made on " in text
    assert verbs == ["Restore the backup", "Save what can be read…"]
    assert "Precious" in person.names("item")
    (kept,) = replaced(small)
    assert digest(kept) == bad
    assert check(small) == []
    person.do(items.create(name="Goes on"))
    person.trigger("undo")
    person.trigger("undo")
    assert "Precious" not in person.names("item")


def test_what_can_be_read_is_saved(open_window: Open, prompts: FakePrompts, small: Path, how: str) -> None:
    spoil_page(small)
    bad, target = digest(small), small.with_name("Saved.itemlink")
    prompts.will("choose", "salvage")
    prompts.will("save_file", target)
    person = open_window(*arguments(small, how))
    assert person.engine.path == target
    assert asked(prompts)[3:] == ("Save what can be read…",)
    assert ("save_file", "Save what can be read", str(small.with_name("Spring term saved.itemlink"))) in prompts.calls
    ((_, title, saved, missing),) = [call for call in prompts.calls if call[0] == "tell"]
    assert title == "Save what can be read"
    assert saved.startswith("The new file has ")
    assert "6 customers" in saved
    assert missing
    assert digest(small) == bad
    assert len(person.names("customer")) == 6
    assert check(target) == []
    person.do(items.create(name="Goes on"))
    assert "Goes on" in items_in(target)


@pytest.mark.parametrize("refuses", ["choose", "save_file"])
def test_whoever_wants_neither_gets_the_first_file(
    open_window: Open, prompts: FakePrompts, small: Path, refuses: str
) -> None:
    spoil_page(small)
    bad = digest(small)
    last(small)
    if refuses == "save_file":
        prompts.will("choose", "salvage", None)
        prompts.will("save_file", None)
    else:
        prompts.will("choose", None)
    person = open_window()
    assert person.engine.path == paths.default_file()
    assert person.message.startswith("“Spring term.itemlink” cannot be opened. It is damaged.")
    assert person.message.endswith(" This is ItemLink.itemlink.")
    assert digest(small) == bad


@pytest.mark.usefixtures("qapp")
def test_whoever_named_it_gets_no_other(prompts: FakePrompts, small: Path) -> None:
    backed_up(small)
    spoil_page(small)
    bad = digest(small)
    prompts.will("choose", None)
    with pytest.raises(CannotOpen) as refused:
        root.build([str(small)])
    assert refused.value.damaged
    assert digest(small) == bad
    assert not paths.default_file().exists()


def test_a_newest_backup_that_is_damaged_is_passed_over(open_window: Open, prompts: FakePrompts, small: Path) -> None:
    good = backed_up(small, "First")
    older = good.with_name(re.sub(r"\d{4}-\d\d-\d\dT", "2026-01-31T", good.name))
    good.rename(older)
    newer = backed_up(small, "Second")
    spoil_page(newer)
    spoil_page(small)
    found = rescue.newest_sound(small)
    assert found is not None
    assert found.path == older
    prompts.will("choose", "restore")
    person = open_window(small)
    assert "First" in person.names("item")
    assert "Second" not in person.names("item")
    assert texts.full_date(found.at.isoformat()) in asked(prompts)[2]


def test_a_restore_that_fails_is_told(
    open_window: Open, prompts: FakePrompts, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up(small)
    spoil_page(small)
    bad = digest(small)
    last(small)

    def refuse(*_: object) -> None:
        raise CannotWrite("The disk is full.", "full")

    monkeypatch.setattr(restore, "restore", refuse)
    prompts.will("choose", "restore", None)
    person = open_window()
    assert ("tell", "Open", "The disk is full.", "") in prompts.calls
    assert person.engine.path == paths.default_file()
    assert digest(small) == bad


def test_a_salvage_that_fails_is_told(open_window: Open, prompts: FakePrompts, small: Path) -> None:
    spoil_page(small)
    last(small)
    prompts.will("choose", "salvage", None)
    prompts.will("save_file", small)
    person = open_window()
    ((_, title, text, _),) = [call for call in prompts.calls if call[0] == "tell"]
    assert title == "Open"
    assert "already" in text
    assert person.engine.path == paths.default_file()


def test_a_damaged_file_from_the_menu_may_be_restored(person: Person, path: Path) -> None:
    backed_up(path)
    spoil_page(path)
    person.prompts.will("choose", "restore")
    person.window.files.open_requested.emit(path)
    person.until(lambda: person.engine.path == path)
    person.settle()
    assert person.names("item") == ["Precious"]


# A missing file.


def test_a_missing_file_with_backups_is_restored(
    open_window: Open, prompts: FakePrompts, small: Path, how: str
) -> None:
    backed_up(small)
    small.unlink()
    prompts.will("choose", "restore")
    person = open_window(*arguments(small, how))
    assert asked(prompts)[3:] == ("Restore the backup",)
    assert person.engine.path == small
    assert "Precious" in person.names("item")
    assert replaced(small) == []


def test_a_missing_file_without_backups_leads_to_the_first(open_window: Open, small: Path) -> None:
    last(small)
    small.unlink()
    person = open_window()
    assert person.engine.path == paths.default_file()
    assert "There is no such file." in person.message
    assert not small.exists()


def test_the_first_file_is_not_made_anew_over_its_backups(open_window: Open, prompts: FakePrompts) -> None:
    first = open_window()
    first.do(items.create(name="Precious"))
    first.engine.back_up().result()
    first.app.close()
    paths.default_file().unlink()
    prompts.will("choose", "restore")
    person = open_window()
    assert person.engine.path == paths.default_file()
    assert person.names("item") == ["Precious"]


def test_whoever_does_not_want_its_backup_gets_an_empty_first_file(open_window: Open, prompts: FakePrompts) -> None:
    first = open_window()
    first.do(items.create(name="Precious"))
    first.engine.back_up().result()
    first.app.close()
    paths.default_file().unlink()
    prompts.will("choose", None)
    person = open_window()
    assert person.engine.path == paths.default_file()
    assert person.names("item") == []
    assert person.message == ""


def test_where_the_file_stood_before_counts(small: Path, tmp_path: Path) -> None:
    """Another file's backups are not offered."""
    backed_up(small)
    other = Path(shutil.copy(small, tmp_path / "other.itemlink"))
    other.write_text("no database")
    assert rescue.newest_sound(other) is None
    assert not rescue.helps(CannotOpen(other, "It is not an ItemLink file.", foreign=True))
    assert rescue.helps(CannotOpen(small, "It is not an ItemLink file.", foreign=True))


def test_a_file_that_is_only_held_or_newer_is_not_replaced(small: Path) -> None:
    backed_up(small)
    assert not rescue.helps(CannotOpen(small, "Another program is using it."))
    assert not rescue.helps(CannotOpen(small, "It was made by a newer ItemLink."))


# What is told of a salvage.


def test_the_summary_counts_what_is_missing() -> None:
    none = {"item": 0, "customer": 0, "link": 0, "step": 0}
    whole = Saved({"item": 1, "customer": 2, "link": 3, "step": 0}, none, none)
    assert rescue.summary(whole) == (
        "The new file has 1 item, 2 customers, 3 links and 0 steps of the history.",
        "Nothing is missing as far as can be told.",
    )
    _, lost = rescue.summary(Saved(none, none | {"link": 1}, none | {"item": 2}))
    assert lost.startswith("1 record, link or step could not be read. In 2 records something may be missing")


# Safe mode.


def failed_starts(count: int = 2) -> None:
    paths.starts_file().parent.mkdir(parents=True, exist_ok=True)
    paths.starts_file().write_text(DEAD * count)


def test_after_two_starts_that_failed_all_is_as_at_first(
    open_window: Open, prompts: FakePrompts, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_often(monkeypatch, keeping=True)
    looked: list[int] = []
    idle = keeper.Keeper.idle
    monkeypatch.setattr(keeper.Keeper, "idle", lambda one: (looked.append(1), idle(one))[1])
    last(small)
    settings = Settings(paths.settings_file())
    settings.set("window", {"spoilt": 1})
    settings.set("columns", {"items": {"order": ["count"]}})
    failed_starts()
    prompts.will("choose", "last")
    person = open_window()
    assert person.engine.path == small
    _, title, text, *verbs = asked(prompts)
    assert title == "Safe mode"
    assert "Which file shall be opened?" in text
    assert verbs == ["Open “Spring term”", "Open another file…"]
    assert told(person)["safe"].startswith("Safe mode, because ItemLink did not start properly")
    assert "spoilt" not in Settings(paths.settings_file()).get("window")
    person.do(items.create(name="Works"))
    seen = len(looked)
    person.until(lambda: len(looked) > seen + 3)
    assert backups.listed(person.engine.file_id) == []


def test_another_file_may_be_chosen_in_safe_mode(
    open_window: Open, prompts: FakePrompts, small: Path, path: Path
) -> None:
    last(small)
    failed_starts(3)
    prompts.will("choose", "other")
    prompts.will("open_file", path)
    person = open_window()
    assert person.engine.path == path
    assert "safe" in told(person)


@pytest.mark.parametrize("refuses", ["choose", "open_file"])
@pytest.mark.usefixtures("qapp")
def test_whoever_wants_no_file_in_safe_mode_gets_none(prompts: FakePrompts, small: Path, refuses: str) -> None:
    last(small)
    failed_starts()
    if refuses == "open_file":
        prompts.will("choose", "other")
        prompts.will("open_file", None)
    else:
        prompts.will("choose", None)
    with pytest.raises(Cancelled):
        root.build([])


def test_a_named_file_is_opened_in_safe_mode_without_a_question(open_window: Open, small: Path) -> None:
    failed_starts()
    person = open_window(small)
    assert "safe" in told(person)
    assert person.engine.path == small


def test_one_start_that_failed_is_no_reason(open_window: Open, small: Path) -> None:
    failed_starts(1)
    person = open_window(small)
    assert told(person) == {}


@pytest.mark.parametrize("through", ["lived", "closed"])
def test_a_start_that_came_through_counts_no_more(
    open_window: Open, small: Path, monkeypatch: pytest.MonkeyPatch, through: str
) -> None:
    failed_starts(1)
    if through == "lived":
        monkeypatch.setattr(application, "SETTLED_MS", 1)
    person = open_window(small)
    if through == "lived":
        person.until(lambda: paths.starts_file().read_text() == "")
    else:
        assert len(paths.starts_file().read_text().splitlines()) == 2
        person.window.close()
    assert paths.starts_file().read_text() == ""
    person.app.close()
    assert Starts(paths.starts_file()).begin() == 0


@pytest.mark.usefixtures("qapp", "prompts")
def test_a_file_that_cannot_be_opened_is_no_start_that_failed(tmp_path: Path) -> None:
    failed_starts(1)
    with pytest.raises(CannotOpen):
        root.build([str(tmp_path / "missing.itemlink")])
    assert paths.starts_file().read_text() == ""


def test_the_safe_mode_stays_with_another_file(open_window: Open, small: Path, tmp_path: Path) -> None:
    failed_starts()
    person = open_window(small)
    other = tmp_path / "other.itemlink"
    new_file.create(other)
    person.window.files.open_requested.emit(other)
    person.until(lambda: person.engine.path == other)
    assert "safe" in told(person)
