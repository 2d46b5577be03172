"""The one who answers the window's questions in tests."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

from itemlink_gui.base.errors import Cancelled, PortTaken
from itemlink_gui.base.served import Served
from itemlink_gui.engine import Engine
from itemlink_gui.gui.prompts import Prompts

T = TypeVar("T")


class FakePrompts(Prompts):
    """Notes every question and gives the answers put in before; a question without an answer fails the test."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, ...]] = []
        self.bugs: list[str] = []
        self.presses: list[str | None] = []
        """What Enter would have pressed in each question with a choice; None for Cancel."""
        self._answers: dict[str, deque[Any]] = {}

    def will(self, method: str, *answers: Any) -> None:
        """Put in what the next questions of a kind get for an answer."""
        self._answers.setdefault(method, deque()).extend(answers)

    def _answer(self, method: str, *said: str) -> Any:
        self.calls.append((method, *said))
        waiting = self._answers.get(method)
        assert waiting, f"nobody expected to be asked: {method} {said}"
        return waiting.popleft()

    def tell(self, title: str, text: str, details: str = "") -> None:
        self.calls.append(("tell", title, text, details))

    def ask(self, title: str, text: str, verb: str, *, danger: bool = False, details: str = "") -> bool:
        self.presses.append(None if danger else verb)
        return bool(self._answer("ask", title, text, verb, details))

    def choose(self, title: str, text: str, verbs: Mapping[str, str], default: str | None) -> str | None:
        self.presses.append(default)
        answer: str | None = self._answer("choose", title, text, *verbs.values())
        return answer

    def open_file(self, title: str, start_dir: Path) -> Path | None:
        answer: Path | None = self._answer("open_file", title, str(start_dir))
        return answer

    def save_file(self, title: str, suggestion: Path, *, replace: bool = True) -> Path | None:
        answer: Path | None = self._answer("save_file", title, str(suggestion))
        return answer

    def choose_folder(self, title: str) -> Path | None:
        answer: Path | None = self._answer("choose_folder", title)
        return answer

    def wait_for(self, title: str, text: str, work: Callable[[Any], T]) -> T:
        self.calls.append(("wait_for", title, text))
        return work(lambda *_how_far: None)

    def report_bug(self, summary: str, report: str) -> None:
        self.bugs.append(report)

    def unused(self) -> list[str]:
        """Return the questions that were expected and never asked."""
        return [method for method, waiting in self._answers.items() if waiting]


class FakeService:
    """A local service without sockets.

    Args:
        among: all there are.
        engine: of the file.
        told: gets the requests that a test makes up.
    """

    def __init__(self, among: FakeServices, engine: Engine, told: Callable[[Served], None]) -> None:
        self.among = among
        self.engine = engine
        self.told = told
        self.began: Future[str] = Future()
        self.port = 0
        self.token_hash = ""
        self.stopped = self.crashed = False
        self.engine_was_open = False
        """When it was stopped."""

    @property
    def running(self) -> bool:
        return not (self.stopped or self.crashed)

    def start(self, port: int, token_hash: str) -> Future[str]:
        self.port, self.token_hash = port, token_hash
        if self.among.failing is not None:
            self.began.set_exception(self.among.failing)
        elif port in self.among.taken:
            self.began.set_exception(PortTaken(port, port + 1))
        elif not self.among.slow:
            self.answer()
        return self.began

    def answer(self) -> None:
        """Have it started."""
        self.began.set_result(f"http://localhost:{self.port}")

    def renew(self, token_hash: str) -> None:
        self.token_hash = token_hash

    def stop(self) -> None:
        if not self.stopped:
            self.stopped, self.engine_was_open = True, not self.engine._closed
            if not self.began.done():
                self.began.set_exception(Cancelled("The service was stopped."))


class FakeServices:
    """Makes them, and says how they fare."""

    def __init__(self) -> None:
        self.made: list[FakeService] = []
        self.taken: set[int] = set()
        self.failing: Exception | None = None
        self.slow = False

    def __call__(self, engine: Engine, told: Callable[[Served], None]) -> FakeService:
        self.made.append(FakeService(self, engine, told))
        return self.made[-1]

    @property
    def running(self) -> list[FakeService]:
        """Those that were not stopped."""
        return [one for one in self.made if not one.stopped and one.began.done() and not one.began.exception()]
