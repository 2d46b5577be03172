"""The table at the end, and that the process which forks the trials tells every bad end."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from itemlink_gui.base.errors import CannotWrite
from tests.faults import zygote
from tests.faults.fault import Fault, Outcome, judged, total
from tests.faults.report import figures, lines
from tests.faults.support import Forked
from tests.guard import Guard
from tests.support import Child


def ended(what: str) -> Outcome:
    """Have a trial end in some way, in a process that has no threads."""
    code = """
import dataclasses
from tests.faults import test_report, zygote
from tests.faults.fault import Fault
from tests.guard import Guard
say(dataclasses.asdict(zygote._apart(Fault("x", 1, 1, getattr(test_report, argv[0]), limit=1), 0, Guard())))
"""
    with Child(code, what) as child:
        return Outcome(**child.hear())


def dies(_seed: int, _folder: Path) -> Outcome:
    os.kill(os.getpid(), signal.SIGSEGV)
    return Outcome()


def hangs(_seed: int, _folder: Path) -> Outcome:
    signal.pause()
    return Outcome()


def raises(_seed: int, _folder: Path) -> Outcome:
    raise CannotWrite("nothing was stored")


def leaves(_seed: int, _folder: Path) -> Outcome:
    raise SystemExit(3)


def finds(_seed: int, folder: Path) -> Outcome:
    assert list(folder.iterdir()) == []
    with Forked(lambda line: line.say(line.hear() + 1)) as child:
        child.line.say(41)
        return judged([f"found {child.line.hear()}"], ["torn"], figure=child.end() + 2.5)


@pytest.mark.parametrize(
    ("what", "told"),
    [("dies", "SIGSEGV"), ("hangs", "it hung"), ("raises", "CannotWrite: nothing"), ("leaves", "SystemExit: 3")],
)
def test_a_bad_end_is_a_crash(what: str, told: str) -> None:
    outcome = ended(what)
    assert (outcome.crashed, outcome.good) == (1, False)
    assert told in outcome.note


def test_what_a_trial_found_is_brought_home() -> None:
    assert ended("finds") == Outcome(1, 1, 1, 0, "found 42; torn", 2.5)


def test_a_line_for_each_fault() -> None:
    fault = Fault("pulled the plug", 1, 2, dies, "after {:.1f} s")
    good, bad = Outcome(figure=0.25), Outcome(3, lost=1, half=2, note="gone", figure=0.5)
    pieces = [{"name": fault.name, "seconds": 1.0, **vars(one)} for one in (good, bad)]
    (row,) = [figures(fault, pieces)]
    assert figures(Fault("other", 1, 1, dies), pieces) == {}
    assert (row["trials"], row["lost"], row["half"], row["crashes"], row["verdict"]) == (4, 1, 2, 0, "BAD")
    assert lines([row])[1].split() == ["pulled", "the", "plug", "4", "1", "2", "0", "BAD", "after", "0.5", "s;", "gone"]
    assert figures(fault, pieces[:1])["verdict"] == "ok"
    assert total([]) == Outcome(trials=0)


def test_the_guard_counts() -> None:
    assert zygote._opened_live(Guard()) == []
    guard = Guard()
    guard.seen += ["/x/a.itemlink", "/x/.itemlink-1/copy.itemlink"]
    assert zygote._opened_live(guard) == ["/x/a.itemlink"]
