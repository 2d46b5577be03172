"""Tells people about the set-up where they are: on the terminal, or in a small window when there is no terminal."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import IO, TYPE_CHECKING

from itemlink_gui.base.i18n import tr

if TYPE_CHECKING:
    import tkinter

DIALOGS = (
    ("zenity", "--error", "--no-markup", "--title=ItemLink", "--text"),
    ("kdialog", "--title", "ItemLink", "--error"),
    ("xmessage", "-center"),
    ("notify-send", "ItemLink"),
)


def without_terminal(streams: Sequence[IO[str] | None], env: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether ItemLink was started by a double-click: no terminal at all, and a desktop that can show windows.

    Args:
        streams: standard input, output and error, None where there is none.
        env: the environment.
        platform: as in ``sys.platform``.
    """
    if any(stream is not None and stream.isatty() for stream in streams):
        return False
    return platform in ("win32", "darwin") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def say(text: str) -> None:
    """Write a line on the terminal, where there is one."""
    if sys.stderr is not None:
        print(text, file=sys.stderr, flush=True)


def tell(text: str, *, in_window: bool) -> None:
    """Tell what went wrong.

    Args:
        text: sentences for people.
        in_window: there is no terminal to read it on.
    """
    say(text)
    if not in_window:
        return
    if window := make_window():
        window.tell(text)
        return
    for command in DIALOGS:
        if found := shutil.which(command[0]):
            subprocess.run([found, *command[1:], text], capture_output=True)  # noqa: S603 (one of DIALOGS)
            return


def make_window() -> Window | None:
    """Return a new window; None where tkinter or a screen that it can use is missing."""
    try:
        import tkinter
    except ImportError:
        return None
    try:
        return Window(tkinter.Tk(className="ItemLink"))
    except tkinter.TclError:
        return None


class Window:
    """A small window with what happens now, or what went wrong.

    Args:
        root: the bare window.
    """

    def __init__(self, root: tkinter.Tk) -> None:
        from tkinter import ttk

        self.root = root
        root.title("ItemLink")
        root.minsize(440, 0)
        self._box = ttk.Frame(root, padding=24)
        self._box.pack(fill="both", expand=True)
        self._head = ttk.Label(self._box, font="TkHeadingFont")
        self._head.pack(anchor="w")
        self._step = ttk.Label(self._box)
        self._step.pack(anchor="w", pady=(6, 12))
        self._bar = ttk.Progressbar(self._box, mode="indeterminate")
        self._bar.pack(fill="x")
        self._button = ttk.Button(self._box)
        self._button.pack(anchor="e", pady=(18, 0))
        self._said: list[str] = []

    def work(self, work: Callable[[Callable[[str], None]], None], stop: Callable[[], None]) -> BaseException | None:
        """Run ``work`` in a thread and show its steps; return the error that it ended with, if any.

        Args:
            work: gets a function that takes each step as a line; lines that are indented are parts of a step.
            stop: ends ``work`` early; called from the window's thread.
        """
        errors: list[BaseException] = []

        def run() -> None:
            try:
                work(self._said.append)
            except BaseException as error:
                errors.append(error)

        thread = threading.Thread(target=run, name="set-up")
        self._button.configure(text=tr("Cancel"), command=stop)
        self.root.protocol("WM_DELETE_WINDOW", stop)
        self._bar.start(15)
        thread.start()
        self.root.after(0, self._follow, thread)  # from inside the main loop, which it ends
        self.root.mainloop()
        thread.join()
        self.root.destroy()
        return errors[0] if errors else None

    def _follow(self, thread: threading.Thread) -> None:
        """Show the last step, and look again until the thread has ended."""
        for line in self._said[-2:]:
            label = self._step if line.startswith(" ") else self._head
            label.configure(text=line.strip())
        if thread.is_alive():
            self.root.after(100, self._follow, thread)
        else:
            self.root.quit()

    def tell(self, text: str) -> None:
        """Show ``text``, which can be selected and copied, until the window is closed."""
        import tkinter

        self._head.configure(text=tr("ItemLink cannot start"))
        self._step.destroy()
        self._bar.destroy()
        area = tkinter.Text(
            self._box, width=76, height=18, wrap="word", relief="flat", font="TkTextFont", padx=8, pady=8
        )
        area.insert("1.0", text)
        area.configure(state="disabled")
        area.pack(fill="both", expand=True, pady=(12, 0), before=self._button)
        self._button.configure(text=tr("Close"), command=self.root.quit)
        self._button.focus_set()
        self.root.protocol("WM_DELETE_WINDOW", self.root.quit)
        self.root.mainloop()
        self.root.destroy()
