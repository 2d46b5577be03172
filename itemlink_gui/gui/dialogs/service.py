"""The dialog of the local service: on and off, where it answers, who gets in, and what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QIntValidator, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from itemlink_gui.base.errors import ItemLinkError, PortTaken
from itemlink_gui.base.i18n import tr
from itemlink_gui.base.settings import PORTS
from itemlink_gui.gui import text as texts
from itemlink_gui.gui import theme
from itemlink_gui.gui.bridge import Bridge
from itemlink_gui.gui.dialogs.request_list import RequestList
from itemlink_gui.gui.service import LocalService

_DOCS = "/api/docs/"
# How long a button says that it copied, in milliseconds.
SEEN_MS = 1_500
# What stands for the token where nobody knows it any more.
_UNKNOWN = "YOUR_TOKEN"
# Where the screen has room it is no narrower, and leaves so many pixels of the screen.
_NARROW, _AROUND = 640, 64
_MARGIN = 16


class CopyLine(QHBoxLayout):
    """A text to copy, with a button that does.

    Args:
        name: of the two parts, ``serviceToken`` and ``serviceToken_copy``.
        label: what a screen reader calls the text.
        more: buttons that follow.
    """

    def __init__(self, name: str, label: str, more: Sequence[QPushButton] = ()) -> None:
        super().__init__()
        self.line = QLineEdit(readOnly=True)
        self.line.setObjectName(name)
        self.line.setAccessibleName(label)
        self.line.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.copy = button(f"{name}_copy", tr("Copy"), "copy", self._on_copy)
        self.copy.setAccessibleName(tr("Copy: {what}", what=label))
        self.setSpacing(8)
        self.addWidget(self.line, 1)
        for part in (self.copy, *more):
            self.addWidget(part)

    def set_text(self, text: str, instead: str = "") -> None:
        """Show a text, its beginning first.

        Args:
            text: to copy; empty for none.
            instead: what is said where there is none.
        """
        self.line.setText(text)
        self.line.setCursorPosition(0)
        self.line.setPlaceholderText(instead)
        self.copy.setEnabled(bool(text))

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.line.text())
        texts.announce(self.line, tr("Copied"))
        self.copy.setIcon(theme.icon("check"))
        QTimer.singleShot(SEEN_MS, self.copy, self._on_seen)

    def _on_seen(self) -> None:
        self.copy.setIcon(theme.icon("copy"))


def button(name: str, text: str, icon: str, act: Callable[[], None]) -> QPushButton:
    """Return a button of the dialog."""
    made = QPushButton(text)
    made.setObjectName(name)
    if icon:
        made.setIcon(theme.icon(icon))
    made.setAutoDefault(False)
    made.clicked.connect(act)
    return made


class ServiceDialog(QDialog):
    """Starts and stops the local service, and shows what scripts need to know; it may stay open beside the work.

    Args:
        service: of the file.
        bridge: to the file.
        parent: the window.
    """

    def __init__(self, service: LocalService, bridge: Bridge, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._service = service
        self._bridge = bridge
        # As long as the dialog is open, and nowhere else.
        self._token = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("localService")
        self.setWindowTitle(tr("Local service"))
        self._state = texts.label()
        self._state.setObjectName("serviceState")
        self._switch = button("serviceSwitch", tr("Start"), "", self._on_switch)
        self._port = QLineEdit(str(service.port))
        self._port.setObjectName("servicePort")
        self._port.setAccessibleName(tr("Port"))
        self._port.setValidator(QIntValidator(PORTS.start, PORTS.stop - 1, self._port))
        self._port.setFixedWidth(96)
        self._port.textChanged.connect(self._on_port)
        self._free = button("serviceFree", "", "", self._on_free)
        self._reason = texts.label(wrap=True)
        self._reason.setObjectName("serviceReason")
        self._reason.setProperty("kind", "reason")
        self._docs = button("serviceDocs", tr("Open documentation"), "external-link", self._on_docs)
        self._renew = button("serviceRenew", tr("Renew"), "", self._on_renew)
        self._address = CopyLine("serviceAddress", tr("Address"), [self._docs])
        self._secret = CopyLine("serviceToken", tr("Token"), [self._renew])
        self._example = CopyLine("serviceExample", tr("Example"))
        self._hint = texts.label(muted=True, small=True, wrap=True)
        self._hint.setObjectName("serviceHint")
        self.list = RequestList(service.requests)
        self._scroll = QScrollArea()
        # For the first look at how high it must be.
        self._scroll.setMinimumHeight(1)
        self._lay_out()
        service.changed.connect(self._show)
        service.failed.connect(self._on_failed)
        self._say_why(service.problem)
        self._show()
        service.mark_seen()

    def _lay_out(self) -> None:
        meaning = tr(
            "For scripts: programs on this computer can read and change this file over HTTP, as you do in the window. "
            "Only programs on this computer that have the token get in. What they do appears here at once, stands in "
            "the history, and can be undone."
        )
        head, port = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._state, 1)
        head.addWidget(self._switch)
        port.setSpacing(8)
        for part in (self._port, self._free):
            port.addWidget(part)
        port.addStretch(1)
        starts = QCheckBox(tr("Start with ItemLink"))
        starts.setObjectName("serviceStarts")
        starts.setChecked(self._service.settings.get("service_starts"))
        starts.toggled.connect(self._on_starts)
        port.addWidget(starts)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(_caption(tr("Port"), self._port), port)
        form.addRow("", self._reason)
        secret = QVBoxLayout()
        secret.setSpacing(4)
        secret.addLayout(self._secret)
        secret.addWidget(self._hint)
        for line, whole in ((self._address, self._address), (self._secret, secret), (self._example, self._example)):
            form.addRow(_caption(line.line.accessibleName(), line.line), whole)
        self._put_together(texts.label(meaning, muted=True, wrap=True), head, form)
        self._switch.setFocus()

    def _put_together(self, meaning: QWidget, head: QLayout, form: QLayout) -> None:
        """Have all of it in the window, and what a small screen has no room for a scroll away."""
        inner = QWidget()
        self._body = body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(meaning)
        body.addLayout(head)
        body.addLayout(form)
        body.addWidget(self.list, 1)
        inner.installEventFilter(self)
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button("serviceClose", tr("Close"), "", self.reject))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(16)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        room = self._room()
        self.setMinimumWidth(min(_NARROW, room.width()))
        self.resize(QSize(760, 720).boundedTo(room))

    # Its size.

    def _room(self) -> QSize:
        """Return how large it may be on its screen."""
        return self.screen().availableGeometry().size() - QSize(_AROUND, _AROUND)

    def _keep_rows_apart(self) -> None:
        """Be no lower than the texts need that break into lines, which Qt leaves to the window."""
        needed = self._body.heightForWidth(self.width() - 2 * _MARGIN)
        around = self._column.minimumSize().height() - self._scroll.minimumHeight()
        self._scroll.setMinimumHeight(min(needed, self._room().height() - around))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._keep_rows_apart()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_rows_apart()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        focus = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focus, QPushButton) and focus is not self._switch:
            # It is meant, and not the button that Enter presses from elsewhere.
            focus.click()
        else:
            super().keyPressEvent(event)

    # What is shown.

    def _show(self) -> None:
        """Show how the service stands."""
        service, off = self._service, self._service.state == "off"
        # Another window may have made another one.
        self._token = self._token if service.lets_in(self._token) else ""
        said = {
            "off": tr("The local service is off."),
            "starting": tr("Starting…"),
            "on": tr("The local service answers on port {port}.", port=service.port),
            "stopping": tr("Stopping…"),
        }[service.state]
        if self._bridge.read_only:
            said += " " + tr("This file can only be read, by programs too.")
        self._state.setText(said)
        self._switch.setText(tr("Start") if off else tr("Stop"))
        # Enter starts it, and does not stop it.
        self._switch.setDefault(off)
        self._port.setEnabled(off)
        self._docs.setEnabled(service.state == "on")
        self._renew.setEnabled(service.has_token)
        later = tr("As soon as it has started")
        self._address.set_text(f"{service.address}/api/" if service.address else "", later)
        made = tr("Shown once, when it was made") if service.has_token else tr("Made at the first start")
        self._secret.set_text(self._token, made)
        shown = f'curl {service.address}/api/items/ -H "Authorization: Token {self._token or _UNKNOWN}"'
        self._example.set_text(shown if service.address else "", later)
        self._hint.setText(_hint(shown=bool(self._token), made=service.has_token))
        self._hint.setVisible(bool(self._hint.text()))
        if not off:
            self._say_why(None)
        self._on_port()

    def _on_port(self) -> None:
        # Never off by itself while it is at work: the keyboard would go elsewhere.
        self._switch.setEnabled(self._service.state != "off" or self._port.hasAcceptableInput())

    def _say_why(self, error: ItemLinkError | None) -> None:
        """Say why it is off, and offer what helps; None for nothing to say."""
        self._reason.setText(str(error) if error else "")
        self._reason.setVisible(error is not None)
        free = error.free if isinstance(error, PortTaken) else 0
        self._free.setText(tr("Use port {port}", port=free))
        self._free.setProperty("port", free)
        self._free.setVisible(bool(free))

    # What is done.

    def _on_switch(self) -> None:
        # What it was pressed from, such as the port, may go: the keyboard would go wherever comes next.
        self._switch.setFocus()
        if self._service.state != "off":
            self._service.stop()
        elif self._port.hasAcceptableInput():
            # Another window may have made one, which must not be refused from now on.
            self._service.settings.look_again()
            if not self._service.has_token:
                self._token = self._service.renew()
            self._service.start(int(self._port.text()))

    def _on_failed(self, error: ItemLinkError) -> None:
        self._say_why(error)
        self._service.mark_seen()
        texts.announce(self, str(error), urgent=True)

    def _on_free(self) -> None:
        self._port.setText(str(self._free.property("port")))
        self._on_switch()

    def _on_docs(self) -> None:
        QDesktopServices.openUrl(QUrl(self._service.address + _DOCS))

    def _on_renew(self) -> None:
        text = tr("Programs that have the present token do not get in any more until they get the new one.")
        if self._bridge.prompts.ask(tr("Renew token"), text, tr("Renew")):
            self._token = self._service.renew()
            self._show()

    def _on_starts(self, wanted: bool) -> None:
        self._service.settings.set("service_starts", wanted)


def _caption(text: str, of: QWidget) -> QWidget:
    made = texts.label(text, muted=True)
    made.setFixedHeight(32)
    made.setBuddy(of)
    return made


def _hint(*, shown: bool, made: bool) -> str:
    """Return what there is to say of the token."""
    if shown:
        return tr("Copy it now: when this dialog is closed it can only be renewed.")
    if made:
        return tr("Only its hash is kept. Renew makes another one, and the one before is refused.")
    return ""
