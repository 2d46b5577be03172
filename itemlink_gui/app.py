"""The composition root: arguments, log, settings, engine and window come together here and nowhere else."""

from __future__ import annotations

import argparse
import os
import re
import signal
import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import itemlink_gui
from itemlink_gui.base import garbage, launcher, log, paths
from itemlink_gui.base.errors import Cancelled, CannotOpen, ItemLinkError
from itemlink_gui.base.i18n import grouped, tr
from itemlink_gui.base.settings import PORT, PORTS, Settings
from itemlink_gui.base.starts import MOST, Starts
from itemlink_gui.ops import sample
from itemlink_gui.store import backups, check, database, new_file

if TYPE_CHECKING:
    from itemlink_gui.base.served import Served
    from itemlink_gui.engine import Engine
    from itemlink_gui.gui.application import App
    from itemlink_gui.gui.service import Service

# A worker that computes in Python hands the interpreter over ten times sooner than by default, so that painting
# does not wait for it.
SWITCH_SECONDS = 0.0005
# As much as this is what writes a sample file after all else.
_NICE = 10


def build(argv: Sequence[str]) -> App:
    """Make everything and show the window, without entering the event loop.

    A `QApplication` that exists is used.

    Args:
        argv: the arguments without the program's name.

    Raises:
        CannotOpen: if the file cannot be opened or made; nothing is created or changed then.
    """
    arguments = _parser().parse_args(argv)
    log.start(paths.log_dir())
    sys.setswitchinterval(SWITCH_SECONDS)
    settings = Settings(paths.settings_file())
    starts = Starts(paths.starts_file())
    safe = starts.begin() >= MOST
    if safe:
        for key in ("window", "columns"):
            settings.set(key, {})
    try:
        return _show(arguments, settings, starts, safe=safe)
    except Cancelled:
        starts.withdraw()
        raise
    except CannotOpen:
        # It is told, and was an end in good order.
        starts.finish()
        raise


def _show(arguments: argparse.Namespace, settings: Settings, starts: Starts, *, safe: bool) -> App:
    # Only here: what needs no window works without Qt's libraries.
    with garbage.nothing_becomes_any():
        from itemlink_gui.gui import application, rescue

    qt = application.qt_application(settings)
    prompts = application.new_prompts()
    path, missed = _file(arguments, settings)
    if safe and not (arguments.file or arguments.new):
        path = rescue.ask_which(path, prompts)
    while True:
        try:
            app = application.App(qt, settings, path, prompts, _service, starts=starts, safe=safe)
            break
        except CannotOpen as error:
            found = rescue.help_open(error, prompts) if rescue.helps(error) else None
            first = path == paths.default_file()
            if found is None and (arguments.file or arguments.new or (first and not error.missing)):
                raise
            path, missed = (found, None) if found else (_default(), None if first else error)
    if missed is not None:
        app.window.bar.show_message(tr("{why} This is {name}.", why=missed, name=path.name), kind="warning")
    return app


def _service(engine: Engine, told: Callable[[Served], None]) -> Service:
    """Return what lets programs reach an open file, not started yet."""
    # Only here: few windows ever need it.
    from itemlink_gui.api.service import Service

    return Service(engine, told)


def _file(arguments: argparse.Namespace, settings: Settings) -> tuple[Path, CannotOpen | None]:
    """Return the file to open, made if that was asked for, and why it is not the last one, if so."""
    if arguments.new:
        new_file.create(arguments.new)
        return arguments.new, None
    if arguments.file:
        return arguments.file, None
    last = Path(settings.get("last_file") or paths.default_file())
    # The first file is not made anew where there are backups of it: they are offered.
    if last != paths.default_file() or backups.of_path(last):
        return last, None
    return _default(), None


def _default() -> Path:
    """Return the file that a first start makes, made if it is not there."""
    path = paths.default_file()
    if not path.exists():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotOpen(path, tr("Its folder cannot be made: {reason}.", reason=error.strerror)) from error
        new_file.create(path)
    return path


def _port(given: str) -> int:
    if not re.fullmatch("-?[0-9]{1,9}", given):
        raise argparse.ArgumentTypeError(
            tr("The port must be a number from {low} to {high}.", low=PORTS[0], high=PORTS[-1])
        )
    return int(given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="itemlink", allow_abbrev=False, description=tr("[Customers] dragged onto [items], kept in one local file.")
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=tr("the file to open; else the last one"))
    parser.add_argument("--version", action="version", version=f"ItemLink {itemlink_gui.__version__}")
    parser.add_argument("--new", type=Path, metavar="FILE", help=tr("make a file and open it; never overwrites"))
    parser.add_argument("--check", type=Path, metavar="FILE", help=tr("verify a file and print what is wrong"))
    parser.add_argument("--install-launcher", action="store_true", help=tr("add ItemLink to the applications menu"))
    parser.add_argument("--remove-launcher", action="store_true", help=tr("take it out of the menu again"))
    parser.add_argument("--in-window", action="store_true", help=tr("tell errors in a dialog, as the menu entry does"))
    served = parser.add_argument_group(tr("local service, for scripts"))
    served.add_argument(
        "--serve", type=Path, metavar="FILE", help=tr("answer scripts on this computer, without a window")
    )
    served.add_argument("--port", type=_port, metavar="N", help=tr("with --serve; else {default}", default=PORT))
    demo = parser.add_argument_group(tr("sample files"))
    demo.add_argument("--demo", type=Path, metavar="FILE", help=tr("write a sample file and exit; never overwrites"))
    for name, default in (("items", 40), ("customers", 500), ("links", 2000), ("seed", 1)):
        demo.add_argument(
            f"--{name}", type=int, default=default, metavar="N", help=tr("with --demo; else {default}", default=default)
        )
    return parser


def main(argv: Sequence[str]) -> int:
    """Run the program and return its exit code: 0, 1 where a check found something, 2 where a file cannot be opened.

    Args:
        argv: the arguments without the program's name.
    """
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.serve and arguments.file:
        parser.error(tr("--serve serves one file"))
    if arguments.port is not None and not arguments.serve:
        parser.error(tr("--port goes with --serve"))
    try:
        done = _without_window(arguments)
        return done if done is not None else _with_window(argv, arguments)
    except Cancelled:
        return 2
    except ItemLinkError as error:
        # Where the system itself starts a service, it reads what that says, and has no screen.
        _tell(error, in_window=arguments.in_window or (not arguments.serve and _nobody_reads()))
        return 2


def _tell(error: ItemLinkError, *, in_window: bool) -> None:
    if not in_window:
        print(error, file=sys.stderr)
        return
    from itemlink_gui.gui import application, prompts

    application.qt_application(Settings(paths.settings_file()))
    prompts.Prompts().tell("ItemLink", str(error))


def _nobody_reads() -> bool:
    """Whether what is printed goes nowhere, as after a double-click, where there is a screen for a dialog."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    try:
        mode = os.fstat(sys.stderr.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return True
    return stat.S_ISSOCK(mode) or (stat.S_ISCHR(mode) and not sys.stderr.isatty())


def _with_window(argv: Sequence[str], arguments: argparse.Namespace) -> int:
    with garbage.nothing_becomes_any():
        from itemlink_gui.gui import application, instance

    settings = Settings(paths.settings_file())
    asked = arguments.file or (None if arguments.new else Path(settings.get("last_file") or paths.default_file()))
    qt = application.qt_application(settings)
    if asked is not None and instance.show_first(asked):
        return 0
    # Everything is stored when it is done: Ctrl+C in the terminal may end the program at once.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    log.start(paths.log_dir())
    crash = log.watch_for_crashes(paths.log_dir())
    # Looking for garbage in all of it would stop the window for 30 ms each time; what comes later takes 1 ms.
    garbage.leave_out_what_is_here()
    app = build(argv)
    if crash:
        app.tell_crash(crash)
    try:
        return int(qt.exec())
    finally:
        app.close()


def _without_window(arguments: argparse.Namespace) -> int | None:
    """Do what needs no window and return the exit code, or None if a window is wanted."""
    if arguments.demo:
        # It may be very large: a window that is at work beside it comes first.
        if hasattr(os, "nice"):
            os.nice(_NICE)
        sample.write_file(
            arguments.demo,
            items=arguments.items,
            customers=arguments.customers,
            links=arguments.links,
            seed=arguments.seed,
            progress=_print_progress if sys.stderr.isatty() else None,
        )
        print(tr("{name} is written.", name=arguments.demo))
        return 0
    if arguments.check:
        return _check(arguments.check)
    if arguments.serve:
        from itemlink_gui.api import serve

        log.start(paths.log_dir())
        return serve.run(arguments.serve, PORT if arguments.port is None else arguments.port)
    if arguments.install_launcher or arguments.remove_launcher:
        for path in launcher.install() if arguments.install_launcher else launcher.remove():
            print(path)
        return 0
    return None


def _check(path: Path) -> int:
    findings = check.check(path)
    for finding in findings:
        print(finding.text)
    if not findings:
        print(tr("{name} is in order.", name=path))
        return 0
    if any(finding.damage for finding in findings) or not _opens(path):
        print(tr("Open it in the window: that offers its backups, or to save what can be read."))
    elif any(finding.mend for finding in findings):
        print(tr("Tools ▸ Check file in the window repairs this."))
    return 1


def _opens(path: Path) -> bool:
    try:
        database.inspect(path)
    except CannotOpen:
        return False
    return True


def _print_progress(what: str, done: int, total: int) -> None:
    print(
        f"\r{what} {grouped(done)} / {grouped(total)} ", end="\n" if done >= total else "", file=sys.stderr, flush=True
    )
