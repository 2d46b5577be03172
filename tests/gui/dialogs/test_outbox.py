"""The outbox: messages to copy, to hand over and to save."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from itemlink_gui.gui.dialogs.outbox import Outbox, written
from itemlink_gui.ops import links
from itemlink_gui.store.outbox import News
from tests.gui.helpers import Person


@pytest.fixture
def outbox(person: Person) -> Outbox:
    person.trigger("outbox")
    person.settle()
    (dialog,) = person.window.findChildren(Outbox)
    person.until(lambda: bool(dialog.table.rows))
    return dialog


def listed(outbox: Outbox) -> list[str]:
    return [news.name for news in outbox.table.rows]


def test_what_a_message_says() -> None:
    found = written(News(1, "Ann Lee", "ann@example.org", ("Maths", "Arts"), ("Pottery",), "2026-01-31T12:00:00Z", ""))
    assert found.subject == "Changes to your items"
    for part in ("Hello Ann Lee,", "New for you:\n  • Maths\n  • Arts", "No longer yours:\n  • Pottery", "since"):
        assert part in found.text


def test_a_copied_message_counts_as_told_and_undo_takes_that_back(person: Person, outbox: Outbox) -> None:
    before = listed(outbox)
    outbox.copy.click()
    person.until(lambda: listed(outbox) == before[1:])
    assert f"Hello {before[0]}," in QApplication.clipboard().text()
    assert "sent" not in person.message
    person.engine.undo().result(30)
    person.until(lambda: listed(outbox) == before)


def test_it_is_handed_to_the_mail_program(person: Person, outbox: Outbox, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    row = next(row for row, news in enumerate(outbox.table.rows) if news.email)
    outbox.view.selectRow(row)
    name = listed(outbox)[row]
    outbox.open_mail.click()
    person.until(lambda: name not in listed(outbox))
    assert opened[0].startswith("mailto:")


def test_without_a_mail_program_nobody_counts_as_told(
    person: Person, outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    row = next(row for row, news in enumerate(outbox.table.rows) if news.email)
    outbox.view.selectRow(row)
    before = listed(outbox)
    outbox.open_mail.click()
    person.settle()
    assert "No mail program answered" in person.prompts.calls[-1][2]
    assert listed(outbox) == before


def test_without_an_address_there_is_nobody_to_hand_it_to(person: Person, outbox: Outbox) -> None:
    for row, news in enumerate(outbox.table.rows):
        outbox.view.selectRow(row)
        assert outbox.open_mail.isEnabled() == bool(news.email)


def test_all_are_saved_each_in_a_file_and_nothing_is_overwritten(
    person: Person, outbox: Outbox, tmp_path: Path
) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    names = listed(outbox)
    (folder / f"{names[0]}.eml").write_text("mine")
    person.prompts.will("choose_folder", folder)
    outbox.save_all.click()
    person.until(lambda: not outbox.table.rows)
    assert (folder / f"{names[0]}.eml").read_text() == "mine"
    saved = sorted(folder.glob("*.eml"))
    assert len(saved) == len(names) + 1
    found = message_from_bytes((folder / f"{names[0]} (2).eml").read_bytes(), policy=default)
    assert f"Hello {names[0]}," in found.get_content()
    assert not outbox.copy.isEnabled()


def test_what_cannot_be_saved_does_not_count_as_told(person: Person, outbox: Outbox, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    before = listed(outbox)
    person.prompts.will("choose_folder", blocked, None)
    outbox.save.click()
    person.settle()
    assert "could not be saved" in person.prompts.calls[-1][2]
    outbox.save.click()
    person.settle()
    assert listed(outbox) == before


def test_it_follows_the_file(person: Person, outbox: Outbox) -> None:
    name = listed(outbox)[0]
    outbox.skip.click()
    person.until(lambda: name not in listed(outbox))
    person.engine.run(links.clear("customer", [person.id("customer", name)]))
    person.until(lambda: name in listed(outbox))
    assert "No longer yours:" in outbox.text.toPlainText()
