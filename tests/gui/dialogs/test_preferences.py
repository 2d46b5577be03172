"""The preferences take effect at once and are remembered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialog

from itemlink_gui.base import paths
from itemlink_gui.base.settings import Settings, table
from itemlink_gui.gui.dialogs.preferences import Preferences
from itemlink_gui.gui.tables.delegate import row_height
from tests.gui.conftest import Open
from tests.gui.helpers import Person, delete_later


def opened(person: Person) -> Preferences:
    person.trigger("preferences")
    found = person.find(QDialog, "preferences")
    assert isinstance(found, Preferences)
    return found


def choose(dialog: Preferences, key: str, value: str) -> None:
    box = dialog.findChild(QComboBox, f"setting_{key}")
    assert box is not None
    box.setCurrentIndex(box.findData(value))


def darkness() -> int:
    return QApplication.palette().color(QPalette.ColorRole.Window).lightness()


def test_they_show_what_is_set(person: Person) -> None:
    dialog = opened(person)
    boxes = {box.objectName(): (box.currentData(), box.accessibleName()) for box in dialog.findChildren(QComboBox)}
    assert boxes.items() >= {"setting_theme": ("system", "Colours"), "setting_rows": ("normal", "Rows")}.items()
    ticks = {box.objectName(): box.isChecked() for box in dialog.findChildren(QCheckBox)}
    labelled = {f"setting_{setting.key}": setting.default for setting in table() if setting.label}
    assert boxes.keys() | ticks.keys() == labelled.keys()
    assert ticks.items() <= labelled.items()


def test_a_kind_of_notification_is_turned_off_by_a_click(person: Person) -> None:
    dialog = opened(person)
    box = dialog.findChild(QCheckBox, "setting_notify_low")
    assert box is not None
    box.click()
    assert Settings(paths.settings_file()).get("notify_low") is False


def test_colours_change_at_once(person: Person) -> None:
    dialog = opened(person)
    try:
        choose(dialog, "theme", "dark")
        assert darkness() < 100
        choose(dialog, "theme", "light")
        assert darkness() > 200
        choose(dialog, "theme", "dark")
        assert Settings(paths.settings_file()).get("theme") == "dark"
    finally:
        choose(dialog, "theme", "system")


def test_rows_change_at_once_and_are_remembered(open_window: Open, small: Path) -> None:
    person = open_window(small)
    dialog = opened(person)
    view = person.view("item")
    assert view.rowHeight(0) == row_height(False)
    choose(dialog, "rows", "compact")
    assert view.rowHeight(0) == row_height(True) < row_height(False)
    assert person.window.inspector.pages["item"].linked.view.verticalHeader().defaultSectionSize() == row_height(True)
    person.app.close()
    again = open_window(small)
    assert again.view("item").rowHeight(0) == row_height(True)


def test_they_die_when_they_are_closed(person: Person) -> None:
    dialog = opened(person)
    gone: list[int] = []
    dialog.destroyed.connect(lambda: gone.append(1))
    dialog.reject()
    delete_later()
    assert gone == [1]
