"""The window under fire: damaged settings, made-up data in a drag, a file that is held, a lock that was left behind."""

from __future__ import annotations

import base64
import copy
import itertools
import json
import os
import random
import shutil
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QModelIndex, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from itemlink_gui import app as application_root
from itemlink_gui.base import paths
from itemlink_gui.base.settings import Settings
from itemlink_gui.gui import application, instance, theme
from itemlink_gui.gui.tables import mime
from itemlink_gui.gui.window_state import pack
from itemlink_gui.ops import links
from tests.faults.fault import Fault, Outcome, judged
from tests.faults.sharing import hold
from tests.faults.support import Forked, Line, begin
from tests.gui.dragging import COPY
from tests.gui.fakes import FakePrompts
from tests.gui.helpers import Person, delete_later
from tests.gui.tables.test_mime import NONCE, damages, data
from tests.gui.tables.test_mime import pack as packed
from tests.support import PATIENCE, pairs, snapshot, standing

_DROPS = 50
_STATES = 10


@contextmanager
def window(path: Path, *, careless: bool = False) -> Iterator[Person]:
    """Start the program, and end it; a mistake of it that was told or logged fails the trial, unless they are meant."""
    # Dressing every new widget and drawing the icons is most of what a start costs.
    theme._style_sheet = lambda _colors: ""  # type: ignore[assignment]
    theme.picture = _no_picture  # type: ignore[assignment]
    prompts = FakePrompts()
    application.Prompts = lambda: prompts  # type: ignore[attr-defined,assignment,misc]
    app = application_root.build([str(path)])
    person = Person(app, None, prompts)  # type: ignore[arg-type]
    app.window.activateWindow()
    person.settle()
    yield person
    app.close()
    delete_later()
    if careless:
        return
    assert prompts.bugs == []
    logged = [line for log in paths.log_dir().glob("*.log*") for line in log.read_text().splitlines()]
    assert [line for line in logged if " ERROR " in line or " CRITICAL " in line] == []


def _no_picture(_name: str, size: int, _color: int) -> QImage:
    return QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)


def until(condition: Callable[[], object]) -> None:
    """Let the window live until something is so."""
    end = time.monotonic() + PATIENCE
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        assert time.monotonic() < end, "it did not come to that"


# Window state


def _start(path: Path) -> None:
    with window(path) as person:
        assert person.window.isVisible()
        assert len(person.names("item")) == 4
        person.window.close()


def _usual_settings(path: Path) -> dict[str, Any]:
    """Return the settings that a start leaves behind."""
    kept = Path(os.environ["ITEMLINK_FAULT_TEMPLATES"], "settings.json")
    if not kept.exists():
        with Forked(lambda _line: _start(path)) as child:
            assert child.end() == 0
        part = shutil.copyfile(paths.settings_file(), kept.with_name("part.json"))
        part.rename(kept)
    found: dict[str, Any] = json.loads(kept.read_text())
    return found


def _any_value(chosen: random.Random) -> Any:
    return chosen.choice([None, True, -1, 2**40, 10**30, 1.5, "", "\0", [], [None, {}], {"name": -5}, "name", [1, 2]])


def _flip(content: bytes, chosen: random.Random) -> bytes:
    made = bytearray(content)
    for _ in range(chosen.choice([1, 1, 2, 8])):
        made[chosen.randrange(len(made))] ^= 1 << chosen.randrange(8)
    return bytes(made[: chosen.choice([len(made)] * 5 + [chosen.randrange(len(made))])])


def _damage(settings: dict[str, Any], chosen: random.Random) -> bytes:
    match chosen.randrange(4):
        case 0:
            place = chosen.randrange(3)
            text = settings["window"]["parts"][place]
            settings["window"]["parts"][place] = _flip(text.encode(), chosen).decode("latin-1")
        case 1:
            # With a sum that fits: as if the program itself had kept it.
            parts = [base64.b64decode(text) for text in settings["window"]["parts"]]
            place = chosen.randrange(3)
            parts[place] = _flip(parts[place], chosen)
            settings["window"] = pack(parts)
        case 2:
            columns = settings["columns"][chosen.choice(list(settings["columns"]))]
            columns[chosen.choice(list(columns))] = _any_value(chosen)
        case _:
            return _flip(json.dumps(settings).encode(), chosen)
    return json.dumps(settings).encode()


def _window_state(seed: int, folder: Path) -> Outcome:
    """Start twice after each damage; the second start is in a process of its own where the first one died."""
    path, notes, crashed = begin(folder), [], 0
    settings = _usual_settings(path)
    damaged = [_damage(copy.deepcopy(settings), random.Random(_STATES * seed + n)) for n in range(_STATES)]
    paths.settings_file().parent.mkdir(parents=True, exist_ok=True)
    done = 0
    while done < 2 * _STATES:
        with Forked(partial(_starts, path, damaged, done)) as child:
            reached = child.line.rest()
            code = child.end()
        done = reached[-1] if reached else done
        if code:
            notes.append(f"start {done % 2 + 1} of damage {done // 2} ended with {code}")
            crashed += done % 2
            done += 1
    return Outcome(_STATES, crashed=crashed, note="; ".join(notes))


def _starts(path: Path, damaged: Sequence[bytes], done: int, line: Line) -> None:
    """Go on with the starts, two for each damage, and tell after each how many are done."""
    for number in range(done, 2 * len(damaged)):
        if number % 2 == 0:
            paths.settings_file().write_bytes(damaged[number // 2])
        _start(path)
        line.say(number + 1)


# Drag data


def _made_up(nonce: bytes, chosen: random.Random) -> Any:
    ids = [chosen.randrange(1, 7) for _ in range(chosen.randrange(1, 6))]
    made = chosen.choice(damages(chosen))(ids)
    if mime.TYPE in made.formats():
        content = bytearray(made.data(mime.TYPE).data())
        if content[6:22] == NONCE and packed(ids) != bytes(content):
            content[6:22] = nonce
            made = data(bytes(content))
    return made


def _drops(seed: int, folder: Path) -> Outcome:
    path, chosen, lost = begin(folder), random.Random(seed), []
    with window(path) as person:
        before = snapshot(path)
        nonce = person.window.bridge.nonce
        for number in range(_DROPS):
            # One in ten is well made, and tells of records that are not there.
            gone = packed([chosen.randrange(7, 2**31)], kind=chosen.choice([1, 2]), nonce=nonce)
            wrong = data(gone) if number % 10 == 9 else _made_up(nonce, chosen)
            for kind in ("item", "customer"):
                table = person.view(kind).model()
                for parent in (table.index(number % 4, 0), QModelIndex()):
                    taken = table.canDropMimeData(wrong, COPY, -1, -1, parent)
                    taken |= table.dropMimeData(wrong, COPY, -1, -1, parent)
                    if taken and number % 10 != 9:
                        lost.append(f"taken: {wrong.data(mime.TYPE).data()!r}")
        person.settle()
        if snapshot(path) != before:
            lost.append("something was written")
    return judged(lost, trials=_DROPS)


# Another process holds the file


def _held(seed: int, folder: Path) -> Outcome:
    path, how = begin(folder), ("IMMEDIATE", "EXCLUSIVE")[seed % 2]
    with Forked(partial(hold, path, how, 3)) as child, window(path) as person:
        child.line.say("now")
        child.line.hear()
        beats = [time.monotonic()]
        timer, loop = QTimer(), QEventLoop()
        timer.timeout.connect(lambda: beats.append(time.monotonic()))
        timer.start(5)
        person.window.bridge.run(links.link([4], [5, 6]))
        for kind, text in (("item", "item"), ("customer", "per")):
            person.window.panes[kind].search.setText(text)  # type: ignore[index]
        person.view("item").setCurrentIndex(person.view("item").model().index(2, 0))
        QTimer.singleShot(2500, loop.quit)
        loop.exec()
        timer.stop()
        early = pairs([4], [5, 6]) <= standing(person.engine) if how == "IMMEDIATE" else False
        child.line.hear()
        until(lambda: not person.window.bridge.tasks)
        person.settle()
        late = [] if pairs([4], [5, 6]) <= standing(person.engine) else ["what waited was not done"]
    gap = max(after - before for before, after in itertools.pairwise(beats))
    return judged([*(["it was written while the file was held"] if early else []), *late], figure=gap * 1000)


# The door


def _left_by_killed(place: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(os.fspath(place))


def _link_to_victim(place: Path) -> None:
    victim = place.with_name("victim")
    victim.write_text("mine")
    place.symlink_to(victim)


_LEFT: tuple[Callable[[Path], object], ...] = (
    _left_by_killed,
    lambda place: place.write_bytes(b""),
    lambda place: place.write_bytes(b"\xff" * 5000),
    lambda place: place.symlink_to("nowhere"),
    _link_to_victim,
    lambda place: place.mkdir(),
)


def _first(path: Path, line: Line) -> None:
    with window(path) as person:
        person.window.showMinimized()
        line.say("here")
        until(lambda: not person.window.isMinimized())
    line.say("came")


def _silent(place: Path, line: Line) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.fspath(place))
        server.listen()
        line.say("here")
        with suppress(EOFError):
            line.hear()


def _door(seed: int, folder: Path) -> Outcome:
    path, way = begin(folder), seed % (len(_LEFT) + 2)
    place = Path(instance._name(path))
    if way == len(_LEFT):
        with Forked(partial(_first, path)) as child:
            child.line.hear()
            seconds, shown = _second_start(path)
            lost = [] if shown and child.line.hear() == "came" else ["the first window did not come"]
        return judged(lost, figure=seconds)
    if way > len(_LEFT):
        with Forked(partial(_silent, place)) as child:
            child.line.hear()
            return judged(["something that says nothing was believed"] if _second_start(path)[1] else [])
    _LEFT[way](place)
    seconds, shown = _second_start(path)
    lost = ["nobody was there, but the start gave way"] if shown else []
    victim = place.with_name("victim")
    if victim.exists() and victim.read_text() != "mine":
        lost.append("a file that a link led to was written")
    return judged(lost, figure=seconds)


def _second_start(path: Path) -> tuple[float, bool]:
    """Start as the program does; return how long it took, and whether another window came in place of this one."""
    application.qt_application(Settings(paths.settings_file()))
    began = time.monotonic()
    if instance.show_first(path):
        return time.monotonic() - began, True
    with window(path):
        return time.monotonic() - began, False


FAULTS = (
    Fault(f"damaged window state ({_STATES} a trial)", 20 // _STATES, 2000 // _STATES, _window_state),
    Fault(f"hostile drag data ({_DROPS} a trial)", 200 // _DROPS, 10_000 // _DROPS, _drops),
    Fault("window while another process holds the lock", 1, 20, _held, "gap {:.0f} ms at most"),
    Fault("lock left behind", 8, 100, _door, "start {:.2f} s"),
)
