"""The actions: one row each, everything reachable from the menus, no key twice."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from itemlink_gui.base import paths
from itemlink_gui.gui import actions
from tests.gui.helpers import Person


def test_each_row_is_whole() -> None:
    rows = actions.rows()
    ids = [row.id for row in rows]
    assert len(set(ids)) == len(ids)
    for row in rows:
        assert row.text
        assert not row.icon or (paths.resources() / "icons" / f"{row.icon}.svg").is_file()
    promised = "undo redo new_item new_customer assign unassign delete select_all open quit"
    assert set(promised.split()) <= set(ids)


def test_everything_is_in_a_menu_and_nothing_else() -> None:
    listed = [name for names in actions.MENUS.values() for name in names if name and name != "preference"]
    listed += [name for name in actions.PREFERENCES if name]
    assert len(set(listed)) == len(listed)
    submenus = {"recent", "columns", "inspector", "filters", "set_category", "pin"}
    assert set(listed) == {row.id for row in actions.rows()} | submenus
    assert set(actions.CONTEXT) | set(actions.TOOLBAR) <= {*listed, "preference", actions.SEPARATOR}
    assert actions.MENUS.keys() == actions.menu_titles().keys()


def test_no_key_means_two_things(qapp: QApplication) -> None:
    keys: Counter[str] = Counter()
    for row in actions.rows():
        if row.keys is not None:
            found = [QKeySequence(row.keys)] if isinstance(row.keys, str) else QKeySequence.keyBindings(row.keys)
            keys.update(sequence.toString() for sequence in found)
    assert {key: count for key, count in keys.items() if count > 1} == {}


def test_what_is_off_at_times_is_among_them() -> None:
    ids = {row.id for row in actions.rows()}
    assert set(actions.WRITING) <= ids
    assert set(actions.OF_THE_FILE) <= ids
    assert not set(actions.WRITING) & set(actions.OF_THE_FILE)


def letters(actions_of: QWidget) -> list[str]:
    """The letters to press in a menu or in the menu bar."""
    texts = [action.text().replace("&&", "") for action in actions_of.actions()]
    return [text[text.index("&") + 1].lower() for text in texts if "&" in text]


def test_no_letter_to_press_twice_in_a_menu(person: Person) -> None:
    bar = person.window.menuBar()
    menus = [bar, *(action.menu() for action in bar.actions())]
    twice = [[one for one, count in Counter(letters(menu)).items() if count > 1] for menu in menus]  # type: ignore[arg-type]
    assert twice == [[] for _ in menus]


def test_the_window_has_them_in_menus_and_on_the_toolbar(person: Person) -> None:
    menus = [action.menu() for action in person.window.menuBar().actions()]
    assert [menu.title() for menu in menus if isinstance(menu, QMenu)] == [
        "&File", "&Edit", "&View", "&Records", "&Links", "&Tools", "&Help",
    ]  # fmt: skip
    bar = person.find(QToolBar, "toolbar")
    shown = [action for action in bar.actions() if not action.isSeparator()]
    assert [action.objectName() for action in shown] == [name for name in actions.TOOLBAR if name]
    for action in shown:
        button = bar.widgetForAction(action)
        assert button is not None
        assert button.accessibleName() == action.iconText()
        assert not action.icon().isNull()


def test_every_action_does_something_when_nothing_is_selected(person: Person) -> None:
    person.prompts.will("save_file", None)
    person.prompts.will("open_file", None)
    person.prompts.will("ask", False)
    before = person.action("undo").text()
    for row in actions.rows():
        if row.id in ("quit", "install_launcher", "reveal", "undo", "redo"):
            continue
        person.trigger("clear_selection")
        person.trigger(row.id)
        for dialog in QApplication.topLevelWidgets():
            if dialog is not person.window and dialog.isVisible():
                dialog.close()
        person.settle()
    assert person.action("undo").text().startswith(("&Undo Duplicate", before))


class Two(QObject):
    """Commands of which one is there twice."""

    def undo(self) -> None:
        """Do nothing."""


def test_a_command_missing_or_twice_is_noticed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    monkeypatch.setattr(actions, "rows", lambda: (actions.Row("undo", "&Undo"),))
    assert actions.build([Two()], owner).keys() == {"undo"}
    for groups in ([], [Two(), Two()]):
        with pytest.raises(ValueError, match="unpack"):
            actions.build(groups, owner)


def test_tooltips_tell_words_and_keys(person: Person) -> None:
    assert "Assign… (Ctrl+L)" in person.action("assign").toolTip()
    assert "&amp;" not in person.action("assign").toolTip()
