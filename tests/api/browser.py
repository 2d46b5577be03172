"""A real browser without a window, led through the DevTools protocol: JSON over two pipes, nothing else to install."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import signal
import time
from pathlib import Path
from typing import Any

PROGRAM = "chromium"
# What one step may take on a slow machine.
PATIENCE = 60.0

SWITCHES = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",  # it refuses to run as root with it
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--no-first-run",
    "--no-default-browser-check",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--window-size=1200,900",
)

# Answers as soon as the expression is true; looks again whenever anything in the page changes.
UNTIL = """new Promise(done => {
    const watch = new MutationObserver(look);
    function look() {
        const found = %s;
        if (found) { watch.disconnect(); done(found === true || String(found)); }
    }
    watch.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    look();
})"""

# The middle of an element, once it stands still where it can be clicked.
MIDDLE = """(async () => {
    const found = %s;
    found.scrollIntoView({block: "center", behavior: "instant"});
    await Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)));
    const box = found.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
})()"""


class Browser:
    """One browser with one page.

    Args:
        home: an empty folder for what the browser writes.
    """

    def __init__(self, home: Path) -> None:
        # In the browser theirs are 3 and 4. The first is the lowest number of all, so the second is never 3.
        ask, answer = os.pipe(), os.pipe()
        theirs = (ask[0], answer[1])
        self._ask, self._answer = ask[1], answer[0]
        self._process = os.posix_spawn(
            shutil.which(PROGRAM) or PROGRAM,
            [PROGRAM, *SWITCHES, f"--user-data-dir={home}", "about:blank"],
            {**os.environ, "HOME": str(home)},
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, str(home / "log"), os.O_WRONLY | os.O_CREAT, 0o600),
                (os.POSIX_SPAWN_DUP2, theirs[0], 3),
                (os.POSIX_SPAWN_DUP2, theirs[1], 4),
            ],
            setpgroup=0,
        )
        for one in theirs:
            os.close(one)
        self._rest, self._number, self._session = b"", 0, ""
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def close(self) -> None:
        """End the browser with all that it started."""
        self._session = ""
        with contextlib.suppress(OSError):
            self.ask("Browser.close")
            while True:
                self._next(time.monotonic() + PATIENCE)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._ask)
        os.close(self._answer)

    def _next(self, end: float) -> dict[str, Any]:
        while b"\0" not in self._rest:
            if not select.select([self._answer], [], [], max(0.0, end - time.monotonic()))[0]:
                raise TimeoutError("the browser does not answer")
            if not (piece := os.read(self._answer, 1 << 20)):
                raise ConnectionError("the browser has ended")
            self._rest += piece
        first, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(first)
        if "method" in message:
            self.events.append(message)
        return message

    def ask(self, method: str, **params: object) -> dict[str, Any]:
        """Ask the browser and return its answer; what happens meanwhile is added to ``events``.

        Raises:
            RuntimeError: it refused.
            TimeoutError: it did not answer.
        """
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        sent = json.dumps(message).encode() + b"\0"
        while sent:
            sent = sent[os.write(self._ask, sent) :]
        end = time.monotonic() + PATIENCE
        while (answer := self._next(end)).get("id") != self._number:
            pass
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return dict(answer["result"])

    def look(self, expression: str) -> Any:
        """Return what JavaScript makes of ``expression`` in the page; of a promise, what it brings."""
        answer = self.ask("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def until(self, expression: str) -> Any:
        """Wait until ``expression`` is true in the page."""
        return self.look(UNTIL % expression)

    def open(self, address: str) -> None:
        """Go to ``address``, and return when it has loaded."""
        self.events.clear()
        if error := self.ask("Page.navigate", url=address).get("errorText"):
            raise ConnectionError(error)
        end = time.monotonic() + PATIENCE
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self._next(end)

    def click(self, element: str) -> None:
        """Click with the mouse on what the expression ``element`` finds, as soon as it is there."""
        self.until(element)
        x, y = self.look(MIDDLE % element)
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def type(self, element: str, text: str) -> None:
        """Click into a field, and let ``text`` replace what it holds."""
        self.click(element)
        self.look(f"{element}.select()")
        self.ask("Input.insertText", text=text)

    def picture(self, target: Path) -> None:
        """Save what the page looks like as a PNG."""
        target.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))

    def asked(self) -> list[str]:
        """Return the address of every request since the page was opened."""
        return [one["params"]["request"]["url"] for one in self.events if one["method"] == "Network.requestWillBeSent"]

    def complaints(self) -> list[str]:
        """Return what the page's console holds that should not be there, and uncaught exceptions."""
        found = []
        for event in self.events:
            said = event["params"]
            if event["method"] == "Log.entryAdded" and said["entry"]["level"] in ("error", "warning"):
                found.append(f"{said['entry']['text']} ({said['entry'].get('url', '')})")
            if event["method"] == "Runtime.consoleAPICalled" and said["type"] in ("error", "warning", "assert"):
                found.append(json.dumps(said["args"]))
            if event["method"] == "Runtime.exceptionThrown":
                found.append(json.dumps(said["exceptionDetails"]))
        return found
