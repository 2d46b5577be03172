"""The dialog of the local service: what scripts need to know, shown and copied, and what was asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit

from itemlink_gui.base import paths, tokens
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.served import Served
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import service as module
from itemlink_gui.gui import theme
from itemlink_gui.gui.dialogs import request_list, service
from itemlink_gui.gui.dialogs.service import ServiceDialog
from itemlink_gui.gui.tables.roles import Role
from tests.gui.conftest import Open, watch_model
from tests.gui.dialogs.seen import button, said
from tests.gui.fakes import FakeServices
from tests.gui.helpers import HOSTILE, Person, delete_later, retype

# All of the path but the number is what the service lets through.
LONG = "/api/" + "long_" * 60


def settings() -> Settings:
    return Settings(paths.settings_file())


@pytest.fixture
def worker(services: FakeServices, open_window: Open, small: Path) -> Person:
    return open_window(small)


def shown(person: Person) -> ServiceDialog:
    person.trigger("local_service")
    (dialog,) = person.window.findChildren(ServiceDialog)
    return dialog


@pytest.fixture
def dialog(worker: Person) -> ServiceDialog:
    return shown(worker)


def push(person: Person, name: str) -> None:
    dialog = person.window.findChild(ServiceDialog)
    assert dialog is not None
    pressed = button(dialog, name)
    assert pressed.isVisible()
    assert pressed.isEnabled(), name
    pressed.click()
    person.until(lambda: person.app._service.state in ("on", "off"))
    person.settle()


def text(dialog: ServiceDialog, name: str) -> str:
    (line,) = dialog.findChildren(QLineEdit, name)
    return line.text()


def close(dialog: ServiceDialog) -> None:
    dialog.reject()
    delete_later()


def test_it_is_opened_once(worker: Person, dialog: ServiceDialog) -> None:
    assert shown(worker) is dialog
    assert "Only programs on this computer that have the token get in." in str(
        [label.text() for label in dialog.findChildren(type(dialog._state))]
    )


def test_off_and_on_with_what_is_shown_each_time(worker: Person, dialog: ServiceDialog) -> None:
    assert said(dialog, "serviceState") == "The local service is off."
    assert [text(dialog, name) for name in ("serviceAddress", "serviceToken", "serviceExample")] == ["", "", ""]
    for name in ("serviceDocs", "serviceRenew", "serviceAddress_copy", "serviceToken_copy", "serviceExample_copy"):
        assert not button(dialog, name).isEnabled(), name
    push(worker, "serviceSwitch")
    assert said(dialog, "serviceState") == "The local service answers on port 8000."
    assert text(dialog, "serviceAddress") == "http://localhost:8000/api/"
    assert not dialog._port.isEnabled()
    assert button(dialog, "serviceSwitch").text() == "Stop"
    push(worker, "serviceSwitch")
    assert said(dialog, "serviceState") == "The local service is off."
    assert text(dialog, "serviceAddress") == ""
    assert dialog._port.isEnabled()


def test_enter_starts_it_and_does_not_stop_it(worker: Person, dialog: ServiceDialog) -> None:
    dialog._port.setFocus()
    QTest.keyClick(dialog._port, Qt.Key.Key_Return)
    worker.until(lambda: worker.app._service.state == "on")
    assert button(dialog, "serviceSwitch").hasFocus()
    dialog._address.line.setFocus()
    QTest.keyClick(dialog._address.line, Qt.Key.Key_Return)
    worker.settle()
    assert worker.app._service.state == "on"
    assert dialog.isVisible()


@pytest.mark.parametrize("name", ["serviceExample_copy", "serviceRenew", "serviceClose"])
def test_enter_presses_the_button_that_has_the_keyboard_and_does_not_start_it(
    worker: Person, dialog: ServiceDialog, services: FakeServices, name: str
) -> None:
    worker.window.settings.set("service_token", tokens.hashed("forgotten"))
    dialog._show()
    made, pressed = button(dialog, name), []
    # It has one to copy from the last time.
    made.setEnabled(True)
    made.clicked.disconnect()
    made.clicked.connect(lambda: pressed.append(name))
    made.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(made, key)
    worker.settle()
    assert pressed == [name, name]
    assert services.made == []
    # That one started it: pressed once more, it does not stop it.
    dialog._switch.setFocus()
    QTest.keyClick(dialog._switch, Qt.Key.Key_Return)
    worker.until(lambda: worker.app._service.state == "on")
    QTest.keyClick(dialog._switch, Qt.Key.Key_Return)
    worker.settle()
    assert worker.app._service.state == "on"


# The token.


def test_the_token_is_made_at_the_first_start_and_shown_until_the_dialog_is_closed(
    worker: Person, dialog: ServiceDialog, services: FakeServices
) -> None:
    push(worker, "serviceSwitch")
    token = text(dialog, "serviceToken")
    assert settings().get("service_token") == tokens.hashed(token) == services.made[0].token_hash
    assert token not in paths.settings_file().read_text()
    assert "when this dialog is closed it can only be renewed" in said(dialog, "serviceHint")
    push(worker, "serviceToken_copy")
    assert QApplication.clipboard().text() == token
    push(worker, "serviceExample_copy")
    example = f'curl http://localhost:8000/api/items/ -H "Authorization: Token {token}"'
    assert QApplication.clipboard().text() == example
    push(worker, "serviceAddress_copy")
    assert QApplication.clipboard().text() == "http://localhost:8000/api/"
    close(dialog)
    again = shown(worker)
    assert text(again, "serviceToken") == ""
    assert "YOUR_TOKEN" in text(again, "serviceExample")
    assert not button(again, "serviceToken_copy").isEnabled()
    assert said(again, "serviceHint").startswith("Only its hash is kept.")


def test_a_button_says_for_a_moment_that_it_copied(
    worker: Person, dialog: ServiceDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    push(worker, "serviceSwitch")
    made = button(dialog, "serviceAddress_copy")
    shown: list[str] = []
    monkeypatch.setattr(theme, "icon", lambda name: shown.append(name) or QIcon())
    monkeypatch.setattr(service, "SEEN_MS", 0)
    made.click()
    worker.until(lambda: shown == ["check", "copy"])


def test_a_second_start_leaves_the_token(worker: Person, dialog: ServiceDialog) -> None:
    push(worker, "serviceSwitch")
    token = text(dialog, "serviceToken")
    push(worker, "serviceSwitch")
    push(worker, "serviceSwitch")
    assert text(dialog, "serviceToken") == token


def test_a_token_that_another_window_made_is_not_replaced(
    worker: Person, dialog: ServiceDialog, services: FakeServices
) -> None:
    theirs = tokens.hashed("of another window")
    settings().set("service_token", theirs)
    push(worker, "serviceSwitch")
    assert settings().get("service_token") == theirs
    assert [one.token_hash for one in services.running] == [theirs]
    assert text(dialog, "serviceToken") == ""


def test_another_token_counts_at_once_where_it_runs(
    worker: Person, dialog: ServiceDialog, services: FakeServices
) -> None:
    push(worker, "serviceSwitch")
    first = text(dialog, "serviceToken")
    worker.prompts.will("ask", False)
    push(worker, "serviceRenew")
    assert text(dialog, "serviceToken") == first
    worker.prompts.will("ask", True)
    push(worker, "serviceRenew")
    second = text(dialog, "serviceToken")
    assert second not in ("", first)
    assert settings().get("service_token") == tokens.hashed(second)
    assert [one.token_hash for one in services.running] == [tokens.hashed(second)]
    assert len(services.made) == 1


def test_it_is_renewed_while_it_is_off_as_well(worker: Person) -> None:
    settings().set("service_token", tokens.hashed("forgotten"))
    worker.window.settings.set("service_token", tokens.hashed("forgotten"))
    dialog = shown(worker)
    worker.prompts.will("ask", True)
    push(worker, "serviceRenew")
    assert settings().get("service_token") == tokens.hashed(text(dialog, "serviceToken"))


# The port.


def test_a_port_that_is_taken_is_said_and_the_next_one_is_a_click_away(
    worker: Person, dialog: ServiceDialog, services: FakeServices
) -> None:
    services.taken = {8000, 8001}
    push(worker, "serviceSwitch")
    assert said(dialog, "serviceReason") == "Port 8000 is used by another program. Port 8001 is free."
    assert settings().get("service_port") == 8000
    push(worker, "serviceFree")
    # Somebody was quicker.
    assert said(dialog, "serviceReason").startswith("Port 8001 is used")
    button(dialog, "serviceFree").setFocus()
    push(worker, "serviceFree")
    assert button(dialog, "serviceSwitch").hasFocus()
    assert said(dialog, "serviceState") == "The local service answers on port 8002."
    assert said(dialog, "serviceReason") == ""
    assert not button(dialog, "serviceFree").isVisible()
    assert settings().get("service_port") == 8002
    # An open dialog says it, and nobody else.
    assert worker.message == ""


@pytest.mark.parametrize("wrong", ["", "0", "80", "1023", "65536", "70000"])
def test_no_such_port_can_be_started(dialog: ServiceDialog, wrong: str) -> None:
    retype(dialog._port, wrong)
    assert dialog._port.text() != wrong or not button(dialog, "serviceSwitch").isEnabled()
    retype(dialog._port, "9000")
    assert button(dialog, "serviceSwitch").isEnabled()


def test_why_it_did_not_start_is_said(worker: Person, dialog: ServiceDialog, services: FakeServices) -> None:
    services.failing = ItemLinkError(HOSTILE)
    push(worker, "serviceSwitch")
    assert said(dialog, "serviceReason") == HOSTILE
    assert dialog._reason.textFormat() == Qt.TextFormat.PlainText
    assert not button(dialog, "serviceFree").isVisible()
    services.failing = None
    push(worker, "serviceSwitch")
    assert said(dialog, "serviceReason") == ""


# The rest.


def test_the_docs_are_opened(worker: Person, dialog: ServiceDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    push(worker, "serviceSwitch")
    push(worker, "serviceDocs")
    assert opened == ["http://localhost:8000/api/docs/"]


def test_it_starts_with_itemlink_if_that_is_ticked(dialog: ServiceDialog) -> None:
    (box,) = dialog.findChildren(QCheckBox, "serviceStarts")
    assert not box.isChecked()
    box.click()
    assert settings().get("service_starts") is True
    box.click()
    assert settings().get("service_starts") is False


def test_a_file_that_can_only_be_read_is_served_and_says_so(worker: Person, services: FakeServices) -> None:
    worker.engine.read_only = True
    dialog = shown(worker)
    push(worker, "serviceSwitch")
    assert said(dialog, "serviceState").endswith("This file can only be read, by programs too.")
    assert len(services.running) == 1


# What was asked.


def request(number: int, status: int = 200, problem: str = "", path: str = "") -> Served:
    return Served("2026-01-31T12:00:59Z", "GET", path or f"/api/items/{number}/", status, 0.2, problem)


def paths_of(dialog: ServiceDialog) -> list[str]:
    return [row.path for row in dialog.list.table.rows]


def test_requests_are_listed_the_newest_first_and_not_without_end(
    worker: Person, dialog: ServiceDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(request_list, "MOST_REQUESTS", 5)
    watch_model(dialog.list.table)
    add = worker.app._service.requests.add
    for number in range(1, 4):
        add(request(number))
    worker.until(lambda: paths_of(dialog) == [f"/api/items/{number}/" for number in (3, 2, 1)])
    for number in range(4, 8):
        add(request(number))
    worker.until(lambda: paths_of(dialog) == [f"/api/items/{number}/" for number in (7, 6, 5, 4, 3)])
    for number in range(8, 20):
        add(request(number))
    worker.until(lambda: len(paths_of(dialog)) >= 5 and paths_of(dialog)[0] == "/api/items/19/")
    close(dialog)
    assert paths_of(shown(worker))[0] == "/api/items/19/"


def test_what_was_refused_stands_out(dialog: ServiceDialog) -> None:
    table = dialog.list.table
    table.put_before([request(1, 401, "Invalid token."), request(2), request(3, 201)])
    answers = [table.index(row, 3) for row in range(3)]
    assert [index.data() for index in answers] == ["401 Invalid token.", "200", "201"]
    assert [bool(index.data(Role.COLOUR)) for index in answers] == [True, False, False]
    assert [bool(index.data(Role.MUTED)) for index in answers] == [False, True, True]
    assert table.index(0, 4).data() == 1
    assert table.index(0, 0).data().endswith(":59")


def test_a_path_is_shown_as_it_is(dialog: ServiceDialog) -> None:
    table = dialog.list.table
    table.put_before([request(1, path=HOSTILE), request(2, path=LONG)])
    assert table.index(0, 2).data() == HOSTILE
    assert "<img" not in table.index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert LONG in table.index(1, 2).data(Qt.ItemDataRole.ToolTipRole)


def test_what_is_looked_at_stays_where_it_is(worker: Person, dialog: ServiceDialog) -> None:
    dialog.list.table.put_before([request(number) for number in range(200)])
    worker.settle()
    bar = dialog.list.view.verticalScrollBar()
    for at in (50, bar.maximum()):
        bar.setValue(at)
        first = dialog.list.view.indexAt(QPoint(20, 5))
        before = first.row()
        for number in range(7):
            dialog._service.requests.add(request(number))
        dialog.list.look()
        worker.settle()
        assert (bar.value(), dialog.list.view.indexAt(QPoint(20, 5)).row()) == (at + 7, before + 7)
    bar.setValue(0)
    dialog._service.requests.add(request(8))
    dialog.list.look()
    assert bar.value() == 0


def test_nobody_looks_while_it_is_not_seen(worker: Person, dialog: ServiceDialog) -> None:
    looking = dialog.list._looking
    assert looking.isActive()
    dialog.hide()
    assert not looking.isActive()


def test_another_files_requests_are_not_mixed_in(worker: Person, path: Path) -> None:
    assert module.MOST_REQUESTS == 500
    worker.app._service.requests.add(request(1))
    worker.window.files.open_requested.emit(path)
    worker.until(lambda: worker.engine.path == path)
    assert worker.app._service.requests.since(0) == (0, [])
