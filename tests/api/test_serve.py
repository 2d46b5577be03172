"""The service without a window: ``main.py --serve FILE``."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest

from itemlink_gui import app as root
from itemlink_gui.api import serve, sockets
from itemlink_gui.api.service import Service
from itemlink_gui.base import log
from itemlink_gui.bootstrap import ROOT
from itemlink_gui.engine import Engine
from itemlink_gui.store import database, new_file
from tests.api.conftest import TOKEN, Client, Running
from tests.api.holding import heard, opened
from tests.support import PATIENCE, fill, raw, standing


class Served:
    """A process that serves a file, at a port that the system chose."""

    def __init__(self, path: Path, **environment: str) -> None:
        command = [sys.executable, str(ROOT / "main.py"), "--serve", str(path), "--port", "0"]
        self.process = subprocess.Popen(
            command, env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        assert self.process.stdout is not None
        self.said = ""
        while "Ctrl+C" not in self.said and (line := self.process.stdout.readline()):
            self.said += line
        found = re.search(r"http://localhost:(\d+)\n", self.said)
        assert found is not None, self.process.communicate()
        self.port = int(found[1])
        self.token = found[1] if (found := re.search(r"Token: (\S+)", self.said)) else TOKEN

    def client(self) -> Client:
        return Client(self.port, self.token)

    def end(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Tell it to end, and return its exit code and what else it said."""
        self.process.send_signal(number)
        said = "".join(self.process.communicate(timeout=PATIENCE))
        return self.process.returncode, said


@pytest.fixture(autouse=True)
def closed_log() -> Iterator[None]:
    yield
    log.stop()


@pytest.fixture
def filled(path: Path) -> Path:
    """A file with an item and customers."""
    with closing(Engine(path, keeping=False)) as engine:
        fill(engine, 1, 30)
    return path


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def served(stack: ExitStack, path: Path, **environment: str) -> Served:
    one = Served(path, **environment)
    stack.callback(one.process.communicate)
    stack.callback(one.process.kill)
    return one


def link(client: Client, customer: int) -> int:
    return client("POST", "/api/items/1/add_customer/", {"customer_id": customer}).status


# Whatever was started under nohup hands that on.
_HUNG_UP = [signal.SIGHUP] if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN else []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, *_HUNG_UP])
def test_it_serves_until_it_is_told_to_end(filled: Path, stack: ExitStack, number: int) -> None:
    """Also while others wait; and all that was answered is there."""
    one = served(stack, filled)
    assert (one.said.count(one.token), len(one.token)) == (1, 40)
    assert f"http://localhost:{one.port}/api/docs/" in one.said
    waiting = [opened(one.port, b"GET"[: number % 4]) for number in range(10)]
    client = stack.enter_context(closing(one.client()))
    assert [link(client, customer) for customer in range(1, 21)] == [200] * 20
    waiting += [opened(one.port) for _ in range(10)]
    assert one.end(number) == (0, "")
    assert [heard(other) for other in waiting] == [b""] * 20
    with raw(filled) as connection:
        assert connection.execute("SELECT count(*) FROM item_customer").fetchone() == (20,)
    log = (Path(os.environ["ITEMLINK_HOME"]) / "logs" / "itemlink.log").read_text("utf-8")
    assert one.token not in log
    assert "ERROR" not in log


def test_two_of_them_and_a_window_have_the_same_file(filled: Path, stack: ExitStack) -> None:
    window = stack.enter_context(closing(Engine(filled)))
    clients = [stack.enter_context(closing(served(stack, filled, ITEMLINK_TOKEN=TOKEN).client())) for _ in range(2)]
    for customer in range(1, 11):
        assert link(clients[customer % 2], customer) == 200
    assert standing(window) == {(1, customer) for customer in range(1, 11)}
    for client in clients:
        assert client("GET", "/api/items/1/").json["customer_count"] == 10


def test_a_token_of_ones_own_lets_in_and_is_not_told(filled: Path, stack: ExitStack) -> None:
    own = "!own-token,of~16+"
    one = served(stack, filled, ITEMLINK_TOKEN=own)
    assert own not in one.said
    assert "Token" not in one.said
    client = stack.enter_context(closing(one.client()))
    assert client("GET", "/api/items/").status == 401
    client.token = own
    assert client("GET", "/api/items/").status == 200
    assert one.end() == (0, "")


@pytest.mark.parametrize("token", ["", "x" * 15, "x" * 201, "sixteen characters", "x" * 20 + "ä", "x" * 20 + "\n"])
def test_a_token_that_is_none_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], token: str
) -> None:
    monkeypatch.setenv("ITEMLINK_TOKEN", token)
    assert root.main(["--serve", str(path)]) == 2
    said = "ITEMLINK_TOKEN needs 16 to 200 letters of English, digits or signs, without spaces.\n"
    assert capsys.readouterr() == ("", said)


@pytest.mark.parametrize("content", [None, b"", b"no file of ours" * 100])
def test_what_cannot_be_opened_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    other = tmp_path / "other.itemlink"
    if content is not None:
        other.write_bytes(content)
    assert root.main(["--serve", str(other)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "“other.itemlink” cannot be opened." in said.err
    assert other.exists() == (content is not None)


def test_a_port_that_is_taken_is_told_with_the_next_one(
    running: Running, tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    assert root.main(["--serve", str(path), "--port", str(running.port)]) == 2
    said = re.fullmatch(r"Port (\d+) is used by another program\. Port (\d+) is free\.\n", capsys.readouterr().err)
    assert said is not None
    assert int(said[1]) == running.port
    sockets.close(sockets.bind(int(said[2])))
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_port_below_those_of_programs_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert root.main(["--serve", str(path), "--port", "80"]) == 2
    assert "from 1024 to 65535" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["x", "", "8e3", "٣٣٣٣", "1_024", "9" * 5_000])
def test_a_port_that_is_no_number_is_told(path: Path, capsys: pytest.CaptureFixture[str], port: str) -> None:
    with pytest.raises(SystemExit) as refused:
        root.main(["--serve", str(path), "--port", port])
    assert refused.value.code == 2
    assert "argument --port: The port must be a number from 1024 to 65535.\n" in capsys.readouterr().err


@pytest.mark.parametrize("rest", [[], ["--check", "x.itemlink"], ["x.itemlink"]])
def test_a_port_without_a_service_is_told(capsys: pytest.CaptureFixture[str], rest: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        root.main(["--port", "8000", *rest])
    assert refused.value.code == 2
    assert "--port goes with --serve" in capsys.readouterr().err


def test_a_second_file_is_not_left_out_silently(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        root.main(["--serve", str(path), str(path)])
    assert refused.value.code == 2
    assert "--serve serves one file" in capsys.readouterr().err


def test_a_file_for_reading_only_is_served_so(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(database, "writable", lambda _path: False)
    monkeypatch.setattr(serve, "_goes_on", lambda *_: False)
    assert root.main(["--serve", str(path), "--port", "0"]) == 0
    assert "reading only" in capsys.readouterr().out


def test_where_its_file_is_is_told_and_a_backup_in_its_place_is_served(
    filled: Path, stack: ExitStack, tmp_path: Path
) -> None:
    backup, another, elsewhere = (tmp_path / f"{name}.itemlink" for name in ("backup", "another", "elsewhere"))
    shutil.copyfile(filled, backup)
    new_file.create(another)
    one = served(stack, filled)
    client = stack.enter_context(closing(one.client()))
    assert link(client, 1) == 200
    assert one.process.stderr is not None
    heard = one.process.stderr.readline
    filled.rename(elsewhere)
    gone = "Until it is back, scripts are answered with 503.\n"
    assert heard() == f"{filled.name} was moved or renamed; it is now {elsewhere}. {gone}"
    assert client("GET", "/api/items/1/").status == 503
    elsewhere.rename(filled)
    assert heard() == f"{filled.name} stands where it was, and is served again.\n"
    assert client("GET", "/api/items/1/").json["customer_ids"] == [1]
    another.replace(filled)
    assert heard() == f"Another file was put in the place of {filled.name}. {gone}"
    assert [client("GET", "/api/items/1/").status, link(client, 2)] == [503, 503]
    backup.replace(filled)
    assert heard() == f"{filled.name} is served again, as it is now.\n"
    client.close()
    assert client("GET", "/api/items/1/").json["customer_ids"] == []
    assert link(client, 3) == 200
    assert one.end() == (0, "")
    with raw(filled) as connection:
        assert connection.execute("SELECT customer_id FROM item_customer").fetchall() == [(3,)]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is always full")
def test_what_cannot_be_printed_is_no_reason_to_end(filled: Path, stack: ExitStack) -> None:
    port = sockets.next_free(20_000)
    command = [sys.executable, str(ROOT / "main.py"), "--serve", str(filled), "--port", str(port)]
    own = os.environ | {"ITEMLINK_TOKEN": TOKEN}
    with Path("/dev/full").open("wb") as full:
        process = subprocess.Popen(command, env=own, stdout=full, stderr=subprocess.PIPE)
    stack.callback(process.communicate)
    stack.callback(process.kill)
    client = stack.enter_context(closing(Client(port)))
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        with suppress(ConnectionRefusedError):
            assert client("GET", "/api/items/1/").status == 200
            break
        client.close()
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    assert process.communicate(timeout=PATIENCE)[1] == b""
    assert process.returncode == 0


def test_a_name_that_cannot_be_printed_is_told_as_far_as_it_can(capsys: pytest.CaptureFixture[str]) -> None:
    serve._say("a\udcff")
    assert capsys.readouterr().out == "a\\udcff\n"


def test_it_does_not_outlive_its_service(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serve, "_LOOK_SECONDS", 0.001)
    monkeypatch.setattr(Service, "running", False)
    assert root.main(["--serve", str(path), "--port", "0"]) == 2
    assert capsys.readouterr().err == "The local service has ended. Its log says why.\n"


def test_nothing_of_it_is_loaded_without_being_asked_for() -> None:
    program = "import sys, itemlink_gui.app; print(sorted({'fastapi', 'uvicorn', 'itemlink_gui.api'} & {*sys.modules}))"
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
