"""The local service of the open file: on, off, and with the file that it belongs to."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from itemlink_gui.api.service import Service as RealService
from itemlink_gui.base import paths, tokens
from itemlink_gui.base.errors import ItemLinkError
from itemlink_gui.base.paths import PACKAGE
from itemlink_gui.base.served import Served
from itemlink_gui.base.settings import Settings
from itemlink_gui.engine import Engine
from itemlink_gui.gui import service as module
from itemlink_gui.gui.dialogs.service import ServiceDialog
from itemlink_gui.gui.service import LocalService, Requests, Service
from tests.gui.conftest import Open
from tests.gui.fakes import FakeService, FakeServices
from tests.gui.helpers import Person
from tests.support import PATIENCE

HASH = tokens.hashed("secret")


def settings() -> Settings:
    return Settings(paths.settings_file())


@pytest.fixture
def worker(services: FakeServices, open_window: Open, small: Path) -> Person:
    """One who has opened the small file, and made a token before."""
    settings().set("service_token", HASH)
    return open_window(small)


def local(person: Person) -> LocalService:
    return person.app._service


def start(person: Person, port: int = 8000) -> FakeService | None:
    local(person).start(port)
    person.until(lambda: local(person).state != "starting")
    return getattr(local(person), "_service", None)


def sign(person: Person) -> QPushButton:
    return person.find(QPushButton, "serviceSign")


def test_the_real_one_and_the_fake_have_what_the_window_needs(engine: Engine, services: FakeServices) -> None:
    made: list[Service] = [RealService(engine, lambda _served: None), services(engine, lambda _served: None)]
    assert all(callable(part) for one in made for part in (one.start, one.renew, one.stop))


def test_it_is_off_until_it_is_started_and_then_there_is_a_sign(worker: Person, services: FakeServices) -> None:
    assert services.made == []
    assert not sign(worker).isVisible()
    start(worker, 8123)
    assert [(one.port, one.token_hash) for one in services.running] == [(8123, HASH)]
    assert sign(worker).isVisible()
    assert "8123" in sign(worker).text()
    assert "8123" in sign(worker).accessibleName()
    assert settings().get("service_port") == 8123
    sign(worker).click()
    assert worker.window.findChild(ServiceDialog) is not None
    local(worker).stop()
    worker.until(lambda: local(worker).state == "off")
    assert services.running == []
    assert not sign(worker).isVisible()


def test_a_second_start_changes_nothing(worker: Person, services: FakeServices) -> None:
    start(worker)
    start(worker, 9000)
    assert [one.port for one in services.made] == [8000]


def test_it_can_be_stopped_while_it_starts(worker: Person, services: FakeServices) -> None:
    services.slow = True
    local(worker).start(8000)
    assert local(worker).state == "starting"
    local(worker).stop()
    worker.until(lambda: local(worker).state == "off")
    assert [one.stopped for one in services.made] == [True]
    assert worker.message == ""
    assert not sign(worker).isVisible()


def test_the_window_goes_on_while_it_stops(worker: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    made = start(worker)
    assert made is not None
    go_on = threading.Event()
    monkeypatch.setattr(made, "stop", lambda: go_on.wait(PATIENCE))
    local(worker).stop()
    assert local(worker).state == "stopping"
    worker.settle()
    assert local(worker).state == "stopping"
    go_on.set()
    worker.until(lambda: local(worker).state == "off")


@pytest.fixture
def looking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK_MS", 1)


def test_a_token_of_another_window_counts_here_as_well(looking: None, worker: Person, services: FakeServices) -> None:
    start(worker)
    (made,) = services.made
    other = tokens.hashed("of another window")
    settings().set("service_token", other)
    worker.until(lambda: made.token_hash == other)
    assert local(worker).lets_in("of another window")
    assert not local(worker).lets_in("secret")
    # Where the settings cannot be read, nothing else gets in, and nobody is locked out.
    settings().set("service_token", "")
    worker.settle()
    assert made.token_hash == other


def test_where_it_ends_by_itself_that_is_said(looking: None, worker: Person, services: FakeServices) -> None:
    start(worker)
    services.made[0].crashed = True
    worker.until(lambda: local(worker).state == "off")
    assert worker.message == "The local service is off. It ended by itself."
    assert sign(worker).text() == "Service off"


# With ItemLink.


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "WAIT_MS", 0)
    settings().set("service_starts", True)


@pytest.mark.usefixtures("soon")
def test_it_starts_with_the_window_if_that_is_wanted(open_window: Open, services: FakeServices, small: Path) -> None:
    settings().set("service_token", HASH)
    settings().set("service_port", 9001)
    person = open_window(small)
    person.until(lambda: local(person).state == "on")
    assert [one.port for one in services.running] == [9001]


@pytest.mark.usefixtures("soon")
def test_a_port_that_is_taken_is_told_in_the_bar(open_window: Open, services: FakeServices, small: Path) -> None:
    settings().set("service_token", HASH)
    services.taken = {8000}
    person = open_window(small)
    person.until(lambda: person.message != "")
    assert person.message.startswith("The local service is off. Port 8000 is used by another program.")
    assert person.window.findChild(ServiceDialog) is None
    assert person.prompts.calls == []
    person.push("messageMore")
    assert person.window.findChild(ServiceDialog) is not None


@pytest.mark.usefixtures("soon")
def test_why_it_is_off_stays_until_it_was_seen(open_window: Open, services: FakeServices, small: Path) -> None:
    settings().set("service_token", HASH)
    services.taken = {8000}
    person = open_window(small)
    person.until(lambda: person.message != "")
    person.window.bar.hide_message()
    assert (sign(person).isVisible(), sign(person).text()) == (True, "Service off")
    assert sign(person).accessibleName() == f"The local service is off. {local(person).problem}"
    assert "Port 8001 is free" in sign(person).toolTip()
    # A window with other words has it as well.
    person.app._opened._on_words()
    person.settle()
    assert sign(person).isVisible()
    sign(person).click()
    dialog = person.window.findChild(ServiceDialog)
    assert dialog is not None
    assert dialog._reason.text() == "Port 8000 is used by another program. Port 8001 is free."
    assert not sign(person).isVisible()
    dialog._free.click()
    person.until(lambda: local(person).state == "on")
    assert sign(person).text() == "Port 8001"


@pytest.mark.usefixtures("soon")
def test_why_it_is_off_goes_when_it_is_started(open_window: Open, services: FakeServices, small: Path) -> None:
    settings().set("service_token", HASH)
    services.taken = {8000}
    person = open_window(small)
    person.until(lambda: sign(person).isVisible())
    services.taken = set()
    start(person)
    local(person).stop()
    person.until(lambda: local(person).state == "off")
    assert not sign(person).isVisible()


@pytest.mark.usefixtures("soon")
def test_without_a_token_that_anybody_knows_it_does_not_start(
    open_window: Open, services: FakeServices, small: Path
) -> None:
    person = open_window(small)
    person.until(lambda: person.message != "")
    assert "has no token yet" in person.message
    assert services.made == []


@pytest.mark.usefixtures("soon")
def test_in_safe_mode_it_does_not_start_by_itself(
    open_window: Open, services: FakeServices, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings().set("service_token", HASH)
    began: list[int] = []
    monkeypatch.setattr(LocalService, "begin", lambda _self: began.append(1))
    monkeypatch.setattr("itemlink_gui.app.MOST", 0)
    monkeypatch.setattr("itemlink_gui.gui.rescue.ask_which", lambda path, _prompts: path)
    person = open_window(small)
    assert "safe" in person.window.banners.shown()
    assert began == []


def test_a_mistake_of_the_program_is_reported_and_it_is_off(
    worker: Person, services: FakeServices, caplog: pytest.LogCaptureFixture
) -> None:
    services.failing = ZeroDivisionError("a mistake")
    local(worker).start(8000)
    worker.until(lambda: worker.prompts.bugs != [])
    worker.prompts.bugs.clear()
    caplog.clear()
    assert local(worker).state == "off"


def test_what_it_cannot_do_is_said(worker: Person, services: FakeServices) -> None:
    services.failing = ItemLinkError("The local service lacks fastapi.")
    start(worker)
    assert worker.message == "The local service is off. The local service lacks fastapi."


# What it was asked.


def request(number: int, status: int = 200) -> Served:
    return Served("2026-01-31T12:00:00Z", "GET", f"/api/items/{number}/", status, 1.5)


def test_only_the_last_requests_are_remembered_the_newest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_REQUESTS", 3)
    requests = Requests()
    requests.add(request(1))
    seen, found = requests.since(0)
    assert (seen, found) == (1, [request(1)])
    for number in range(2, 7):
        requests.add(request(number))
    assert requests.since(seen) == (6, [request(6), request(5), request(4)])
    assert requests.since(6) == (6, [])


# The whole of it.


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def test_what_a_script_does_appears_at_once_and_can_be_undone(person: Person) -> None:
    person.trigger("local_service")
    dialog = person.window.findChild(ServiceDialog)
    assert dialog is not None
    dialog._port.setText(str(free_port()))
    dialog._switch.click()
    person.until(lambda: local(person).state != "starting")
    assert local(person).state == "on", dialog._reason.text()
    connection = http.client.HTTPConnection("localhost", local(person).port, timeout=PATIENCE)
    body = json.dumps({"username": "zoe", "full_name": "Zoë Script"})
    headers = {"Authorization": f"Token {dialog._secret.line.text()}", "Content-Type": "application/json"}
    connection.request("POST", "/api/customers/", body, headers)
    answer = connection.getresponse()
    assert (answer.status, json.loads(answer.read())["username"]) == (201, "zoe")
    person.until(lambda: "Zoë Script" in person.names("customer"))
    person.until(lambda: [row.path for row in dialog.list.table.rows] == ["/api/customers/"])
    connection.request("GET", "/api/customers/", headers={"Authorization": "Token wrong"})
    assert connection.getresponse().status == 401
    connection.close()
    person.until(lambda: [row.status for row in dialog.list.table.rows] == [401, 201])
    person.until(lambda: "Zoë Script" in person.action("undo").text())
    person.trigger("undo")
    assert "Zoë Script" not in person.names("customer")
    person.window.close()
    assert local(person).state == "off"


def test_the_port_of_another_program_is_said_and_one_that_is_free_offered(person: Person) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = int(other.getsockname()[1])
        person.trigger("local_service")
        dialog = person.window.findChild(ServiceDialog)
        assert dialog is not None
        dialog._port.setText(str(taken))
        dialog._switch.click()
        person.until(lambda: local(person).state == "off")
        assert dialog._reason.text().startswith(f"Port {taken} is used by another program.")
        dialog._free.click()
        person.until(lambda: local(person).state != "starting")
        assert (local(person).state, local(person).port > taken) == ("on", True)


def test_the_window_can_be_closed_while_it_starts(person: Person) -> None:
    local(person).renew()
    local(person).start(free_port())
    person.window.close()
    assert [thread.name for thread in threading.enumerate() if "service" in thread.name] == []
    assert local(person).state == "off"


def test_nothing_of_it_is_loaded_before_it_is_started(small: Path, home: Path) -> None:
    code = (
        "import sys; from itemlink_gui import app; one = app.build(sys.argv[1:]); one.close();"
        "print(sorted({name.partition('.')[0] for name in sys.modules}"
        " & {'fastapi', 'uvicorn', 'starlette', 'pydantic', 'pydantic_core', 'anyio', 'h11', 'asyncio'}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(small)], cwd=PACKAGE.parent, capture_output=True, text=True, timeout=PATIENCE
    )
    assert (ran.returncode, ran.stdout) == (0, "[]\n"), ran.stderr
