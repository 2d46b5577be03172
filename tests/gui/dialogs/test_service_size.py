"""The dialog of the local service: what it needs of the screen, and what becomes of it where there is less."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from itemlink_gui.gui.dialogs.service import ServiceDialog
from tests.gui.conftest import Open
from tests.gui.dialogs.seen import button
from tests.gui.dialogs.test_service import push, shown
from tests.gui.fakes import FakeServices
from tests.gui.helpers import Person


@pytest.fixture
def worker(services: FakeServices, open_window: Open, small: Path) -> Person:
    return open_window(small)


@pytest.fixture
def dialog(worker: Person) -> ServiceDialog:
    return shown(worker)


def between_rows(dialog: ServiceDialog) -> int:
    """The least room between two rows, in pixels."""
    rows = [dialog._port, dialog._reason, dialog._address.copy, dialog._secret.copy, dialog._hint, dialog._example.copy]
    seen = [row.geometry() for row in rows if not row.isHidden()]
    return min(lower.top() - upper.bottom() - 1 for upper, lower in pairwise(seen))


def test_no_row_touches_another_however_small_it_is(
    worker: Person, dialog: ServiceDialog, services: FakeServices
) -> None:
    services.taken = {8000}
    for name in ("serviceSwitch", "serviceFree"):
        for width in (1200, 0):
            dialog.resize(width, 0)
            worker.settle()
            assert between_rows(dialog) >= 4
            assert dialog._scroll.verticalScrollBar().maximum() == 0
        push(worker, name)
    dialog.resize(0, 0)
    worker.settle()
    assert between_rows(dialog) >= 4
    # The hint stands under what it is about.
    assert dialog._hint.geometry().top() - dialog._secret.copy.geometry().bottom() - 1 <= 6


def test_on_a_small_screen_all_of_it_can_be_reached(
    worker: Person, services: FakeServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Small:
        def availableGeometry(self) -> QRect:
            return QRect(0, 0, 640, 450)

    monkeypatch.setattr(ServiceDialog, "screen", lambda _self: Small())
    dialog = shown(worker)
    for name in ("serviceSwitch", "serviceRenew"):
        if name == "serviceRenew":
            worker.prompts.will("ask", True)
        # With room for the frame.
        assert dialog.width() < 620
        assert dialog.height() < 420
        for seen in (dialog._switch, button(dialog, "serviceClose")):
            corner = seen.mapTo(dialog, seen.rect().bottomRight())
            assert dialog.rect().contains(corner)
            assert not seen.visibleRegion().isEmpty()
        assert between_rows(dialog) >= 4
        push(worker, name)
