"""A file that is no longer where it was opened: nothing old is told of it, and a script is told why."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from itemlink_gui.base.notices import Notice
from itemlink_gui.engine import Engine, workers
from itemlink_gui.store import new_file
from tests.api.conftest import Client, Running, serving
from tests.support import PATIENCE, Child, fill

GONE = {"detail": "The file is no longer where it was opened; ItemLink must open it again."}

READS = (
    "/api/items/", "/api/items/1/", "/api/items/1/customers/", "/api/items/1/customers/1/", "/api/customers/",
    "/api/customers/1/", "/api/companies/", "/api/categories/", "/api/steps/",
)  # fmt: skip


@pytest.fixture
def quick(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    """A service over an engine that looks around every few milliseconds."""
    monkeypatch.setattr(workers, "POLL_SECONDS", 0.01)
    engine = Engine(path)
    fill(engine, 1, 2)
    with serving(engine) as running:
        yield running
    engine.close()


@pytest.fixture
def asking(quick: Running) -> Iterator[Client]:
    """Asks that service."""
    client = Client(quick.port)
    assert client("POST", "/api/items/1/add_customer/", {"customer_id": 1}).status == 200
    yield client
    client.close()


@pytest.fixture
def wait_for(quick: Running) -> Callable[[str], None]:
    """Wait until the engine has seen how its file stands."""
    told: queue.SimpleQueue[Notice] = queue.SimpleQueue()
    quick.engine.watch(told.put)

    def wait(kind: str) -> None:
        while told.get(timeout=PATIENCE).kind != kind:
            pass

    return wait


def move(path: Path, _: Path) -> None:
    path.rename(path.with_name("elsewhere.itemlink"))


def delete(path: Path, _: Path) -> None:
    path.unlink()


def replace(path: Path, other: Path) -> None:
    other.replace(path)


def overwrite(path: Path, other: Path) -> None:
    """As another program does; nobody in this process may open a file that the engine has open."""
    program = """
with open(argv[0], "rb+") as file:
    file.write(Path(argv[1]).read_bytes())
    file.truncate()
"""
    with Child(program, path, other) as child:
        assert child.end() == 0


@pytest.mark.parametrize(
    ("happens", "kind"), [(move, "moved"), (delete, "deleted"), (replace, "replaced"), (overwrite, "overwritten")]
)
def test_nothing_is_told_of_a_file_that_is_gone(
    quick: Running,
    asking: Client,
    wait_for: Callable[[str], None],
    tmp_path: Path,
    happens: Callable[[Path, Path], None],
    kind: str,
) -> None:
    other = tmp_path / "other.itemlink"
    new_file.create(other)
    assert [asking("GET", path).status for path in READS] == [200] * len(READS)
    happens(quick.engine.path, other)
    wait_for(kind)
    for path in READS:
        answer = asking("GET", path)
        assert (answer.status, answer.json) == (503, GONE), path
    for path, body in (("/api/items/", {"name": "a"}), ("/api/undo/", {})):
        answer = asking("POST", path, body)
        assert (answer.status, answer.json) == (503, GONE), path
    assert asking("GET", "/api/schema/").status == 200


def test_a_file_that_is_back_is_told_again(quick: Running, asking: Client, wait_for: Callable[[str], None]) -> None:
    path = quick.engine.path
    elsewhere = path.with_name("elsewhere.itemlink")
    path.rename(elsewhere)
    wait_for("moved")
    assert asking("GET", "/api/items/1/").status == 503
    elsewhere.rename(path)
    wait_for("here")
    assert asking("GET", "/api/items/1/").json["customer_ids"] == [1]
    assert asking("POST", "/api/items/1/add_customer/", {"customer_id": 2}).status == 200


def test_a_file_that_is_damaged_is_still_told(quick: Running, asking: Client) -> None:
    quick.engine.standing = Notice("damaged")
    assert asking("GET", "/api/items/1/").status == 200
