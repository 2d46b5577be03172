"""The row below the last one: customers dropped on it become those of a new record, which is named there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QTableView, QToolTip, QWidget
from typing_extensions import override

from itemlink_gui.base.i18n import tr
from itemlink_gui.gui import nouns, theme
from itemlink_gui.gui import text as texts
from itemlink_gui.gui.record_edit import mark
from itemlink_gui.gui.tables.drag import Drop
from itemlink_gui.gui.tables.id_table import IdTable


class GhostRow(QWidget):
    """Shown while customers are dragged, and while the new record is named.

    Args:
        view: the table.
        model: its model.
    """

    named = Signal(object, str)
    """A `Drop`, and the name that was typed for the record."""
    toggled = Signal()
    """It came or went."""

    def __init__(self, view: QTableView, model: IdTable) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._table = model
        self._aimed = False
        self._count = 0
        self._drop: Drop | None = None
        self._editor: QLineEdit | None = None
        self.setObjectName("ghostRow")
        self.hide()
        model.session.changed.connect(self._on_session)
        model.listed.connect(self.place)
        model.modelReset.connect(self.place)
        view.verticalScrollBar().valueChanged.connect(self.place)
        view.verticalScrollBar().rangeChanged.connect(self.place)
        view.viewport().installEventFilter(self)

    # Where it is, and whether.

    def _on_session(self) -> None:
        session, table = self._table.session, self._table
        if self._editor is None:
            self._count = len(session.ids)
            # What is below it takes the drop.
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.setVisible(session.makes(table.kind, table.owner, session.kind))
            self.place()
            self.toggled.emit()

    def place(self) -> None:
        """Stand below the last row."""
        if self.isHidden():
            return
        view, rows = self._view, self._view.verticalHeader()
        y = rows.length() - rows.offset()
        self.setGeometry(0, y, view.viewport().width(), rows.defaultSectionSize())
        if self._editor is not None:
            self._editor.setGeometry(self.rect().adjusted(4, 1, -4, -1))

    def aim(self, aimed: bool) -> None:
        """Show whether a drop would land here."""
        if aimed != self._aimed:
            self._aimed = aimed
            self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor:
            return self._edited(event)
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        c = theme.colors(self._view)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(4.5, 2.5, -4.5, -2.5)
        painter.setPen(QPen(c.accent if self._aimed else c.inactive, 1, Qt.PenStyle.DashLine))
        painter.setBrush(c.target if self._aimed else c.base)
        painter.drawRoundedRect(frame, 6, 6)
        painter.setPen(c.text if self._aimed else c.muted)
        text = f"+ {nouns.making(self._table.kind, self._count)}"
        room = frame.adjusted(8, 0, -8, 0)
        said = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), said)

    # Naming.

    def ask(self, drop: Drop) -> None:
        """Have the new record named; `named` tells when that is done.

        Args:
            drop: what it gets.
        """
        self.close_editor()
        self._drop, self._count = drop, len(drop.ids)
        editor = self._editor = QLineEdit(self)
        editor.setObjectName("ghostEdit")
        editor.setPlaceholderText(nouns.making(drop.onto, len(drop.ids)))
        editor.setAccessibleName(nouns.making(drop.onto, len(drop.ids)))
        editor.textEdited.connect(self._on_text_edited)
        editor.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.show()
        self.toggled.emit()
        self._view.verticalScrollBar().setValue(self._view.verticalScrollBar().maximum())
        self.place()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        hint = tr("Type the name, Enter makes it, Esc cancels.")
        texts.announce(editor, hint)

    def _on_text_edited(self) -> None:
        if self._editor is not None:
            mark(self._editor, "")

    def refuse(self, reason: str) -> None:
        """Say why the name cannot be stored; it stays as typed."""
        editor = self._editor
        if editor is not None:
            mark(editor, reason)
            QToolTip.showText(editor.mapToGlobal(QPoint(0, editor.height())), texts.tooltip(reason), editor)
            texts.announce(editor, reason)

    def close_editor(self) -> None:
        """End the naming."""
        editor, self._editor, self._drop = self._editor, None, None
        if editor is not None:
            had = editor.hasFocus()
            editor.removeEventFilter(self)
            editor.hide()
            editor.deleteLater()
            self.hide()
            if had:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.toggled.emit()

    def _edited(self, event: QEvent) -> bool:
        """Return whether an event of the editor is done with."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._submit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_editor()
                return True
        # Another window or a menu in front is no end of the naming.
        elsewhere = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in elsewhere:
            self._left()
        return False

    def _left(self) -> None:
        if self._editor is None or not self._editor.text().strip():
            self.close_editor()
        elif not self._editor.property("invalid"):
            self._submit()

    def _submit(self) -> None:
        if self._editor is not None and self._drop is not None:
            self.named.emit(self._drop, self._editor.text())
