"""The centre of notifications, as a person sees and uses it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon

from itemlink_gui.engine import Engine
from itemlink_gui.gui.commands import notifications
from itemlink_gui.gui.panes import notification_centre
from itemlink_gui.ops import items, links
from itemlink_gui.ops.operation import Operation
from itemlink_gui.store.notifications import KINDS, Told
from tests.gui.helpers import Person

LINE = Told(1, "low", "2026-01-01T00:00:00Z", False, False, None, 1, None, {"name": "Maths", "capacity": 5, "taken": 4})


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (LINE, "Maths: 1 place left"),
        (replace(LINE, kind="over", values=LINE.values | {"taken": 8}), "Maths: 3 more than there are places"),
        (replace(LINE, kind="waiting"), "Maths: there is room for those who wait"),
        (replace(LINE, values={"name": "Maths"}), "Maths"),
        (replace(LINE, values={"name": "Maths", "capacity": "x", "taken": None}), "Maths"),
    ],
)  # fmt: skip
def test_what_a_line_says(line: Told, text: str) -> None:
    assert notification_centre.sentence(line) == text


def fill_up(person: Person) -> None:
    """Let few places be left of the basic package, which has three customers."""
    person.engine.run(items.update(person.id("item", "Basic Package"), capacity=4, low_stock=2)).result(30)
    person.settle()


def lines(person: Person) -> list[str]:
    return person.names(person.window.centre.view)


def test_it_is_hidden_at_first_and_the_button_tells_how_many_are_unread(person: Person) -> None:
    assert not person.window.centre.isVisible()
    fill_up(person)
    person.until(lambda: person.action("notifications").iconText() == "Notifications (1)")
    person.trigger("notifications")
    assert person.window.centre.isVisible()
    assert any("Basic Package" in line for line in lines(person))
    person.trigger("notifications")
    assert not person.window.centre.isVisible()


def test_a_click_goes_there_and_marks_it_read(person: Person) -> None:
    fill_up(person)
    person.select("item", person.names("item")[-1])
    person.trigger("notifications")
    person.until(lambda: bool(lines(person)))
    person.window.centre.view.clicked.emit(person.window.centre.table.index(0, 0))
    person.until(lambda: person.action("notifications").iconText() == "Notifications")
    person.until(lambda: person.selected("item") == ["Basic Package"])


def test_what_is_told_of_is_shown_in_front(person: Person) -> None:
    fill_up(person)
    person.trigger("go_companies")
    assert not person.view("item").isVisible()
    person.window.centre.view.clicked.emit(person.window.centre.table.index(0, 0))
    person.until(lambda: person.selected("item") == ["Basic Package"])
    assert person.view("item").isVisible()


def test_a_click_on_what_is_deleted_says_so_and_moves_nothing(person: Person) -> None:
    fill_up(person)
    person.do(items.delete([person.id("item", "Basic Package")]))
    person.search("item", "training")
    person.select("item", "Training Day")
    person.trigger("notifications")
    (row,) = [row for row, line in enumerate(lines(person)) if line.startswith("Basic Package")]
    person.window.centre.view.clicked.emit(person.window.centre.table.index(row, 0))
    person.settle()
    assert person.message == "It is no longer there."
    assert (person.names("item"), person.selected("item")) == (["Training Day"], ["Training Day"])
    # Nor does it come to the front when it comes back later.
    person.search("item", "")
    person.trigger("undo")
    assert "Basic Package" in person.names("item")
    assert person.selected("item") == ["Training Day"]


def test_all_are_read_at_once(person: Person) -> None:
    fill_up(person)
    person.until(person.window.centre.read_all.isEnabled)
    person.window.centre.read_all.click()
    person.until(lambda: not person.window.centre.read_all.isEnabled())
    assert person.action("notifications").iconText() == "Notifications"


def test_a_filter_of_kinds(person: Person) -> None:
    fill_up(person)
    centre = person.window.centre
    person.until(lambda: bool(centre.table.rows))
    everything = len(centre.table.rows)
    centre.filter.setCurrentIndex(centre.filter.findData("low"))
    assert [told.kind for told in centre.table.rows] == ["low"]
    centre.filter.setCurrentIndex(centre.filter.findData("unread"))
    assert [told.kind for told in centre.table.rows] == ["low"]
    centre.filter.setCurrentIndex(centre.filter.findData("removed"))
    assert not centre.table.rows
    centre.filter.setCurrentIndex(0)
    assert len(centre.table.rows) == everything


def test_a_kind_that_is_turned_off_is_neither_listed_nor_counted(person: Person) -> None:
    person.window.settings.set("notify_low", False)
    fill_up(person)
    person.settle()
    assert person.action("notifications").iconText() == "Notifications"
    assert not any(told.kind == "low" for told in person.window.centre.table.rows)


def test_every_kind_can_be_turned_off_and_has_a_name(person: Person) -> None:
    assert notification_centre.wanted(person.window.settings) == list(KINDS)
    assert list(notification_centre.kinds()) == list(KINDS)


def test_what_is_over_says_so(person: Person) -> None:
    fill_up(person)
    person.press("Ctrl+Z", person.window)
    person.until(lambda: any(line.endswith("(over)") for line in lines(person)))


def test_what_ends_soon_is_told_when_the_window_looks(person: Person) -> None:
    soon = (date.today() + timedelta(days=3)).isoformat()
    item = person.id("item", "Basic Package")
    person.engine.run(links.clear("item", [item]))
    person.engine.run(Operation("link", lambda write: write.link("item_customer", [item], [1], {"ends_on": soon})))
    person.window.telling.look_ahead()
    person.settle()
    assert any("ends for 1 customer by" in line for line in lines(person))


class Tray(QObject):
    """A tray that writes down what it is to show: the offscreen platform has none."""

    messageClicked = Signal()  # noqa: N815
    shown: ClassVar[list[str]] = []

    def __init__(self, _icon: QIcon, parent: QObject) -> None:
        super().__init__(parent)

    @staticmethod
    def isSystemTrayAvailable() -> bool:
        return True

    def show(self) -> None:
        """Be there."""

    def icon(self) -> QIcon:
        return QIcon()

    def showMessage(self, _title: str, text: str, _icon: QIcon) -> None:
        self.shown.append(text)


def test_on_the_desktop_only_if_wanted_and_only_from_elsewhere(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(notifications, "QSystemTrayIcon", Tray)
    monkeypatch.setattr(Tray, "shown", shown)
    monkeypatch.setattr(person.window, "isActiveWindow", lambda: False)
    service = Engine(person.engine.path, who="service", keeping=False)
    item = person.id("item", "Basic Package")
    service.run(links.clear("item", [item])).result(30)
    person.until(lambda: bool(person.window.centre.table.rows))
    assert shown == []
    person.window.settings.set("notify_desktop", True)
    service.run(links.link([item], [1])).result(30)
    service.close()
    person.until(lambda: bool(shown))
    assert "added to item Basic Package" in shown[0]
